import { ObjectId } from 'bson';
import type { Collection } from '../collection/collection.ts';
import { find, findFirst, stillThere, type Search } from '../collection/find.ts';
import type { Found } from '../collection/scan.ts';
import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { compileFilter, isOperators } from '../query/match.ts';
import { compileUpdate, fromFilter } from '../query/update.ts';
import { decode, encode, numberIn, type Doc } from '../values/bson.ts';
import { recordId, recordNumber } from '../storage/keys.ts';
import { demandsOf } from '../collection/bounds.ts';

/** How long one step of a write of many documents may hold the thread, in milliseconds. */
const STEP_MS = 10;
/** Another writer may take the document away between finding and changing it; this many times in a row is absurd. */
const MOST_TRIES = 1000;

export interface UpdateRequest extends Pick<Search, 'sort' | 'hint'> {
  readonly filter: Doc;
  readonly update: unknown;
  readonly arrayFilters: unknown;
  readonly upsert: boolean;
}

interface Changed {
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
  readonly modified: boolean;
  /** The `_id` of a document that an upsert made. */
  readonly upserted?: unknown;
}

/** Changes the first matching document, or makes one. What is found is looked at again within the transaction. */
export async function updateFirst(
  engine: Engine,
  namespace: string,
  request: UpdateRequest,
): Promise<Changed | undefined> {
  const { filter, upsert, sort = [], hint } = request;
  const matches = compileFilter(filter, engine.expression);
  const change = compileUpdate(request.update, filter, request.arrayFilters, engine.expression);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const collection = engine.catalog.find(namespace);
    const found = collection && (await findFirst(engine, collection, { filter, sort, hint }));
    if (collection && found) {
      const changed = await engine.store.write(() => {
        const before = stillThere(collection, found, matches);
        if (!before) return undefined;
        const after = collection.replace(found.record, before, change(decode(before), false));
        return { before, after, modified: after !== before };
      });
      if (changed) return changed;
    } else if (!upsert) return undefined;
    else {
      try {
        return await insertFromFilter(engine, namespace, request);
      } catch (error) {
        // Someone else has just made the document that was missing: now it is there to be changed.
        if (!isLostRace(error, filter) || tries > 10) throw error;
      }
    }
  }
  throw new ServerError('OperationFailed', 'The document changed too often to be updated.');
}

function insertFromFilter(
  engine: Engine,
  namespace: string,
  { filter, update, arrayFilters }: UpdateRequest,
): Promise<Changed> {
  const change = compileUpdate(update, filter, arrayFilters, engine.expression);
  return engine.store.write(() => {
    const doc = change(isOperators(update) ? fromFilter(filter) : onlyId(fromFilter(filter)), true);
    doc._id ??= new ObjectId();
    const ordered = { _id: doc._id, ...doc };
    const after = encode(ordered);
    engine.catalog.ensure(namespace).insert(ordered, after);
    return { before: undefined, after, modified: true, upserted: doc._id };
  });
}

const onlyId = (doc: Doc): Doc => ('_id' in doc ? { _id: doc._id } : {});

/** MongoDB retries an upsert whose filter names all fields of the unique key by equality (MongoDB Manual, "upsert"). */
function isLostRace(error: unknown, filter: Doc): boolean {
  if (!(error instanceof ServerError) || error.codeName !== 'DuplicateKey') return false;
  const demands = demandsOf(filter);
  return Object.keys(error.details.keyPattern as Doc).every(
    (path) => demands.get(path)?.points?.length === 1,
  );
}

/** Changes all matching documents, step by step. */
export async function updateAll(
  engine: Engine,
  namespace: string,
  request: UpdateRequest,
): Promise<{ matched: number; modified: number }> {
  const change = compileUpdate(request.update, request.filter, request.arrayFilters, engine.expression);
  if (!isOperators(request.update))
    throw new ServerError('FailedToParse', 'multi update is not supported for replacement-style update');
  let [matched, modified] = [0, 0];
  await eachMatch(engine, namespace, request, (collection, { record, bytes }) => {
    matched++;
    if (collection.replace(record, bytes, change(decode(bytes), false)) !== bytes) modified++;
  });
  return { matched, modified };
}

export async function deleteAll(engine: Engine, namespace: string, search: Search): Promise<number> {
  let deleted = 0;
  await eachMatch(engine, namespace, search, (collection, { record, bytes }) => {
    collection.delete(record, bytes);
    deleted++;
  });
  return deleted;
}

export async function deleteFirst(
  engine: Engine,
  namespace: string,
  search: Search,
): Promise<Buffer | undefined> {
  const matches = compileFilter(search.filter, engine.expression);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const collection = engine.catalog.find(namespace);
    const found = collection && (await findFirst(engine, collection, search));
    if (!collection || !found) return undefined;
    const deleted = await engine.store.write(() => {
      const bytes = stillThere(collection, found, matches);
      if (bytes) collection.delete(found.record, bytes);
      return bytes;
    });
    if (deleted) return deleted;
  }
  throw new ServerError('OperationFailed', 'The document changed too often to be deleted.');
}

/** Finds first and writes then, so that a document moved by its own change is not met twice. */
async function eachMatch(
  engine: Engine,
  namespace: string,
  search: Search,
  visit: (collection: Collection, found: Found) => void,
): Promise<void> {
  const collection = engine.catalog.find(namespace);
  if (!collection) return;
  const matches = compileFilter(search.filter, engine.expression);
  // As numbers: a million buffers would weigh more than the documents' keys.
  const records: number[] = [];
  for await (const piece of find(engine, collection, search))
    for (const { record } of piece) records.push(recordNumber(record));
  for (let at = 0; at < records.length;) {
    await engine.store.write(() => {
      const ends = performance.now() + STEP_MS;
      while (at < records.length && performance.now() < ends) {
        const record = recordId(records[at++] ?? 0);
        const bytes = stillThere(collection, { record, bytes: record }, matches);
        if (bytes) visit(collection, { record, bytes });
      }
    });
  }
}

/**
 * Inserts documents given as bytes.
 * @returns how many were inserted, and what was refused, by place in the list
 */
export async function insertAll(
  engine: Engine,
  namespace: string,
  documents: readonly Buffer[],
  ordered: boolean,
): Promise<{ inserted: number; refused: Map<number, ServerError> }> {
  const refused = new Map<number, ServerError>();
  let [at, inserted] = [0, 0];
  while (at < documents.length && !(ordered && refused.size > 0)) {
    await engine.store.write(() => {
      const collection = engine.catalog.ensure(namespace);
      const ends = performance.now() + STEP_MS;
      while (at < documents.length && performance.now() < ends && !(ordered && refused.size > 0)) {
        const place = at++;
        try {
          const bytes = documents[place] ?? Buffer.alloc(0);
          const doc = decode(bytes);
          if ('_id' in doc) collection.insert(doc, bytes);
          else insertWithId(collection, doc);
          inserted++;
        } catch (error) {
          if (!(error instanceof ServerError)) throw error;
          refused.set(place, error);
        }
      }
    });
  }
  return { inserted, refused };
}

/** 0 for all, 1 for one; nothing else is a limit of a delete. */
export function deleteLimit(value: unknown): 0 | 1 {
  const limit = numberIn(value);
  if (limit !== 0 && limit !== 1)
    throw new ServerError('FailedToParse', 'The limit field in delete objects must be 0 or 1.');
  return limit;
}

function insertWithId(collection: Collection, doc: Doc): void {
  const whole = { _id: new ObjectId(), ...doc };
  collection.insert(whole, encode(whole));
}
