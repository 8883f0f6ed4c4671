/** MongoDB Manual, "Query and Projection Operators", "Query an Array", "Query for Null or Missing Fields". */
import { describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { idsOf, makeIndex, refusalOf, testDatabase, type Thing } from './support.ts';

const { collection } = testDatabase();
const { Double, Long, ObjectId, MinKey, MaxKey, Binary } = mongo;

type Case = [promise: string, documents: mongo.Document[], filter: mongo.Filter<Thing>, found: unknown[]];

const EQUALITY: Case[] = [
  ['a value equals itself', [{ _id: 1, a: 5 }, { _id: 2, a: '5' }, { _id: 3 }], { a: 5 }, [1]],
  [
    'numbers of different kinds are equal by value',
    [
      { _id: 1, a: new Double(5) },
      { _id: 2, a: Long.fromNumber(5) },
      { _id: 3, a: 5 },
    ],
    { a: 5 },
    [1, 2, 3],
  ],
  [
    'longs beyond 2^53 are told apart',
    [
      { _id: 1, a: Long.fromString('9007199254740993') },
      { _id: 2, a: Long.fromString('9007199254740992') },
    ],
    { a: Long.fromString('9007199254740993') },
    [1],
  ],
  [
    'an array equals one of its elements or all of it',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [2, 1] },
      { _id: 3, a: [[1, 2]] },
      { _id: 4, a: 1 },
    ],
    { a: [1, 2] },
    [1, 3],
  ],
  [
    'a value is found in an array',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [3] },
    ],
    { a: 2 },
    [1],
  ],
  [
    'the order of fields counts in a sub-document',
    [
      { _id: 1, a: { x: 1, y: 2 } },
      { _id: 2, a: { y: 2, x: 1 } },
      { _id: 3, a: { x: 1 } },
    ],
    { a: { x: 1, y: 2 } },
    [1],
  ],
  [
    'null is met by null and by a missing field',
    [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 0 }],
    { a: null },
    [1, 2],
  ],
  [
    'null in a path that meets a scalar is met',
    [
      { _id: 1, a: 5 },
      { _id: 2, a: { b: 1 } },
      { _id: 3, a: [] },
    ],
    { 'a.b': null },
    [1],
  ],
  [
    'one document of an array without the field is enough for null',
    [
      { _id: 1, a: [{ b: 1 }, { c: 1 }] },
      { _id: 2, a: [{ b: 1 }] },
    ],
    { 'a.b': null },
    [1],
  ],
  [
    'a dotted path goes through arrays of documents',
    [
      { _id: 1, a: [{ b: 1 }, { b: 2 }] },
      { _id: 2, a: { b: 2 } },
      { _id: 3, a: [{ b: 3 }] },
    ],
    { 'a.b': 2 },
    [1, 2],
  ],
  [
    'a number in a path is a place in an array',
    [
      { _id: 1, a: [5, 6] },
      { _id: 2, a: [6, 5] },
    ],
    { 'a.1': 6 },
    [1],
  ],
  [
    'binary data is compared byte by byte',
    [
      { _id: 1, a: new Binary(Buffer.from([0xff, 0xfe])) },
      { _id: 2, a: new Binary(Buffer.from([0xff, 0xfd])) },
    ],
    { a: new Binary(Buffer.from([0xff, 0xfe])) },
    [1],
  ],
  [
    '$eq with a regular expression means the expression itself',
    [
      { _id: 1, a: 'abc' },
      { _id: 2, a: /b/ },
    ],
    { a: { $eq: /b/ } },
    [2],
  ],
];

