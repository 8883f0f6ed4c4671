import type { Matches } from '../query/match.ts';
import type { Store } from '../storage/store.ts';
import { decode } from '../values/bson.ts';
import { ServerError } from '../errors.ts';
import type { Collection } from './collection.ts';
import type { Plan } from './plan.ts';

export interface Found {
  readonly record: Buffer;
  readonly bytes: Buffer;
}

/** How long a scan may hold the thread before others get their turn, in milliseconds. */
const SLICE_MS = 1;
const CHECK_EVERY = 4;

export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Reads the documents of a plan, piece by piece. Between two pieces nothing is held open in the store: the scan
 * remembers the last key and goes on behind it, so a cursor that a client forgets costs a few bytes.
 * @param until the clock's time (`performance.now()`) at which the client's `maxTimeMS` ends
 */
export async function* scan(
  store: Store,
  collection: Collection,
  plan: Plan,
  matches: Matches,
  until = Infinity,
  atMost = Infinity,
): AsyncGenerator<Found[]> {
  const seen = plan.index?.multikey ? new Set<string>() : undefined;
  let sliceEnds = performance.now() + SLICE_MS;
  for (const range of plan.ranges) {
    let last: Buffer | undefined;
    for (let more = true; more;) {
      more = false;
      const found: Found[] = [];
      let read = 0;
      for (const { key, value } of store.range({ ...range, reverse: plan.reverse, after: last })) {
        last = key;
        const record = plan.index ? value : key.subarray(4);
        const bytes = seen?.has(record.toString('latin1'))
          ? undefined
          : plan.index
            ? collection.get(record)
            : value;
        if (bytes && (plan.exact || matches(decode(bytes)))) {
          seen?.add(record.toString('latin1'));
          found.push({ record, bytes });
        }
        if (found.length >= atMost || (++read % CHECK_EVERY === 0 && performance.now() > sliceEnds)) {
          more = true;
          break;
        }
      }
      if (found.length > 0) yield found;
      if (performance.now() > until)
        throw new ServerError('MaxTimeMSExpired', 'operation exceeded time limit');
      if (performance.now() > sliceEnds) {
        await turn();
        sliceEnds = performance.now() + SLICE_MS;
      }
    }
  }
}
