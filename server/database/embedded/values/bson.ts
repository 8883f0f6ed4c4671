import { BSONValue, deserialize, Double, Int32, Long, serialize } from 'bson';
import { ServerError } from '../errors.ts';

export type Doc = Record<string, unknown>;

/** MongoDB's limits: 16 MiB a document, 180 levels in one that is stored (MongoDB Manual, "Limits and Thresholds"). */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
const MAX_DEPTH = 180;

/** Numbers stay Int32, Long or Double objects, so that writing the document back changes no byte. */
export function decode(bytes: Uint8Array): Doc {
  return asBson(() => deserialize(bytes, { promoteValues: false, bsonRegExp: true }));
}

/** Numbers become JavaScript's own: what aggregation expressions calculate with. */
export function decodePlain(bytes: Uint8Array): Doc {
  return asBson(() => deserialize(bytes));
}

export function encode(doc: Doc): Buffer {
  return Buffer.from(asBson(() => serialize(doc, { ignoreUndefined: false })));
}

/** What is no BSON, or cannot become BSON, is the client's mistake and no fault of ours. */
function asBson<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError && message.includes('call stack'))
      throw new ServerError('Overflow', 'The document is nested too deeply.');
    throw new ServerError('InvalidBSON', message);
  }
}

/** An embedded document: not an array, not a date, not one of BSON's own values. */
export function isDocument(value: unknown): value is Doc {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof BSONValue) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !(value instanceof Uint8Array)
  );
}

/** The number in a BSON number of any kind; undefined for anything else. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || value instanceof Double) return value.value;
  if (value instanceof Long) return value.toNumber();
  if (typeof value === 'bigint') return Number(value);
  return undefined;
}

/** MongoDB's truth: false, null, missing and zero are false. */
export function isTrue(value: unknown): boolean {
  return !(value === false || value === null || value === undefined || numberIn(value) === 0);
}

/** Commands may be nested a little deeper than what they store, and no deeper: what reads them is recursive. */
export function isTooDeep(value: unknown, depth = 1): boolean {
  if (typeof value !== 'object' || value === null || value instanceof BSONValue) return false;
  if (depth > MAX_DEPTH + 20) return true;
  return Object.values(value).some((inner) => isTooDeep(inner, depth + 1));
}

/**
 * Refuses what may not be stored: names that begin with `$` (so that no stored value can be taken for an
 * operator or a DBRef), names that JavaScript gives a meaning, and documents nested too deeply.
 */
export function checkStorable(value: unknown, depth = 1): void {
  if (depth > MAX_DEPTH) {
    throw new ServerError('Overflow', `The document exceeds the limit of ${MAX_DEPTH} nested levels.`);
  }
  if (Array.isArray(value)) {
    for (const element of value) if (typeof element === 'object') checkStorable(element, depth + 1);
  } else if (isDocument(value)) {
    for (const name of Object.keys(value)) {
      checkName(name);
      if (typeof value[name] === 'object') checkStorable(value[name], depth + 1);
    }
  } else if (value instanceof BSONValue && value._bsontype === 'DBRef') {
    checkName('$ref');
  }
}

/** A field name that may be stored. A NUL can be in a path of an update only: BSON itself ends names there. */
export function checkName(name: string): void {
  if (name.startsWith('$')) {
    throw new ServerError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${name}' is not valid for storage.`,
    );
  }
  if (name === '__proto__' || name === '_bsontype' || name.includes('\0')) {
    throw new ServerError(
      'BadValue',
      `The field name '${name.replaceAll('\0', '\\0')}' cannot be stored here.`,
    );
  }
}

export function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    throw new ServerError(
      'BSONObjectTooLarge',
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT_BYTES}`,
    );
  }
}
