import { ServerError } from '../errors.ts';
import { isDocument, type Doc } from '../values/bson.ts';
import { orderedBytes } from '../values/order.ts';
import { ACCUMULATORS, type Accumulator, type Hold } from './accumulators.ts';
import { compileExpression } from './expressions.ts';
import type { Scope } from './operators/operator.ts';

/** What `$group` may hold (MongoDB: 100 MB a stage); counted roughly. */
export const MAX_STAGE_BYTES = 100 * 1024 * 1024;

interface Field {
  readonly name: string;
  readonly make: (hold: Hold) => Accumulator;
  readonly evaluate: (doc: Doc) => unknown;
}

/** The accumulators of a `$group`; what is not served is refused. */
export function compileFields(fields: Doc, variables: Scope): Field[] {
  return Object.entries(fields).map(([name, given]) => {
    if (name.includes('.'))
      throw new ServerError('Location40235', `The field name '${name}' cannot contain '.'`);
    const [[operator, operand] = ['', undefined], second] = isDocument(given) ? Object.entries(given) : [];
    if (!operator.startsWith('$'))
      throw new ServerError('Location40234', `The field '${name}' must be an accumulator object`);
    if (second) throw new ServerError('Location40238', `The field '${name}' must specify one accumulator`);
    const make = ACCUMULATORS.get(operator);
    if (!make) throw new ServerError('Location15952', `unknown group operator '${operator}'`);
    const evaluate = operator === '$count' ? () => null : compileExpression(operand, variables);
    return { name, make, evaluate };
  });
}

interface Group {
  readonly id: unknown;
  readonly fields: readonly Accumulator[];
}

/** Groups documents as they come; the groups are made at the end. */
export class Grouping {
  readonly #id: (doc: Doc) => unknown;
  readonly #fields: readonly Field[];
  readonly #groups = new Map<string, Group>();
  #held = 0;

  constructor(id: (doc: Doc) => unknown, fields: readonly Field[]) {
    this.#id = id;
    this.#fields = fields;
  }

  add(doc: Doc): void {
    const id = this.#id(doc) ?? null;
    const key = orderedBytes(id).toString('latin1');
    let group = this.#groups.get(key);
    if (!group) {
      const hold = (value: unknown): void => {
        this.#hold(orderedBytes(value).length);
      };
      group = { id, fields: this.#fields.map(({ make }) => make(hold)) };
      this.#groups.set(key, group);
      this.#hold(key.length);
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

  #hold(bytes: number): void {
    this.#held += bytes + 64;
    if (this.#held > MAX_STAGE_BYTES) {
      throw new ServerError(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        'PlanExecutor error during aggregation :: caused by :: Exceeded memory limit for $group.',
      );
    }
  }
}
