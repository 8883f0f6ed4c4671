/** MongoDB Manual, "insert", "update", "delete", "findAndModify", "Bulk Write Operations". */
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { makeIndex, refusalOf, testDatabase } from './support.ts';

const { db, collection } = testDatabase();

test('an upsert makes a document of the filter, the update and $setOnInsert', async () => {
  const things = await collection();
  const result = await things.updateOne(
    { a: 1, 'b.c': { $eq: 2 }, n: { $gt: 5 } },
    { $inc: { hits: 1 }, $setOnInsert: { first: true } },
    { upsert: true },
  );
  expect(result).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
  expect(await things.findOne({}, { projection: { _id: 0 } })).toEqual({
    a: 1,
    b: { c: 2 },
    hits: 1,
    first: true,
  });
  await things.updateOne({ a: 1 }, { $inc: { hits: 1 }, $setOnInsert: { first: false } }, { upsert: true });
  expect(await things.findOne({}, { projection: { _id: 0, hits: 1, first: 1 } })).toEqual({
    hits: 2,
    first: true,
  });
});

test('an upsert with a replacement takes the _id of the filter', async () => {
  const things = await collection();
  await things.replaceOne({ _id: 'x', other: 1 }, { a: 1 }, { upsert: true });
  expect(await things.find().toArray()).toEqual([{ _id: 'x', a: 1 }]);
});

test('twenty upserts of one key at once make one document', async () => {
  const things = await collection();
  await makeIndex(things, { key: 1 }, { unique: true });
  await Promise.all(
    Array.from({ length: 20 }, () => things.updateOne({ key: 'k' }, { $inc: { n: 1 } }, { upsert: true })),
  );
  expect(await things.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ key: 'k', n: 20 }]);
});

test('fifty increments at once are all counted', async () => {
  const things = await collection([{ _id: 1, n: 0 }]);
  await Promise.all(Array.from({ length: 50 }, () => things.updateOne({ _id: 1 }, { $inc: { n: 1 } })));
  expect((await things.findOne())?.n).toBe(50);
});

test('findOneAndUpdate gives the document from before or after', async () => {
  const things = await collection([{ _id: 1, a: 1 }]);
  expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } })).toEqual({ _id: 1, a: 1 });
  expect(await things.findOneAndUpdate({ _id: 1 }, { $inc: { a: 1 } }, { returnDocument: 'after' })).toEqual({
    _id: 1,
    a: 3,
  });
  expect(await things.findOneAndUpdate({ _id: 9 }, { $inc: { a: 1 } })).toBeNull();
});

test('findOneAndUpdate takes the first by its sort, shows a projection, and can upsert', async () => {
  const things = await collection([
    { _id: 1, at: 3 },
    { _id: 2, at: 1 },
  ]);
  const taken = await things.findOneAndUpdate(
    { taken: null },
    { $set: { taken: true } },
    { sort: { at: 1 }, projection: { at: 1 } },
  );
  expect(taken).toEqual({ _id: 2, at: 1 });
  const made = await things.findOneAndUpdate(
    { _id: 5 },
    { $set: { a: 1 } },
    { upsert: true, returnDocument: 'after', includeResultMetadata: true },
  );
  expect(made).toMatchObject({
    value: { _id: 5, a: 1 },
    lastErrorObject: { n: 1, updatedExisting: false, upserted: 5 },
  });
});

test('only one of many takes a job', async () => {
  const jobs = await collection([{ _id: 1, state: 'waiting' }]);
  const take = (): Promise<unknown> =>
    jobs.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } });
  const taken = await Promise.all(Array.from({ length: 10 }, take));
  expect(taken.filter((job) => job !== null)).toHaveLength(1);
});

test('findOneAndDelete and findOneAndReplace', async () => {
  const things = await collection([
    { _id: 1, a: 1 },
    { _id: 2, a: 2 },
  ]);
  expect(await things.findOneAndDelete({}, { sort: { a: -1 } })).toEqual({ _id: 2, a: 2 });
  expect(await things.findOneAndReplace({ _id: 1 }, { b: 1 }, { returnDocument: 'after' })).toEqual({
    _id: 1,
    b: 1,
  });
  expect(await things.countDocuments()).toBe(1);
});

