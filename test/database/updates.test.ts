/** MongoDB Manual, "Update Operators". */
import { describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { refusalOf, testDatabase } from './support.ts';

const { collection } = testDatabase();
const { Double, Int32, Long } = mongo;
type Case = [promise: string, before: mongo.Document, update: mongo.Document, after: mongo.Document];

const FIELDS: Case[] = [
  ['$set makes and replaces fields', { a: 1 }, { $set: { a: 2, b: 3 } }, { a: 2, b: 3 }],
  ['$set makes sub-documents on its way', {}, { $set: { 'a.b.c': 1 } }, { a: { b: { c: 1 } } }],
  [
    '$set fills an array with null up to a place',
    { a: [1] },
    { $set: { 'a.3': 4 } },
    { a: [1, null, null, 4] },
  ],
  ['$unset removes a field', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: '', 'b.c': '' } }, { b: { d: 2 } }],
  ['$unset leaves null in an array', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
  ['$unset of nothing changes nothing', { a: 1 }, { $unset: { 'x.y': '' } }, { a: 1 }],
  ['$inc adds and begins at nothing', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
  ['$mul multiplies and makes zero of nothing', { a: 3 }, { $mul: { a: 2, b: 5 } }, { a: 6, b: 0 }],
  [
    '$min and $max keep the lower and the higher',
    { a: 5, b: 5 },
    { $min: { a: 3, c: 1 }, $max: { b: 3, d: 1 } },
    { a: 3, b: 5, c: 1, d: 1 },
  ],
  ['$max compares across types', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
  ['$rename moves a value', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
  ['$setOnInsert does nothing on an update', { a: 1 }, { $set: { a: 2 }, $setOnInsert: { b: 1 } }, { a: 2 }],
];

const ARRAYS: Case[] = [
  ['$push appends', { a: [1] }, { $push: { a: 2 } }, { a: [1, 2] }],
  ['$push makes the array', {}, { $push: { a: 2 } }, { a: [2] }],
  ['$push with $each', { a: [1] }, { $push: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
  [
    '$push with $position',
    { a: [1, 4] },
    { $push: { a: { $each: [2, 3], $position: 1 } } },
    { a: [1, 2, 3, 4] },
  ],
  [
    '$push with $slice keeps the last',
    { a: [1, 2] },
    { $push: { a: { $each: [3], $slice: -2 } } },
    { a: [2, 3] },
  ],
  ['$push with $sort by value', { a: [3, 1] }, { $push: { a: { $each: [2], $sort: 1 } } }, { a: [1, 2, 3] }],
  [
    '$push with $sort by field and $slice',
    { a: [{ s: 5 }, { s: 9 }] },
    { $push: { a: { $each: [{ s: 7 }], $sort: { s: -1 }, $slice: 2 } } },
    { a: [{ s: 9 }, { s: 7 }] },
  ],
  ['$addToSet adds what is not there', { a: [1, 2] }, { $addToSet: { a: 2 } }, { a: [1, 2] }],
  ['$addToSet with $each', { a: [1] }, { $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1, 2] }],
  [
    '$addToSet tells sub-documents apart by field order',
    { a: [{ x: 1, y: 2 }] },
    { $addToSet: { a: { y: 2, x: 1 } } },
    {
      a: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  ],
  ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
  ['$pull by condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
  [
    '$pull documents by their fields',
    { a: [{ x: 1, y: 1 }, { x: 2 }] },
    { $pull: { a: { x: 1 } } },
    { a: [{ x: 2 }] },
  ],
  ['$pullAll', { a: [1, 2, 3, 1] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
  ['$pop from either end', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
  ['$[] means every element', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
];

describe.each([
  ['fields', FIELDS],
  ['arrays', ARRAYS],
])('%s', (_name, cases) => {
  test.each(cases)('%s', async (_promise, before, update, after) => {
    const things = await collection([{ _id: 1, ...before }]);
    await things.updateOne({ _id: 1 }, update);
    expect(await things.findOne()).toEqual({ _id: 1, ...after });
  });
});

test('the positional $ is the first element that the filter met', async () => {
  const things = await collection([
    {
      _id: 1,
      a: [
        { k: 1, v: 1 },
        { k: 2, v: 1 },
        { k: 2, v: 1 },
      ],
    },
  ]);
  await things.updateOne({ 'a.k': 2 }, { $set: { 'a.$.v': 9 } });
  await things.updateOne({ a: { $elemMatch: { k: 1 } } }, { $inc: { 'a.$.v': 1 } });
  expect((await things.findOne())?.a).toEqual([
    { k: 1, v: 2 },
    { k: 2, v: 9 },
    { k: 2, v: 1 },
  ]);
  // It stays the same element, whatever the update makes of what was met.
  await things.updateOne({ a: { $elemMatch: { k: 1 } } }, { $set: { 'a.$.k': 5, 'a.$.v': 3 } });
  expect((await things.findOne())?.a).toContainEqual({ k: 5, v: 3 });
});

test('arrayFilters choose elements, also in arrays of arrays', async () => {
  const things = await collection([
    {
      _id: 1,
      a: [
        { k: 1, b: [1, 5] },
        { k: 2, b: [5, 9] },
      ],
    },
  ]);
  await things.updateOne(
    { _id: 1 },
    { $set: { 'a.$[x].b.$[y]': 0 } },
    { arrayFilters: [{ 'x.k': 2 }, { y: { $gt: 6 } }] },
  );
  expect((await things.findOne())?.a).toEqual([
    { k: 1, b: [1, 5] },
    { k: 2, b: [5, 0] },
  ]);
});

test('$currentDate sets the time of the server', async () => {
  const things = await collection([{ _id: 1 }]);
  await things.updateOne({}, { $currentDate: { at: true } });
  expect(Math.abs(Date.now() - Number((await things.findOne())?.at))).toBeLessThan(60_000);
});

test('$inc keeps the kind of a number, and widens an int that is full', async () => {
  const things = await collection([
    {
      _id: 1,
      int: new Int32(1),
      long: Long.fromNumber(1),
      double: new Double(1),
      full: new Int32(2_147_483_647),
    },
  ]);
  await things.updateOne(
    {},
    { $inc: { int: new Int32(1), long: new Int32(1), double: new Int32(1), full: new Int32(1) } },
  );
  const stored = await things.findOne({}, { promoteValues: false });
  expect(stored?.int).toEqual(new Int32(2));
  expect(stored?.long).toEqual(Long.fromNumber(2));
  expect(stored?.double).toEqual(new Double(2));
  expect(stored?.full).toEqual(Long.fromNumber(2_147_483_648));
});

test.each<[string, mongo.Document, mongo.Document, number]>([
  ['$inc on text', { a: 'x' }, { $inc: { a: 1 } }, 14],
  ['$inc by text', { a: 1 }, { $inc: { a: 'x' } }, 14],
  ['$inc on null', { a: null }, { $inc: { a: 1 } }, 14],
  ['$push on text', { a: 'x' }, { $push: { a: 1 } }, 2],
  ['$addToSet on a number', { a: 1 }, { $addToSet: { a: 1 } }, 2],
  ['$pull on text', { a: 'x' }, { $pull: { a: 1 } }, 2],
  ['$pop on text', { a: 'x' }, { $pop: { a: 1 } }, 14],
  ['a path through text', { a: 'x' }, { $set: { 'a.b': 1 } }, 28],
  ['a path through null', { a: null }, { $set: { 'a.b': 1 } }, 28],
  ['two changes of one path', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
  ['a change of a path and of a path below it', { a: {} }, { $set: { a: 1, 'a.b': 1 } }, 40],
  ['an operator that does not exist', { a: 1 }, { $foo: { a: 1 } }, 9],
  ['a change of the _id', { a: 1 }, { $set: { _id: 2 } }, 66],
  ['an empty name in a path', { a: 1 }, { $set: { 'a..b': 1 } }, 56],
  ['the positional $ without a match', { a: [1] }, { $set: { 'a.$': 2 } }, 2],
])('%s is refused and changes nothing', async (_what, before, update, code) => {
  const things = await collection([{ _id: 1, ...before }]);
  expect((await refusalOf(things.updateOne({ _id: 1 }, update))).code).toBe(code);
  expect(await things.findOne()).toEqual({ _id: 1, ...before });
});

test('an array filter that is not used is refused', async () => {
  const things = await collection([{ _id: 1, a: [1] }]);
  const refusal = await refusalOf(things.updateOne({}, { $set: { b: 1 } }, { arrayFilters: [{ x: 1 }] }));
  expect(refusal.code).toBe(9);
});

test('what is matched is told from what is changed', async () => {
  const things = await collection([
    { _id: 1, a: 1 },
    { _id: 2, a: 1 },
    { _id: 3, a: 2 },
  ]);
  expect(await things.updateMany({}, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 3,
    modifiedCount: 1,
  });
  expect(await things.updateOne({ a: 9 }, { $set: { a: 1 } })).toMatchObject({
    matchedCount: 0,
    modifiedCount: 0,
  });
});

test('replaceOne keeps the _id and nothing else', async () => {
  const things = await collection([{ _id: 1, a: 1, b: 1 }]);
  await things.replaceOne({ a: 1 }, { c: 3 });
  expect(await things.find().toArray()).toEqual([{ _id: 1, c: 3 }]);
});

test('a document does not grow beyond 16 MiB', async () => {
  const things = await collection([{ _id: 1, a: 'x'.repeat(9_000_000) }]);
  const refusal = await refusalOf(things.updateOne({}, { $set: { b: 'x'.repeat(9_000_000) } }));
  expect([10_334, 17_419]).toContain(refusal.code);
  expect(await things.countDocuments({ b: { $exists: true } })).toBe(0);
});
