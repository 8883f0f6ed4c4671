import { BSONRegExp } from 'bson';
import { isOperators } from '../query/match.ts';
import { isDocument, numberIn, type Doc } from '../values/bson.ts';
import { orderedBytes, TYPE } from '../values/order.ts';

/** What a filter demands of one path, as far as an index can use it. */
export interface Demand {
  /** Equal to one of these. */
  points?: unknown[];
  /** In this stretch of ordered bytes of one type; `open` when the end itself is not in it. */
  low?: { bytes: Buffer; open: boolean };
  high?: { bytes: Buffer; open: boolean };
  /** A missing field cannot meet it. */
  present: boolean;
  /** The points say all that the filter says of this path. */
  complete: boolean;
}

/** The demands on each path that every matching document meets: the filter's fields and those of its `$and`. */
export function demandsOf(filter: Doc): Map<string, Demand> {
  const demands = new Map<string, Demand>();
  for (const [path, wanted] of conditions(filter)) {
    const operators = isOperators(wanted)
      ? Object.entries(wanted)
      : ([['$eq', wanted]] as [string, unknown][]);
    for (const [operator, operand] of operators) {
      const demand = demands.get(path) ?? { present: false, complete: true };
      // Equality says all; a further condition on the same path may only narrow a range, the rest is the filter's.
      const served = !demand.points && addTo(demand, operator, operand);
      if (!served || isRange(operator)) demand.complete = false;
      demands.set(path, demand);
    }
  }
  return demands;
}

function* conditions(filter: Doc): Generator<[string, unknown]> {
  for (const [name, wanted] of Object.entries(filter)) {
    if (name === '$and' && Array.isArray(wanted))
      for (const clause of wanted) yield* conditions(clause as Doc);
    else if (!name.startsWith('$')) yield [name, wanted];
  }
}

const isRange = (operator: string): boolean => ['$gt', '$gte', '$lt', '$lte'].includes(operator);

/** @returns false when an index cannot serve the condition */
function addTo(demand: Demand, operator: string, operand: unknown): boolean {
  if (operator === '$eq') return addPoints(demand, [operand]);
  if (operator === '$in' && Array.isArray(operand)) return addPoints(demand, operand);
  if (operator === '$exists' && operand === true) demand.present = true;
  if (!isRange(operator) || !isPoint(operand) || operand === null) return false;
  const bytes = orderedBytes(operand);
  const [type = 0] = bytes;
  if (type === TYPE.minKey || type === TYPE.maxKey || Number.isNaN(numberIn(operand))) return false;
  // Two ends of two types are met by two elements of an array: one end binds, the rest is the filter's.
  if (demand.low && demand.low.bytes[0] !== type) return false;
  const end = { bytes, open: !operator.endsWith('e') };
  if (operator.startsWith('$g')) {
    if (demand.low && demand.low.bytes.length > 1) return false;
    demand.low = end;
    demand.high ??= { bytes: Buffer.from([type + 1]), open: true };
  } else {
    if (demand.high && demand.high.bytes.length > 1) return false;
    demand.high = end;
    demand.low ??= { bytes: Buffer.from([type]), open: false };
  }
  demand.present = true;
  return true;
}

function addPoints(demand: Demand, points: readonly unknown[]): boolean {
  if (!points.every(isPoint)) return false;
  demand.points = [...points];
  demand.present = points.every((point) => point !== null && point !== undefined);
  return true;
}

/** A value that stands in an index as itself; arrays stand there by their elements, and regexes are patterns. */
function isPoint(value: unknown): boolean {
  return (
    !Array.isArray(value) && !(value instanceof BSONRegExp) && !(isDocument(value) && isOperators(value))
  );
}
