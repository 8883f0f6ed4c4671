import { BSONRegExp } from 'bson';
import { ServerError } from '../errors.ts';
import { isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { orderedBytes, TYPE } from '../values/order.ts';
import { reaches } from '../values/paths.ts';
import { typeTest } from './types.ts';

export type Matches = (doc: Doc) => boolean;
type Test = (value: unknown) => boolean;

/** Evaluates `$expr`; given by the aggregation room, which knows expressions. */
export type Expression = (expression: unknown) => (doc: Doc) => unknown;

/** Turns a filter into a test of documents (MongoDB Manual, "Query and Projection Operators"). */
export function compileFilter(filter: Doc, expression: Expression): Matches {
  const tests = Object.entries(filter).map(([name, wanted]) => compileEntry(name, wanted, expression));
  const [only] = tests;
  return tests.length === 1 && only ? only : (doc) => tests.every((test) => test(doc));
}

function compileEntry(name: string, wanted: unknown, expression: Expression): Matches {
  if (!name.startsWith('$')) return compileField(name.split('.'), wanted, expression);
  switch (name) {
    case '$and':
    case '$or':
    case '$nor':
      return compileLogic(name, wanted, expression);
    case '$expr': {
      const evaluate = expression(wanted);
      return (doc) => isTrue(evaluate(doc));
    }
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw new ServerError('BadValue', `${name} is not served by the embedded database.`);
    default:
      throw new ServerError('BadValue', `unknown top level operator: ${name}`);
  }
}

function compileLogic(name: string, wanted: unknown, expression: Expression): Matches {
  if (!Array.isArray(wanted) || wanted.length === 0)
    throw new ServerError('BadValue', `${name} must be a nonempty array`);
  const tests = wanted.map((clause) => {
    if (!isDocument(clause)) throw new ServerError('BadValue', `${name} argument's entries must be objects`);
    return compileFilter(clause, expression);
  });
  if (name === '$and') return (doc) => tests.every((test) => test(doc));
  if (name === '$or') return (doc) => tests.some((test) => test(doc));
  return (doc) => !tests.some((test) => test(doc));
}

/** True for `{ $gt: 1 }` and its like, false for a document to be equal to. */
export function isOperators(wanted: unknown): wanted is Doc {
  return isDocument(wanted) && Object.keys(wanted)[0]?.startsWith('$') === true;
}

function compileField(path: readonly string[], wanted: unknown, expression: Expression): Matches {
  if (!isOperators(wanted)) return anywhere(path, equals(wanted));
  const tests = Object.entries(wanted).map(([operator, operand]) =>
    compileOperator(path, operator, operand, wanted, expression),
  );
  return (doc) => tests.every((test) => test(doc));
}

function compileOperator(
  path: readonly string[],
  operator: string,
  operand: unknown,
  all: Doc,
  expression: Expression,
): Matches {
  const not =
    (matches: Matches): Matches =>
    (doc) =>
      !matches(doc);
  switch (operator) {
    case '$eq':
      return anywhere(path, equals(operand, false));
    case '$ne':
      return not(anywhere(path, equals(operand, false)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return anywhere(path, compares(operator, operand));
    case '$in':
      return anywhere(path, isOneOf(operator, operand));
    case '$nin':
      return not(anywhere(path, isOneOf(operator, operand)));
    case '$exists': {
      const exists: Matches = (doc) => reaches(doc, path, (value) => value !== undefined);
      return isTrue(operand) ? exists : not(exists);
    }
    case '$not':
      if (isRegex(operand)) return not(anywhere(path, equals(operand)));
      if (!isOperators(operand)) throw new ServerError('BadValue', '$not needs a regex or a document');
      return not(compileField(path, operand, expression));
    case '$regex':
      return anywhere(path, matchesText(operand, all.$options));
    case '$options':
      if (!('$regex' in all)) throw new ServerError('BadValue', '$options needs a $regex');
      return () => true;
    case '$type':
      return anywhere(path, typeTest(operand));
    case '$mod':
      return anywhere(path, leaves(operand));
    case '$size':
      return wholeArray(path, hasSize(operand));
    case '$elemMatch': {
      const element = compileElement(operand, expression);
      return wholeArray(path, (array) => array.some(element));
    }
    case '$all':
      return compileAll(path, operand, expression);
    default:
      throw new ServerError('BadValue', `unknown operator: ${operator}`);
  }
}

/** An array is met by its elements or as a whole. */
function anywhere(path: readonly string[], test: Test): Matches {
  return (doc) =>
    reaches(doc, path, (value, whole) => {
      if (Array.isArray(value) && !whole && value.some((element) => element !== undefined && test(element)))
        return true;
      return test(value);
    });
}

function wholeArray(path: readonly string[], test: (array: unknown[]) => boolean): Matches {
  return (doc) => reaches(doc, path, (value) => Array.isArray(value) && test(value));
}

function isRegex(value: unknown): value is BSONRegExp | RegExp {
  return value instanceof BSONRegExp || value instanceof RegExp;
}

/** Equality: null is also met by a missing field; a regular expression is met by text, except under `$eq`. */
function equals(wanted: unknown, regexMatches = true): Test {
  if (wanted === null || wanted === undefined) return (value) => value === null || value === undefined;
  if (typeof wanted === 'string') return (value) => value === wanted;
  const bytes = orderedBytes(wanted);
  const same: Test = (value) => value !== undefined && bytes.equals(orderedBytes(value));
  if (!isRegex(wanted) || !regexMatches) return same;
  const text = matchesText(wanted, undefined);
  return (value) => text(value) || same(value);
}

function isOneOf(operator: string, operand: unknown): Test {
  if (!Array.isArray(operand)) throw new ServerError('BadValue', `${operator} needs an array`);
  if (operand.some(isOperators)) throw new ServerError('BadValue', `cannot nest $ under ${operator}`);
  const regexes = operand.filter(isRegex).map((regex) => matchesText(regex, undefined));
  const set = new Set(operand.map((wanted) => orderedBytes(wanted).toString('latin1')));
  const orMissing = operand.some((wanted) => wanted === null || wanted === undefined);
  return (value) => {
    if (value === undefined) return orMissing;
    return set.has(orderedBytes(value).toString('latin1')) || regexes.some((test) => test(value));
  };
}

/** Order comparisons look only at values of the operand's own type ("type bracketing"); NaN equals only itself. */
function compares(operator: string, operand: unknown): Test {
  if (isRegex(operand))
    throw new ServerError('BadValue', `Can't have RegEx as arg to predicate over field with ${operator}`);
  const orEqual = operator.endsWith('e');
  if (operand === null || operand === undefined)
    return (value) => orEqual && (value === null || value === undefined);
  if (Number.isNaN(numberIn(operand))) return (value) => orEqual && Number.isNaN(numberIn(value));
  const bytes = orderedBytes(operand);
  const ends = bytes[0] === TYPE.minKey || bytes[0] === TYPE.maxKey;
  const sign = operator.startsWith('$g') ? 1 : -1;
  return (value) => {
    if (value === undefined || Number.isNaN(numberIn(value))) return false;
    const own = orderedBytes(value);
    if (own[0] !== bytes[0] && !ends) return false;
    const order = Buffer.compare(own, bytes) * sign;
    return order > 0 || (orEqual && order === 0);
  };
}

function matchesText(operand: unknown, options: unknown): Test {
  const source =
    operand instanceof BSONRegExp ? operand.pattern : operand instanceof RegExp ? operand.source : operand;
  const own =
    operand instanceof BSONRegExp ? operand.options : operand instanceof RegExp ? operand.flags : '';
  const flags = typeof options === 'string' ? options : own;
  if (typeof source !== 'string') throw new ServerError('BadValue', '$regex has to be a string');
  if (/[^imsux]/.test(flags)) throw new ServerError('BadValue', ` invalid flag in regex options: ${flags}`);
  if (flags.includes('x'))
    throw new ServerError('BadValue', 'The regex option x is not served by the embedded database.');
  let regex: RegExp;
  try {
    regex = new RegExp(source, [...new Set(`${flags}u`)].join(''));
  } catch {
    throw new ServerError('BadValue', `Regular expression is invalid: ${source}`);
  }
  return (value) => typeof value === 'string' && regex.test(value);
}

function leaves(operand: unknown): Test {
  const [divisor, remainder] = Array.isArray(operand) && operand.length === 2 ? operand.map(numberIn) : [];
  if (divisor === undefined || remainder === undefined)
    throw new ServerError('BadValue', 'malformed mod, needs to be an array of two numbers');
  if (Math.trunc(divisor) === 0) throw new ServerError('BadValue', 'divisor cannot be 0');
  return (value) => {
    const number = numberIn(value);
    return number !== undefined && Math.trunc(number) % Math.trunc(divisor) === Math.trunc(remainder);
  };
}

function hasSize(operand: unknown): (array: unknown[]) => boolean {
  const size = numberIn(operand);
  if (size === undefined || !Number.isInteger(size) || size < 0) {
    throw new ServerError('BadValue', 'Failed to parse $size. Expected a non-negative integer.');
  }
  return (array) => array.length === size;
}

function compileElement(operand: unknown, expression: Expression): Test {
  if (!isDocument(operand)) throw new ServerError('BadValue', '$elemMatch needs an Object');
  const first = Object.keys(operand)[0] ?? '';
  if (!first.startsWith('$') || ['$and', '$or', '$nor'].includes(first)) {
    const matches = compileFilter(operand, expression);
    // An array in the array is met as a document whose names count from 0.
    return (element) =>
      Array.isArray(element)
        ? matches(Object.fromEntries(Object.entries(element)))
        : isDocument(element) && matches(element);
  }
  const matches = compileField(['element'], operand, expression);
  return (element) => matches({ element });
}

function compileAll(path: readonly string[], operand: unknown, expression: Expression): Matches {
  if (!Array.isArray(operand)) throw new ServerError('BadValue', '$all needs an array');
  const tests = operand.map((wanted: unknown) =>
    isDocument(wanted) && '$elemMatch' in wanted
      ? compileField(path, wanted, expression)
      : anywhere(path, equals(wanted)),
  );
  return (doc) => tests.length > 0 && tests.every((test) => test(doc));
}
