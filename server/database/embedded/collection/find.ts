import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { compileFilter, type Matches } from '../query/match.ts';
import { sortKey, type Pattern } from '../query/sort.ts';
import { decode, encode, type Doc } from '../values/bson.ts';
import type { Collection } from './collection.ts';
import type { Index } from './entries.ts';
import { planFor } from './plan.ts';
import { scan, turn, type Found } from './scan.ts';

export interface Search {
  readonly filter: Doc;
  readonly sort?: Pattern;
  readonly skip?: number;
  /** 0 for no limit. */
  readonly limit?: number;
  readonly project?: ((doc: Doc) => Doc) | undefined;
  readonly hint?: Index | undefined;
  readonly until?: number;
}

/** What a sort may hold in memory (MongoDB's `internalQueryMaxBlockingSortMemoryUsageBytes`, 100 MiB). */
const MAX_SORT_BYTES = 100 * 1024 * 1024;
const PIECE = 101;

/** The matching documents in order, in pieces. */
export async function* find(engine: Engine, collection: Collection, search: Search): AsyncGenerator<Found[]> {
  const { filter, sort = [], skip = 0, limit = 0, hint, until } = search;
  const matches = compileFilter(filter, engine.expression);
  const plan = planFor(collection, filter, sort, hint);
  const end = limit === 0 ? Infinity : skip + limit;
  const atMost = plan.sorted ? Math.min(end, Math.max(PIECE, skip)) : Infinity;
  const found = scan(engine.store, collection, plan, matches, until, atMost);
  let passed = 0;
  for await (const piece of plan.sorted ? found : sorted(found, sort, end)) {
    const wanted = piece.slice(Math.max(skip - passed, 0), end - passed);
    passed += piece.length;
    if (wanted.length > 0) yield wanted;
    if (passed >= end) return;
  }
}

/** The documents as they are sent to the client. */
export async function* findBytes(
  engine: Engine,
  collection: Collection,
  search: Search,
): AsyncGenerator<Buffer[]> {
  const { project } = search;
  for await (const piece of find(engine, collection, search)) {
    yield piece.map(({ bytes }) => (project ? encode(project(decode(bytes))) : bytes));
  }
}

/** The first matching document, to be changed. */
export async function findFirst(
  engine: Engine,
  collection: Collection,
  search: Search,
): Promise<Found | undefined> {
  for await (const [first] of find(engine, collection, { ...search, limit: 1 })) return first;
  return undefined;
}

/** A document that was found some turns ago, if it still is there and still matches. Within `Store.write`. */
export function stillThere(collection: Collection, { record }: Found, matches: Matches): Buffer | undefined {
  const bytes = collection.get(record);
  return bytes && matches(decode(bytes)) ? bytes : undefined;
}

/** Sorts in memory; of a limited sort only the foremost are kept. */
async function* sorted(source: AsyncIterable<Found[]>, sort: Pattern, end: number): AsyncGenerator<Found[]> {
  const keyOf = sortKey(sort);
  let kept: { key: Buffer; found: Found }[] = [];
  let bytes = 0;
  const order = (): void => {
    kept.sort((a, b) => Buffer.compare(a.key, b.key));
    if (kept.length <= end) return;
    kept = kept.slice(0, end);
    bytes = kept.reduce((sum, { key, found }) => sum + key.length + found.bytes.length, 0);
  };
  for await (const piece of source) {
    for (const found of piece) {
      const key = keyOf(decode(found.bytes));
      kept.push({ key, found });
      bytes += key.length + found.bytes.length;
    }
    if (kept.length > 2 * end + 1000 || (bytes > MAX_SORT_BYTES && kept.length > end)) order();
    if (bytes > MAX_SORT_BYTES) {
      throw new ServerError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Sort exceeded memory limit of ${MAX_SORT_BYTES} bytes: add an index or a limit.`,
      );
    }
  }
  order();
  for (let at = 0; at < kept.length; at += PIECE) {
    yield kept.slice(at, at + PIECE).map(({ found }) => found);
    if (at % (PIECE * 20) === 0) await turn();
  }
}
