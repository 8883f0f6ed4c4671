import { ServerError } from '../../errors.ts';
import type { Operator } from './operator.ts';
import { Sum } from '../sums.ts';
import { integerOf, numberOf, ofPresent } from './arguments.ts';

/** MongoDB Manual, "Arithmetic Expression Operators". */
export const ARITHMETIC: Readonly<Record<string, Operator>> = {
  $add: ofPresent(0, Infinity, add),
  $subtract: ofPresent(2, 2, subtract),
  $multiply: ofPresent(0, Infinity, (...values) =>
    values.reduce<number>((product, value) => product * numberOf('$multiply', value), 1),
  ),
  $divide: ofPresent(2, 2, (a, b) => {
    const [dividend, divisor] = [numberOf('$divide', a), numberOf('$divide', b)];
    if (divisor === 0) throw new ServerError('BadValue', "can't $divide by zero");
    return dividend / divisor;
  }),
  $mod: ofPresent(2, 2, (a, b) => {
    const [dividend, divisor] = [numberOf('$mod', a, 'Location16611'), numberOf('$mod', b, 'Location16611')];
    if (divisor === 0) throw new ServerError('Location16610', "can't $mod by zero");
    return dividend % divisor;
  }),
  $abs: ofNumber('$abs', Math.abs),
  $ceil: ofNumber('$ceil', Math.ceil),
  $floor: ofNumber('$floor', Math.floor),
  $sqrt: ofNumber('$sqrt', (value) => {
    if (value < 0)
      throw new ServerError('Location28714', "$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $pow: ofPresent(2, 2, (base, exponent) => {
    const [b, e] = [numberOf('$pow', base, 'Location28762'), numberOf('$pow', exponent, 'Location28763')];
    if (b === 0 && e < 0)
      throw new ServerError('Location28764', '$pow cannot take a base of 0 and a negative exponent');
    return b ** e;
  }),
  $round: ofPresent(1, 2, (value, place) => toPlace('$round', value, place)),
  $trunc: ofPresent(1, 2, (value, place) => toPlace('$trunc', value, place)),
};

function ofNumber(name: string, apply: (value: number) => number): Operator {
  return ofPresent(1, 1, (value) => apply(numberOf(name, value, 'Location28765')));
}

/** Numbers, and one date among them: then the sum is a date. */
function add(...values: unknown[]): unknown {
  const sum = new Sum();
  let dates = 0;
  for (const value of values) {
    if (value instanceof Date) dates++;
    sum.add(value instanceof Date ? value.getTime() : numberOf('$add', value));
  }
  if (dates > 1) throw new ServerError('Location16612', 'only one date allowed in an $add expression');
  return dates === 1 ? new Date(Math.round(sum.value)) : sum.value;
}

function subtract(from: unknown, value: unknown): unknown {
  if (!(from instanceof Date)) return numberOf('$subtract', from) - numberOf('$subtract', value);
  const ms = value instanceof Date ? value.getTime() : numberOf('$subtract', value);
  return value instanceof Date ? from.getTime() - ms : new Date(from.getTime() - Math.round(ms));
}

/** To a number of places behind the point, or (negative) before it; `$round` takes the even neighbour of a half. */
function toPlace(name: '$round' | '$trunc', value: unknown, place: unknown = 0): number {
  const number = numberOf(name, value, 'Location51081');
  const places = integerOf(name, place, 'Location51082');
  if (places < -20 || places > 100)
    throw new ServerError(
      'Location51083',
      `cannot apply ${name} with precision value ${places} value must be in [-20, 100]`,
    );
  if (!Number.isFinite(number)) return number;
  const [whole, behind] = digitsOf(number, places);
  const half = `5${'0'.repeat(Math.max(behind.length - 1, 0))}`;
  const up = name === '$round' && (behind > half || (behind === half && whole % 2n === 1n));
  return Number(`${number < 0 ? '-' : ''}${whole + (up ? 1n : 0n)}e${-places}`);
}

/** The exact decimal digits of a double, cut at a place: a double is a binary fraction, so they end. */
function digitsOf(number: number, places: number): [whole: bigint, behind: string] {
  const text = Math.abs(number) < 1e21 ? Math.abs(number).toFixed(100) : `${BigInt(Math.abs(number))}.0`;
  const [before = '', after = ''] = text.split('.');
  const all = `${before.padStart(21, '0')}${after}`;
  const at = Math.max(before.length, 21) + places;
  return [BigInt(all.slice(0, at).padEnd(at, '0')), all.slice(at)];
}
