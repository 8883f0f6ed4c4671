import { sameValue, invert, LONGEST_KEY, orderedBytes } from '../values/order.ts';
import { isOperators } from '../query/match.ts';
import type { Pattern } from '../query/sort.ts';
import { after } from '../storage/keys.ts';
import type { Doc } from '../values/bson.ts';
import { demandsOf, type Demand } from './bounds.ts';
import type { Collection } from './collection.ts';
import type { Index } from './entries.ts';
import { oriented } from './index-keys.ts';

/** How the documents for a filter are found: through which index, in which stretches of it, in which direction. */
export interface Plan {
  readonly index: Index | undefined;
  readonly ranges: readonly { readonly from: Buffer; readonly to: Buffer }[];
  readonly reverse: boolean;
  /** Documents come in the order asked for. */
  readonly sorted: boolean;
  /** All that is found matches: the filter need not be tried again. */
  readonly exact: boolean;
}

interface Candidate extends Plan {
  readonly score: number;
}

/** More points than this in one plan are read as a scan. */
const MOST_RANGES = 1000;

/** Chooses by rule, without statistics: equal fields count most, then a range, then being spared a sort. */
export function planFor(collection: Collection, filter: Doc, sort: Pattern, hint?: Index): Plan {
  const demands = demandsOf(filter);
  const indexes = hint ? [hint] : collection.indexes.filter(({ building }) => !building);
  let best: Candidate | undefined;
  for (const index of indexes) {
    if (!serves(index, filter)) continue;
    const candidate = consider(index, demands, filter, sort);
    if (candidate && candidate.score > (best?.score ?? 0)) best = candidate;
  }
  if (best) return best;
  const natural = sort.length === 0 || sort[0]?.[0] === '$natural';
  const ranges = [{ from: collection.space, to: after(collection.space) }];
  return {
    index: undefined,
    ranges,
    reverse: natural && sort[0]?.[1] === -1,
    sorted: natural,
    exact: Object.keys(filter).length === 0,
  };
}

function consider(
  index: Index,
  demands: Map<string, Demand>,
  filter: Doc,
  sort: Pattern,
): Candidate | undefined {
  const { pattern, sparse, partial } = index.spec;
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let equal = 0;
  let present = false;
  for (const [path, direction] of pattern) {
    const demand = demands.get(path);
    const points =
      demand?.points && distinct(demand.points.map((point) => oriented(orderedBytes(point), direction)));
    if (!points || points.length * prefixes.length > MOST_RANGES) break;
    prefixes = prefixes.flatMap((prefix) => points.map((point) => Buffer.concat([prefix, point])));
    present ||= demand.present;
    equal++;
    // With arrays, two fields of a key belong to one element, but a filter may be met by two: use the first alone.
    if (index.multikey) break;
  }
  const [path = '', direction = 1] = pattern[equal] ?? [];
  const range = equal === 0 || !index.multikey ? demands.get(path) : undefined;
  const ranged = range?.low !== undefined && !range.points;
  present ||= ranged;
  const bounded = equal > 0 || ranged;
  if ((sparse && !present) || (partial && !bounded)) return undefined;
  const order =
    prefixes.length === 1 && !index.multikey && !index.cut ? sortedBy(pattern, equal, demands, sort) : 0;
  if (!bounded && (order === 0 || sort.length === 0)) return undefined;
  const ranges = prefixes
    .map((prefix) =>
      ranged
        ? between(prefix, range, direction, index.multikey)
        : { from: cutBack(prefix), to: after(cutBack(prefix)) },
    )
    .map(({ from, to }) => ({
      from: Buffer.concat([index.space, from]),
      to: to.length === 0 || isLast(to) ? after(index.space) : Buffer.concat([index.space, to]),
    }))
    .sort((a, b) => Buffer.compare(a.from, b.from));
  const reverse = order === -1;
  if (reverse) ranges.reverse();
  const sorted = sort.length === 0 || order !== 0;
  const score =
    equal * 10 +
    (ranged ? 5 : 0) +
    (order !== 0 && sort.length > 0 ? 3 : 0) +
    (index.spec.unique && equal === pattern.length ? 2 : 0);
  return { index, ranges, reverse, sorted, exact: isExact(index, equal, demands, filter, prefixes), score };
}

/** The stretch of an index between two ends. With arrays, one element may meet each end: only one end binds. */
function between(
  prefix: Buffer,
  { low, high }: Demand,
  direction: 1 | -1,
  multikey: boolean,
): { from: Buffer; to: Buffer } {
  const type = low?.bytes.subarray(0, 1) ?? Buffer.alloc(0);
  const bottom =
    multikey && (high?.bytes.length ?? 0) > 1
      ? { bytes: type, open: false }
      : (low ?? { bytes: type, open: false });
  const top = high ?? bottom;
  const [first, last] = direction === 1 ? [bottom, top] : [top, bottom];
  const edge = ({ bytes }: { bytes: Buffer }): Buffer =>
    Buffer.concat([prefix, direction === 1 ? bytes : invert(bytes)]);
  const from = edge(first);
  const to = edge(last);
  return {
    from: cutBack(first.open && from.length <= LONGEST_KEY ? after(from) : from),
    to: last.open && to.length <= LONGEST_KEY ? to : after(cutBack(to)),
  };
}

const cutBack = (key: Buffer): Buffer => key.subarray(0, LONGEST_KEY);
const isLast = (to: Buffer): boolean => to.every((byte) => byte === 255);

function distinct(keys: Buffer[]): Buffer[] {
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()];
}

/** 1 when the index gives the sort, -1 when it does backwards, 0 when it does not. Fields held equal do not matter. */
function sortedBy(pattern: Pattern, equal: number, demands: Map<string, Demand>, sort: Pattern): 1 | -1 | 0 {
  const fixed = new Set(pattern.slice(0, equal).map(([path]) => path));
  const asked = sort.filter(([path]) => !fixed.has(path) || demands.get(path)?.points?.length !== 1);
  const rest = pattern.slice(equal);
  const turns = new Set(
    asked.map(([path, direction], i) => (rest[i]?.[0] === path ? direction * rest[i][1] : 0)),
  );
  if (turns.size === 0) return 1;
  const [turn = 0] = turns;
  return turns.size === 1 ? (turn as 1 | -1 | 0) : 0;
}

function isExact(
  index: Index,
  equal: number,
  demands: Map<string, Demand>,
  filter: Doc,
  prefixes: Buffer[],
): boolean {
  const used = new Set(index.spec.pattern.slice(0, equal).map(([path]) => path));
  const said =
    Object.keys(filter).every((name) => used.has(name)) &&
    [...demands.values()].every(({ complete, present }) => complete && present);
  return said && !index.multikey && prefixes.every(({ length }) => length <= LONGEST_KEY);
}

/** A partial index holds only some documents: the filter must demand what the index demands. */
function serves(index: Index, filter: Doc): boolean {
  if (!index.spec.partial) return true;
  const demands = demandsOf(filter);
  return Object.entries(index.spec.partial).every(([path, wanted]) => {
    const mine = filter[path];
    if (mine !== undefined && sameValue(mine, wanted)) return true;
    if (!isOperators(wanted)) return false;
    return wanted.$exists === true && Object.keys(wanted).length === 1 && demands.get(path)?.present === true;
  });
}
