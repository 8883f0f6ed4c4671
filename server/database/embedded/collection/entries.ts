import type { Expression } from '../query/match.ts';
import type { Doc } from '../values/bson.ts';
import { spaceOf } from '../storage/keys.ts';
import { keysOf, type IndexSpec, type Keys } from './index-keys.ts';

/** An index: entries of key bytes that lead to a record. A unique one has the key alone, others add the record. */
export class Index {
  readonly spec: IndexSpec;
  readonly id: number;
  readonly space: Buffer;
  /** Some document has an array on an indexed path. */
  multikey: boolean;
  /** Some key was cut, so that entries are no longer in exact order. */
  cut: boolean;
  /** Not yet complete: written, but not read. */
  building: boolean;
  readonly keysOf: (doc: Doc) => Keys;
  readonly #changed: () => void;

  constructor(
    spec: IndexSpec,
    id: number,
    state: { multikey: boolean; cut: boolean; building: boolean },
    expression: Expression,
    changed: () => void,
  ) {
    this.spec = spec;
    this.id = id;
    this.space = spaceOf(id);
    this.multikey = state.multikey;
    this.cut = state.cut;
    this.building = state.building;
    this.keysOf = keysOf(spec, expression);
    this.#changed = changed;
  }

  entryKey(key: Buffer, record: Buffer): Buffer {
    return Buffer.concat(this.spec.unique ? [this.space, key] : [this.space, key, record]);
  }

  /** Remembers, for good, that a document brought an array or a cut key. */
  note(multikey: boolean, cut: boolean): void {
    if ((!multikey || this.multikey) && (!cut || this.cut)) return;
    this.multikey ||= multikey;
    this.cut ||= cut;
    this.#changed();
  }
}
