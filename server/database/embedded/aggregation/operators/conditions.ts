import { ServerError } from '../../errors.ts';
import { isDocument, isTrue } from '../../values/bson.ts';
import { compareValues } from '../../values/order.ts';
import type { Evaluate, Operator } from './operator.ts';
import { isNullish, namedArguments, ofValues } from './arguments.ts';

/** Across types as `values/order.ts` says, and a missing value is less than anything, null too. */
function compare(a: unknown, b: unknown): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return Math.sign(compareValues(a, b));
}

const compared = (test: (order: number) => unknown): Operator =>
  ofValues(2, 2, (a, b) => test(compare(a, b)));

/** MongoDB Manual, "Comparison", "Boolean" and "Conditional Expression Operators". */
export const CONDITIONS: Readonly<Record<string, Operator>> = {
  $cmp: compared((order) => order),
  $eq: compared((order) => order === 0),
  $ne: compared((order) => order !== 0),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $not: ofValues(1, 1, (value) => !isTrue(value)),
  $and: ofTruths((truths, scope) => truths.every((truth) => isTrue(truth(scope)))),
  $or: ofTruths((truths, scope) => truths.some((truth) => isTrue(truth(scope)))),
  $cond: (operand, compile, name) => {
    const [condition, yes, no] = threeOf(name, operand).map((argument) => compile(argument));
    return (scope) => (isTrue(condition?.(scope)) ? yes?.(scope) : no?.(scope));
  },
  $ifNull: (operand, compile, name) => {
    if (!Array.isArray(operand) || operand.length < 2)
      throw new ServerError('Location1257300', `${name} needs at least two arguments`);
    const evaluate = operand.map((argument) => compile(argument));
    return (scope) => {
      let value: unknown;
      for (const argument of evaluate) if (!isNullish((value = argument(scope)))) return value;
      return value;
    };
  },
  $switch: (operand, compile, name) => {
    const { branches, ...others } = namedArguments(name, operand, ['branches'], ['default']);
    if (!Array.isArray(branches) || branches.length === 0)
      throw new ServerError('Location40068', '$switch requires at least one branch.');
    const cases = branches.map((branch: unknown) => {
      const { case: condition, then } = namedArguments(name, branch, ['case', 'then']);
      return { condition: compile(condition), then: compile(then) };
    });
    const otherwise = 'default' in others ? compile(others.default) : undefined;
    return (scope) => {
      const chosen = cases.find(({ condition }) => isTrue(condition(scope)))?.then ?? otherwise;
      if (!chosen)
        throw new ServerError(
          'Location40066',
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      return chosen(scope);
    };
  },
};

/** Evaluated one after the other, and only until the answer is known. */
function ofTruths(test: (truths: readonly Evaluate[], scope: Parameters<Evaluate>[0]) => boolean): Operator {
  return (operand, compile) => {
    const list: unknown[] = Array.isArray(operand) ? operand : [operand];
    const truths = list.map((argument) => compile(argument));
    return (scope) => test(truths, scope);
  };
}

function threeOf(name: string, operand: unknown): unknown[] {
  if (isDocument(operand)) {
    const { if: condition, then, else: otherwise } = namedArguments(name, operand, ['if', 'then', 'else']);
    return [condition, then, otherwise];
  }
  if (Array.isArray(operand) && operand.length === 3) return operand;
  throw new ServerError('Location16020', `Expression ${name} takes exactly 3 arguments.`);
}
