import { ObjectId } from 'bson';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { ServerError } from '../errors.ts';
import type { Expression } from '../query/match.ts';
import { typeName } from '../query/types.ts';
import { decodePlain, encode, isDocument, type Doc } from '../values/bson.ts';
import { compareValues } from '../values/order.ts';

type Operator = (doc: unknown, operand: unknown, options: Options) => unknown;

/** Runs code from the wire, or needs a server's inside: never served. */
const REFUSED = new Set([
  '$function',
  '$accumulator',
  '$where',
  '$toHashedIndexKey',
  '$toDecimal',
  '$convert',
]);
/** mingo does not know a time zone here; a wrong day in a report is worse than a refusal. */
const WITHOUT_TIME_ZONE = ['$dateTrunc', '$dateAdd', '$dateSubtract', '$dateDiff'] as const;

function compared(test: (order: number) => unknown): Operator {
  return (doc, operand, options) => {
    const [a, b] = evalExpr(doc, operand, options) as [unknown, unknown];
    return test(
      a === undefined || b === undefined
        ? Number(a !== undefined) - Number(b !== undefined)
        : compareValues(a, b),
    );
  };
}

/** Where mingo's operators differ from MongoDB's: comparison across types, ObjectIds as text, types by name. */
const CORRECTED: Record<`$${string}`, Operator> = {
  $cmp: compared((order) => order),
  $eq: compared((order) => order === 0),
  $ne: compared((order) => order !== 0),
  $gt: compared((order) => order > 0),
  $gte: compared((order) => order >= 0),
  $lt: compared((order) => order < 0),
  $lte: compared((order) => order <= 0),
  $in: (doc, operand, options) => {
    const [value, array] = evalExpr(doc, operand, options) as [unknown, unknown];
    if (!Array.isArray(array))
      throw new ServerError(
        'BadValue',
        `$in requires an array as a second argument, found: ${typeName(array)}`,
      );
    return array.some((element) => compareValues(element, value ?? null) === 0);
  },
  $toString: (doc, operand, options) => {
    const value = evalExpr(doc, operand, options);
    return value instanceof ObjectId
      ? value.toHexString()
      : (expressions.$toString as Operator)(doc, operand, options);
  },
  $type: (doc, operand, options) => typeName(evalExpr(doc, operand, options)),
};

for (const name of WITHOUT_TIME_ZONE) {
  const original = expressions[name] as unknown as Operator;
  CORRECTED[name] = (doc, operand, options) => {
    if (isDocument(operand) && operand.timezone !== undefined) {
      throw new ServerError('BadValue', `${name} with a time zone is not served by the embedded database.`);
    }
    return original(doc, operand, options);
  };
}

const served = Object.fromEntries(Object.entries(expressions).filter(([name]) => !REFUSED.has(name)));
const known = new Set([...Object.keys(served), ...Object.keys(CORRECTED), ...Object.keys(accumulators)]);
const { $addFields, $unset, $unwind, $replaceRoot, $replaceWith } = stages;
/** The stages that look at one document at a time, in mingo's hands; ours keep the rest in slices. */
export const MINGO_STAGES = {
  $addFields,
  $set: $addFields,
  $unset,
  $unwind,
  $replaceRoot,
  $replaceWith,
};

const context = Context.init({
  expression: { ...served, ...CORRECTED },
  accumulator: Object.fromEntries(
    Object.entries(accumulators).filter(([name]) => !REFUSED.has(name)),
  ) as never,
  pipeline: MINGO_STAGES,
});

/** What expressions are evaluated with; `variables` are those of a `$lookup`'s `let`. */
export function optionsWith(variables: Doc = {}): Options {
  return {
    idKey: '_id',
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
    processingMode: ProcessingMode.CLONE_OFF,
    context,
    variables,
  };
}

/** Refuses an operator that is not served, before the first document is read. */
export function checkExpression(expression: unknown): void {
  if (Array.isArray(expression)) expression.forEach(checkExpression);
  else if (isDocument(expression)) {
    for (const [name, operand] of Object.entries(expression)) {
      if (name === '$literal') continue;
      if (name.startsWith('$') && (!known.has(name) || REFUSED.has(name))) {
        throw new ServerError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
      }
      checkExpression(operand);
    }
  }
}

/** mingo's errors are about the client's expression. */
export function asExpressionError<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ServerError) throw error;
    throw new ServerError('BadValue', error instanceof Error ? error.message : String(error));
  }
}

/** A function of plain documents for an expression. */
export function compileExpression(expression: unknown, options: Options): (doc: Doc) => unknown {
  checkExpression(expression);
  const plain =
    isDocument(expression) || Array.isArray(expression)
      ? decodePlain(encode({ expression })).expression
      : expression;
  return (doc) => asExpressionError(() => evalExpr(doc as never, plain as never, options));
}

/** `$expr` in a filter: the documents of a filter carry BSON's numbers, expressions calculate with plain ones. */
export function filterExpression(options: Options): Expression {
  return (expression) => {
    const evaluate = compileExpression(expression, options);
    return (doc) => evaluate(decodePlain(encode(doc)));
  };
}
