/** MongoDB Manual, "Aggregation Stages", "Aggregation Operators": what reports use. */
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { refusalOf, testDatabase } from './support.ts';

const { collection, db } = testDatabase();
const day = (n: number): Date => new Date(Date.UTC(2026, 0, n));
const ATTEMPTS = [
  { _id: 1, who: 'ana', country: 'EC', score: 0.5, at: day(1), tags: ['a', 'b'] },
  { _id: 2, who: 'ana', country: 'EC', score: 0.9, at: day(2), tags: ['a'] },
  { _id: 3, who: 'beto', country: 'PE', score: 0.7, at: day(2), tags: [] },
  { _id: 4, who: 'caro', country: 'PE', score: null, at: day(40) },
];
const BY_ID = { $sort: { _id: 1 } };

type Case = [promise: string, pipeline: mongo.Document[], result: mongo.Document[]];
test.each<Case>([
  ['$match and $count', [{ $match: { country: 'PE' } }, { $count: 'n' }], [{ n: 2 }]],
  ['$count of nothing gives no document', [{ $match: { country: 'XX' } }, { $count: 'n' }], []],
  [
    '$group with sums, averages and counts',
    [
      {
        $group: {
          _id: '$country',
          n: { $sum: 1 },
          total: { $sum: '$score' },
          mean: { $avg: '$score' },
          c: { $count: {} },
        },
      },
      BY_ID,
    ],
    [
      { _id: 'EC', n: 2, total: 1.4, mean: 0.7, c: 2 },
      { _id: 'PE', n: 2, total: 0.7, mean: 0.7, c: 2 },
    ],
  ],
  [
    '$group with least, greatest, first and last',
    [
      { $sort: { at: 1, _id: 1 } },
      {
        $group: {
          _id: null,
          min: { $min: '$score' },
          max: { $max: '$at' },
          first: { $first: '$who' },
          last: { $last: '$who' },
        },
      },
    ],
    [{ _id: null, min: 0.5, max: day(40), first: 'ana', last: 'caro' }],
  ],
  [
    '$group with $push and $addToSet',
    [
      { $sort: { _id: 1 } },
      { $group: { _id: '$country', all: { $push: '$who' }, set: { $addToSet: '$who' } } },
      BY_ID,
    ],
    [
      { _id: 'EC', all: ['ana', 'ana'], set: ['ana'] },
      {
        _id: 'PE',
        all: ['beto', 'caro'],
        set: expect.arrayContaining(['beto', 'caro']),
      },
    ],
  ],
  [
    '$group by a document',
    [{ $group: { _id: { c: '$country', w: '$who' }, n: { $sum: 1 } } }, { $match: { n: 2 } }],
    [{ _id: { c: 'EC', w: 'ana' }, n: 2 }],
  ],
  [
    '$group by a date',
    [{ $group: { _id: '$at', n: { $sum: 1 } } }, { $match: { n: 2 } }],
    [{ _id: day(2), n: 2 }],
  ],
  [
    'an average of nothing is null',
    [{ $match: { _id: 4 } }, { $group: { _id: 1, mean: { $avg: '$score' } } }],
    [{ _id: 1, mean: null }],
  ],
  [
    '$unwind',
    [{ $unwind: '$tags' }, { $project: { tags: 1 } }],
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 2, tags: 'a' },
    ],
  ],
  [
    '$unwind that keeps what is empty',
    [{ $unwind: { path: '$tags', preserveNullAndEmptyArrays: true } }, { $count: 'n' }],
    [{ n: 5 }],
  ],
  [
    '$unwind takes a scalar for an array of one, and tells places',
    [
      { $match: { _id: { $lte: 2 } } },
      { $unwind: { path: '$tags', includeArrayIndex: 'i' } },
      { $unwind: { path: '$who', includeArrayIndex: 'j' } },
      { $project: { tags: 1, who: 1, i: 1, j: 1 } },
    ],
    [
      { _id: 1, who: 'ana', tags: 'a', i: 0, j: null },
      { _id: 1, who: 'ana', tags: 'b', i: 1, j: null },
      { _id: 2, who: 'ana', tags: 'a', i: 0, j: null },
    ],
  ],
  [
    '$unwind that keeps what is empty leaves its field out',
    [
      { $match: { _id: { $gte: 3 } } },
      { $unwind: { path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { tags: 1, i: 1 } },
    ],
    [
      { _id: 3, i: null },
      { _id: 4, i: null },
    ],
  ],
  [
    '$group with deviations of a population and of a sample, which one value does not have',
    [
      { $group: { _id: '$country', pop: { $stdDevPop: '$score' }, samp: { $stdDevSamp: '$score' } } },
      { $project: { pop: { $round: ['$pop', 6] }, samp: { $round: ['$samp', 6] } } },
      BY_ID,
    ],
    [
      { _id: 'EC', pop: 0.2, samp: 0.282843 },
      { _id: 'PE', pop: 0, samp: null },
    ],
  ],
  [
    '$group with documents, in their order, and merged',
    [
      { $sort: { at: -1, _id: -1 } },
      {
        $group: {
          _id: '$who',
          all: { $push: { id: '$_id', score: '$score', none: '$nothing' } },
          merged: { $mergeObjects: { score: '$score', last: '$_id' } },
        },
      },
      { $match: { _id: 'ana' } },
    ],
    [
      {
        _id: 'ana',
        all: [
          { id: 2, score: 0.9 },
          { id: 1, score: 0.5 },
        ],
        merged: { score: 0.5, last: 1 },
      },
    ],
  ],
  [
    'a missing value is null to $first, is not pushed, and makes one group with null',
    [
      { $sort: { _id: -1 } },
      { $group: { _id: '$nothing', first: { $first: '$tags' }, all: { $push: '$tags' } } },
    ],
    [{ _id: null, first: null, all: [[], ['a'], ['a', 'b']] }],
  ],
  [
    'an array is no number to the sum of a group',
    [{ $group: { _id: null, n: { $sum: '$tags' }, mean: { $avg: '$tags' } } }],
    [{ _id: null, n: 0, mean: null }],
  ],
  [
    'sums lose nothing to rounding',
    [
      { $match: { _id: 1 } },
      { $project: { n: [0.1, 0.2, 0.3] } },
      { $unwind: '$n' },
      { $group: { _id: null, n: { $sum: '$n' } } },
    ],
    [{ _id: null, n: 0.6 }],
  ],
  [
    '$project keeps, leaves out and calculates; what is missing stays away',
    [
      { $match: { _id: 1 } },
      { $project: { _id: 0, who: 1, 'sub.n': { $size: '$tags' }, none: '$nothing', same: '$score' } },
    ],
    [{ who: 'ana', sub: { n: 2 }, same: 0.5 }],
  ],
  [
    '$project leaves out',
    [{ $match: { _id: 1 } }, { $project: { tags: 0, at: 0, score: 0 } }],
    [{ _id: 1, who: 'ana', country: 'EC' }],
  ],
  [
    '$addFields sets below documents and in each document of an array, and removes',
    [
      { $match: { _id: 1 } },
      { $project: { list: [{ a: 1 }, { a: 2 }], sub: { x: '$_id' } } },
      { $addFields: { 'list.b': '$_id', sub: { y: 2 }, _id: '$$REMOVE' } },
    ],
    [
      {
        list: [
          { a: 1, b: 1 },
          { a: 2, b: 1 },
        ],
        sub: { x: 1, y: 2 },
      },
    ],
  ],
  [
    'a change of one document that $unwind made leaves the others alone',
    [
      { $match: { _id: 1 } },
      { $project: { tags: 1, sub: { n: '$_id' } } },
      { $unwind: '$tags' },
      { $set: { 'sub.tag': '$tags' } },
    ],
    [
      { _id: 1, tags: 'a', sub: { n: 1, tag: 'a' } },
      { _id: 1, tags: 'b', sub: { n: 1, tag: 'b' } },
    ],
  ],
  [
    '$replaceWith, and $match with $expr behind it',
    [
      { $replaceWith: { id: '$_id', n: { $size: { $ifNull: ['$tags', []] } } } },
      { $match: { $expr: { $gt: ['$n', 0] } } },
      { $sort: { id: -1 } },
    ],
    [
      { id: 2, n: 1 },
      { id: 1, n: 2 },
    ],
  ],
  [
    '$addFields and $unset',
    [
      { $match: { _id: 1 } },
      { $addFields: { passed: { $gte: ['$score', 0.5] } } },
      { $unset: ['tags', 'at', 'country', 'score'] },
    ],
    [{ _id: 1, who: 'ana', passed: true }],
  ],
  [
    '$sort, $skip and $limit',
    [{ $sort: { score: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
    [{ _id: 3 }, { _id: 1 }],
  ],
  [
    'a sort after a group',
    [{ $group: { _id: '$who', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }, { $limit: 2 }],
    [
      { _id: 'ana', n: 2 },
      { _id: 'beto', n: 1 },
    ],
  ],
  [
    '$replaceRoot',
    [{ $match: { _id: 2 } }, { $replaceRoot: { newRoot: { id: '$_id', who: '$who' } } }],
    [{ id: 2, who: 'ana' }],
  ],
  [
    '$facet',
    [
      {
        $facet: {
          all: [{ $count: 'n' }],
          best: [{ $sort: { score: -1 } }, { $limit: 1 }, { $project: { who: 1 } }],
        },
      },
    ],
    [{ all: [{ n: 4 }], best: [{ _id: 2, who: 'ana' }] }],
  ],
  [
    '$bucket',
    [
      { $match: { score: { $ne: null } } },
      { $bucket: { groupBy: '$score', boundaries: [0, 0.6, 1], default: 'other' } },
    ],
    [
      { _id: 0, count: 1 },
      { _id: 0.6, count: 2 },
    ],
  ],
])('%s', async (_promise, pipeline, result) => {
  const attempts = await collection(ATTEMPTS);
  expect(await attempts.aggregate(pipeline).toArray()).toEqual(result);
});

test('$lookup joins by equality, and by a pipeline with variables', async () => {
  const users = await collection([
    { _id: 'ana', name: 'Ana' },
    { _id: 'beto', name: 'Beto' },
  ]);
  const attempts = await collection(ATTEMPTS);
  const joined = await attempts
    .aggregate([
      { $match: { _id: { $gte: 3 } } },
      BY_ID,
      { $lookup: { from: users.collectionName, localField: 'who', foreignField: '_id', as: 'user' } },
      { $project: { user: 1 } },
    ])
    .toArray();
  expect(joined).toEqual([
    { _id: 3, user: [{ _id: 'beto', name: 'Beto' }] },
    { _id: 4, user: [] },
  ]);
  const counted = await users
    .aggregate([
      BY_ID,
      {
        $lookup: {
          from: attempts.collectionName,
          let: { me: '$_id' },
          pipeline: [{ $match: { $expr: { $eq: ['$who', '$$me'] } } }, { $count: 'n' }],
          as: 'attempts',
        },
      },
    ])
    .toArray();
  expect(counted.map(({ attempts: list }) => list as unknown)).toEqual([[{ n: 2 }], [{ n: 1 }]]);
});

test('ObjectIds group, compare and become text', async () => {
  const id = new mongo.ObjectId();
  const things = await collection([{ user: id }, { user: id }, { user: new mongo.ObjectId() }]);
  expect(
    await things
      .aggregate([
        { $group: { _id: '$user', n: { $sum: 1 } } },
        { $match: { n: 2 } },
        { $project: { text: { $toString: '$_id' } } },
      ])
      .toArray(),
  ).toEqual([{ _id: id, text: id.toHexString() }]);
  expect(await things.countDocuments({ $expr: { $eq: ['$user', id] } })).toBe(2);
});

test('the _id comes first in a projection', async () => {
  const attempts = await collection(ATTEMPTS);
  const [first] = await attempts.aggregate([{ $project: { who: 1, n: { $add: [1, 1] } } }]).toArray();
  expect(Object.keys(first ?? {})).toEqual(['_id', 'who', 'n']);
});

test('a result larger than a batch', async () => {
  const things = await collection(Array.from({ length: 500 }, (_, i) => ({ _id: i })));
  const found = await things
    .aggregate([{ $addFields: { n: { $add: ['$_id', 1] } } }], { batchSize: 30 })
    .toArray();
  expect(found.map(({ n }) => Number(n))).toEqual(Array.from({ length: 500 }, (_, i) => i + 1));
});

test.each<[string, mongo.Document[], number[]]>([
  ['a stage that does not exist', [{ $frobnicate: {} }], [40_324]],
  ['a stage that is not served', [{ $graphLookup: {} }], [40_324]],
  ['a stage that would write', [{ $out: 'c' }], [40_324]],
  ['an expression that does not exist', [{ $project: { a: { $frobnicate: 1 } } }], [31_325, 168]],
  ['two stages in one document', [{ $match: {}, $limit: 1 }], [40_323, 40_324]],
  ['a limit of none', [{ $limit: 0 }], [15_958]],
  ['a skip below zero', [{ $skip: -1 }], [5_107_200]],
  ['a group without _id', [{ $group: { n: { $sum: 1 } } }], [15_955]],
  ['an accumulator that does not exist', [{ $group: { _id: 1, n: { $frobnicate: 1 } } }], [15_952]],
  ['a field of a group that is no accumulator', [{ $group: { _id: 1, n: 1 } }], [40_234]],
  ['a path to unwind without $', [{ $unwind: 'tags' }], [28_818]],
  ['a root that is no document', [{ $replaceRoot: { newRoot: '$who' } }], [40_228]],
  ['a value in no bucket', [{ $bucket: { groupBy: '$_id', boundaries: [0, 2] } }], [40_066]],
  ['boundaries in no order', [{ $bucket: { groupBy: '$_id', boundaries: [2, 0] } }], [40_194]],
  ['a calculation in a projection that leaves out', [{ $project: { a: 0, b: { $add: [1, 1] } } }], [31_310]],
  ['facets within facets', [{ $facet: { a: [{ $facet: { b: [] } }] } }], [40_600]],
  ['a projection of nothing', [{ $project: {} }], [51_272]],
])('%s is refused', async (_what, pipeline, codes) => {
  const attempts = await collection(ATTEMPTS);
  expect(codes).toContain((await refusalOf(attempts.aggregate(pipeline).toArray())).code);
});

test.each<[string, mongo.Document]>([
  ['$where', { find: 'c', filter: { $where: 'return true' } }],
  [
    '$function',
    {
      aggregate: 'c',
      cursor: {},
      pipeline: [
        { $project: { x: { $function: { body: 'function () { return 1 }', args: [], lang: 'js' } } } },
      ],
    },
  ],
  [
    '$accumulator',
    {
      aggregate: 'c',
      cursor: {},
      pipeline: [
        {
          $group: {
            _id: 1,
            x: {
              $accumulator: {
                init: 'function () {}',
                accumulate: 'function () {}',
                accumulateArgs: [],
                merge: 'function () {}',
                lang: 'js',
              },
            },
          },
        },
      ],
    },
  ],
  ['mapReduce', { mapReduce: 'c', map: 'function () {}', reduce: 'function () {}', out: { inline: 1 } }],
  ['eval', { eval: 'function () { return 1 }' }],
])('code from the wire is not run: %s', async (_name, command) => {
  await db.collection('c').updateOne({ _id: 1 as never }, { $set: { a: 1 } }, { upsert: true });
  // A server that can run JavaScript is none of the kind that the platform may be pointed at without thought.
  expect((await refusalOf(db.command(command))).ok).toBe(0);
});
