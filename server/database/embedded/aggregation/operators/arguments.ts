import { ServerError } from '../../errors.ts';
import { typeName } from '../../query/types.ts';
import { isDocument, numberIn } from '../../values/bson.ts';
import type { Operator } from './operator.ts';

/** Null, undefined or missing: most operators answer null to it. */
export const isNullish = (value: unknown): value is null | undefined => value === null || value === undefined;

/** An operator of values: its arguments are all evaluated, and counted when it is compiled. */
export function ofValues(least: number, most: number, apply: (...values: unknown[]) => unknown): Operator {
  return (operand, compile, name) => {
    const list: unknown[] = Array.isArray(operand) ? operand : [operand];
    if (list.length < least || list.length > most) {
      throw new ServerError(
        'Location16020',
        `Expression ${name} takes ${least === most ? `exactly ${least}` : `${least} to ${most}`} arguments. ${list.length} were passed in.`,
      );
    }
    const evaluate = list.map((argument) => compile(argument));
    return (scope) => apply(...evaluate.map((argument) => argument(scope)));
  };
}

/** As `ofValues`, with null for an answer as soon as one argument is null or missing. */
export function ofPresent(least: number, most: number, apply: (...values: unknown[]) => unknown): Operator {
  return ofValues(least, most, (...values) => (values.some(isNullish) ? null : apply(...values)));
}

/** The operand of an operator whose arguments have names: those that are needed, and those that may be there. */
export function namedArguments(
  name: string,
  operand: unknown,
  needed: readonly string[],
  optional: readonly string[] = [],
): Record<string, unknown> {
  if (!isDocument(operand)) throw new ServerError('FailedToParse', `${name} takes a document of arguments`);
  const strange = Object.keys(operand).find((field) => !needed.includes(field) && !optional.includes(field));
  if (strange !== undefined)
    throw new ServerError('FailedToParse', `Unrecognized argument to ${name}: ${strange}`);
  const lacking = needed.find((field) => !(field in operand));
  if (lacking !== undefined)
    throw new ServerError('FailedToParse', `Missing '${lacking}' parameter to ${name}`);
  return operand;
}

/** An operator of values whose arguments have names. */
export function ofNamed(
  needed: readonly string[],
  optional: readonly string[],
  apply: (values: Record<string, unknown>) => unknown,
): Operator {
  return (operand, compile, name) => {
    const given = Object.entries(namedArguments(name, operand, needed, optional));
    const evaluate = given.map(([field, argument]) => [field, compile(argument)] as const);
    return (scope) =>
      apply(Object.fromEntries(evaluate.map(([field, argument]) => [field, argument(scope)])));
  };
}

/** @throws ServerError for what is no number, or a whole number beyond 2^53, which is not calculated with here */
export function numberOf(
  name: string,
  value: unknown,
  code: `Location${number}` | 'TypeMismatch' = 'TypeMismatch',
): number {
  if (typeof value === 'number') return value;
  if (numberIn(value) !== undefined)
    throw new ServerError(
      'BadValue',
      `${name}: the embedded database does not calculate with whole numbers beyond 2^53`,
    );
  throw new ServerError(code, `${name} only supports numeric types, not ${typeName(value)}`);
}

export function integerOf(name: string, value: unknown, code: `Location${number}`): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw new ServerError(code, `${name} needs a whole number, not ${typeName(value)}`);
}

export function arrayOf(name: string, value: unknown, code: `Location${number}`): unknown[] {
  if (Array.isArray(value)) return value;
  throw new ServerError(
    code,
    `The argument to ${name} must be an array, but was of type: ${typeName(value)}`,
  );
}

export function textOf(name: string, value: unknown, code: `Location${number}`): string {
  if (typeof value === 'string') return value;
  throw new ServerError(code, `${name} requires a string argument, found: ${typeName(value)}`);
}