const COMPARISON: Case[] = [
  [
    '$gt and $lte look at one type only',
    [{ _id: 1, a: 5 }, { _id: 2, a: 'x' }, { _id: 3, a: new Date() }, { _id: 4 }],
    { a: { $gt: 1 } },
    [1],
  ],
  [
    'a range may be met by two elements of an array',
    [
      { _id: 1, a: [0, 10] },
      { _id: 2, a: [0, 1] },
      { _id: 3, a: 5 },
    ],
    { a: { $gt: 3, $lt: 7 } },
    [1, 3],
  ],
  [
    'a range of two types may be met by two elements of an array',
    [
      { _id: 1, a: [0, 'x'] },
      { _id: 2, a: 'x' },
      { _id: 3, a: [0] },
    ],
    { a: { $gte: 'a', $lt: 1 } },
    [1],
  ],
  [
    '$elemMatch wants one element for all conditions',
    [
      { _id: 1, a: [0, 10] },
      { _id: 2, a: [0, 5] },
      { _id: 3, a: 5 },
    ],
    { a: { $elemMatch: { $gt: 3, $lt: 7 } } },
    [2],
  ],
  [
    '$gte null is met by null and missing',
    [{ _id: 1, a: null }, { _id: 2 }, { _id: 3, a: 1 }],
    { a: { $gte: null } },
    [1, 2],
  ],
  [
    'dates are ordered',
    [
      { _id: 1, a: new Date(1000) },
      { _id: 2, a: new Date(3000) },
    ],
    { a: { $lt: new Date(2000) } },
    [1],
  ],
  [
    'strings are ordered by their bytes',
    [
      { _id: 1, a: 'Z' },
      { _id: 2, a: 'a' },
      { _id: 3, a: 'ñ' },
    ],
    { a: { $gte: 'a' } },
    [2, 3],
  ],
  [
    'sub-documents are ordered field by field',
    [
      { _id: 1, a: { x: 1 } },
      { _id: 2, a: { x: 3 } },
    ],
    { a: { $gt: { x: 2 } } },
    [2],
  ],
  [
    'NaN equals NaN and is in no range',
    [
      { _id: 1, a: NaN },
      { _id: 2, a: 1 },
    ],
    { a: { $lte: 5 } },
    [2],
  ],
  [
    'everything lies above MinKey',
    [
      { _id: 1, a: 5 },
      { _id: 2, a: 'x' },
      { _id: 3, a: null },
    ],
    { a: { $gt: new MinKey() } },
    [1, 2, 3],
  ],
  [
    'everything lies below MaxKey',
    [
      { _id: 1, a: 5 },
      { _id: 2, a: 'x' },
    ],
    { a: { $lt: new MaxKey() } },
    [1, 2],
  ],
  [
    '$ne is the opposite of equality, missing included',
    [{ _id: 1, a: 1 }, { _id: 2, a: [1, 2] }, { _id: 3 }, { _id: 4, a: 2 }],
    { a: { $ne: 1 } },
    [3, 4],
  ],
  [
    '$in takes values, null and regular expressions',
    [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: 'abc' }, { _id: 4, a: 'x' }],
    { a: { $in: [1, null, /^ab/] } },
    [1, 2, 3],
  ],
  [
    '$nin is the opposite of $in',
    [{ _id: 1, a: 1 }, { _id: 2 }, { _id: 3, a: [1, 3] }, { _id: 4, a: 2 }],
    { a: { $nin: [1] } },
    [2, 4],
  ],
  [
    '$in on an array asks for one element',
    [
      { _id: 1, a: [1, 9] },
      { _id: 2, a: [8] },
    ],
    { a: { $in: [9, 7] } },
    [1],
  ],
];

const OTHERS: Case[] = [
  ['$exists true is met by null too', [{ _id: 1, a: null }, { _id: 2 }], { a: { $exists: true } }, [1]],
  ['$exists false is met by missing only', [{ _id: 1, a: null }, { _id: 2 }], { a: { $exists: false } }, [2]],
  [
    '$exists goes through arrays',
    [
      { _id: 1, a: [{ b: 1 }] },
      { _id: 2, a: [1] },
    ],
    { 'a.b': { $exists: true } },
    [1],
  ],
  [
    '$type knows names and numbers',
    [
      { _id: 1, a: 1 },
      { _id: 2, a: 'x' },
      { _id: 3, a: new ObjectId() },
    ],
    { a: { $type: ['string', 7] } },
    [2, 3],
  ],
  [
    '$type looks into arrays and knows arrays',
    [
      { _id: 1, a: ['x'] },
      { _id: 2, a: 'x' },
    ],
    { a: { $type: 'array' } },
    [1],
  ],
  [
    '$type number is every kind of number',
    [
      { _id: 1, a: 1.5 },
      { _id: 2, a: Long.fromNumber(3) },
      { _id: 3, a: '3' },
    ],
    { a: { $type: 'number' } },
    [1, 2],
  ],
  [
    '$size counts the elements',
    [
      { _id: 1, a: [1, 2] },
      { _id: 2, a: [[1, 2]] },
      { _id: 3, a: 2 },
    ],
    { a: { $size: 2 } },
    [1],
  ],
  [
    '$all wants every value',
    [
      { _id: 1, a: [1, 2, 3] },
      { _id: 2, a: [1] },
      { _id: 3, a: 1 },
    ],
    { a: { $all: [1, 2] } },
    [1],
  ],
  ['$all of nothing finds nothing', [{ _id: 1, a: [] }], { a: { $all: [] } }, []],
  [
    '$elemMatch on documents',
    [
      { _id: 1, a: [{ x: 1, y: 2 }] },
      {
        _id: 2,
        a: [
          { x: 1, y: 1 },
          { x: 2, y: 2 },
        ],
      },
    ],
    { a: { $elemMatch: { x: 1, y: 2 } } },
    [1],
  ],
  [
    '$mod',
    [
      { _id: 1, a: 4 },
      { _id: 2, a: 5 },
      { _id: 3, a: 'x' },
    ],
    { a: { $mod: [4, 0] } },
    [1],
  ],
  [
    '$not includes what has no such field',
    [{ _id: 1, a: 5 }, { _id: 2, a: 1 }, { _id: 3 }],
    { a: { $not: { $gt: 3 } } },
    [2, 3],
  ],
  [
    '$regex with options',
    [
      { _id: 1, a: 'Ñandú' },
      { _id: 2, a: 'nandu' },
      { _id: 3, a: ['ñandú'] },
    ],
    { a: { $regex: '^ñandú$', $options: 'i' } },
    [1, 3],
  ],
  [
    '$and, $or and $nor',
    [
      { _id: 1, a: 1, b: 1 },
      { _id: 2, a: 1, b: 2 },
      { _id: 3, a: 3, b: 3 },
    ],
    { $and: [{ a: 1 }, { $or: [{ b: 2 }, { b: 9 }] }, { $nor: [{ a: 3 }] }] },
    [2],
  ],
  [
    '$expr compares two fields',
    [
      { _id: 1, a: 1, b: 2 },
      { _id: 2, a: 3, b: 2 },
    ],
    { $expr: { $gt: ['$a', '$b'] } },
    [2],
  ],
  ['an empty filter finds all', [{ _id: 1 }, { _id: 2 }], {}, [1, 2]],
];

