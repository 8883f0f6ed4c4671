import { ServerError } from '../errors.ts';
import type { Expression } from '../query/match.ts';
import { decodePlain, encode, isDocument, type Doc } from '../values/bson.ts';
import { fieldOf } from '../values/paths.ts';
import { ACCUMULATING } from './operators/accumulating.ts';
import { ARITHMETIC } from './operators/arithmetic.ts';
import { ARRAYS } from './operators/arrays.ts';
import { CONDITIONS } from './operators/conditions.ts';
import { DATES } from './operators/dates.ts';
import type { Compile, Evaluate, Operator, Scope } from './operators/operator.ts';
import { TEXT } from './operators/text.ts';
import { VARIABLES } from './operators/variables.ts';

/** All operators that are served. Nothing from the wire is run as code, so there is no `$function` and no regex. */
const OPERATORS = new Map<string, Operator>(
  Object.entries({
    ...ACCUMULATING,
    ...ARITHMETIC,
    ...ARRAYS,
    ...CONDITIONS,
    ...DATES,
    ...TEXT,
    ...VARIABLES,
  }),
);

/**
 * Turns an expression (MongoDB Manual, "Expressions") into a function of plain documents, whose numbers are
 * JavaScript's. What is not served is refused here, before the first document is read.
 * @param variables what a `$lookup` has bound with `let`
 */
export function compileExpression(expression: unknown, variables: Scope = {}): (doc: Doc) => unknown {
  const evaluate = compileWithin(plain(expression), Object.keys(variables));
  const now = new Date();
  return (doc) => evaluate({ ...variables, ROOT: doc, CURRENT: doc, NOW: now });
}

/** `$expr` in a filter: the documents of a filter carry BSON's numbers. */
export function filterExpression(variables: Scope = {}): Expression {
  return (expression) => {
    const evaluate = compileExpression(expression, variables);
    return (doc) => evaluate(decodePlain(encode(doc)));
  };
}

function plain(value: unknown): unknown {
  return isDocument(value) || Array.isArray(value) ? decodePlain(encode({ value })).value : value;
}

function compileWithin(expression: unknown, known: readonly string[]): Evaluate {
  const compile: Compile = (inner, more = []) => compileWithin(inner, [...known, ...more]);
  if (typeof expression === 'string' && expression.startsWith('$')) return compilePath(expression, known);
  if (Array.isArray(expression)) {
    const elements = expression.map((element) => compile(element));
    return (scope) => elements.map((element) => element(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [name, second] = Object.keys(expression);
  if (name?.startsWith('$') !== true) return compileDocument(expression, compile);
  if (second !== undefined) {
    throw new ServerError(
      'Location15983',
      `An object representing an expression must have exactly one field: '${name}', '${second}'`,
    );
  }
  const operator = OPERATORS.get(name);
  if (!operator) throw new ServerError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  return operator(expression[name], compile, name);
}

/** A document whose fields are expressions; one whose value is missing is left out. */
function compileDocument(expression: Doc, compile: Compile): Evaluate {
  const fields = Object.entries(expression).map(([name, value]) => {
    if (name.startsWith('$') || name.includes('.')) {
      throw new ServerError('Location16412', `FieldPath field names may not contain '.' or '$': '${name}'`);
    }
    return [name, compile(value)] as const;
  });
  return (scope) => {
    const doc: Doc = {};
    for (const [name, evaluate] of fields) {
      const value = evaluate(scope);
      if (value !== undefined) doc[name] = value;
    }
    return doc;
  };
}

const SYSTEM_VARIABLES = ['ROOT', 'CURRENT', 'NOW', 'REMOVE'];

/** `$path` of the document, `$$variable` or `$$variable.path`. */
function compilePath(text: string, known: readonly string[]): Evaluate {
  const [variable = '', ...parts] = text.startsWith('$$')
    ? text.slice(2).split('.')
    : ['CURRENT', ...text.slice(1).split('.')];
  if (!known.includes(variable) && !SYSTEM_VARIABLES.includes(variable))
    throw new ServerError('Location17276', `Use of undefined variable: ${variable}`);
  if (parts.includes('') || parts.some((part) => part.startsWith('$')))
    throw new ServerError(
      'Location15998',
      `FieldPath field names may not be empty or begin with '$': '${text}'`,
    );
  return (scope) => fieldAt(scope[variable], parts);
}

/** Within an expression an array stands for its documents' values, and a number is a name like any other. */
function fieldAt(value: unknown, parts: readonly string[], at = 0): unknown {
  const part = parts[at];
  if (part === undefined) return value;
  if (Array.isArray(value))
    return value
      .map((element) =>
        isDocument(element) || Array.isArray(element) ? fieldAt(element, parts, at) : undefined,
      )
      .filter((found) => found !== undefined);
  return fieldAt(fieldOf(value, part), parts, at + 1);
}
