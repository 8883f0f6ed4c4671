import { ACCUMULATORS } from '../accumulators.ts';
import type { Operator } from './operator.ts';

/** An accumulator over the elements of one array, or over several arguments. */
const over =
  (accumulator: string): Operator =>
  (operand, compile) => {
    const list: unknown[] = Array.isArray(operand) ? operand : [operand];
    const evaluate = list.map((argument) => compile(argument));
    return (scope) => {
      const values = evaluate.map((argument) => argument(scope));
      const [only] = values;
      const { add, result } = ACCUMULATORS.get(accumulator)?.(() => undefined) ?? {};
      for (const value of values.length === 1 && Array.isArray(only) ? (only as unknown[]) : values)
        add?.(value);
      return result?.();
    };
  };

/** MongoDB Manual, "$sum" and its like: "available as operators in other stages". */
export const ACCUMULATING: Readonly<Record<string, Operator>> = Object.fromEntries(
  ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'].map((name) => [name, over(name)]),
);
