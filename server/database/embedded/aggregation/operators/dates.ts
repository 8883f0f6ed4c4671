import { ObjectId } from 'bson';
import { ServerError } from '../../errors.ts';
import { typeName } from '../../query/types.ts';
import { isDocument } from '../../values/bson.ts';
import type { Operator } from './operator.ts';
import { isNullish, namedArguments, ofNamed } from './arguments.ts';

const MS = { day: 86_400_000, hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 } as const;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** A date in its time zone, with UTC's fields for the local ones; `offset` is in minutes. */
interface Local {
  readonly date: Date;
  readonly offset: number;
}

/** Of the same ISO week: the year that it lies in is the week's. */
function thursdayOf(date: Date): Date {
  return new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * MS.day);
}

const isoWeekYear = (date: Date): number => thursdayOf(date).getUTCFullYear();

function isoWeek(date: Date): number {
  const days = (thursdayOf(date).getTime() - Date.UTC(isoWeekYear(date), 0)) / MS.day;
  return Math.floor(days / 7) + 1;
}

/** What `$dateToString` puts for each specifier (MongoDB Manual, "$dateToString: Format Specifiers"). */
const SPECIFIERS = new Map<string, (local: Local) => string>([
  ['%', () => '%'],
  ['Y', ({ date }) => pad(date.getUTCFullYear(), 4)],
  ['m', ({ date }) => pad(date.getUTCMonth() + 1)],
  ['d', ({ date }) => pad(date.getUTCDate())],
  ['H', ({ date }) => pad(date.getUTCHours())],
  ['M', ({ date }) => pad(date.getUTCMinutes())],
  ['S', ({ date }) => pad(date.getUTCSeconds())],
  ['L', ({ date }) => pad(date.getUTCMilliseconds(), 3)],
  ['G', ({ date }) => pad(isoWeekYear(date), 4)],
  ['V', ({ date }) => pad(isoWeek(date))],
  [
    'z',
    ({ offset }) =>
      `${offset < 0 ? '-' : '+'}${pad(Math.floor(Math.abs(offset) / 60))}${pad(Math.abs(offset) % 60)}`,
  ],
]);

const pad = (number: number, digits = 2): string => String(number).padStart(digits, '0');

/** MongoDB Manual, "Date Expression Operators". Time zones are served where a date is written or a field of it is taken. */
export const DATES: Readonly<Record<string, Operator>> = {
  $year: ofField((date) => date.getUTCFullYear()),
  $month: ofField((date) => date.getUTCMonth() + 1),
  $dayOfMonth: ofField((date) => date.getUTCDate()),
  $isoWeekYear: ofField(isoWeekYear),
  $isoWeek: ofField(isoWeek),
  $dateToString: ofNamed(
    ['date'],
    ['format', 'timezone', 'onNull'],
    ({ date, format, timezone, onNull = null }) => {
      if (isNullish(date)) return onNull;
      if (timezone === null || format === null) return null;
      const utc = timezone === undefined;
      return write(local(date, timezone), format ?? `%Y-%m-%dT%H:%M:%S.%L${utc ? 'Z' : ''}`);
    },
  ),
  $dateTrunc: ofNamed(['date', 'unit'], ['startOfWeek'], ({ date, unit, startOfWeek }) =>
    isNullish(date) || isNullish(unit)
      ? null
      : startOf(unit, indexOf(dateOf(date), unit, startOfWeek), startOfWeek),
  ),
  $dateDiff: ofNamed(
    ['startDate', 'endDate', 'unit'],
    ['startOfWeek'],
    ({ startDate, endDate, unit, startOfWeek }) =>
      isNullish(startDate) || isNullish(endDate) || isNullish(unit)
        ? null
        : indexOf(dateOf(endDate), unit, startOfWeek) - indexOf(dateOf(startDate), unit, startOfWeek),
  ),
};

