import { Double, Int32, Long, Timestamp } from 'bson';
import { ServerError } from '../errors.ts';
import { isDocument, numberIn } from '../values/bson.ts';
import { compareValues, sameValue } from '../values/order.ts';
import { compileFilter, isOperators, type Expression } from './match.ts';
import { readSort, sortKey } from './sort.ts';
import { typeName } from './types.ts';

export interface UpdateContext {
  readonly inserting: boolean;
  readonly now: Date;
  readonly expression: Expression;
}

/** Gives a field's new value; `undefined` is a missing field, both ways. */
type UpdateOperator = (current: unknown, operand: unknown, context: UpdateContext, path: string) => unknown;

/** MongoDB Manual, "Update Operators". `$rename` moves a value between two paths and lives with the paths. */
export const UPDATE_OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  $set: (_current, operand) => operand,
  $setOnInsert: (current, operand, { inserting }) => (inserting ? operand : current),
  $unset: () => undefined,
  $inc: (current, operand, _context, path) => calculate('$inc', current, operand, path),
  $mul: (current, operand, _context, path) => calculate('$mul', current ?? zeroLike(operand), operand, path),
  $min: (current, operand) =>
    current === undefined || compareValues(operand, current) < 0 ? operand : current,
  $max: (current, operand) =>
    current === undefined || compareValues(operand, current) > 0 ? operand : current,
  $currentDate: (_current, operand, { now }) => {
    if (isDocument(operand) && operand.$type === 'timestamp')
      return Timestamp.fromBits(1, Math.floor(now.getTime() / 1000));
    return now;
  },
  $push: push,
  $addToSet: addToSet,
  $pop: (current, operand, _context, path) => {
    const end = numberIn(operand);
    if (end !== 1 && end !== -1) throw new ServerError('FailedToParse', '$pop expects 1 or -1');
    if (current === undefined) return undefined;
    return end === 1 ? arrayOf('$pop', current, path).slice(0, -1) : arrayOf('$pop', current, path).slice(1);
  },
  $pull: (current, operand, { expression }, path) => {
    if (current === undefined) return undefined;
    const test = pullTest(operand, expression);
    return arrayOf('$pull', current, path).filter((element) => !test(element));
  },
  $pullAll: (current, operand, _context, path) => {
    if (!Array.isArray(operand)) throw new ServerError('BadValue', '$pullAll requires an array argument');
    if (current === undefined) return undefined;
    return arrayOf('$pullAll', current, path).filter(
      (element) => !operand.some((unwanted) => sameValue(element, unwanted)),
    );
  },
};

/** int + int is int, or long when it does not fit; with a double all is double (MongoDB Manual, "$inc"). */
function calculate(operator: '$inc' | '$mul', current: unknown, operand: unknown, path: string): unknown {
  const change = numberIn(operand);
  const verb = operator === '$inc' ? 'increment' : 'multiply';
  if (change === undefined) {
    throw new ServerError(
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: {${path}: ${typeName(operand)}}`,
    );
  }
  if (current === undefined) return operand;
  const before = numberIn(current);
  if (before === undefined) {
    throw new ServerError(
      'TypeMismatch',
      `Cannot apply ${operator} to a value of non-numeric type: the field '${path}' is of type ${typeName(current)}`,
    );
  }
  if (current instanceof Double || operand instanceof Double)
    return new Double(operator === '$inc' ? before + change : before * change);
  const [a, b] = [exact(current), exact(operand)];
  const result = operator === '$inc' ? a + b : a * b;
  if (BigInt.asIntN(64, result) !== result) {
    throw new ServerError(
      'BadValue',
      `Failed to apply ${operator} to '${path}': the result does not fit in 64 bits`,
    );
  }
  const long = current instanceof Long || operand instanceof Long;
  return long || BigInt.asIntN(32, result) !== result ? Long.fromBigInt(result) : new Int32(Number(result));
}

function exact(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(numberIn(value) ?? 0);
}

function zeroLike(operand: unknown): unknown {
  if (operand instanceof Double) return new Double(0);
  return operand instanceof Long ? Long.ZERO : new Int32(0);
}

function arrayOf(operator: string, current: unknown, path: string): unknown[] {
  if (Array.isArray(current)) return current;
  throw new ServerError(
    operator === '$pop' ? 'TypeMismatch' : 'BadValue',
    `The field '${path}' must be an array but is of type ${typeName(current)}: cannot apply ${operator}`,
  );
}

function push(current: unknown, operand: unknown, _context: UpdateContext, path: string): unknown {
  const array = [...arrayOf('$push', current ?? [], path)];
  if (!isDocument(operand) || !('$each' in operand)) return [...array, operand];
  const { $each: each, $slice, $sort, $position, ...unknown } = operand;
  const [strange] = Object.keys(unknown);
  if (strange !== undefined) throw new ServerError('BadValue', `Unrecognized clause in $push: ${strange}`);
  if (!Array.isArray(each))
    throw new ServerError('BadValue', 'The argument to $each in $push must be an array');
  array.splice(
    $position === undefined ? array.length : whole('$position', $position),
    0,
    ...(each as unknown[]),
  );
  if ($sort !== undefined) sortArray(array, $sort);
  if ($slice === undefined) return array;
  const slice = whole('$slice', $slice);
  return slice < 0 ? array.slice(slice) : array.slice(0, slice);
}

function whole(name: string, value: unknown): number {
  const number = numberIn(value);
  if (number === undefined || !Number.isInteger(number))
    throw new ServerError('BadValue', `The value for ${name} must be an integer value`);
  return number;
}

function sortArray(array: unknown[], by: unknown): void {
  if (!isDocument(by)) {
    const direction = numberIn(by);
    if (direction !== 1 && direction !== -1)
      throw new ServerError('BadValue', 'The $sort element value must be either 1 or -1');
    array.sort((a, b) => compareValues(a, b) * direction);
    return;
  }
  const key = sortKey(readSort(by));
  array.sort((a, b) => Buffer.compare(key(isDocument(a) ? a : {}), key(isDocument(b) ? b : {})));
}

function addToSet(current: unknown, operand: unknown, _context: UpdateContext, path: string): unknown {
  const array = [...arrayOf('$addToSet', current ?? [], path)];
  const each = isDocument(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(each))
    throw new ServerError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  for (const value of each as unknown[]) {
    if (!array.some((known) => sameValue(known, value))) array.push(value);
  }
  return array;
}

/** A value to be equal to, conditions on a value, or a filter for documents (MongoDB Manual, "$pull"). */
function pullTest(operand: unknown, expression: Expression): (element: unknown) => boolean {
  if (isDocument(operand) && !isOperators(operand)) {
    const matches = compileFilter(operand, expression);
    return (element) => isDocument(element) && matches(element);
  }
  if (Array.isArray(operand)) return (element) => sameValue(element, operand);
  const matches = compileFilter({ element: operand }, expression);
  return (element) => matches({ element });
}
