/** MongoDB Manual, "Indexes": unique, compound, sparse, partial, multikey and TTL indexes. */
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { idsOf, makeIndex, refusalOf, testDatabase, type Collection, type Thing } from './support.ts';

const { client, collection } = testDatabase();

/** The index that a find goes through, or the name of the stage that reads without one. */
async function wayOf(
  things: Collection,
  filter: mongo.Filter<Thing>,
  sort: mongo.Sort = {},
): Promise<string[]> {
  const { queryPlanner } = await things.find(filter).sort(sort).explain('queryPlanner');
  const stages: string[] = [];
  for (
    let stage = (queryPlanner as mongo.Document).winningPlan as mongo.Document | undefined;
    stage;
    stage = stage.inputStage as mongo.Document | undefined
  ) {
    if (stage.stage !== 'FETCH') stages.push(String(stage.indexName ?? stage.stage));
  }
  return stages;
}

describe('unique', () => {
  test('a second document with the same key is refused with the key', async () => {
    const things = await collection([{ _id: 1, mail: 'a@x', n: 1 }]);
    await makeIndex(things, { mail: 1, n: -1 }, { unique: true });
    const refusal = await refusalOf(things.insertOne({ mail: 'a@x', n: 1 }));
    expect(refusal).toMatchObject({
      code: 11_000,
      keyPattern: { mail: 1, n: -1 },
      keyValue: { mail: 'a@x', n: 1 },
    });
    await things.insertOne({ mail: 'a@x', n: 2 });
    expect((await refusalOf(things.updateOne({ n: 2 }, { $set: { n: 1 } }))).code).toBe(11_000);
    expect(await things.countDocuments()).toBe(2);
  });

  test('missing counts as null, so it is there once', async () => {
    const things = await collection();
    await makeIndex(things, { mail: 1 }, { unique: true });
    await things.insertOne({ a: 1 });
    expect((await refusalOf(things.insertOne({ a: 2 }))).code).toBe(11_000);
  });

  test('numbers of different kinds are one key', async () => {
    const things = await collection([{ _id: 1 }]);
    expect((await refusalOf(things.insertOne({ _id: 1.0 }))).code).toBe(11_000);
  });

  test('each element of an array is a key, within one document as often as it likes', async () => {
    const things = await collection();
    await makeIndex(things, { tags: 1 }, { unique: true });
    await things.insertOne({ tags: ['a', 'b', 'a'] });
    expect((await refusalOf(things.insertOne({ tags: ['c', 'b'] }))).code).toBe(11_000);
  });

  test('a key is free again when its document has gone or changed', async () => {
    const things = await collection([
      { _id: 1, k: 'x' },
      { _id: 2, k: 'y' },
    ]);
    await makeIndex(things, { k: 1 }, { unique: true });
    await things.updateOne({ _id: 1 }, { $set: { k: 'z' } });
    await things.deleteOne({ _id: 2 });
    await things.insertMany([{ k: 'x' }, { k: 'y' }]);
    expect(await things.countDocuments()).toBe(3);
  });

  test('it is not made over documents that contradict it', async () => {
    const things = await collection([{ k: 1 }, { k: 1 }]);
    expect((await refusalOf(makeIndex(things, { k: 1 }, { unique: true }))).code).toBe(11_000);
    expect(await things.indexes()).toHaveLength(1);
  });

  test('keys longer than a store can hold are still told apart', async () => {
    const long = 'x'.repeat(5000);
    const things = await collection([
      { _id: 1, k: `${long}a` },
      { _id: 2, k: `${long}b` },
    ]);
    await makeIndex(things, { k: 1 }, { unique: true });
    expect(await idsOf(things, { k: `${long}b` })).toEqual([2]);
    expect(await idsOf(things, { k: { $gt: `${long}a` } })).toEqual([2]);
    expect((await things.find().sort({ k: -1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([2, 1]);
    expect((await refusalOf(things.insertOne({ k: `${long}a` }))).code).toBe(11_000);
  });
});

describe('sparse and partial', () => {
  test('a sparse unique index leaves out what lacks the field', async () => {
    const things = await collection();
    await makeIndex(things, { k: 1 }, { unique: true, sparse: true });
    await things.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, k: 'x' }]);
    expect((await refusalOf(things.insertOne({ k: 'x' }))).code).toBe(11_000);
    expect(await idsOf(things, { k: null })).toEqual([1, 2]);
    expect((await things.find().sort({ k: 1 }).toArray()).map(({ _id }) => _id as unknown)).toEqual([
      1, 2, 3,
    ]);
  });

  test('a partial unique index binds only what meets its filter', async () => {
    const things = await collection();
    await makeIndex(things, { user: 1 }, { unique: true, partialFilterExpression: { open: true } });
    await things.insertMany([
      { _id: 1, user: 'a', open: true },
      { _id: 2, user: 'a', open: false },
      { _id: 3, user: 'a' },
    ]);
    expect((await refusalOf(things.insertOne({ user: 'a', open: true }))).code).toBe(11_000);
    expect((await refusalOf(things.updateOne({ _id: 2 }, { $set: { open: true } }))).code).toBe(11_000);
    expect(await idsOf(things, { user: 'a' })).toEqual([1, 2, 3]);
    expect(await idsOf(things, { user: 'a', open: true })).toEqual([1]);
    await things.updateOne({ _id: 1 }, { $set: { open: false } });
    await things.updateOne({ _id: 2 }, { $set: { open: true } });
    expect(await idsOf(things, { user: 'a', open: true })).toEqual([2]);
  });
});

describe('finding and sorting', () => {
  const documents = Array.from({ length: 60 }, (_, i) => ({
    _id: i,
    u: i % 3,
    n: i % 10,
    d: { s: `s${i % 7}` },
    t: [i % 4, i % 5],
  }));

  test('equality and a range in a compound index', async () => {
    const things = await collection(documents);
    await makeIndex(things, { u: 1, n: -1 });
    const filter = { u: 1, n: { $gte: 3, $lt: 6 } };
    expect(await wayOf(things, filter)).toEqual(['u_1_n_-1']);
    const expected = documents.filter(({ u, n }) => u === 1 && n >= 3 && n < 6).map(({ _id }) => _id);
    expect(await idsOf(things, filter)).toEqual(expected.sort());
  });

  test('an index gives a sort forwards and backwards, after equality', async () => {
    const things = await collection(documents);
    await makeIndex(things, { u: 1, n: 1, _id: 1 });
    for (const direction of [1, -1] as const) {
      expect(await wayOf(things, { u: 2 }, { n: direction, _id: direction })).toEqual(['u_1_n_1__id_1']);
      const found = await things
        .find({ u: 2 })
        .sort({ n: direction, _id: direction })
        .skip(3)
        .limit(5)
        .toArray();
      const expected = documents
        .filter(({ u }) => u === 2)
        .sort((a, b) => (a.n - b.n || a._id - b._id) * direction)
        .slice(3, 8);
      expect(found).toEqual(expected);
    }
  });

  test('a sort that the index does not give is made in memory', async () => {
    const things = await collection(documents);
    await makeIndex(things, { u: 1, n: 1 });
    expect(await wayOf(things, { u: 2 }, { n: 1, _id: -1 })).toEqual(['SORT', 'u_1_n_1']);
    const found = await things.find({ u: 2 }).sort({ n: 1, _id: -1 }).limit(4).toArray();
    expect(found).toEqual(
      documents
        .filter(({ u }) => u === 2)
        .sort((a, b) => a.n - b.n || b._id - a._id)
        .slice(0, 4),
    );
  });

  test('$in reads a few places of an index', async () => {
    const things = await collection(documents);
    await makeIndex(things, { n: 1 });
    expect(await wayOf(things, { n: { $in: [1, 5, 5] } })).toEqual(['n_1']);
    expect(await things.countDocuments({ n: { $in: [1, 5, 5] } })).toBe(12);
  });

  test('an index over arrays finds each document once', async () => {
    const things = await collection(documents);
    await makeIndex(things, { t: 1 });
    expect(await wayOf(things, { t: { $gte: 2 } })).toEqual(['t_1']);
    const expected = documents.filter(({ t }) => t.some((n) => n >= 2)).map(({ _id }) => _id);
    expect(await idsOf(things, { t: { $gte: 2 } })).toEqual(expected.sort());
    expect(await idsOf(things, { t: { $gt: 0, $lt: 3 } })).toEqual(
      documents
        .filter(({ t }) => t.some((n) => n > 0) && t.some((n) => n < 3))
        .map(({ _id }) => _id)
        .sort(),
    );
  });

  test('two fields of one array may be met by two elements', async () => {
    const things = await collection([
      {
        _id: 1,
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      },
      { _id: 2, a: [{ x: 1, y: 2 }] },
    ]);
    await makeIndex(things, { 'a.x': 1, 'a.y': 1 });
    expect(await idsOf(things, { 'a.x': 1, 'a.y': 2 })).toEqual([1, 2]);
    expect(await idsOf(things, { a: { $elemMatch: { x: 1, y: 2 } } })).toEqual([2]);
  });

  test('two arrays in one index are refused', async () => {
    const things = await collection();
    await makeIndex(things, { a: 1, b: 1 });
    expect((await refusalOf(things.insertOne({ a: [1], b: [2] }))).code).toBe(171);
  });

  test('a hint is followed, and refused when there is no such index', async () => {
    const things = await collection(documents);
    await makeIndex(things, { n: 1 });
    expect(await things.find({ u: 1 }).hint('n_1').toArray()).toHaveLength(20);
    expect((await refusalOf(things.find({ u: 1 }).hint('none').toArray())).code).toBe(2);
  });
});

describe('keeping', () => {
  test('indexes are listed as they were made', async () => {
    const things = await collection([{ a: 1 }]);
    await things.createIndexes([
      { key: { a: 1, 'b.c': -1 }, name: 'mine', unique: true },
      { key: { at: 1 }, expireAfterSeconds: 60, partialFilterExpression: { a: { $exists: true } } },
    ]);
    expect(await things.indexes()).toMatchObject([
      { key: { _id: 1 }, name: '_id_' },
      { key: { a: 1, 'b.c': -1 }, name: 'mine', unique: true },
      {
        key: { at: 1 },
        name: 'at_1',
        expireAfterSeconds: 60,
        partialFilterExpression: { a: { $exists: true } },
      },
    ]);
  });

  test('the same index again is no fault, another by its name is', async () => {
    const things = await collection([{ a: 1 }]);
    await makeIndex(things, { a: 1 });
    await makeIndex(things, { a: 1 });
    expect((await refusalOf(makeIndex(things, { b: 1 }, { name: 'a_1' }))).code).toBe(86);
    expect([85, 86]).toContain((await refusalOf(makeIndex(things, { a: 1 }, { unique: true }))).code);
  });

  test('a dropped index is gone, and the _id index stays', async () => {
    const things = await collection([{ a: 1 }]);
    await makeIndex(things, { a: 1 });
    await things.dropIndex('a_1');
    expect(await things.indexes()).toHaveLength(1);
    expect((await refusalOf(things.dropIndex('a_1'))).code).toBe(27);
    expect((await refusalOf(things.dropIndex('_id_'))).code).toBe(72);
    expect(await things.find({ a: 1 }).toArray()).toHaveLength(1);
  });

  test('expired documents go: dates only, and the others stay', async () => {
    const admin = client.db('admin');
    const { was } = await admin.command({ setParameter: 1, ttlMonitorSleepSecs: 1 });
    const long = new Date(Date.now() - 100_000);
    const things = await collection([
      { _id: 1, at: long },
      { _id: 2, at: new Date() },
      { _id: 3, at: 'text' },
      { _id: 4 },
      { _id: 5, at: [new Date(), long] },
    ]);
    await makeIndex(things, { at: 1 }, { expireAfterSeconds: 50 });
    for (let tries = 0; tries < 100 && (await things.countDocuments()) > 3; tries++) await wait(200);
    expect(await idsOf(things, {})).toEqual([2, 3, 4]);
    await admin.command({ setParameter: 1, ttlMonitorSleepSecs: was as number });
  });
});
