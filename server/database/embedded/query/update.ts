import { ServerError } from '../errors.ts';
import { decode, encode, isDocument, type Doc } from '../values/bson.ts';
import { sameValue } from '../values/order.ts';
import { valueAt } from '../values/paths.ts';
import { isOperators, type Expression } from './match.ts';
import { expandPath, readArrayFilters, writeAt, type Placeholders } from './update-paths.ts';
import { UPDATE_OPERATORS } from './update-operators.ts';

/** Changes a freshly decoded document and returns what it becomes. */
export type Change = (doc: Doc, inserting: boolean) => Doc;

/** Reads an update: a replacement, or operators (MongoDB Manual, "update": behaviour). */
export function compileUpdate(
  update: unknown,
  filter: Doc,
  arrayFilters: unknown,
  expression: Expression,
): Change {
  if (Array.isArray(update))
    throw new ServerError('FailedToParse', 'Updates by a pipeline are not served by the embedded database.');
  if (!isDocument(update)) throw new ServerError('FailedToParse', 'The update must be a document.');
  if (!isOperators(update)) return (doc) => replace(doc, update);
  checkOperators(update);
  const filters = readArrayFilters(arrayFilters, expression);
  for (const name of filters.keys()) {
    const used = Object.values(update).some((fields) =>
      Object.keys(fields as Doc).some((path) => path.includes(`$[${name}]`)),
    );
    if (!used)
      throw new ServerError(
        'FailedToParse',
        `The array filter for identifier '${name}' was not used in the update`,
      );
  }
  const placeholders: Placeholders = { filter, arrayFilters: filters, expression };
  return (doc, inserting) => applyOperators(doc, update, placeholders, inserting);
}

function replace(doc: Doc, replacement: Doc): Doc {
  const { _id: id = doc._id, ...rest } = replacement;
  if (doc._id !== undefined && !sameValue(doc._id, id)) {
    throw new ServerError(
      'ImmutableField',
      "After applying the update, the (immutable) field '_id' was found to have been altered",
    );
  }
  return { _id: doc._id ?? id, ...rest };
}

function checkOperators(update: Doc): void {
  const touched: string[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    if (!(operator in UPDATE_OPERATORS) && operator !== '$rename') {
      throw new ServerError(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields))
      throw new ServerError(
        'FailedToParse',
        `Modifiers operate on fields but we found another type for ${operator}`,
      );
    touched.push(...Object.keys(fields));
    if (operator === '$rename') touched.push(...Object.values(fields).map(String));
  }
  touched.sort();
  const before = new Set<string>();
  for (const path of touched) {
    const parts = path.split('.');
    if (parts.some((_, i) => before.has(parts.slice(0, i + 1).join('.')))) {
      throw new ServerError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${path}'`,
      );
    }
    before.add(path);
  }
}

function applyOperators(doc: Doc, update: Doc, placeholders: Placeholders, inserting: boolean): Doc {
  const id = doc._id;
  const context = { inserting, now: new Date(), expression: placeholders.expression };
  // The operand is decoded anew for each document, so that no two documents share an array.
  const operators = Object.entries(decode(encode(update))) as [string, Doc][];
  const steps = operators.flatMap(([operator, fields]) =>
    // Which elements are meant is settled before the first of them changes.
    Object.entries(fields).map(([path, operand]) => ({
      operator,
      path,
      operand: operand,
      places: operator in UPDATE_OPERATORS ? expandPath(doc, path, placeholders) : [],
    })),
  );
  for (const { operator, path, operand, places } of steps) {
    if (operator === '$rename') rename(doc, path, String(operand));
    const change = UPDATE_OPERATORS[operator];
    if (!change) continue;
    for (const parts of places) writeAt(doc, parts, (current) => change(current, operand, context, path));
  }
  if (id !== undefined && !sameValue(id, doc._id ?? null)) {
    throw new ServerError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  }
  return doc;
}

function rename(doc: Doc, from: string, to: string): void {
  const value = valueAt(doc, from);
  if (value === undefined) return;
  writeAt(doc, from.split('.'), () => undefined);
  writeAt(doc, to.split('.'), () => value);
}

/** The document that an upsert begins with: what the filter says by equality (MongoDB Manual, "upsert"). */
export function fromFilter(filter: Doc): Doc {
  const doc: Doc = {};
  for (const [name, wanted] of equalities(filter)) writeAt(doc, name.split('.'), () => wanted);
  return doc;
}

function* equalities(filter: Doc): Generator<[string, unknown]> {
  for (const [name, wanted] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(wanted))
      for (const clause of wanted) yield* equalities(clause as Doc);
    else if (name === '$or' && Array.isArray(wanted) && wanted.length === 1)
      yield* equalities(wanted[0] as Doc);
    else if (name.startsWith('$')) continue;
    else if (!isOperators(wanted)) yield [name, wanted];
    else if ('$eq' in wanted) yield [name, wanted.$eq];
    else if (Array.isArray(wanted.$in) && wanted.$in.length === 1) yield [name, wanted.$in[0]];
  }
}