/** `{ $year: date }` or `{ $year: { date, timezone } }`. */
function ofField(field: (date: Date) => number): Operator {
  return (operand, compile, name) => {
    const single = Array.isArray(operand) && operand.length === 1 ? (operand[0] as unknown) : operand;
    const named = isDocument(single) && 'date' in single;
    const given = named ? namedArguments(name, single, ['date'], ['timezone']) : { date: single };
    const [date, timezone] = [compile(given.date), 'timezone' in given ? compile(given.timezone) : undefined];
    return (scope) => {
      const [value, zone] = [date(scope), timezone?.(scope)];
      return isNullish(value) || (timezone && isNullish(zone)) ? null : field(local(value, zone).date);
    };
  };
}

function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return value.getTimestamp();
  throw new ServerError('Location16006', `can't convert from BSON type ${typeName(value)} to Date`);
}

/** `America/Lima`, `+02:00`, `-05` or nothing for UTC. */
function local(value: unknown, timezone: unknown): Local {
  const date = dateOf(value);
  if (timezone === undefined) return { date, offset: 0 };
  if (typeof timezone !== 'string')
    throw new ServerError('Location40517', `timezone must evaluate to a string, found ${typeName(timezone)}`);
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(timezone) ?? [];
  const offset = sign
    ? (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1)
    : zoneOffset(date, timezone);
  return { date: new Date(date.getTime() + offset * MS.minute), offset };
}

const zones = new Map<string, Intl.DateTimeFormat>();

function zoneOffset(date: Date, name: string): number {
  let zone = zones.get(name);
  if (!zone) {
    try {
      zone = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    } catch {
      throw new ServerError('Location40485', `unrecognized time zone identifier: "${name}"`);
    }
    zones.set(name, zone);
  }
  const text = zone.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

function write(local: Local, format: unknown): string {
  if (typeof format !== 'string')
    throw new ServerError('Location18533', '$dateToString requires that format be a string');
  return format.replaceAll(/%(.?)/gs, (_all, name: string) => {
    const specifier = SPECIFIERS.get(name);
    if (!specifier)
      throw new ServerError('Location18536', `Invalid format character '%${name}' in format string`);
    return specifier(local);
  });
}

/** How many whole units lie between the beginning of 1970 and a date: two dates in one unit have the same number. */
function indexOf(date: Date, unit: unknown, startOfWeek: unknown): number {
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth();
  switch (unit) {
    case 'year':
      return date.getUTCFullYear();
    case 'quarter':
      return Math.floor(months / 3);
    case 'month':
      return months;
    case 'week':
      return Math.floor((date.getTime() / MS.day - weekStart(startOfWeek)) / 7);
    default:
      return Math.floor(date.getTime() / lengthOf(unit));
  }
}

function startOf(unit: unknown, index: number, startOfWeek: unknown): Date {
  const months = { year: 12, quarter: 3, month: 1 }[String(unit)];
  if (months !== undefined) return startOfMonth(index * months);
  if (unit === 'week') return new Date((index * 7 + weekStart(startOfWeek)) * MS.day);
  return new Date(index * lengthOf(unit));
}

function startOfMonth(months: number): Date {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), months % 12, 1);
  return date;
}

/** Days from a Thursday, which 1 January 1970 was, to the first day of a week: Sunday, unless told. */
function weekStart(name: unknown = 'sunday'): number {
  const day = WEEKDAYS.findIndex((weekday) =>
    [weekday, weekday.slice(0, 3)].includes(String(name).toLowerCase()),
  );
  if (day === -1) throw new ServerError('Location5439015', `unknown day of week value: ${String(name)}`);
  return (day + 3) % 7;
}

function lengthOf(unit: unknown): number {
  const length = new Map<unknown, number>(Object.entries(MS)).get(unit);
  if (length === undefined)
    throw new ServerError('FailedToParse', `unknown time unit value: ${String(unit)}`);
  return length;
}
