import type { ColumnFunction, Expression, Sign, ValueFunction } from './formula.ts';

/** Where a formula finds the numbers that it names; null where there is none. */
export interface Scope {
  named(path: readonly string[]): number | null;
  column(of: ColumnFunction, column: string): number | null;
}

/**
 * The value of a formula: always a finite number or null. Null, which an empty cell is, runs through the
 * operations as an error does in a spreadsheet; only `sum`, `min` and `max` look past empty cells that they name.
 */
export function evaluate(expression: Expression, scope: Scope): number | null {
  const value = valueOf(expression, scope);
  return value !== null && Number.isFinite(value) ? value : null;
}

function valueOf(expression: Expression, scope: Scope): number | null {
  switch (expression.kind) {
    case 'number':
      return expression.value;
    case 'name':
      return scope.named(expression.path);
    case 'column':
      return scope.column(expression.of, expression.column);
    case 'minus': {
      const value = evaluate(expression.of, scope);
      return value === null ? null : 0 - value;
    }
    case 'operation': {
      const left = evaluate(expression.left, scope);
      const right = evaluate(expression.right, scope);
      return left === null || right === null ? null : operate(expression.sign, left, right);
    }
    case 'call': {
      const given = expression.given.map((one) => ({
        value: evaluate(one, scope),
        isName: one.kind === 'name',
      }));
      if (given.some(({ value, isName }) => value === null && !isName)) return null;
      return call(
        expression.name,
        given.map(({ value }) => value),
      );
    }
  }
}

function operate(sign: Sign, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
  }
}

function call(name: ValueFunction, given: readonly (number | null)[]): number | null {
  const there = given.filter((one) => one !== null);
  const [first = null, digits] = given;
  switch (name) {
    case 'sum':
      return sumOf(there);
    case 'min':
      return there.length === 0 ? null : Math.min(...there);
    case 'max':
      return there.length === 0 ? null : Math.max(...there);
    case 'abs':
      return first === null ? null : Math.abs(first);
    case 'round':
      return first === null ? null : roundHalfUp(first, digits ?? 0);
  }
}

/** The sum of the numbers that are there; null when there are none. */
export function sumOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, one) => sum + one, 0);
}

/**
 * Half away from zero on fifteen significant digits, as Excel's ROUND: 2.345 gives 2.35 although its nearest
 * double lies a little below.
 */
export function roundHalfUp(value: number, digits: number): number {
  const unit = 10 ** digits;
  const rounded = Math.round(Number((Math.abs(value) * unit).toPrecision(15))) / unit;
  return value < 0 ? 0 - rounded : rounded;
}
