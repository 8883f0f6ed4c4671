import { Lazy } from 'mingo/lazy';
import type { Options } from 'mingo/types';
import { turn } from '../collection/scan.ts';
import { ServerError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { readSort, sortKey } from '../query/sort.ts';
import { compileProjection, flatten } from '../query/project.ts';
import { writeAt } from '../query/update-paths.ts';
import { isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { orderedBytes } from '../values/order.ts';
import {
  asExpressionError,
  checkExpression,
  compileExpression,
  filterExpression,
  MINGO_STAGES,
} from './expressions.ts';
import { Grouping, MAX_STAGE_BYTES } from './group.ts';

/** Documents in pieces, so that a long pipeline lets others have their turn. */
export type Stream = AsyncIterable<Doc[]>;
export type Stage = (source: Stream) => AsyncGenerator<Doc[]>;
const PIECE = 100;

/** Stages that need only what flows through them; those that read other collections are in `pipeline.ts`. */
export const STAGES: Readonly<Record<string, (spec: unknown, options: Options) => Stage>> = {
  $match: (spec, options) => {
    if (!isDocument(spec))
      throw new ServerError('BadValue', 'the match filter must be an expression in an object');
    const matches = compileFilter(spec, filterExpression(options));
    return mapPieces((piece) => piece.filter(matches));
  },
  $project: (spec, options) => projectStage(isDocument(spec) ? spec : {}, options),
  $sort: (spec) => sortStage(spec),
  $limit: (spec) => cut(0, whole('$limit', spec, 1)),
  $skip: (spec) => cut(whole('$skip', spec, 0), Infinity),
  $group: (spec, options) => groupStage(isDocument(spec) ? spec : {}, options),
  $count: (spec, options) => {
    if (typeof spec !== 'string' || spec === '' || /[.$]/.test(spec))
      throw new ServerError('BadValue', 'the count field must be a non-empty string');
    const group = groupStage({ _id: null, [spec]: { $sum: 1 } }, options);
    return chain([group, mapPieces((piece) => piece.map((doc) => ({ [spec]: doc[spec] })))]);
  },
  $sortByCount: (spec, options) =>
    chain([groupStage({ _id: spec, count: { $sum: 1 } }, options), sortStage({ count: -1 })]),
  $bucket: (spec, options) => bucketStage(isDocument(spec) ? spec : {}, options),
  $sample: (spec) => sampleStage(whole('$sample', isDocument(spec) ? spec.size : undefined, 1)),
  ...Object.fromEntries(
    Object.keys(MINGO_STAGES).map((name) => [
      name,
      (spec: unknown, options: Options) => mingoStage(name as keyof typeof MINGO_STAGES, spec, options),
    ]),
  ),
};

function whole(stage: string, value: unknown, least: number): number {
  const number = numberIn(value);
  if (number === undefined || !Number.isInteger(number) || number < least)
    throw new ServerError(
      'BadValue',
      `invalid argument to ${stage} stage: a whole number of at least ${least} is needed`,
    );
  return number;
}

export function chain(stages: readonly Stage[]): Stage {
  return (source) => stages.reduce<Stream>((stream, stage) => stage(stream), source) as AsyncGenerator<Doc[]>;
}

export function mapPieces(change: (piece: Doc[]) => Doc[]): Stage {
  return async function* (source) {
    for await (const piece of source) {
      const changed = change(piece);
      if (changed.length > 0) yield changed;
    }
  };
}

/** Paths to keep or leave out, as in a find, and fields that are calculated, which come behind them. */
function projectStage(spec: Doc, options: Options): Stage {
  const entries = [...flatten(spec)];
  const isPlain = ([, wanted]: [string, unknown]): boolean =>
    typeof wanted === 'boolean' || numberIn(wanted) !== undefined;
  const plain = Object.fromEntries(entries.filter(isPlain));
  const calculated = entries
    .filter((entry) => !isPlain(entry))
    .map(([path, expression]) => ({
      parts: path.split('.'),
      evaluate: compileExpression(expression, options),
    }));
  const including = Object.values(plain).some(isTrue);
  const project = compileProjection(plain, {}, filterExpression(options));
  const onlyId = (doc: Doc): Doc => (plain._id === undefined && '_id' in doc ? { _id: doc._id } : {});
  if (entries.length === 0)
    throw new ServerError('BadValue', '$project specification must have at least one field');
  return mapPieces((piece) =>
    piece.map((doc) => {
      const shown = calculated.length > 0 && !including ? onlyId(doc) : project ? project(doc) : doc;
      for (const { parts, evaluate } of calculated) writeAt(shown, parts, () => evaluate(doc));
      return shown;
    }),
  );
}

function mingoStage(name: keyof typeof MINGO_STAGES, spec: unknown, options: Options): Stage {
  checkExpression(spec);
  const run = MINGO_STAGES[name] as (
    source: unknown,
    spec: unknown,
    options: Options,
  ) => { collect: () => Doc[] };
  return mapPieces((piece) => asExpressionError(() => run(Lazy(piece as never), spec, options).collect()));
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

function groupStage(spec: Doc, options: Options): Stage {
  // Made once to refuse a wrong specification before anything is read, and anew for each run.
  let grouping = new Grouping(spec, options);
  return async function* (source) {
    grouping = new Grouping(spec, options);
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
  const keyOf = sortKey(readSort(spec));
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
function bucketStage({ groupBy, boundaries, default: otherwise, output }: Doc, options: Options): Stage {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new ServerError('BadValue', 'The $bucket boundaries must be at least two values.');
  const bounds: unknown[] = boundaries;
  const branches = bounds.slice(0, -1).map((low, i) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: bounds[i + 1] }] }] },
    then: { $literal: low },
  }));
  const id = {
    $switch: { branches, ...(otherwise === undefined ? {} : { default: { $literal: otherwise } }) },
  };
  const fields = isDocument(output) ? output : { count: { $sum: 1 } };
  return chain([groupStage({ _id: id, ...fields }, options), sortStage({ _id: 1 })]);
}

/** A fair choice while reading on (reservoir sampling: Vitter's algorithm R). */
function sampleStage(size: number): Stage {
  return async function* (source) {
    const chosen: Doc[] = [];
    let seen = 0;
    for await (const piece of source) {
      for (const doc of piece) {
        const place = seen++ < size ? chosen.length : Math.floor(Math.random() * seen);
        if (place < size) chosen[place] = doc;
      }
    }
    yield* inPieces(chosen);
  };
}
