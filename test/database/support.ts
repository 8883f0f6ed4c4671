import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { mongo } from 'mongoose';

/** A document of a test: any fields, and a short `_id` to name it by. */
export interface Thing extends mongo.Document {
  _id?: string | number | mongo.ObjectId;
}
export type Collection = mongo.Collection<Thing>;

/** The server of this run: the embedded engine, or whatever `MONGODB_URI` names. */
function serverUri(): string {
  const uri = process.env.RUMBO_TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('The global setup has not named a database server.');
  return uri;
}

export interface TestDatabase {
  client: mongo.MongoClient;
  db: mongo.Db;
  /** A collection that no other test uses. */
  collection: (documents?: Thing[]) => Promise<Collection>;
}

/** A database of this file's own, dropped after its last test. */
export function testDatabase(): TestDatabase {
  const client = new mongo.MongoClient(serverUri(), { serverSelectionTimeoutMS: 10_000 });
  const db = client.db(`rumbo_test_${randomBytes(6).toString('hex')}`);
  let count = 0;
  beforeAll(async () => {
    await client.connect();
  });
  afterAll(async () => {
    await db.dropDatabase();
    await client.close();
  });
  return {
    client,
    db,
    collection: async (documents = []) => {
      const collection = db.collection<Thing>(`c${String(++count)}`);
      if (documents.length > 0) await collection.insertMany(documents);
      return collection;
    },
  };
}

/** The `_id`s that a filter finds, sorted. */
export async function idsOf(collection: Collection, filter: mongo.Filter<Thing>): Promise<unknown[]> {
  const found = await collection.find(filter, { projection: { _id: 1 } }).toArray();
  return found.map(({ _id }) => _id as unknown).sort();
}

/** The MongoDB error of something that must be refused. */
export async function refusalOf(work: Promise<unknown>): Promise<mongo.MongoServerError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof mongo.MongoServerError) return error;
    throw error;
  }
  throw new Error('The server did not refuse.');
}

/** Makes one index and gives its name. */
export async function makeIndex(
  collection: Collection,
  key: Record<string, 1 | -1>,
  options: Omit<mongo.IndexDescription, 'key'> = {},
): Promise<string> {
  const [name = ''] = await collection.createIndexes([{ key, ...options }]);
  return name;
}
