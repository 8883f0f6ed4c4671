import { createHash } from 'node:crypto';
import { mongo } from 'mongoose';
import { decode, type Doc } from '../values/bson.ts';
import { ToolRefused, type Report } from './access.ts';

/** In the target while a move is under way: which documents have come, collection by collection. */
const MARK = 'rumbo_move';
const BATCH_DOCUMENTS = 500;
const BATCH_BYTES = 8_000_000;

interface Progress {
  _id: string;
  copied: number;
}

/**
 * Copies every document and index of one database to another server, and compares both at the end. A move that was
 * cut off goes on where it stopped; a database that holds anything else is refused.
 * @returns the collections whose count or hash differs at the end: none when all is well
 */
export async function moveDatabase(source: mongo.Db, target: mongo.Db, report: Report): Promise<string[]> {
  const there = (await target.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  if (there.length > 0 && !there.includes(MARK)) {
    throw new ToolRefused(
      `The database “${target.databaseName}” on that server is not empty. Name an empty one at the end of the address.`,
    );
  }
  const marks = target.collection<Progress>(MARK);
  await marks.updateOne({ _id: '' }, { $setOnInsert: { copied: 0 } }, { upsert: true });
  const names = (await source.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .sort();
  const different: string[] = [];
  for (const name of names) {
    if (!(await moveCollection(source.collection(name), target, marks, report))) different.push(name);
  }
  if (different.length === 0) await marks.drop();
  return different;
}

async function moveCollection(
  from: mongo.Collection,
  target: mongo.Db,
  marks: mongo.Collection<Progress>,
  report: Report,
): Promise<boolean> {
  const name = from.collectionName;
  const to = target.collection(name);
  const total = await from.countDocuments();
  let copied = (await marks.findOne({ _id: name }))?.copied ?? 0;
  for await (const batch of batches(from, copied)) {
    const writes = batch.map((doc) => ({
      replaceOne: { filter: { _id: doc._id }, replacement: doc, upsert: true },
    }));
    await to.bulkWrite(writes as mongo.AnyBulkWriteOperation[], { ordered: false });
    copied += batch.length;
    await marks.updateOne({ _id: name }, { $set: { copied } }, { upsert: true });
    report(`${name}: ${copied} of ${total} documents`);
  }
  const [mine, theirs] = [await digest(from), await digest(to)];
  const same = mine === theirs;
  report(`${name}: ${same ? 'the same on both sides' : 'DIFFERENT'}, ${mine}`);
  // After the comparison: an index may tell the other server to remove what has expired.
  if (same) await copyIndexes(from, to);
  // Next time from the start: something wrote to one side meanwhile.
  else await Promise.all([to.drop(), marks.deleteOne({ _id: name })]);
  return same;
}

/** In the order of insertion, which nothing changes while the tool has the database open. */
async function* batches(from: mongo.Collection, skip: number): AsyncGenerator<Doc[]> {
  let batch: Doc[] = [];
  let bytes = 0;
  for await (const raw of rawDocuments(from, skip)) {
    batch.push(decode(raw));
    bytes += raw.length;
    if (batch.length < BATCH_DOCUMENTS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** The bytes as they were stored: no number changes its type on the way. */
async function* rawDocuments(from: mongo.Collection, skip = 0): AsyncGenerator<Buffer> {
  for await (const raw of from.find({}, { raw: true }).skip(skip)) yield raw as unknown as Buffer;
}

async function copyIndexes(from: mongo.Collection, to: mongo.Collection): Promise<void> {
  for (const {
    key,
    name,
    unique,
    sparse,
    partialFilterExpression,
    expireAfterSeconds,
  } of await from.indexes()) {
    if (name === '_id_') continue;
    const given = { name, unique, sparse, partialFilterExpression, expireAfterSeconds };
    const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    await makeIndex(to, { key, ...options });
  }
}

async function makeIndex(to: mongo.Collection, index: mongo.IndexDescription): Promise<void> {
  try {
    await to.createIndexes([index]);
  } catch (error) {
    if (!(error instanceof mongo.MongoServerError)) throw error;
    throw new ToolRefused(
      `That server does not make the index “${index.name ?? ''}” of ${to.collectionName}: ${error.message}`,
      { cause: error },
    );
  }
}

/** How many documents, and the sum of their hashes: the order in which a server gives them does not matter. */
async function digest(collection: mongo.Collection): Promise<string> {
  let count = 0;
  let sum = 0n;
  for await (const raw of rawDocuments(collection)) {
    count++;
    sum += BigInt(`0x${createHash('sha256').update(raw).digest('hex')}`);
  }
  return `${count} documents, hash ${(sum & (2n ** 256n - 1n)).toString(16).slice(0, 16)}`;
}
