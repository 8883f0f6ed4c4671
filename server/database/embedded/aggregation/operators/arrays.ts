import { ServerError } from '../../errors.ts';
import { typeName } from '../../query/types.ts';
import { isDocument } from '../../values/bson.ts';
import { orderedBytes, sameValue } from '../../values/order.ts';
import { ACCUMULATORS } from '../accumulators.ts';
import type { Operator } from './operator.ts';
import { arrayOf, integerOf, isNullish, ofPresent, ofValues } from './arguments.ts';

const keyOf = (value: unknown): string => orderedBytes(value).toString('latin1');
const setOf = (values: readonly unknown[]): Map<string, unknown> =>
  new Map(values.map((value) => [keyOf(value), value]));

/** MongoDB Manual, "Array", "Set" and "Object Expression Operators"; those that bind a variable are beside `$let`. */
export const ARRAYS: Readonly<Record<string, Operator>> = {
  $size: ofValues(1, 1, (array) => arrayOf('$size', array, 'Location17124').length),
  $in: ofValues(2, 2, (value, array) =>
    arrayOf('$in', array, 'Location40081').some(
      (element) => value !== undefined && sameValue(element, value),
    ),
  ),
  $isArray: ofValues(1, 1, (value) => Array.isArray(value)),
  $arrayElemAt: ofPresent(2, 2, (array, index) =>
    arrayOf('$arrayElemAt', array, 'Location28689').at(integerOf('$arrayElemAt', index, 'Location28690')),
  ),
  $first: ofPresent(1, 1, (array) => arrayOf('$first', array, 'Location28689').at(0)),
  $last: ofPresent(1, 1, (array) => arrayOf('$last', array, 'Location28689').at(-1)),
  $slice: ofPresent(2, 3, slice),
  $concatArrays: ofPresent(0, Infinity, (...arrays) =>
    arrays.flatMap((array) => arrayOf('$concatArrays', array, 'Location28664')),
  ),
  $indexOfArray: ofValues(2, 2, (array, value) =>
    isNullish(array)
      ? null
      : arrayOf('$indexOfArray', array, 'Location40090').findIndex((element) => sameValue(element, value)),
  ),
  $setUnion: ofPresent(0, Infinity, (...arrays) => [
    ...setOf(arrays.flatMap((array) => arrayOf('$setUnion', array, 'Location17043'))).values(),
  ]),
  $setIntersection: ofPresent(0, Infinity, (first = [], ...others) => {
    const sets = others.map((array) => setOf(arrayOf('$setIntersection', array, 'Location17047')));
    const common = [...setOf(arrayOf('$setIntersection', first, 'Location17047'))];
    return common.filter(([key]) => sets.every((set) => set.has(key))).map(([, value]) => value);
  }),
  $setDifference: ofPresent(2, 2, (array, unwanted) => {
    const without = setOf(arrayOf('$setDifference', unwanted, 'Location17049'));
    const own = [...setOf(arrayOf('$setDifference', array, 'Location17048'))];
    return own.filter(([key]) => !without.has(key)).map(([, value]) => value);
  }),
  $objectToArray: ofPresent(1, 1, (doc) => {
    if (!isDocument(doc))
      throw new ServerError(
        'Location40390',
        `$objectToArray requires a document input, found: ${typeName(doc)}`,
      );
    return Object.entries(doc).map(([k, v]) => ({ k, v }));
  }),
  $arrayToObject: ofPresent(1, 1, (array) =>
    Object.fromEntries(arrayOf('$arrayToObject', array, 'Location40386').map(pairOf)),
  ),
  $mergeObjects: ofValues(0, Infinity, (...values) => {
    const { add, result } = ACCUMULATORS.get('$mergeObjects')?.(() => undefined) ?? {};
    const [only] = values;
    for (const value of values.length === 1 && Array.isArray(only) ? (only as unknown[]) : values)
      add?.(value);
    return result?.();
  }),
};

function slice(array: unknown, first: unknown, second?: unknown): unknown[] {
  const all = arrayOf('$slice', array, 'Location28724');
  const start = integerOf('$slice', first, 'Location28726');
  if (second === undefined) return start < 0 ? all.slice(start) : all.slice(0, start);
  const count = integerOf('$slice', second, 'Location28728');
  if (count <= 0) throw new ServerError('Location28729', 'Third argument to $slice must be positive');
  const from = start < 0 ? Math.max(all.length + start, 0) : start;
  return all.slice(from, from + count);
}

/** `[name, value]` or `{ k: name, v: value }`. */
function pairOf(pair: unknown): [string, unknown] {
  const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : isDocument(pair) ? [pair.k, pair.v] : [];
  if (typeof name !== 'string' || name.includes('\0'))
    throw new ServerError('Location40394', '$arrayToObject requires pairs of a name and a value');
  return [name, value ?? null];
}
