import { Long } from 'bson';
import type { Collection } from '../collection/collection.ts';
import type { Index } from '../collection/entries.ts';
import type { IndexSpec } from '../collection/index-keys.ts';
import { turn } from '../collection/scan.ts';
import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { readSort } from '../query/sort.ts';
import { after } from '../storage/keys.ts';
import { decode, encode, isDocument, isTrue, numberIn, type Doc } from '../values/bson.ts';
import { cursorAnswer } from '../wire/raw.ts';
import { documentArgument, documentsArgument, textArgument } from './arguments.ts';
import { namespaceOf, type Call, type Command } from './command.ts';
import { sweep } from './upkeep.ts';

const OPTIONS = new Set([
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'background',
  'v',
]);

function readSpec(given: Doc, engine: Engine): IndexSpec {
  const strange = Object.keys(given).find((option) => !OPTIONS.has(option));
  if (strange !== undefined)
    throw new ServerError(
      'InvalidOptions',
      `The index option '${strange}' is not served by the embedded database.`,
    );
  const key = documentArgument(given, 'key');
  const special = Object.values(key).find((direction) => numberIn(direction) === undefined);
  if (special !== undefined || Object.keys(key).some((path) => path === '' || path.includes('$'))) {
    throw new ServerError(
      'CannotCreateIndex',
      `The embedded database serves ascending and descending indexes on plain fields only, not ${JSON.stringify(key)}.`,
    );
  }
  const pattern = readSort(key);
  if (pattern.length === 0) throw new ServerError('CannotCreateIndex', 'Index keys cannot be empty.');
  const partial = given.partialFilterExpression;
  if (partial !== undefined && !isDocument(partial))
    throw new ServerError('CannotCreateIndex', 'partialFilterExpression must be a document');
  if (partial) compileFilter(partial, engine.expression);
  const expireAfterSeconds = numberIn(given.expireAfterSeconds);
  if (expireAfterSeconds !== undefined && (pattern.length > 1 || expireAfterSeconds < 0)) {
    throw new ServerError(
      'CannotCreateIndex',
      'TTL indexes are single-field indexes with a number of seconds that is not negative.',
    );
  }
  return {
    name: textArgument(given, 'name'),
    pattern,
    unique: isTrue(given.unique),
    sparse: isTrue(given.sparse),
    partial,
    expireAfterSeconds,
  };
}

