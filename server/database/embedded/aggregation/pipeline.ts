import type { Options } from 'mingo/types';
import { find } from '../collection/find.ts';
import { turn } from '../collection/scan.ts';
import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { readSort } from '../query/sort.ts';
import { decodePlain, encode, isDocument, numberIn, type Doc } from '../values/bson.ts';
import { reaches } from '../values/paths.ts';
import { compileExpression, filterExpression, optionsWith } from './expressions.ts';
import { chain, STAGES, type Stage, type Stream } from './stages.ts';

/** Where a pipeline reads. */
export interface Place {
  readonly engine: Engine;
  readonly database: string;
  readonly options: Options;
}

/** The first stages that a search can do through an index: `$match`, `$sort`, `$skip`, `$limit`, in this order. */
export interface Beginning {
  readonly filter: Doc;
  readonly sort: Doc;
  readonly skip: number;
  readonly limit: number;
  readonly rest: readonly Doc[];
}

export function splitPipeline(pipeline: readonly Doc[]): Beginning {
  if (pipeline.some((stage) => Object.keys(stage).length !== 1)) {
    throw new ServerError(
      'Location40323',
      'A pipeline stage specification object must contain exactly one field.',
    );
  }
  const rest = [...pipeline];
  const next = (name: string): unknown => (rest[0] && name in rest[0] ? rest.shift()?.[name] : undefined);
  const filter = next('$match') ?? {};
  if (!isDocument(filter))
    throw new ServerError('BadValue', 'the match filter must be an expression in an object');
  const sort = (next('$sort') ?? {}) as Doc;
  const skip = numberIn(next('$skip')) ?? 0;
  const limit =
    rest[0] && '$limit' in rest[0] && (numberIn(rest[0].$limit) ?? 0) > 0
      ? (numberIn(next('$limit')) ?? 0)
      : 0;
  return { filter, sort, skip, limit, rest };
}

/** Turns stages into one that runs them in turn; an unknown one is refused before anything is read. */
export function compilePipeline(pipeline: readonly Doc[], place: Place): Stage {
  const stages = pipeline.map((stage): Stage => {
    const [[name, spec] = ['', undefined]] = Object.entries(stage);
    if (name === '$lookup') return lookupStage(isDocument(spec) ? spec : {}, place);
    if (name === '$facet') return facetStage(isDocument(spec) ? spec : {}, place);
    const make = STAGES[name];
    if (!make) throw new ServerError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
    return make(plain(spec), place.options);
  });
  return chain(stages);
}

/** Filters keep BSON's numbers, all else calculates with plain ones. */
function plain(spec: unknown): unknown {
  return decodePlain(encode({ spec })).spec;
}

/** The documents of a collection that flow into a pipeline. */
export async function* read(
  place: Place,
  namespace: string,
  { filter, sort, skip, limit }: Omit<Beginning, 'rest'>,
  until = Infinity,
): AsyncGenerator<Doc[]> {
  const engine = { ...place.engine, expression: filterExpression(place.options) };
  const collection = engine.catalog.find(namespace);
  if (!collection) return;
  for await (const piece of find(engine, collection, { filter, sort: readSort(sort), skip, limit, until })) {
    yield piece.map(({ bytes }) => decodePlain(bytes));
  }
}

/** MongoDB Manual, "$lookup": equality of two fields, a pipeline, or both. */
function lookupStage(
  { from, localField, foreignField, as, let: variables, pipeline = [] }: Doc,
  place: Place,
): Stage {
  if (typeof from !== 'string' || typeof as !== 'string' || as === '')
    throw new ServerError('FailedToParse', "$lookup needs 'from' and 'as'");
  if (typeof localField !== typeof foreignField)
    throw new ServerError('FailedToParse', '$lookup needs both localField and foreignField, or neither');
  const stages = pipeline as Doc[];
  compilePipeline(stages, place);
  const bindings = Object.entries(isDocument(variables) ? variables : {}).map(
    ([name, value]) => [name, compileExpression(value, place.options)] as const,
  );
  const joined = async (doc: Doc): Promise<Doc[]> => {
    const equal =
      typeof localField === 'string' ? { [String(foreignField)]: { $in: valuesAt(doc, localField) } } : {};
    const bound = Object.fromEntries(bindings.map(([name, evaluate]) => [name, evaluate(doc) ?? null]));
    const inner = { ...place, options: optionsWith({ ...place.options.variables, ...bound }) };
    const { filter, ...beginning } = splitPipeline(stages);
    const both = Object.keys(filter).length === 0 ? equal : { $and: [equal, filter] };
    const source = read(inner, `${place.database}.${from}`, { ...beginning, filter: both });
    return collect(compilePipeline(beginning.rest, inner)(source));
  };
  return async function* (source) {
    for await (const piece of source) {
      const wider: Doc[] = [];
      for (const doc of piece) wider.push({ ...doc, [as]: await joined(doc) });
      yield wider;
    }
  };
}

function valuesAt(doc: Doc, path: string): unknown[] {
  const values: unknown[] = [];
  reaches(doc, path.split('.'), (value, whole) => {
    if (Array.isArray(value) && !whole) values.push(...(value as unknown[]));
    else values.push(value ?? null);
    return false;
  });
  return values.length > 0 ? values : [null];
}

async function collect(stream: Stream): Promise<Doc[]> {
  const docs: Doc[] = [];
  for await (const piece of stream) docs.push(...piece);
  return docs;
}

/** Several pipelines over the same documents (MongoDB Manual, "$facet"). */
function facetStage(spec: Doc, place: Place): Stage {
  const facets = Object.entries(spec).map(
    ([name, pipeline]) => [name, compilePipeline(pipeline as Doc[], place)] as const,
  );
  return async function* (source) {
    const pieces: Doc[][] = [];
    for await (const piece of source) pieces.push(piece);
    const result: Doc = {};
    for (const [name, run] of facets) {
      result[name] = await collect(run(copiesOf(pieces)));
    }
    yield [result];
  };
}

/** Each facet gets documents of its own: a stage may change what it is given. */
async function* copiesOf(pieces: readonly Doc[][]): AsyncGenerator<Doc[]> {
  for (const piece of pieces) {
    yield piece.map((doc) => decodePlain(encode(doc)));
    await turn();
  }
}
