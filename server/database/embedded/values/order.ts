import { createHash } from 'node:crypto';
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
import { isDocument } from './bson.ts';

/**
 * One order for everything: a value becomes bytes whose plain comparison is MongoDB's comparison order (MongoDB
 * Manual, "Comparison/Sort Order"). Indexes, sorts and filters all compare these bytes, so they cannot disagree.
 * No encoding is the beginning of another, so fields follow each other in a key, and a descending field is the
 * same bytes inverted.
 */
export const TYPE = {
  minKey: 1,
  emptyArray: 2,
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  binary: 30,
  objectId: 35,
  boolean: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  code: 60,
  maxKey: 127,
} as const;

/** How an index holds an array without elements: before null, as MongoDB does. */
export const EMPTY_ARRAY = Symbol('an array without elements');

let scratch = Buffer.allocUnsafe(4096);
let length = 0;

/** The bytes by which MongoDB would order this value. */
export function orderedBytes(value: unknown): Buffer {
  length = 0;
  write(value);
  return Buffer.from(scratch.subarray(0, length));
}

/** Below, equal or above zero, as MongoDB orders the two values. */
export function compareValues(a: unknown, b: unknown): number {
  return Buffer.compare(orderedBytes(a), orderedBytes(b));
}

export function sameValue(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b;
  return compareValues(a, b) === 0;
}

/** A key longer than this is cut, and a hash of the whole keeps it unique (LMDB takes keys of 1,978 bytes). */
export const LONGEST_KEY = 1900;

/** Cuts what LMDB cannot hold as a key; equal values stay equal, but order is lost after the cut. */
export function fitKey(key: Buffer): Buffer {
  if (key.length <= LONGEST_KEY) return key;
  return Buffer.concat([key.subarray(0, LONGEST_KEY), createHash('sha256').update(key).digest()]);
}

export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~(bytes[i] ?? 0);
  return inverted;
}

function write(value: unknown): void {
  if (value === null || value === undefined) {
    byte(TYPE.null);
    return;
  }
  switch (typeof value) {
    case 'string': {
      writeText(TYPE.string, value);
      return;
    }
    case 'number': {
      writeNumber(value, 0);
      return;
    }
    case 'bigint': {
      writeLong(value);
      return;
    }
    case 'boolean':
      byte(TYPE.boolean);
      {
        byte(value ? 1 : 0);
        return;
      }
    case 'symbol': {
      byte(TYPE.emptyArray);
      return;
    }
    default: {
      writeObject(value);
      return;
    }
  }
}

function writeObject(value: unknown): void {
  if (value instanceof Int32 || value instanceof Double) {
    writeNumber(value.value, 0);
    return;
  }
  if (value instanceof Long && !(value instanceof Timestamp)) {
    writeLong(value.toBigInt());
    return;
  }
  if (value instanceof ObjectId) {
    byte(TYPE.objectId);
    writeBytes(value.id);
    return;
  }
  if (value instanceof Date) {
    byte(TYPE.date);
    writeSigned(BigInt(value.getTime()));
    return;
  }
  if (Array.isArray(value)) {
    byte(TYPE.array);
    for (const element of value) write(element);
    byte(0);
    return;
  }
  if (isDocument(value)) {
    byte(TYPE.object);
    for (const [name, field] of Object.entries(value)) writeField(name, field);
    byte(0);
    return;
  }
  writeRare(value);
}

/** Fields are compared by type, then name, then value, in the order in which they stand. */
function writeField(name: string, field: unknown): void {
  const at = length;
  write(field);
  const fieldBytes = Buffer.from(scratch.subarray(at, length));
  length = at;
  writeText(fieldBytes[0] ?? 0, name);
  writeBytes(fieldBytes.subarray(1));
}

function writeRare(value: unknown): void {
  if (value instanceof Binary) {
    writeBinary(value.buffer.subarray(0, value.position), value.sub_type);
    return;
  }
  if (value instanceof Uint8Array) {
    writeBinary(value, 0);
    return;
  }
  if (value instanceof Timestamp) {
    byte(TYPE.timestamp);
    unsigned(value.toBigInt() & 0xffffffffffffffffn);
    return;
  }
  if (value instanceof BSONSymbol) {
    writeText(TYPE.string, value.value);
    return;
  }
  if (value instanceof BSONRegExp) {
    writeText(TYPE.regex, value.pattern);
    writeText(TYPE.regex, value.options);
    return;
  }
  if (value instanceof RegExp) {
    writeText(TYPE.regex, value.source);
    writeText(TYPE.regex, value.flags);
    return;
  }
  if (value instanceof MinKey) {
    byte(TYPE.minKey);
    return;
  }
  if (value instanceof MaxKey) {
    byte(TYPE.maxKey);
    return;
  }
  if (value instanceof Code) {
    writeText(TYPE.code, value.code);
    return;
  }
  if (value instanceof Decimal128)
    throw new ServerError('BadValue', 'The embedded database does not compare Decimal128 values.');
  throw new ServerError('BadValue', 'The embedded database cannot compare a value of this type.');
}

function byte(value: number): void {
  reserve(1);
  scratch[length++] = value;
}

function reserve(more: number): void {
  if (length + more <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, length + more));
  scratch.copy(larger, 0, 0, length);
  scratch = larger;
}

function writeBytes(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, length);
  length += bytes.length;
}

/** Text ends with 00 00; a NUL within is 00 FF, so that "a" stays before "a\0". */
function writeText(type: number, text: string): void {
  byte(type);
  if (text.includes('\0')) text = text.replaceAll('\0', '\0\uffff');
  const size = Buffer.byteLength(text);
  reserve(size + 2);
  scratch.write(text, length);
  length += size;
  scratch[length++] = 0;
  scratch[length++] = 0;
}

/** A double, then how far an int64 lies from it, because 2^53 + 1 is a number too. NaN is below all numbers. */
function writeNumber(value: number, rest: number): void {
  byte(TYPE.number);
  reserve(10);
  if (Number.isNaN(value)) scratch.fill(0, length, length + 8);
  else {
    scratch.writeDoubleBE(value === 0 ? 0 : value, length);
    if (value < 0) for (let i = length; i < length + 8; i++) scratch[i] = ~(scratch[i] ?? 0);
    else scratch[length] = (scratch[length] ?? 0) | 0x80;
  }
  scratch.writeUInt16BE(rest + 0x8000, length + 8);
  length += 10;
}

function writeLong(value: bigint): void {
  const near = Number(value);
  writeNumber(near, Number.isSafeInteger(near) ? 0 : Number(value - BigInt(near)));
}

function writeSigned(value: bigint): void {
  unsigned(BigInt.asUintN(64, value) ^ 0x8000000000000000n);
}

function unsigned(value: bigint): void {
  reserve(8);
  scratch.writeBigUInt64BE(value, length);
  length += 8;
}

function writeBinary(bytes: Uint8Array, subtype: number): void {
  byte(TYPE.binary);
  reserve(5);
  scratch.writeUInt32BE(bytes.length, length);
  scratch[length + 4] = subtype;
  length += 5;
  writeBytes(bytes);
}
