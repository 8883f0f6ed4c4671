import { turn } from '../collection/scan.ts';
import { ServerError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { compileProjection, flatten } from '../query/project.ts';
import { readSort, sortKey } from '../query/sort.ts';
import { typeName } from '../query/types.ts';
import { isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { compareValues, orderedBytes } from '../values/order.ts';
import { fieldOf } from '../values/paths.ts';
import { compileExpression } from './expressions.ts';
import type { Scope } from './operators/operator.ts';
import { compileFields, Grouping, MAX_STAGE_BYTES } from './group.ts';

/** Documents in pieces, so that a long pipeline lets others have their turn. */
export type Stream = AsyncIterable<Doc[]>;
export type Stage = (source: Stream) => AsyncGenerator<Doc[]>;
const PIECE = 100;

/** Stages that need only what flows through them; those that read other collections are in `pipeline.ts`. */
export const STAGES: ReadonlyMap<string, (spec: unknown, variables: Scope) => Stage> = new Map(
  Object.entries({
    $match: (spec, variables) => {
      const filter = documentOf('the match filter', spec, 'Location15959');
      const matches = compileFilter(filter, (expression) => compileExpression(expression, variables));
      return mapPieces((piece) => piece.filter(matches));
    },
    $project: projectStage,
    $addFields: addFieldsStage,
    $set: addFieldsStage,
    $unset: unsetStage,
    $replaceRoot: (spec, variables) =>
      replaceStage(documentOf('$replaceRoot', spec, 'Location40229').newRoot, variables),
    $replaceWith: replaceStage,
    $unwind: unwindStage,
    $sort: sortStage,
    $limit: (spec) => cut(0, whole('$limit', spec, 1, 'Location15958')),
    $skip: (spec) => cut(whole('$skip', spec, 0, 'Location5107200'), Infinity),
    $group: (spec, variables) => {
      const { _id: id, ...fields } = documentOf('a group', spec, 'Location15947');
      if (id === undefined)
        throw new ServerError('Location15955', 'a group specification must include an _id');
      return groupStage(compileExpression(id, variables), fields, variables);
    },
    $count: (spec, variables) => {
      if (typeof spec !== 'string' || spec === '' || /[.$]/.test(spec))
        throw new ServerError('Location40156', 'the count field must be a non-empty string');
      const group = groupStage(() => null, { [spec]: { $sum: 1 } }, variables);
      return chain([group, mapPieces((piece) => piece.map((doc) => ({ [spec]: doc[spec] })))]);
    },
    $bucket: bucketStage,
  } satisfies Record<string, (spec: unknown, variables: Scope) => Stage>),
);

function documentOf(what: string, spec: unknown, code: `Location${number}`): Doc {
  if (isDocument(spec)) return spec;
  throw new ServerError(code, `${what} must be an object, not ${typeName(spec)}`);
}

function whole(stage: string, value: unknown, least: number, code: `Location${number}`): number {
  const number = numberIn(value);
  if (number === undefined || !Number.isInteger(number) || number < least)
    throw new ServerError(
      code,
      `invalid argument to ${stage} stage: a whole number of at least ${least} is needed`,
    );
  return number;
}

export function chain(stages: readonly Stage[]): Stage {
  return (source) => stages.reduce<Stream>((stream, stage) => stage(stream), source) as AsyncGenerator<Doc[]>;
}

function mapPieces(change: (piece: Doc[]) => Doc[]): Stage {
  return async function* (source) {
    for await (const piece of source) {
      const changed = change(piece);
      if (changed.length > 0) yield changed;
    }
  };
}

/**
 * A copy of the document with another value at a path, or (given undefined) none; an array on the way stands for
 * each of its elements. Documents of a pipeline may share their parts, so none is changed in its place.
 */
function withValueAt(node: unknown, parts: readonly string[], value: unknown): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (Array.isArray(node)) return node.map((element) => withValueAt(element, parts, value));
  const doc = isDocument(node) ? { ...node } : {};
  const inner = withValueAt(fieldOf(doc, part), rest, value);
  if (inner === undefined) Reflect.deleteProperty(doc, part);
  else doc[part] = inner;
  return doc;
}

/** The fields of a specification, each with the values that it gives to a document. */
function compileAssignments(
  entries: readonly [string, unknown][],
  variables: Scope,
): (from: Doc, to: Doc) => Doc {
  const fields = entries.map(([path, expression]) => ({
    parts: path.split('.'),
    evaluate: compileExpression(expression, variables),
  }));
  return (from, to) =>
    fields.reduce((doc, { parts, evaluate }) => withValueAt(doc, parts, evaluate(from)) as Doc, to);
}

/** Paths to keep or leave out, as in a find, and fields that are calculated, which come behind them. */
function projectStage(spec: unknown, variables: Scope): Stage {
  const entries = [...flatten(documentOf('$project specification', spec, 'Location15969'))];
  if (entries.length === 0)
    throw new ServerError('Location51272', '$project specification must have at least one field');
  const isPlain = ([, wanted]: [string, unknown]): boolean =>
    typeof wanted === 'boolean' || numberIn(wanted) !== undefined;
  const plain = Object.fromEntries(entries.filter(isPlain));
  const calculated = entries.filter((entry) => !isPlain(entry));
  const keeps = Object.entries(plain).some(([path, wanted]) => isTrue(wanted) && path !== '_id');
  const leaves = Object.entries(plain).some(([path, wanted]) => !isTrue(wanted) && path !== '_id');
  if (leaves && calculated.length > 0)
    throw new ServerError('Location31310', 'Cannot use an expression in an exclusion projection');
  const project = compileProjection(plain, {}, () => () => undefined);
  const onlyId = (doc: Doc): Doc => (isTrue(plain._id ?? true) && '_id' in doc ? { _id: doc._id } : {});
  const assign = compileAssignments(calculated, variables);
  return mapPieces((piece) =>
    piece.map((doc) =>
      assign(doc, project && (keeps || calculated.length === 0) ? project(doc) : onlyId(doc)),
    ),
  );
}

function addFieldsStage(spec: unknown, variables: Scope): Stage {
  const entries = [...flatten(documentOf('$addFields specification', spec, 'Location40272'))];
  const assign = compileAssignments(entries, variables);
  return mapPieces((piece) => piece.map((doc) => assign(doc, doc)));
}

function unsetStage(spec: unknown): Stage {
  const paths: unknown[] = Array.isArray(spec) ? spec : [spec];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string' && path !== ''))
    throw new ServerError('Location31002', '$unset specification must be a string or an array of strings');
  const without = Object.fromEntries(paths.map((path): [string, boolean] => [String(path), false]));
  const project = compileProjection(without, {}, () => () => undefined);
  return mapPieces((piece) => piece.map((doc) => project?.(doc) ?? doc));
}

function replaceStage(spec: unknown, variables: Scope): Stage {
  const evaluate = compileExpression(spec, variables);
  return mapPieces((piece) =>
    piece.map((doc) => documentOf("'newRoot' expression", evaluate(doc), 'Location40228')),
  );
}

/** MongoDB Manual, "$unwind". */
function unwindStage(spec: unknown): Stage {
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = isDocument(spec) ? spec : { path: spec };
  if (typeof path !== 'string' || !/^\$[^$]/.test(path))
    throw new ServerError('Location28818', "path option to $unwind stage should be prefixed with a '$'");
  const parts = path.slice(1).split('.');
  const place = typeof includeArrayIndex === 'string' ? includeArrayIndex.split('.') : undefined;
  const withIndex = (doc: Doc, index: number | null): Doc =>
    place ? (withValueAt(doc, place, index) as Doc) : doc;
  const unwind = (doc: Doc): Doc[] => {
    const value = parts.reduce<unknown>(fieldOf, doc);
    if (!Array.isArray(value)) {
      const keeps = (value !== null && value !== undefined) || isTrue(preserveNullAndEmptyArrays);
      return keeps ? [withIndex(doc, null)] : [];
    }
    if (value.length === 0)
      return isTrue(preserveNullAndEmptyArrays)
        ? [withIndex(withValueAt(doc, parts, undefined) as Doc, null)]
        : [];
    return value.map((element, i) => withIndex(withValueAt(doc, parts, element) as Doc, i));
  };
  return mapPieces((piece) => piece.flatMap(unwind));
}

function cut(skip: number, limit: number): Stage {
  return async function* (source) {
    let passed = 0;
    for await (const piece of source) {
      const wanted = piece.slice(Math.max(skip - passed, 0), skip + limit - passed);
      passed += piece.length;
      if (wanted.length > 0) yield wanted;
      if (passed >= skip + limit) return;
    }
  };
}

function groupStage(id: (doc: Doc) => unknown, fields: Doc, variables: Scope): Stage {
  const compiled = compileFields(fields, variables);
  return async function* (source) {
    const grouping = new Grouping(id, compiled);
    for await (const piece of source) for (const doc of piece) grouping.add(doc);
    yield* inPieces(grouping.results());
  };
}

async function* inPieces(docs: Iterable<Doc>): AsyncGenerator<Doc[]> {
  let piece: Doc[] = [];
  for (const doc of docs) {
    if (piece.push(doc) < PIECE) continue;
    yield piece;
    piece = [];
    await turn();
  }
  if (piece.length > 0) yield piece;
}

function sortStage(spec: unknown): Stage {
  const keyOf = sortKey(readSort(documentOf('the $sort key specification', spec, 'Location15973')));
  return async function* (source) {
    const all: { key: Buffer; doc: Doc }[] = [];
    let held = 0;
    for await (const piece of source) {
      for (const doc of piece) {
        all.push({ key: keyOf(doc), doc });
        held += orderedBytes(doc).length;
      }
      if (held > MAX_STAGE_BYTES)
        throw new ServerError(
          'QueryExceededMemoryLimitNoDiskUseAllowed',
          'Sort exceeded memory limit of 104857600 bytes.',
        );
    }
    all.sort((a, b) => Buffer.compare(a.key, b.key));
    yield* inPieces(all.map(({ doc }) => doc));
  };
}

/** `$bucket` is a `$group` by the boundary below the value (MongoDB Manual, "$bucket"). */
function bucketStage(spec: unknown, variables: Scope): Stage {
  const { groupBy, boundaries, default: otherwise, output } = documentOf('$bucket', spec, 'Location40201');
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new ServerError('Location40192', 'The $bucket boundaries must be at least two values.');
  const bounds: unknown[] = boundaries;
  if (bounds.some((bound, i) => i > 0 && compareValues(bounds[i - 1], bound) >= 0))
    throw new ServerError('Location40194', 'The $bucket boundaries must be in ascending order');
  const value = compileExpression(groupBy, variables);
  const id = (doc: Doc): unknown => {
    const at = value(doc) ?? null;
    const above = bounds.findIndex((bound) => compareValues(at, bound) < 0);
    if (above > 0) return bounds[above - 1];
    if (otherwise !== undefined) return otherwise;
    throw new ServerError(
      'Location40066',
      '$bucket could not find a matching branch for an input, and no default was specified.',
    );
  };
  const fields = isDocument(output) ? output : { count: { $sum: 1 } };
  return chain([groupStage(id, fields, variables), sortStage({ _id: 1 })]);
}
