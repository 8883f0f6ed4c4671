import { ServerError } from '../errors.ts';
import { checkName, isDocument, type Doc } from '../values/bson.ts';
import { fieldOf, valueAt } from '../values/paths.ts';
import { typeName } from './types.ts';
import { compileFilter, type Expression } from './match.ts';

/** What the placeholders of an update's paths stand for. */
export interface Placeholders {
  readonly filter: Doc;
  readonly arrayFilters: ReadonlyMap<string, (element: unknown) => boolean>;
  readonly expression: Expression;
}

/** Reads `arrayFilters: [{ 'x.score': { $gt: 5 } }]` into a test for each name (MongoDB Manual, "$[<identifier>]"). */
export function readArrayFilters(
  filters: unknown,
  expression: Expression,
): Map<string, (element: unknown) => boolean> {
  const tests = new Map<string, (element: unknown) => boolean>();
  for (const filter of Array.isArray(filters) ? filters : []) {
    const names = new Set(Object.keys(filter as Doc).map((path) => path.split('.')[0] ?? ''));
    const [name = ''] = names;
    if (names.size !== 1 || !/^[a-z][a-zA-Z0-9]*$/.test(name)) {
      throw new ServerError(
        'FailedToParse',
        'Each array filter needs exactly one name, which begins with a lower-case letter.',
      );
    }
    if (tests.has(name))
      throw new ServerError(
        'FailedToParse',
        `Found multiple array filters with the same top-level field name ${name}`,
      );
    const matches = compileFilter(filter as Doc, expression);
    tests.set(name, (element) => matches({ [name]: element }));
  }
  return tests;
}

/** The paths, without placeholders, that `$`, `$[]` and `$[name]` stand for in this document. */
export function expandPath(doc: Doc, path: string, placeholders: Placeholders): string[][] {
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '')
      throw new ServerError('EmptyFieldName', `The update path '${path}' contains an empty field name.`);
    if (part !== '$' && !part.startsWith('$[')) checkName(part);
  }
  return expandFrom(doc, parts, 0, placeholders);
}

function expandFrom(doc: Doc, parts: string[], from: number, placeholders: Placeholders): string[][] {
  const at = parts.findIndex((part, i) => i >= from && part.startsWith('$'));
  if (at === -1) return [parts];
  const before = parts.slice(0, at);
  const array = valueAt(doc, before.join('.'));
  const placeholder = parts[at] ?? '';
  if (!Array.isArray(array)) {
    if (placeholder === '$')
      throw new ServerError(
        'BadValue',
        'The positional operator did not find the match needed from the query.',
      );
    throw new ServerError(
      'BadValue',
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  return chosen(array, placeholder, before.join('.'), placeholders).flatMap((index) => {
    const concrete = [...before, String(index), ...parts.slice(at + 1)];
    return expandFrom(doc, concrete, at + 1, placeholders);
  });
}

function chosen(
  array: unknown[],
  placeholder: string,
  path: string,
  { filter, arrayFilters, expression }: Placeholders,
): number[] {
  if (placeholder === '$') return [positionOf(array, path, filter, expression)];
  const all = [...array.keys()];
  if (placeholder === '$[]') return all;
  const name = placeholder.slice(2, -1);
  const test = arrayFilters.get(name);
  if (!test)
    throw new ServerError('BadValue', `No array filter found for identifier '${name}' in path '${path}'`);
  return all.filter((index) => test(array[index]));
}

/** The first element that meets the filter's conditions on the array (MongoDB Manual, "$ (update)"). */
export function positionOf(array: unknown[], path: string, filter: Doc, expression: Expression): number {
  const tests = conditionsOn(filter, path).map((condition) => compileFilter(condition, expression));
  const parts = path.split('.');
  const found = array.findIndex((element) => {
    const alone = parts.reduceRight<unknown>((inner, part) => ({ [part]: inner }), [element]) as Doc;
    return tests.length > 0 && tests.every((matches) => matches(alone));
  });
  if (found === -1)
    throw new ServerError(
      'BadValue',
      'The positional operator did not find the match needed from the query.',
    );
  return found;
}

function conditionsOn(filter: Doc, path: string): Doc[] {
  return Object.entries(filter).flatMap(([name, wanted]) => {
    if (name === '$and' && Array.isArray(wanted))
      return wanted.flatMap((clause) => conditionsOn(clause as Doc, path));
    return name === path || name.startsWith(`${path}.`) ? [{ [name]: wanted }] : [];
  });
}

/** An array may be filled with nulls up to a new index, but not without end (MongoDB's own limit). */
const MOST_PADDING = 1_500_000;

/** Replaces, creates or (given undefined) removes the value at a path, creating documents on the way. */
export function writeAt(doc: Doc, parts: readonly string[], change: (current: unknown) => unknown): void {
  let node: unknown = doc;
  const last = parts.length - 1;
  for (const [i, part] of parts.entries()) {
    const current = childOf(node, part);
    if (i === last) {
      const value = change(current);
      if (value !== undefined || current !== undefined) setChild(node, part, value, parts);
      return;
    }
    if (current === undefined) {
      const value = change(undefined);
      if (value === undefined) return;
      const created = parts.slice(i + 1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
      setChild(node, part, created, parts);
      return;
    }
    node = current;
  }
}

function childOf(node: unknown, part: string): unknown {
  if (Array.isArray(node)) return /^\d+$/.test(part) ? (node[Number(part)] as unknown) : undefined;
  return fieldOf(node, part);
}

function setChild(node: unknown, part: string, value: unknown, parts: readonly string[]): void {
  if (Array.isArray(node) && /^\d+$/.test(part)) {
    const index = Number(part);
    if (index - node.length > MOST_PADDING)
      throw new ServerError('BadValue', `The index ${part} would fill the array with too many nulls.`);
    while (node.length < index) node.push(null);
    node[index] = value === undefined ? null : value;
  } else if (isDocument(node)) {
    if (value === undefined) Reflect.deleteProperty(node, part);
    else node[part] = value;
  } else if (value !== undefined) {
    const sentence = `Cannot create field '${part}' in element {${parts[parts.indexOf(part) - 1] ?? ''}: ${typeName(node)}}`;
    throw new ServerError('PathNotViable', sentence);
  }
}