describe.each([
  ['equality', EQUALITY],
  ['comparison', COMPARISON],
  ['other operators', OTHERS],
])('%s', (_name, cases) => {
  test.each(cases)('%s', async (_promise, documents, filter, found) => {
    expect(await idsOf(await collection(documents), filter)).toEqual(found);
  });

  test.each(cases)('%s, with an index as without', async (_promise, documents, filter, found) => {
    const indexed = await collection(documents);
    for (const path of Object.keys(filter).filter((name) => !name.startsWith('$')))
      await makeIndex(indexed, { [path]: 1 });
    expect(await idsOf(indexed, filter)).toEqual(found);
  });
});

test.each<[string, mongo.Document]>([
  ['an operator that does not exist', { a: { $foo: 1 } }],
  ['a top-level operator that does not exist', { $foo: 1 }],
  ['$in without an array', { a: { $in: 1 } }],
  ['$or of nothing', { $or: [] }],
  ['a broken regular expression', { a: { $regex: '(' } }],
  ['$options without $regex', { a: { $options: 'i' } }],
])('%s is refused', async (_what, filter) => {
  const refusal = await refusalOf((await collection([{ a: 1 }])).find(filter).toArray());
  expect([2, 51091]).toContain(refusal.code);
});

test('sorting follows the order of types, and the least or greatest element of an array', async () => {
  const documents = [
    { _id: 'maxkey', a: new MaxKey() },
    { _id: 'date', a: new Date(0) },
    { _id: 'bool', a: false },
    { _id: 'oid', a: new ObjectId() },
    { _id: 'binary', a: new Binary(Buffer.from('x')) },
    { _id: 'object', a: {} },
    { _id: 'string', a: 'text' },
    { _id: 'number', a: 7 },
    { _id: 'null', a: null },
    { _id: 'array', a: [9, 6] },
    { _id: 'empty', a: [] },
    { _id: 'minkey', a: new MinKey() },
  ];
  const sorted = async (direction: 1 | -1): Promise<unknown[]> =>
    (await (await collection(documents)).find().sort({ a: direction }).toArray()).map(
      ({ _id }) => _id as unknown,
    );
  expect(await sorted(1)).toEqual([
    'minkey',
    'empty',
    'null',
    'array',
    'number',
    'string',
    'object',
    'binary',
    'oid',
    'bool',
    'date',
    'maxkey',
  ]);
  expect(await sorted(-1)).toEqual([
    'maxkey',
    'date',
    'bool',
    'oid',
    'binary',
    'object',
    'string',
    'array',
    'number',
    'null',
    'empty',
    'minkey',
  ]);
});

test('documents come in the order of their insertion when no sort is asked for', async () => {
  const things = await collection([{ _id: 'c' }, { _id: 'a' }, { _id: 'b' }]);
  expect((await things.find().toArray()).map(({ _id }) => _id as unknown)).toEqual(['c', 'a', 'b']);
});
