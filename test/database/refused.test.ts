/** What the embedded database does not serve though MongoDB does: refused with a code and a sentence, never half-served. */
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { ownEngines } from './engine.ts';
import { refusalOf } from './support.ts';

const { folder, open, connect } = ownEngines();
const { Decimal128, Long } = mongo;
const INSERTED = { _id: 1, a: 1, list: [1] };

async function things(): Promise<mongo.Db> {
  const { uri } = await open({ folder: folder(), durable: false });
  const db = (await connect(uri)).db();
  await db.collection<{ _id: number }>('c').insertOne(INSERTED);
  return db;
}

test.each<[string, mongo.Document, number]>([
  ['collations', { find: 'c', collation: { locale: 'es' } }, 115],
  [
    'collations of an index',
    { createIndexes: 'c', indexes: [{ key: { a: 1 }, name: 'i', collation: { locale: 'es' } }] },
    72,
  ],
  ['text indexes', { createIndexes: 'c', indexes: [{ key: { a: 'text' }, name: 'i' }] }, 67],
  ['hashed indexes', { createIndexes: 'c', indexes: [{ key: { a: 'hashed' }, name: 'i' }] }, 67],
  ['geographic indexes', { createIndexes: 'c', indexes: [{ key: { a: '2dsphere' }, name: 'i' }] }, 67],
  ['wildcard indexes', { createIndexes: 'c', indexes: [{ key: { 'a.$**': 1 }, name: 'i' }] }, 67],
  [
    'transactions',
    { find: 'c', txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false },
    263,
  ],
  ['ending a transaction', { commitTransaction: 1 }, 263],
  ['$text', { find: 'c', filter: { $text: { $search: 'x' } } }, 2],
  ['$jsonSchema', { find: 'c', filter: { $jsonSchema: {} } }, 2],
  ['$where', { find: 'c', filter: { $where: 'true' } }, 2],
  ['Decimal128 in a comparison', { find: 'c', filter: { a: { $gt: Decimal128.fromString('1.5') } } }, 2],
  ['expressions in a find’s projection', { find: 'c', projection: { b: { $add: ['$a', 1] } } }, 2],
  ['views', { create: 'v', viewOn: 'c', pipeline: [] }, 40_415],
  ['capped collections', { create: 'v', capped: true, size: 1000 }, 40_415],
  ['change streams', { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }, 40_324],
  ['writing from a pipeline', { aggregate: 'c', pipeline: [{ $merge: 'd' }], cursor: {} }, 40_324],
  ['aggregating a database', { aggregate: 1, pipeline: [], cursor: {} }, 73],
  ['users', { createUser: 'x', pwd: 'y', roles: [] }, 59],
])('%s', async (_what, command, code) => {
  const db = await things();
  const refusal = await refusalOf(db.command(command));
  expect(refusal.code).toBe(code);
  expect(refusal.message).toMatch(/\w+ \w+/);
  expect(await db.collection('c').find().toArray()).toEqual([INSERTED]);
  expect(await db.collection('c').indexes()).toHaveLength(1);
});

test.each<[string, mongo.Document | mongo.Document[], number]>([
  ['an update by a pipeline', [{ $set: { a: 2 } }], 9],
  ['a name that begins with $', { $set: { 'a.$b': 1, list: 1 } }, 52],
  ['a name that JavaScript gives a meaning', { $set: { __proto__x: 1, 'a.__proto__': 1 } }, 2],
])('%s', async (_what, update, code) => {
  const db = await things();
  expect((await refusalOf(db.collection('c').updateOne({}, update))).code).toBe(code);
  expect(await db.collection('c').find().toArray()).toEqual([INSERTED]);
});

test('a sort, a group and a facet hold no more than 100 MiB', async () => {
  const db = await things();
  const large = db.collection('large');
  for (let i = 0; i < 110; i++) await large.insertOne({ i, text: `${String(i)}${'x'.repeat(1_000_000)}` });
  const asked = [
    large.find().sort({ text: 1 }).toArray(),
    large.aggregate([{ $addFields: { b: 1 } }, { $sort: { b: 1, i: 1 } }]).toArray(),
    large.aggregate([{ $group: { _id: null, all: { $push: '$text' } } }]).toArray(),
    large.aggregate([{ $facet: { all: [{ $count: 'n' }] } }]).toArray(),
  ];
  for (const work of asked) expect((await refusalOf(work)).code).toBe(292);
  // With a limit, only as much as is shown is held.
  const first = await large
    .find({}, { projection: { i: 1 } })
    .sort({ text: 1 })
    .limit(2)
    .toArray();
  expect(first.map(({ i }) => Number(i))).toEqual([0, 100]);
});