/** The same index again is no change; another one by that name, or that key with other options, is refused. */
function findEqual(collection: Collection, spec: IndexSpec): Index | undefined {
  const written = (known: IndexSpec): string => JSON.stringify({ ...known, name: '' });
  const sameName = collection.indexes.find((index) => index.spec.name === spec.name);
  const sameKey = collection.indexes.find(
    (index) => JSON.stringify(index.spec.pattern) === JSON.stringify(spec.pattern),
  );
  if (sameName && written(sameName.spec) !== written(spec)) {
    throw new ServerError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index, with another definition: ${spec.name}`,
    );
  }
  if (sameKey && JSON.stringify(spec.pattern) === '[["_id",1]]') return sameKey;
  if (sameKey && !sameName)
    throw new ServerError(
      'IndexOptionsConflict',
      `Index already exists with a different name or options: ${sameKey.spec.name}`,
    );
  return sameName;
}

async function createIndexes(call: Call): Promise<Doc> {
  const { engine } = call;
  const namespace = namespaceOf(call);
  const specs = documentsArgument(call.body, 'indexes').map((given) => readSpec(given, engine));
  const existed = engine.catalog.find(namespace) !== undefined;
  const { collection, fresh, before } = await engine.store.write(() => {
    const collection = engine.catalog.ensure(namespace);
    const wanted = specs.filter((spec) => !findEqual(collection, spec));
    const before = collection.indexes.length;
    return {
      collection,
      before,
      fresh: wanted.map((spec) => engine.catalog.addIndex(collection, spec, true)),
    };
  });
  for (const index of fresh) await build(engine, collection, index);
  const note = fresh.length === 0 ? { note: 'all indexes already exist' } : {};
  return {
    numIndexesBefore: before,
    numIndexesAfter: before + fresh.length,
    createdCollectionAutomatically: !existed,
    ...note,
    ok: 1,
  };
}

const STEP_MS = 10;

/** Writers keep the new index from the start; what was there before is added step by step, then it may be read. */
async function build(engine: Engine, collection: Collection, index: Index): Promise<void> {
  let last: Buffer | undefined;
  try {
    for (let more = true; more;) {
      await turn();
      more = await engine.store.write(() => {
        const ends = performance.now() + STEP_MS;
        for (const { key, value } of engine.store.range({
          from: collection.space,
          to: after(collection.space),
          after: last,
        })) {
          if (performance.now() > ends) return true;
          last = key;
          collection.addToIndex(index, key.subarray(4), decode(value));
        }
        engine.catalog.finishIndex(collection, index);
        return false;
      });
    }
  } catch (error) {
    await engine.store.write(() => engine.catalog.dropIndex(collection, index));
    sweep(engine);
    throw error;
  }
}

/** Indexes that a crash left half-built: nobody was told that they exist, so they go. */
export async function dropUnfinished(engine: Engine): Promise<void> {
  await engine.store.write(() => {
    for (const collection of engine.catalog.list()) {
      for (const index of collection.indexes.filter(({ building }) => building))
        engine.catalog.dropIndex(collection, index);
    }
  });
}

function describe({ spec }: Index): Doc {
  const { name, pattern, unique, sparse, partial, expireAfterSeconds } = spec;
  const doc: Doc = { v: 2, key: Object.fromEntries(pattern), name };
  if (unique && name !== '_id_') doc.unique = true;
  if (sparse) doc.sparse = true;
  if (partial) doc.partialFilterExpression = partial;
  if (expireAfterSeconds !== undefined) doc.expireAfterSeconds = expireAfterSeconds;
  return doc;
}

function existing(call: Call): Collection {
  const namespace = namespaceOf(call);
  const collection = call.engine.catalog.find(namespace);
  if (!collection) throw new ServerError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  return collection;
}

function listIndexes(call: Call): Buffer {
  const collection = existing(call);
  const shown = collection.indexes
    .filter(({ building }) => !building)
    .map((index) => encode(describe(index)));
  return cursorAnswer({ id: Long.ZERO, ns: collection.name }, 'firstBatch', shown);
}

async function dropIndexes(call: Call): Promise<Doc> {
  const { engine, body } = call;
  const collection = existing(call);
  const nIndexesWas = collection.indexes.length;
  const wanted = body.index;
  const names: unknown[] = Array.isArray(wanted) ? wanted : [wanted];
  const chosen = collection.indexes.filter(({ spec }) => {
    if (wanted === '*') return spec.name !== '_id_';
    return isDocument(wanted)
      ? JSON.stringify(spec.pattern) === JSON.stringify(readSort(wanted))
      : names.includes(spec.name);
  });
  if (chosen.some(({ spec }) => spec.name === '_id_'))
    throw new ServerError('InvalidOptions', 'cannot drop _id index');
  if (wanted !== '*' && chosen.length === 0)
    throw new ServerError('IndexNotFound', `index not found with name [${String(wanted)}]`);
  await engine.store.write(() => chosen.forEach((index) => engine.catalog.dropIndex(collection, index)));
  sweep(engine);
  return { nIndexesWas, ok: 1 };
}

export const indexes: Readonly<Record<string, Command>> = {
  createIndexes: { fields: ['indexes', 'commitQuorum'], run: createIndexes },
  listIndexes: { fields: ['cursor'], run: listIndexes },
  dropIndexes: { fields: ['index'], run: dropIndexes },
};
