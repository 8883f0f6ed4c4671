/** MongoDB Manual, "Cursors", "getMore", "killCursors". */
import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { Cursors } from '../../server/database/embedded/commands/cursors.ts';
import { refusalOf, testDatabase } from './support.ts';

const { db, collection } = testDatabase();
const { BSON } = mongo;
const many = Array.from({ length: 1000 }, (_, i) => ({ _id: i, text: 'x'.repeat(50) }));

interface CursorAnswer {
  cursor: { id: mongo.Long; firstBatch: mongo.Document[]; nextBatch: mongo.Document[] };
}

async function run(command: mongo.Document): Promise<CursorAnswer> {
  return (await db.command(command, { promoteLongs: false })) as unknown as CursorAnswer;
}

test('a result comes in batches, and each document once', async () => {
  const things = await collection(many);
  const seen = await things.find().batchSize(7).toArray();
  expect(seen.map(({ _id }) => Number(_id))).toEqual(many.map(({ _id }) => _id));
});

test('skip and limit work across batches', async () => {
  const things = await collection(many);
  const seen = await things.find().sort({ _id: -1 }).skip(100).limit(250).batchSize(40).toArray();
  expect(seen.map(({ _id }) => Number(_id))).toEqual(
    many
      .map(({ _id }) => _id)
      .reverse()
      .slice(100, 350),
  );
});

test('the first batch has 101 documents, and a batch no more than asked for', async () => {
  const things = await collection(many);
  const first = await run({ find: things.collectionName });
  expect(first.cursor.firstBatch).toHaveLength(101);
  const more = await run({ getMore: first.cursor.id, collection: things.collectionName, batchSize: 5 });
  expect(more.cursor.nextBatch.map(({ _id }) => Number(_id))).toEqual([101, 102, 103, 104, 105]);
});

test('a batch has no more than 16 MiB', async () => {
  const things = await collection(
    Array.from({ length: 12 }, (_, i) => ({ _id: i, text: 'x'.repeat(3_000_000) })),
  );
  const first = await run({ find: things.collectionName });
  expect(first.cursor.firstBatch.length).toBeLessThan(7);
  expect(await things.find().toArray()).toHaveLength(12);
});

test('a killed cursor is not found again', async () => {
  const things = await collection(many);
  const { cursor } = await run({ find: things.collectionName, batchSize: 10 });
  expect(await db.command({ killCursors: things.collectionName, cursors: [cursor.id] })).toMatchObject({
    ok: 1,
  });
  const refusal = await refusalOf(db.command({ getMore: cursor.id, collection: things.collectionName }));
  expect(refusal.code).toBe(43);
});

test('documents written and deleted while a cursor is open break nothing', async () => {
  const things = await collection(many);
  const seen: number[] = [];
  for await (const { _id } of things.find().batchSize(50)) {
    seen.push(Number(_id));
    if (seen.length === 100) await things.deleteMany({ _id: { $gte: 500, $lt: 900 } });
    if (seen.length === 120) await things.insertOne({ _id: 5000 });
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.filter((id) => id < 150 || (id >= 900 && id < 1000))).toHaveLength(250);
});

test('a batch size of zero opens a cursor and reads nothing', async () => {
  const things = await collection(many);
  const { cursor } = await run({ find: things.collectionName, batchSize: 0 });
  expect(cursor.firstBatch).toEqual([]);
  expect(cursor.id.isZero()).toBe(false);
});

test('a single batch closes its cursor', async () => {
  const things = await collection(many);
  const { cursor } = await run({ find: things.collectionName, batchSize: 10, singleBatch: true });
  expect(cursor.firstBatch).toHaveLength(10);
  expect(cursor.id.isZero()).toBe(true);
});

test('a time limit ends a long read', async () => {
  const things = await collection(Array.from({ length: 20_000 }, (_, i) => ({ i, text: 'x'.repeat(100) })));
  const refusal = await refusalOf(
    things
      .find({ text: { $regex: 'y$' } })
      .maxTimeMS(1)
      .toArray(),
  );
  expect(refusal.code).toBe(50);
});

test('a cursor that nobody reads for ten minutes is closed, and one that is read is not', async () => {
  const namespace = 'rumbo.things';
  const cursors = new Cursors();
  const source = Readable.from(many.map((doc) => [Buffer.from(BSON.serialize(doc))]));
  const answer = BSON.deserialize(
    await cursors.first(namespace, source.iterator() as AsyncGenerator<Buffer[]>, 1),
  ) as unknown as {
    cursor: { id: number };
  };
  const id = BigInt(answer.cursor.id);
  cursors.closeIdle(Date.now() + 9 * 60_000);
  await cursors.more(id, namespace, 1);
  expect(cursors.size).toBe(1);
  cursors.closeIdle(Date.now() + 11 * 60_000);
  await expect(cursors.more(id, namespace, 1)).rejects.toMatchObject({ code: 43 });
});
