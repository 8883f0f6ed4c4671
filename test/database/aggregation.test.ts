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
    '$project with expressions',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          _id: 0,
          who: { $toUpper: '$who' },
          percent: { $round: [{ $multiply: ['$score', 100] }, 0] },
          n: { $size: '$tags' },
        },
      },
    ],
    [{ who: 'ANA', percent: 50, n: 2 }],
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
    '$cond and $ifNull',
    [
      { $sort: { _id: 1 } },
      { $project: { s: { $cond: [{ $gt: [{ $ifNull: ['$score', 0] }, 0.6] }, 'high', 'low'] } } },
    ],
    [
      { _id: 1, s: 'low' },
      { _id: 2, s: 'high' },
      { _id: 3, s: 'high' },
      { _id: 4, s: 'low' },
    ],
  ],
  [
    '$switch, $in and $concat',
    [
      { $match: { _id: { $in: [1, 3] } } },
      BY_ID,
      {
        $project: {
          t: {
            $concat: [
              '$who',
              '-',
              {
                $switch: { branches: [{ case: { $in: ['b', '$tags'] }, then: 'with' }], default: 'without' },
              },
            ],
          },
        },
      },
    ],
    [
      { _id: 1, t: 'ana-with' },
      { _id: 3, t: 'beto-without' },
    ],
  ],
  [
    '$dateToString and $dateTrunc',
    [
      { $match: { _id: 4 } },
      {
        $project: {
          d: { $dateToString: { date: '$at', format: '%Y-%m-%d' } },
          m: { $dateTrunc: { date: '$at', unit: 'month' } },
        },
      },
    ],
    [{ _id: 4, d: '2026-02-09', m: new Date(Date.UTC(2026, 1, 1)) }],
  ],
  [
    '$year and $month',
    [{ $match: { _id: 4 } }, { $project: { y: { $year: '$at' }, m: { $month: '$at' } } }],
    [{ _id: 4, y: 2026, m: 2 }],
  ],
  [
    '$map, $filter and $reduce',
    [
      { $match: { _id: 1 } },
      {
        $project: {
          up: { $map: { input: '$tags', as: 't', in: { $toUpper: '$$t' } } },
          only: { $filter: { input: '$tags', as: 't', cond: { $eq: ['$$t', 'b'] } } },
          all: { $reduce: { input: '$tags', initialValue: '', in: { $concat: ['$$value', '$$this'] } } },
        },
      },
    ],
    [{ _id: 1, up: ['A', 'B'], only: ['b'], all: 'ab' }],
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
    '$sortByCount',
    [{ $match: { who: { $ne: 'caro' } } }, { $sortByCount: '$who' }],
    [
      { _id: 'ana', count: 2 },
      { _id: 'beto', count: 1 },
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
  [
    '$$ROOT and $mergeObjects',
    [{ $match: { _id: 3 } }, { $project: { _id: 0, all: { $mergeObjects: [{ who: '$who' }, { x: 1 }] } } }],
    [{ all: { who: 'beto', x: 1 } }],
  ],
  [
    'values of different types are compared by type',
    [
      { $match: { _id: 4 } },
      { $project: { a: { $lt: ['$score', 0] }, b: { $gt: ['$who', 5] }, c: { $eq: ['$nothing', null] } } },
    ],
    [{ _id: 4, a: true, b: true, c: false }],
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

test('$sample chooses as many as asked for', async () => {
  const attempts = await collection(ATTEMPTS);
  expect(await attempts.aggregate([{ $sample: { size: 2 } }]).toArray()).toHaveLength(2);
  expect(await attempts.aggregate([{ $sample: { size: 9 } }]).toArray()).toHaveLength(4);
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
  ['an expression that does not exist', [{ $project: { a: { $frobnicate: 1 } } }], [31_325, 168]],
  ['two stages in one document', [{ $match: {}, $limit: 1 }], [40_323, 40_324]],
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
