import { ServerError } from '../errors.ts';
import { typeName } from '../query/types.ts';
import { isDocument, numberIn, type Doc } from '../values/bson.ts';
import { compareValues, orderedBytes } from '../values/order.ts';
import { Sum } from './sums.ts';

export interface Accumulator {
  /** `undefined` is a missing value. */
  add: (value: unknown) => void;
  result: () => unknown;
}

/** Told of each value that an accumulator keeps, to bound what a stage may hold. */
export type Hold = (value: unknown) => void;

/** MongoDB Manual, "$group: Accumulator Operator". Fed value by value, so that no group is held whole. */
export const ACCUMULATORS: ReadonlyMap<string, (hold: Hold) => Accumulator> = new Map(
  Object.entries({
    $sum: () => {
      const sum = new Sum();
      return {
        add: (value) => {
          sum.add(numberIn(value) ?? 0);
        },
        result: () => sum.value,
      };
    },
    $count: () => {
      let count = 0;
      return { add: () => count++, result: () => count };
    },
    $avg: () => {
      const sum = new Sum();
      let count = 0;
      return {
        add: (value) => {
          const number = numberIn(value);
          if (number === undefined) return;
          sum.add(number);
          count++;
        },
        result: () => (count === 0 ? null : sum.value / count),
      };
    },
    $stdDevPop: () => deviation(0),
    $stdDevSamp: () => deviation(1),
    $min: () => extreme(-1),
    $max: () => extreme(1),
    $first: () => {
      let first: { value: unknown } | undefined;
      return { add: (value) => (first ??= { value }), result: () => first?.value ?? null };
    },
    $last: () => {
      let last: unknown;
      return { add: (value) => (last = value), result: () => last ?? null };
    },
    $push: (hold) => {
      const all: unknown[] = [];
      return {
        add: (value) => {
          if (value === undefined) return;
          hold(value);
          all.push(value);
        },
        result: () => all,
      };
    },
    $addToSet: (hold) => {
      const set = new Map<string, unknown>();
      return {
        add: (value) => {
          if (value === undefined) return;
          const key = orderedBytes(value).toString('latin1');
          if (set.has(key)) return;
          hold(value);
          set.set(key, value);
        },
        result: () => [...set.values()],
      };
    },
    $mergeObjects: () => {
      const merged: Doc = {};
      return {
        add: (value) => {
          if (value === null || value === undefined) return;
          if (!isDocument(value))
            throw new ServerError(
              'Location40400',
              `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
            );
          Object.assign(merged, value);
        },
        result: () => merged,
      };
    },
  } satisfies Record<string, (hold: Hold) => Accumulator>),
);

function extreme(sign: 1 | -1): Accumulator {
  let best: unknown;
  return {
    add: (value) => {
      if (value === undefined || value === null) return;
      if (best === undefined || compareValues(value, best) * sign > 0) best = value;
    },
    result: () => best ?? null,
  };
}

/** Of a whole population, or (`lost` is 1) estimated from a sample. One pass, by B. P. Welford's method. */
function deviation(lost: 0 | 1): Accumulator {
  let [count, mean, squares] = [0, 0, 0];
  return {
    add: (value) => {
      const number = numberIn(value);
      if (number === undefined) return;
      const before = number - mean;
      mean += before / ++count;
      squares += before * (number - mean);
    },
    result: () => (count <= lost ? null : Math.sqrt(squares / (count - lost))),
  };
}
