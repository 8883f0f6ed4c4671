import { Long, ObjectId } from 'bson';
import { ServerError } from '../../errors.ts';
import { typeName } from '../../query/types.ts';
import { numberIn } from '../../values/bson.ts';
import type { Operator } from './operator.ts';
import { integerOf, isNullish, ofPresent, ofValues, textOf } from './arguments.ts';

/** MongoDB Manual, "String" and "Type Expression Operators". */
export const TEXT: Readonly<Record<string, Operator>> = {
  $concat: ofPresent(0, Infinity, (...parts) =>
    parts.map((part) => textOf('$concat', part, 'Location16702')).join(''),
  ),
  // Letters of the English alphabet alone: MongoDB leaves all others as they are.
  $toUpper: ofValues(1, 1, (value) =>
    coerced('$toUpper', value).replaceAll(/[a-z]/g, (letter) => letter.toUpperCase()),
  ),
  $toLower: ofValues(1, 1, (value) =>
    coerced('$toLower', value).replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  $substrCP: ofValues(3, 3, (value, start, count) => {
    const from = integerOf('$substrCP', start, 'Location34450');
    const length = integerOf('$substrCP', count, 'Location34452');
    if (from < 0 || length < 0)
      throw new ServerError(
        'Location34455',
        '$substrCP: the starting index and the length must be non-negative',
      );
    return Array.from(coerced('$substrCP', value))
      .slice(from, from + length)
      .join('');
  }),
  $type: ofValues(1, 1, typeName),
  $isNumber: ofValues(1, 1, (value) => numberIn(value) !== undefined),
  $toString: ofPresent(1, 1, (value) => textFrom('$toString', value)),
  $toInt: ofPresent(1, 1, (value) => {
    const number = Math.trunc(numberFrom('$toInt', value, /^[+-]?\d+$/));
    if (number !== (number | 0)) throw conversionFailure('$toInt', value);
    return number;
  }),
  $toDouble: ofPresent(1, 1, (value) =>
    numberFrom('$toDouble', value, /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i),
  ),
};

function conversionFailure(name: string, value: unknown): ServerError {
  return new ServerError('ConversionFailure', `Failed to convert ${typeName(value)} in ${name}`);
}

function textFrom(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (value instanceof ObjectId) return value.toHexString();
  if (typeof value === 'number' || typeof value === 'boolean' || value instanceof Long) return String(value);
  throw conversionFailure(name, value);
}

/** The older operators take numbers and dates for text, and null for none. */
function coerced(name: string, value: unknown): string {
  if (isNullish(value)) return '';
  if (typeof value === 'string' || typeof value === 'number' || value instanceof Date)
    return textFrom(name, value);
  throw new ServerError('Location16007', `can't convert from BSON type ${typeName(value)} to String`);
}

function numberFrom(name: string, value: unknown, format: RegExp): number {
  if (typeof value === 'string' && format.test(value)) return Number(value);
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  const number = numberIn(value);
  if (number === undefined || (name === '$toInt' && !Number.isFinite(number)))
    throw conversionFailure(name, value);
  return number;
}
