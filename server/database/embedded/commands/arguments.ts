import { ServerError } from '../errors.ts';
import { isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { typeName } from '../query/types.ts';

function wrong(name: string, value: unknown, wanted: string): ServerError {
  return new ServerError(
    'TypeMismatch',
    `BSON field '${name}' is the wrong type '${typeName(value)}', expected type '${wanted}'`,
  );
}

export function textArgument(body: Doc, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw wrong(name, value, 'string');
  return value;
}

export function documentArgument(body: Doc, name: string): Doc {
  const value = body[name] ?? {};
  if (!isDocument(value)) throw wrong(name, value, 'object');
  return value;
}

export function documentsArgument(body: Doc, name: string): Doc[] {
  const value = body[name];
  if (!Array.isArray(value) || !value.every(isDocument)) throw wrong(name, value, 'array');
  return value;
}

/** A whole number that is not negative; 0 when absent. */
export function countArgument(body: Doc, name: string, fallback = 0): number {
  const value = body[name];
  if (value === undefined || value === null) return fallback;
  const number = numberIn(value);
  if (number === undefined) throw wrong(name, value, 'long');
  if (number < 0)
    throw new ServerError('BadValue', `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return Math.trunc(number);
}

export function flagArgument(body: Doc, name: string, fallback = false): boolean {
  return body[name] === undefined ? fallback : isTrue(body[name]);
}
