import { find } from '../collection/find.ts';
import { documentsArgument, textArgument } from '../commands/arguments.ts';
import { turn } from '../collection/scan.ts';
import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { readSort } from '../query/sort.ts';
import { decodePlain, encode, isDocument, numberIn, type Doc } from '../values/bson.ts';
import { orderedBytes } from '../values/order.ts';
import { reaches } from '../values/paths.ts';
import { compileExpression, filterExpression } from './expressions.ts';
import type { Scope } from './operators/operator.ts';
import { MAX_STAGE_BYTES } from './group.ts';
import { namedArguments } from './operators/arguments.ts';
import { chain, STAGES, type Stage, type Stream } from './stages.ts';

/** Where a pipeline reads. */
export interface Place {
  readonly engine: Engine;
  readonly database: string;
  /** What `$lookup`s around it have bound with `let`. */
  readonly variables: Scope;
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
  // A number that is none stays with the stage, which refuses it.
  const count = (name: string, least: number): number => {
    const number = numberIn(rest[0]?.[name]);
    return number !== undefined && number >= least && Number.isInteger(number)
      ? (numberIn(next(name)) ?? 0)
      : 0;
  };
  return { filter, sort, skip: count('$skip', 0), limit: count('$limit', 1), rest };
}

/** Turns stages into one that runs them in turn; an unknown one is refused before anything is read. */
export function compilePipeline(pipeline: readonly Doc[], place: Place): Stage {
  const stages = pipeline.map((stage): Stage => {
    const [[name, spec] = ['', undefined]] = Object.entries(stage);
    if (name === '$lookup') return lookupStage(spec, place);
    if (name === '$facet') return facetStage(spec, place);
    const make = STAGES.get(name);
    if (!make) throw new ServerError('Location40324', `Unrecognized pipeline stage name: '${name}'`);
    return make(plain(spec), place.variables);
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
  const engine = { ...place.engine, expression: filterExpression(place.variables) };
  const collection = engine.catalog.find(namespace);
  if (!collection) return;
  for await (const piece of find(engine, collection, { filter, sort: readSort(sort), skip, limit, until })) {
    yield piece.map(({ bytes }) => decodePlain(bytes));
  }
}

/** MongoDB Manual, "$lookup": equality of two fields, a pipeline, or both. */
function lookupStage(spec: unknown, place: Place): Stage {
  const known = ['localField', 'foreignField', 'let', 'pipeline'];
  const given = namedArguments('$lookup', spec, ['from', 'as'], known);
  const { localField, foreignField, let: variables } = given;
  const [from, as] = [textArgument(given, 'from'), textArgument(given, 'as')];
  if (typeof localField !== typeof foreignField)
    throw new ServerError('FailedToParse', '$lookup needs both localField and foreignField, or neither');
  const stages = given.pipeline === undefined ? [] : documentsArgument(given, 'pipeline');
  const bindings = Object.entries(isDocument(variables) ? variables : {}).map(
    ([name, value]) => [name, compileExpression(value, place.variables)] as const,
  );
  const bind = (values: Scope): Place => ({ ...place, variables: { ...place.variables, ...values } });
  // Refused now rather than at the first document.
  compilePipeline(stages, bind(Object.fromEntries(bindings.map(([name]) => [name, null]))));
  const joined = async (doc: Doc): Promise<Doc[]> => {
    const equal =
      typeof localField === 'string' ? { [String(foreignField)]: { $in: valuesAt(doc, localField) } } : {};
    const bound = Object.fromEntries(bindings.map(([name, evaluate]) => [name, evaluate(doc) ?? null]));
    const inner = bind(bound);
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

/** Several pipelines over the same documents (MongoDB Manual, "$facet"). No stage changes what it is given. */
function facetStage(spec: unknown, place: Place): Stage {
  const facets = Object.keys(isDocument(spec) ? spec : {}).map((name) => {
    const pipeline = documentsArgument(spec as Doc, name);
    if (pipeline.some((stage) => '$facet' in stage))
      throw new ServerError('Location40600', '$facet is not allowed to be used within a $facet stage');
    return [name, compilePipeline(pipeline, place)] as const;
  });
  return async function* (source) {
    const pieces: Doc[][] = [];
    let held = 0;
    for await (const piece of source) {
      pieces.push(piece);
      held += piece.reduce((sum, doc) => sum + orderedBytes(doc).length, 0);
      if (held > MAX_STAGE_BYTES)
        throw new ServerError(
          'QueryExceededMemoryLimitNoDiskUseAllowed',
          'Exceeded memory limit for $facet: group or match before it.',
        );
    }
    const result: Doc = {};
    for (const [name, run] of facets) result[name] = await collect(run(inTurns(pieces)));
    yield [result];
  };
}

async function* inTurns(pieces: readonly Doc[][]): AsyncGenerator<Doc[]> {
  for (const piece of pieces) {
    yield piece;
    await turn();
  }
}
