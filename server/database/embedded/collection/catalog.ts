import { ServerError } from '../errors.ts';
import type { Expression } from '../query/match.ts';
import { readSort } from '../query/sort.ts';
import { after, spaceOf } from '../storage/keys.ts';
import type { Store } from '../storage/store.ts';
import { decodePlain, encode, type Doc } from '../values/bson.ts';
import { Collection, type Counts } from './collection.ts';
import { Index } from './entries.ts';
import type { IndexSpec } from './index-keys.ts';

const FORMAT = 'rumbo embedded database 1';
const CATALOG = spaceOf(0);
const key = (kind: string, rest: Buffer | string = ''): Buffer =>
  Buffer.concat([CATALOG, Buffer.from(kind), Buffer.from(rest)]);

interface StoredIndex extends Omit<IndexSpec, 'pattern' | 'partial' | 'expireAfterSeconds'> {
  readonly id: number;
  readonly pattern: Doc;
  readonly partial: Doc | null;
  readonly expireAfterSeconds: number | null;
  readonly multikey: boolean;
  readonly cut: boolean;
  readonly building: boolean;
}

/** Which collections and indexes exist. Kept in memory; each change is written within the transaction that made it. */
export class Catalog {
  readonly #store: Store;
  readonly #expression: Expression;
  #collections = new Map<string, Collection>();
  readonly #written = new Set<Collection>();
  readonly #redefined = new Set<Collection>();

  constructor(store: Store, expression: Expression) {
    this.#store = store;
    this.#expression = expression;
    store.beforeCommit = () => this.#save();
    store.onRollback = () => this.#load();
    this.#load();
  }

  /** Marks a new file as ours. */
  async prepare(): Promise<void> {
    const format = this.#store.get(key('f'));
    if (!format) await this.#store.write(() => this.#store.put(key('f'), Buffer.from(FORMAT)));
    else if (format.toString() !== FORMAT) throw new Error(`unknown format ${format.toString()}`);
  }

  find(name: string): Collection | undefined {
    return this.#collections.get(name);
  }

  /** All collections, or those of one database. */
  list(database?: string): Collection[] {
    const all = [...this.#collections.values()];
    return database === undefined ? all : all.filter(({ name }) => name.startsWith(`${database}.`));
  }

  /** Within `Store.write`, as all below. */
  ensure(name: string): Collection {
    return this.#collections.get(name) ?? this.#create(name);
  }

  drop(collection: Collection): void {
    collection.dropped = true;
    this.#collections.delete(collection.name);
    this.#store.remove(key('c', collection.name));
    this.#store.remove(key('s', collection.space));
    this.#written.delete(collection);
    this.#redefined.delete(collection);
    for (const { space } of [collection, ...collection.indexes])
      this.#store.put(key('g', space), Buffer.alloc(0));
  }

  addIndex(collection: Collection, spec: IndexSpec, building: boolean): Index {
    const index = this.#index(collection, spec, this.#nextId(), { multikey: false, cut: false, building });
    collection.indexes.push(index);
    this.#redefined.add(collection);
    return index;
  }

  dropIndex(collection: Collection, index: Index): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.#store.put(key('g', index.space), Buffer.alloc(0));
    this.#redefined.add(collection);
  }

  finishIndex(collection: Collection, index: Index): void {
    index.building = false;
    this.#redefined.add(collection);
  }

  /**
   * Removes a piece of what was dropped.
   * @returns true while more is left
   */
  collectGarbage(pieces = 500): boolean {
    for (const { key: mark } of this.#store.range({ from: key('g'), to: key('h') })) {
      const space = Buffer.from(mark.subarray(mark.length - 4));
      const keys = [];
      for (const entry of this.#store.range({ from: space, to: after(space) })) {
        if (keys.push(entry.key) >= pieces) break;
      }
      for (const old of keys) this.#store.remove(old);
      if (keys.length < pieces) this.#store.remove(mark);
      return true;
    }
    return false;
  }

  #create(name: string): Collection {
    const collection = this.#collection(name, this.#nextId(), { documents: 0, bytes: 0, nextRecord: 1 });
    this.#collections.set(name, collection);
    const spec = {
      name: '_id_',
      pattern: readSort({ _id: 1 }),
      unique: true,
      sparse: false,
      partial: undefined,
      expireAfterSeconds: undefined,
    };
    this.addIndex(collection, spec, false);
    this.#written.add(collection);
    return collection;
  }

  #collection(name: string, id: number, counts: Counts): Collection {
    return new Collection(name, id, counts, this.#store, (changed) => this.#written.add(changed));
  }

  #index(
    collection: Collection,
    spec: IndexSpec,
    id: number,
    state: { multikey: boolean; cut: boolean; building: boolean },
  ): Index {
    return new Index(spec, id, state, this.#expression, () => this.#redefined.add(collection));
  }

  #nextId(): number {
    const next = (this.#store.get(key('n'))?.readUInt32BE() ?? 0) + 1;
    if (next > 0xffff_fff0)
      throw new ServerError('OperationFailed', 'The embedded database has run out of collection numbers.');
    this.#store.put(key('n'), spaceOf(next));
    return next;
  }

  #save(): void {
    for (const { space, counts, dropped } of this.#written) {
      if (dropped) continue;
      const bytes = Buffer.alloc(24);
      [counts.documents, counts.bytes, counts.nextRecord].forEach((count, i) =>
        bytes.writeDoubleBE(count, i * 8),
      );
      this.#store.put(key('s', space), bytes);
    }
    for (const { name, id, indexes, dropped } of this.#redefined) {
      if (!dropped) this.#store.put(key('c', name), encode({ id, indexes: indexes.map(toStored) }));
    }
    this.#written.clear();
    this.#redefined.clear();
  }

  #load(): void {
    for (const stale of this.#collections.values()) stale.dropped = true;
    this.#written.clear();
    this.#redefined.clear();
    this.#collections = new Map();
    const prefix = key('c');
    for (const entry of this.#store.range({ from: prefix, to: after(prefix) })) {
      const name = entry.key.toString('utf8', prefix.length);
      const stored = decodePlain(entry.value) as { id: number; indexes: StoredIndex[] };
      const bytes = this.#store.get(key('s', spaceOf(stored.id))) ?? Buffer.alloc(24);
      const [documents = 0, size = 0, nextRecord = 1] = [0, 8, 16].map((at) => bytes.readDoubleBE(at));
      const collection = this.#collection(name, stored.id, { documents, bytes: size, nextRecord });
      for (const { id, multikey, cut, building, ...spec } of stored.indexes) {
        const partial = spec.partial ?? undefined;
        const expireAfterSeconds = spec.expireAfterSeconds ?? undefined;
        const known: IndexSpec = { ...spec, pattern: readSort(spec.pattern), partial, expireAfterSeconds };
        collection.indexes.push(this.#index(collection, known, id, { multikey, cut, building }));
      }
      this.#collections.set(name, collection);
    }
  }
}

function toStored({ id, spec, multikey, cut, building }: Index): StoredIndex {
  const { name, unique, sparse } = spec;
  const pattern = Object.fromEntries(spec.pattern);
  const partial = spec.partial ?? null;
  return {
    id,
    name,
    pattern,
    unique,
    sparse,
    partial,
    expireAfterSeconds: spec.expireAfterSeconds ?? null,
    multikey,
    cut,
    building,
  };
}
