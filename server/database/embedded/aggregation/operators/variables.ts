import { ServerError } from '../../errors.ts';
import { isDocument, isTrue } from '../../values/bson.ts';
import { typeName } from '../../query/types.ts';
import type { Operator } from './operator.ts';
import { arrayOf, integerOf, isNullish, namedArguments } from './arguments.ts';

/** A variable of a user begins with a lower-case letter or stands beyond ASCII (MongoDB Manual, "User Variables"). */
function variableName(given: unknown, fallback: string): string {
  if (given === undefined) return fallback;
  if (typeof given !== 'string' || !/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(given))
    throw new ServerError(
      'FailedToParse',
      `'${typeof given === 'string' ? given : typeName(given)}' is not a valid name of a variable`,
    );
  return given;
}

/** MongoDB Manual, "Variable Expression Operators", and the operators of arrays that bind a variable. */
export const VARIABLES: Readonly<Record<string, Operator>> = {
  $literal: (operand) => () => operand,
  $let: (operand, compile, name) => {
    const { vars, in: inner } = namedArguments(name, operand, ['vars', 'in']);
    if (!isDocument(vars))
      throw new ServerError('Location16875', `invalid parameter: expected an object (vars)`);
    const bindings = Object.entries(vars).map(
      ([key, value]) => [variableName(key, ''), compile(value)] as const,
    );
    const evaluate = compile(inner, Object.keys(vars));
    return (scope) =>
      evaluate({ ...scope, ...Object.fromEntries(bindings.map(([key, value]) => [key, value(scope)])) });
  },
  $map: (operand, compile, name) => {
    const { input, as, in: inner } = namedArguments(name, operand, ['input', 'in'], ['as']);
    const variable = variableName(as, 'this');
    const [array, evaluate] = [compile(input), compile(inner, [variable])];
    return (scope) => {
      const value = array(scope);
      if (isNullish(value)) return null;
      return arrayOf(name, value, 'Location16883').map(
        (element) => evaluate({ ...scope, [variable]: element }) ?? null,
      );
    };
  },
  $filter: (operand, compile, name) => {
    const { input, as, cond, limit } = namedArguments(name, operand, ['input', 'cond'], ['as', 'limit']);
    const variable = variableName(as, 'this');
    const [array, test, most] = [compile(input), compile(cond, [variable]), compile(limit ?? null)];
    return (scope) => {
      const value = array(scope);
      if (isNullish(value)) return null;
      const end = most(scope);
      const found = arrayOf(name, value, 'Location28651').filter((element) =>
        isTrue(test({ ...scope, [variable]: element })),
      );
      return isNullish(end) ? found : found.slice(0, integerOf(name, end, 'Location327391'));
    };
  },
  $reduce: (operand, compile, name) => {
    const { input, initialValue, in: inner } = namedArguments(name, operand, ['input', 'initialValue', 'in']);
    const [array, initial] = [compile(input), compile(initialValue)];
    const evaluate = compile(inner, ['this', 'value']);
    return (scope) => {
      const list = array(scope);
      if (isNullish(list)) return null;
      return arrayOf(name, list, 'Location40080').reduce(
        (value, element) => evaluate({ ...scope, this: element, value }),
        initial(scope),
      );
    };
  },
};
