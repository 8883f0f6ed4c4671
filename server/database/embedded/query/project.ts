import { ServerError } from '../errors.ts';
import { isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { fieldOf } from '../values/paths.ts';
import { compileFilter, type Expression } from './match.ts';
import { positionOf } from './update-paths.ts';

/** A tree of the projected paths; a leaf is kept or left out as a whole, or changed by `$slice`, `$elemMatch` or `$`. */
interface Tree {
  [name: string]: Tree | Leaf;
}
type Leaf = (value: unknown) => unknown;

/** Reads the projection of a find (MongoDB Manual, "Project Fields to Return from Query"). */
export function compileProjection(
  projection: Doc,
  filter: Doc,
  expression: Expression,
): ((doc: Doc) => Doc) | undefined {
  const tree: Tree = {};
  const modes = new Set<boolean>();
  let keepsId: boolean | undefined;
  for (const [path, wanted] of flatten(projection)) {
    if (path === '_id' && !isDocument(wanted)) keepsId = isTrue(wanted);
    else add(tree, path, leafFor(path, wanted, filter, expression, modes));
  }
  if (modes.size > 1)
    throw new ServerError(
      'BadValue',
      'Cannot do exclusion in an inclusion projection: give names to keep, or names to leave out.',
    );
  const including =
    modes.has(true) || (modes.size === 0 && keepsId === true && Object.keys(tree).length === 0);
  if (Object.keys(projection).length === 0) return undefined;
  if (including ? keepsId !== false : keepsId === false)
    add(tree, '_id', including ? (value) => value : () => undefined);
  return (doc) => apply(doc, tree, including) as Doc;
}

/** A nested specification says the same as dotted paths. */
export function* flatten(projection: Doc, prefix = ''): Generator<[string, unknown]> {
  for (const [name, wanted] of Object.entries(projection)) {
    const nested =
      isDocument(wanted) && !Object.keys(wanted)[0]?.startsWith('$') && Object.keys(wanted).length > 0;
    if (nested) yield* flatten(wanted, `${prefix}${name}.`);
    else yield [prefix + name, wanted];
  }
}

function leafFor(
  path: string,
  wanted: unknown,
  filter: Doc,
  expression: Expression,
  modes: Set<boolean>,
): Leaf {
  if (isDocument(wanted)) {
    const [operator, operand] = Object.entries(wanted)[0] ?? [];
    if (operator === '$slice') return (value) => (Array.isArray(value) ? slice(value, operand) : value);
    if (operator === '$elemMatch') {
      modes.add(true);
      const matches = compileFilter({ array: { $elemMatch: operand } }, expression);
      return (value) => {
        const found: unknown[] = Array.isArray(value)
          ? value.filter((element) => matches({ array: [element] })).slice(0, 1)
          : [];
        return found.length > 0 ? found : undefined;
      };
    }
    throw new ServerError(
      'BadValue',
      `The projection operator ${String(operator)} is not served by the embedded database.`,
    );
  }
  if (typeof wanted === 'string')
    throw new ServerError('BadValue', 'Expressions in a projection are not served by the embedded database.');
  if (path.endsWith('.$')) {
    modes.add(true);
    const array = path.slice(0, -2);
    return (value) =>
      Array.isArray(value) ? [value[positionOf(value, array, filter, expression)] as unknown] : value;
  }
  const keeps = isTrue(wanted);
  modes.add(keeps);
  return keeps ? (value) => value : () => undefined;
}

function slice(array: unknown[], operand: unknown): unknown[] {
  const [first, second] = (Array.isArray(operand) ? operand : [operand]).map(numberIn);
  if (first === undefined) throw new ServerError('BadValue', '$slice needs one or two numbers');
  if (second === undefined) return first < 0 ? array.slice(first) : array.slice(0, first);
  const from = first < 0 ? Math.max(array.length + first, 0) : first;
  return array.slice(from, from + second);
}

function add(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.replace(/\.\$$/, '').split('.');
  let node = tree;
  for (const [i, part] of parts.entries()) {
    const known = Object.hasOwn(node, part) ? node[part] : undefined;
    if (i === parts.length - 1) {
      if (known) throw new ServerError('BadValue', `Path collision at ${path}`);
      node[part] = leaf;
      return;
    }
    if (typeof known === 'function') throw new ServerError('BadValue', `Path collision at ${path}`);
    node = node[part] = known ?? {};
  }
}

function apply(value: unknown, tree: Tree, including: boolean): unknown {
  if (Array.isArray(value)) {
    const elements = including
      ? value.filter((element) => isDocument(element) || Array.isArray(element))
      : value;
    return elements.map((element) => apply(element, tree, including));
  }
  if (!isDocument(value)) return value;
  const result: Doc = {};
  for (const name of Object.keys(value)) {
    const node = Object.hasOwn(tree, name) ? tree[name] : undefined;
    const field = fieldOf(value, name);
    const kept =
      typeof node === 'function'
        ? node(field)
        : node
          ? branch(field, node, including)
          : including
            ? undefined
            : field;
    if (kept !== undefined) result[name] = kept;
  }
  return result;
}

/** Below an included path, a plain value has nothing to show. */
function branch(field: unknown, node: Tree, including: boolean): unknown {
  if (including && !isDocument(field) && !Array.isArray(field)) return undefined;
  return apply(field, node, including);
}
