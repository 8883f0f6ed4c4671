import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  Decimal128,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { ServerError } from '../errors.ts';
import { isDocument, numberIn } from '../values/bson.ts';

/** BSON types by name, with their numbers (MongoDB Manual, "BSON Types"). */
const TYPES: Record<string, { number: number; is: (value: unknown) => boolean }> = {
  double: { number: 1, is: (v) => v instanceof Double || (typeof v === 'number' && !Number.isInteger(v)) },
  string: { number: 2, is: (v) => typeof v === 'string' },
  object: { number: 3, is: isDocument },
  array: { number: 4, is: Array.isArray },
  binData: { number: 5, is: (v) => v instanceof Binary || v instanceof Uint8Array },
  undefined: { number: 6, is: () => false },
  objectId: { number: 7, is: (v) => v instanceof ObjectId },
  bool: { number: 8, is: (v) => typeof v === 'boolean' },
  date: { number: 9, is: (v) => v instanceof Date },
  null: { number: 10, is: (v) => v === null },
  regex: { number: 11, is: (v) => v instanceof BSONRegExp || v instanceof RegExp },
  javascript: { number: 13, is: (v) => v instanceof Code },
  symbol: { number: 14, is: (v) => v instanceof BSONSymbol },
  int: { number: 16, is: (v) => v instanceof Int32 || (typeof v === 'number' && Number.isInteger(v)) },
  timestamp: { number: 17, is: (v) => v instanceof Timestamp },
  long: { number: 18, is: (v) => v instanceof Long && !(v instanceof Timestamp) },
  decimal: { number: 19, is: (v) => v instanceof Decimal128 },
  minKey: { number: -1, is: (v) => v instanceof MinKey },
  maxKey: { number: 127, is: (v) => v instanceof MaxKey },
  number: { number: NaN, is: (v) => numberIn(v) !== undefined || v instanceof Decimal128 },
};

/** The test of `$type`: a name, a number, or an array of them. */
export function typeTest(operand: unknown): (value: unknown) => boolean {
  const wanted: unknown[] = Array.isArray(operand) ? operand : [operand];
  const tests = wanted.map((type) => {
    const number = numberIn(type);
    const found =
      typeof type === 'string' ? TYPES[type] : Object.values(TYPES).find((known) => known.number === number);
    if (!found) throw new ServerError('BadValue', `Unknown type name alias: ${String(type)}`);
    return found.is;
  });
  return (value) => value !== undefined && tests.some((test) => test(value));
}

/** The name of a value's type, for the sentences of errors. */
export function typeName(value: unknown): string {
  if (value === undefined) return 'missing';
  return Object.entries(TYPES).find(([, type]) => type.is(value))?.[0] ?? 'unknown';
}