test('deleteOne and deleteMany', async () => {
  const things = await collection([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
  expect((await things.deleteOne({ a: 1 })).deletedCount).toBe(1);
  expect((await things.deleteMany({ a: 1 })).deletedCount).toBe(2);
  expect((await things.deleteMany({ a: 9 })).deletedCount).toBe(0);
  expect(await things.estimatedDocumentCount()).toBe(1);
});

test('an ordered bulk write stops at the first refusal, an unordered one goes on', async () => {
  const writes = [
    { insertOne: { document: { _id: 1 } } },
    { insertOne: { document: { _id: 1 } } },
    { insertOne: { document: { _id: 2 } } },
  ];
  const ordered = await collection();
  await expect(ordered.bulkWrite(writes)).rejects.toMatchObject({
    code: 11_000,
    result: { insertedCount: 1 },
  });
  expect(await ordered.countDocuments()).toBe(1);
  const unordered = await collection();
  await expect(unordered.bulkWrite(writes, { ordered: false })).rejects.toMatchObject({
    code: 11_000,
    result: { insertedCount: 2 },
  });
  expect(await unordered.countDocuments()).toBe(2);
});

test('insertMany names the documents that were refused', async () => {
  const things = await collection([{ _id: 2 }, { _id: 4 }]);
  const refused = things.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3 }, { _id: 4 }], { ordered: false });
  await expect(refused).rejects.toMatchObject({ writeErrors: [{ index: 1 }, { index: 3 }] });
  expect(await things.countDocuments()).toBe(4);
});

test('updateMany that moves documents in the index that finds them changes each once', async () => {
  const things = await collection(Array.from({ length: 300 }, (_, i) => ({ _id: i, n: i })));
  await makeIndex(things, { n: 1 });
  expect(await things.updateMany({ n: { $gte: 0 } }, { $inc: { n: 1000 } })).toMatchObject({
    modifiedCount: 300,
  });
  expect(await things.countDocuments({ n: { $gte: 2000 } })).toBe(0);
});

test('a thousand documents in one insert', async () => {
  const things = await collection();
  const { insertedCount } = await things.insertMany(Array.from({ length: 1000 }, (_, i) => ({ i })));
  expect(insertedCount).toBe(1000);
  expect(await things.distinct('i')).toHaveLength(1000);
});

test.each<[string, mongo.Document]>([
  ['a name that begins with $ in a sub-document', { _id: 1, a: { $b: 1 } }],
  ['an array as _id', { _id: [1] }],
])('%s is not stored', async (_what, document) => {
  const things = await collection();
  await refusalOf(things.insertOne(document));
  expect(await things.countDocuments()).toBe(0);
});

test('collections are listed, made and dropped', async () => {
  await db.createCollection('made');
  expect((await refusalOf(db.createCollection('made'))).code).toBe(48);
  expect((await db.listCollections({ name: 'made' }).toArray()).map(({ name }) => name)).toEqual(['made']);
  await db.collection('made').drop();
  expect(await db.listCollections({ name: 'made' }).toArray()).toEqual([]);
  expect(await db.collection('never').find().toArray()).toEqual([]);
});

test('distinct looks into arrays and at documents of a filter', async () => {
  const things = await collection([{ a: [1, 2] }, { a: 2 }, { a: 'x', b: 1 }, {}]);
  expect(await things.distinct('a')).toEqual([1, 2, 'x']);
  expect(await things.distinct('a', { b: 1 })).toEqual(['x']);
});

test('counting takes a filter, a skip and a limit', async () => {
  const things = await collection(Array.from({ length: 10 }, (_, i) => ({ i })));
  expect(await things.countDocuments({ i: { $gte: 4 } })).toBe(6);
  expect(await things.countDocuments({ i: { $gte: 4 } }, { skip: 1, limit: 3 })).toBe(3);
  expect(await things.countDocuments({ i: 99 })).toBe(0);
});

test('what is not served is refused with its code', async () => {
  expect((await refusalOf(db.command({ frobnicate: 1 }))).code).toBe(59);
  expect((await refusalOf(db.command({ find: 'c', frobnicate: 1 }))).code).toBe(40_415);
});
