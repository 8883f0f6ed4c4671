import type { Options } from 'mingo/types';
import { ServerError } from '../errors.ts';
import { isDocument, numberIn, type Doc } from '../values/bson.ts';
import { compareValues, orderedBytes } from '../values/order.ts';
import { compileExpression } from './expressions.ts';

/** What `$group` may hold (MongoDB: 100 MB a stage); counted roughly. */
export const MAX_STAGE_BYTES = 100 * 1024 * 1024;

interface Accumulator {
  add: (value: unknown) => void;
  result: () => unknown;
}

/** MongoDB Manual, "$group: Accumulator Operator". Kept by value, document by document, so that no group is held whole. */
const ACCUMULATORS: Readonly<Record<string, (hold: (value: unknown) => void) => Accumulator>> = {
  $sum: () => {
    let sum = 0;
    return { add: (value) => (sum += numberIn(value) ?? 0), result: () => sum };
  },
  $count: () => {
    let count = 0;
    return { add: () => count++, result: () => count };
  },
  $avg: () => {
    let [sum, count] = [0, 0];
    const add = (value: unknown): void => {
      const number = numberIn(value);
      if (number === undefined) return;
      sum += number;
      count++;
    };
    return { add, result: () => (count === 0 ? null : sum / count) };
  },
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: () => {
    let first: { value: unknown } | undefined;
    return { add: (value) => (first ??= { value }), result: () => first?.value ?? null };
  },
  $last: () => {
    let last: unknown;
    return { add: (value) => (last = value), result: () => last ?? null };
  },
  $push: (hold) => {
    const all: unknown[] = [];
    const add = (value: unknown): void => {
      if (value === undefined) return;
      hold(value);
      all.push(value);
    };
    return { add, result: () => all };
  },
  $addToSet: (hold) => {
    const set = new Map<string, unknown>();
    const add = (value: unknown): void => {
      if (value === undefined) return;
      const key = orderedBytes(value).toString('latin1');
      if (set.has(key)) return;
      hold(value);
      set.set(key, value);
    };
    return { add, result: () => [...set.values()] };
  },
  $mergeObjects: () => {
    const merged: Doc = {};
    return { add: (value) => Object.assign(merged, isDocument(value) ? value : {}), result: () => merged };
  },
};

function extreme(sign: 1 | -1): Accumulator {
  let best: unknown;
  const add = (value: unknown): void => {
    if (value === undefined || value === null) return;
    if (best === undefined || compareValues(value, best) * sign > 0) best = value;
  };
  return { add, result: () => best ?? null };
}

interface Group {
  readonly id: unknown;
  readonly fields: readonly Accumulator[];
}

/** Groups documents as they come; the groups are made at the end. */
export class Grouping {
  readonly #id: (doc: Doc) => unknown;
  readonly #fields: readonly { name: string; make: () => Accumulator; evaluate: (doc: Doc) => unknown }[];
  readonly #groups = new Map<string, Group>();
  #held = 0;

  constructor(spec: Doc, options: Options) {
    if (!('_id' in spec)) throw new ServerError('BadValue', 'a group specification must include an _id');
    const { _id: id, ...fields } = spec;
    this.#id = compileExpression(id, options);
    this.#fields = Object.entries(fields).map(([name, given]) => {
      const [operator = '', operand] = isDocument(given) ? (Object.entries(given)[0] ?? []) : [];
      const make = ACCUMULATORS[operator];
      if (!make)
        throw new ServerError(
          'BadValue',
          `The field '${name}' must be an accumulator object that is served; '${operator}' is not.`,
        );
      const evaluate = operator === '$count' ? () => null : compileExpression(operand, options);
      return { name, evaluate, make: () => make((value) => this.#hold(value)) };
    });
  }

  add(doc: Doc): void {
    const id = this.#id(doc) ?? null;
    const key = orderedBytes(id).toString('latin1');
    let group = this.#groups.get(key);
    if (!group) {
      group = { id, fields: this.#fields.map(({ make }) => make()) };
      this.#groups.set(key, group);
      this.#hold(key);
    }
    for (const [i, { evaluate }] of this.#fields.entries()) group.fields[i]?.add(evaluate(doc));
  }

  *results(): Generator<Doc> {
    for (const { id, fields } of this.#groups.values()) {
      const doc: Doc = { _id: id };
      for (const [i, { name }] of this.#fields.entries()) doc[name] = fields[i]?.result();
      yield doc;
    }
  }

  #hold(value: unknown): void {
    this.#held += (typeof value === 'string' ? value.length : orderedBytes(value).length) + 64;
    if (this.#held > MAX_STAGE_BYTES) {
      throw new ServerError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'PlanExecutor error during aggregation :: caused by :: Exceeded memory limit for $group.',
      );
    }
  }
}
