import { ServerError } from '../errors.ts';
import { recordId, spaceOf } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { checkSize, checkStorable, decode, encode, isDocument, type Doc } from '../values/bson.ts';
import { valueAt } from '../values/paths.ts';
import type { Index } from './entries.ts';

/** Counts that change with each write; kept in memory and written with each transaction. */
export interface Counts {
  documents: number;
  bytes: number;
  nextRecord: number;
}

/**
 * The documents of one collection and their entries in its indexes. The methods that change something are called
 * within `Store.write`, and refuse before their first put.
 */
export class Collection {
  readonly name: string;
  readonly id: number;
  readonly space: Buffer;
  readonly indexes: Index[] = [];
  readonly counts: Counts;
  dropped = false;
  readonly #store: Store;
  readonly #changed: (collection: Collection) => void;

  constructor(
    name: string,
    id: number,
    counts: Counts,
    store: Store,
    changed: (collection: Collection) => void,
  ) {
    this.name = name;
    this.id = id;
    this.space = spaceOf(id);
    this.counts = counts;
    this.#store = store;
    this.#changed = changed;
  }

  get(record: Buffer): Buffer | undefined {
    return this.#store.get(Buffer.concat([this.space, record]));
  }

  /** Stores the bytes as they came, unless `_id` has to move to the front. */
  insert(doc: Doc, bytes: Buffer): void {
    this.#checkAlive();
    checkStorable(doc);
    checkId(doc._id);
    const stored = Object.keys(doc)[0] === '_id' ? bytes : encode({ _id: doc._id, ...doc });
    checkSize(stored);
    const record = recordId(this.counts.nextRecord);
    this.#write(record, undefined, doc, stored);
    this.counts.nextRecord++;
    this.counts.documents++;
  }

  /** @returns the bytes that are stored now; `before` itself when nothing changes, not a byte */
  replace(record: Buffer, before: Buffer, after: Doc): Buffer {
    this.#checkAlive();
    checkStorable(after);
    const bytes = encode(after);
    checkSize(bytes);
    if (bytes.equals(before)) return before;
    this.#write(record, before, after, bytes);
    return bytes;
  }

  delete(record: Buffer, before: Buffer): void {
    this.#checkAlive();
    const doc = decode(before);
    const stale = this.indexes.flatMap((index) =>
      index.keysOf(doc).keys.map((key) => index.entryKey(key, record)),
    );
    for (const key of stale) this.#store.remove(key);
    this.#store.remove(Buffer.concat([this.space, record]));
    this.counts.documents--;
    this.counts.bytes -= before.length;
    this.#changed(this);
  }

  /** Writes the entries of a document in one index; for building it. */
  addToIndex(index: Index, record: Buffer, doc: Doc): void {
    this.#checkAlive();
    const { keys, multikey, cut } = index.keysOf(doc);
    this.#checkUnique(index, keys, record, doc);
    for (const key of keys) this.#store.put(index.entryKey(key, record), record);
    index.note(multikey, cut);
  }

  #write(record: Buffer, before: Buffer | undefined, doc: Doc, bytes: Buffer): void {
    const old = before && decode(before);
    const plans = this.indexes.map((index) => {
      const { keys, multikey, cut } = index.keysOf(doc);
      this.#checkUnique(index, keys, record, doc);
      const had = new Map(old && index.keysOf(old).keys.map((key) => [key.toString('latin1'), key]));
      const fresh = keys.filter((key) => !had.delete(key.toString('latin1')));
      return { index, fresh, stale: [...had.values()], multikey, cut };
    });
    for (const { index, fresh, stale, multikey, cut } of plans) {
      for (const key of stale) this.#store.remove(index.entryKey(key, record));
      for (const key of fresh) this.#store.put(index.entryKey(key, record), record);
      index.note(multikey, cut);
    }
    this.#store.put(Buffer.concat([this.space, record]), bytes);
    this.counts.bytes += bytes.length - (before?.length ?? 0);
    this.#changed(this);
  }

  #checkUnique(index: Index, keys: readonly Buffer[], record: Buffer, doc: Doc): void {
    if (!index.spec.unique) return;
    for (const key of keys) {
      const holder = this.#store.get(index.entryKey(key, record));
      if (!holder || holder.equals(record)) continue;
      const keyPattern = Object.fromEntries(index.spec.pattern);
      const keyValue = Object.fromEntries(
        index.spec.pattern.map(([path]) => [path, valueAt(doc, path) ?? null]),
      );
      throw new ServerError(
        'DuplicateKey',
        `E11000 duplicate key error collection: ${this.name} index: ${index.spec.name} dup key: ${JSON.stringify(keyValue)}`,
        { keyPattern, keyValue },
      );
    }
  }

  #checkAlive(): void {
    if (this.dropped)
      throw new ServerError(
        'NamespaceNotFound',
        `The collection ${this.name} was dropped under this command.`,
      );
  }
}

function checkId(id: unknown): void {
  const kind = Array.isArray(id) ? 'array' : id === undefined ? 'undefined' : undefined;
  if (kind) throw new ServerError('InvalidIdField', `The '_id' value cannot be of type ${kind}`);
  if (isDocument(id)) checkStorable(id);
}
