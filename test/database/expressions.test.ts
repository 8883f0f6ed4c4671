/** MongoDB Manual, "Aggregation Operators": each expression that is served, with null, missing and wrong types. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { refusalOf, testDatabase, type Collection } from './support.ts';

const { collection } = testDatabase();
const ID = new mongo.ObjectId('65920080c0ffee0123456789');
const MORNING = new Date('2026-03-08T05:06:07.089Z');
const NEW_YEARS_EVE = new Date('2025-12-31T23:30:00Z');
const DOCUMENT = {
  _id: ID,
  n: 5,
  zero: 0,
  text: 'Ñandú x',
  empty: '',
  nothing: null,
  list: [3, 1, 2],
  none: [],
  mixed: [1, 'a', null, 2.5],
  docs: [{ q: 1, p: 2 }, { q: 2 }, { q: 3, p: 4 }],
  nested: [[{ q: 1 }], { q: 2 }],
  sub: { x: 1, y: 2 },
  at: MORNING,
  eve: NEW_YEARS_EVE,
  yes: true,
};
let things: Collection;
beforeAll(async () => {
  things = await collection([DOCUMENT]);
});

async function valueOf(expression: unknown): Promise<unknown> {
  const [found] = await things.aggregate([{ $replaceRoot: { newRoot: { value: expression } } }]).toArray();
  return found && 'value' in found ? (found.value as unknown) : 'MISSING';
}

type Case = [expression: unknown, value: unknown];

const PATHS: Case[] = [
  ['$n', 5],
  ['$nowhere', 'MISSING'],
  ['$sub.x', 1],
  ['$n.x', 'MISSING'],
  ['$docs.p', [2, 4]],
  ['$list.x', []],
  // Within an expression a number in a path is a name, not a place in an array.
  ['$docs.0.q', []],
  ['$nested.q', [[1], 2]],
  ['$$ROOT.n', 5],
  ['$$CURRENT.sub.y', 2],
  ['$$REMOVE', 'MISSING'],
  [{ $type: '$$NOW' }, 'date'],
  [{ a: '$n', b: '$nowhere' }, { a: 5 }],
  [
    ['$n', '$nowhere'],
    [5, null],
  ],
  [{ $literal: '$n' }, '$n'],
  [{ $literal: { $add: [1, 1] } }, { $add: [1, 1] }],
  [{ $let: { vars: { a: 2, b: '$n' }, in: { $multiply: ['$$a', '$$b'] } } }, 10],
];

const ARITHMETIC: Case[] = [
  [{ $add: ['$n', 1, 2] }, 8],
  [{ $add: ['$n', '$nothing'] }, null],
  [{ $add: ['$n', '$nowhere'] }, null],
  [{ $add: [0.1, 0.2, 0.3] }, 0.6],
  [{ $add: ['$at', 911] }, new Date('2026-03-08T05:06:08.000Z')],
  [{ $subtract: ['$n', 2] }, 3],
  [{ $subtract: ['$at', MORNING] }, 0],
  [{ $subtract: ['$at', 7089] }, new Date('2026-03-08T05:06:00.000Z')],
  [{ $subtract: ['$nothing', 1] }, null],
  [{ $multiply: ['$n', 2, 3] }, 30],
  [{ $multiply: ['$n', '$nothing'] }, null],
  [{ $divide: ['$n', 2] }, 2.5],
  [{ $divide: ['$nothing', 2] }, null],
  [{ $mod: [-5, 3] }, -2],
  [{ $mod: [5.5, 2] }, 1.5],
  [{ $abs: -3 }, 3],
  [{ $abs: '$nowhere' }, null],
  [{ $ceil: 1.2 }, 2],
  [{ $floor: -1.2 }, -2],
  [{ $sqrt: 9 }, 3],
  [{ $pow: [2, 3] }, 8],
  // To the even neighbour when it is a half exactly: 1.005 and 2.675 are a little less in binary.
  [{ $round: 2.5 }, 2],
  [{ $round: [3.5, 0] }, 4],
  [{ $round: [-2.5, 0] }, -2],
  [{ $round: [19.25, 1] }, 19.2],
  [{ $round: [0.375, 2] }, 0.38],
  [{ $round: [2.675, 2] }, 2.67],
  [{ $round: [66.6666, 2] }, 66.67],
  [{ $round: [1350, -2] }, 1400],
  [{ $round: ['$nothing', 1] }, null],
  [{ $trunc: [-7.85, 1] }, -7.8],
  [{ $trunc: 7.85 }, 7],
  [{ $trunc: [1234.5, -2] }, 1200],
];

const ACCUMULATING: Case[] = [
  [{ $sum: '$list' }, 6],
  [{ $sum: ['$n', 'x', 7, '$nothing'] }, 12],
  [{ $sum: ['$list', 1] }, 1],
  [{ $sum: '$text' }, 0],
  [{ $avg: '$list' }, 2],
  [{ $avg: '$docs.p' }, 3],
  [{ $avg: '$none' }, null],
  [{ $min: ['$n', '$nothing', 3] }, 3],
  [{ $max: '$mixed' }, 'a'],
  [{ $max: ['$nothing', '$nowhere'] }, null],
  [{ $stdDevPop: [[2, 4, 4, 4, 5, 5, 7, 9]] }, 2],
  [{ $stdDevSamp: '$list' }, 1],
  [{ $stdDevSamp: [[4]] }, null],
];

const CONDITIONS: Case[] = [
  [{ $cond: [{ $gt: ['$n', 3] }, 'high', 'low'] }, 'high'],
  [{ $cond: { if: '$nothing', then: 1, else: 2 } }, 2],
  [{ $cond: ['$zero', 1, 2] }, 2],
  [{ $cond: ['$empty', 1, 2] }, 1],
  [{ $cond: ['$none', 1, 2] }, 1],
  [{ $ifNull: ['$nowhere', '$nothing', 'x'] }, 'x'],
  [{ $ifNull: ['$zero', 1] }, 0],
  [
    {
      $switch: {
        branches: [
          { case: { $eq: ['$n', 1] }, then: 'a' },
          { case: '$yes', then: 'b' },
        ],
      },
    },
    'b',
  ],
  [{ $switch: { branches: [{ case: false, then: 1 }], default: 2 } }, 2],
  [{ $and: [1, '$yes'] }, true],
  [{ $and: [1, '$nothing'] }, false],
  [{ $and: [] }, true],
  [{ $or: [] }, false],
  [{ $or: ['$zero', '$n'] }, true],
  [{ $not: ['$zero'] }, true],
  [{ $not: '$none' }, false],
  [{ $cmp: [1, 'a'] }, -1],
  [{ $eq: ['$nowhere', null] }, false],
  [{ $gt: ['$nothing', '$nowhere'] }, true],
  [{ $gte: ['$n', 5] }, true],
  [{ $lt: ['$nothing', 0] }, true],
  [{ $lte: ['$eve', '$at'] }, true],
  [{ $ne: ['$sub', { y: 2, x: 1 }] }, true],
  [{ $eq: ['$_id', ID] }, true],
];

const ARRAYS: Case[] = [
  [{ $size: '$list' }, 3],
  [{ $size: ['$none'] }, 0],
  [{ $in: [1, '$list'] }, true],
  [{ $in: ['$nothing', '$mixed'] }, true],
  [{ $in: ['$nowhere', '$mixed'] }, false],
  [{ $isArray: '$list' }, true],
  [{ $isArray: ['$n'] }, false],
  [{ $arrayElemAt: ['$list', -1] }, 2],
  [{ $arrayElemAt: ['$list', 9] }, 'MISSING'],
  [{ $arrayElemAt: ['$nothing', 0] }, null],
  [{ $first: '$list' }, 3],
  [{ $last: '$none' }, 'MISSING'],
  [{ $slice: ['$list', 2] }, [3, 1]],
  [{ $slice: ['$list', -2] }, [1, 2]],
  [{ $slice: ['$list', -5, 2] }, [3, 1]],
  [{ $slice: ['$nothing', 1] }, null],
  [{ $concatArrays: ['$list', [9]] }, [3, 1, 2, 9]],
  [{ $concatArrays: ['$list', '$nothing'] }, null],
  [{ $indexOfArray: ['$list', 2] }, 2],
  [{ $indexOfArray: ['$list', 9] }, -1],
  [{ $indexOfArray: ['$nothing', 9] }, null],
  [{ $filter: { input: '$list', as: 'x', cond: { $gte: ['$$x', 2] } } }, [3, 2]],
  [{ $filter: { input: '$list', cond: { $lt: ['$$this', 3] }, limit: 1 } }, [1]],
  [{ $filter: { input: '$nothing', cond: true } }, null],
  [{ $map: { input: '$list', as: 'x', in: { $multiply: ['$$x', '$n'] } } }, [15, 5, 10]],
  [{ $map: { input: '$docs', in: '$$this.p' } }, [2, null, 4]],
  [{ $map: { input: '$nothing', in: 1 } }, null],
  [{ $reduce: { input: '$list', initialValue: 1, in: { $multiply: ['$$value', '$$this'] } } }, 6],
  [{ $reduce: { input: '$none', initialValue: 7, in: 1 } }, 7],
  [{ $setUnion: ['$list', [2, 9]] }, expect.arrayContaining([1, 2, 3, 9])],
  [{ $setUnion: ['$list', '$nothing'] }, null],
  [
    {
      $setIntersection: [
        [{ a: 1, b: 2 }, 4],
        [4, { b: 2, a: 1 }],
      ],
    },
    [4],
  ],
  [{ $setDifference: ['$list', [1, 9]] }, expect.arrayContaining([2, 3])],
  [
    { $objectToArray: '$sub' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  [
    {
      $arrayToObject: [
        [
          ['a', 1],
          ['b', 2],
        ],
      ],
    },
    { a: 1, b: 2 },
  ],
  [{ $arrayToObject: [[{ k: 'a', v: '$n' }]] }, { a: 5 }],
  [{ $mergeObjects: ['$sub', { y: 3 }, '$nothing'] }, { x: 1, y: 3 }],
  [{ $mergeObjects: '$docs' }, { q: 3, p: 4 }],
];

const TEXT: Case[] = [
  [{ $concat: ['$text', '-', 'y'] }, 'Ñandú x-y'],
  [{ $concat: ['$text', '$nothing'] }, null],
  // Only the letters of the English alphabet change.
  [{ $toUpper: '$text' }, 'ÑANDú X'],
  [{ $toLower: 'ABC' }, 'abc'],
  [{ $toLower: '$nothing' }, ''],
  [{ $substrCP: ['$text', 0, 2] }, 'Ña'],
  [{ $substrCP: ['😀ab', 1, 9] }, 'ab'],
  [{ $substrCP: ['$nothing', 0, 1] }, ''],
  [{ $toString: 2.5 }, '2.5'],
  [{ $toString: '$yes' }, 'true'],
  [{ $toString: '$at' }, '2026-03-08T05:06:07.089Z'],
  [{ $toString: '$_id' }, ID.toHexString()],
  [{ $toString: '$nothing' }, null],
  [{ $toInt: '-3' }, -3],
  [{ $toInt: -3.9 }, -3],
  [{ $toInt: true }, 1],
  [{ $toDouble: '3.5' }, 3.5],
  [{ $toDouble: '$nowhere' }, null],
  [{ $type: '$nowhere' }, 'missing'],
  [{ $type: '$list' }, 'array'],
  [{ $type: '$_id' }, 'objectId'],
  [{ $isNumber: '$n' }, true],
  [{ $isNumber: '$text' }, false],
];

const DATES: Case[] = [
  [{ $year: '$eve' }, 2025],
  [{ $year: { date: '$eve', timezone: 'Europe/Madrid' } }, 2026],
  [{ $year: '$_id' }, 2024],
  [{ $year: '$nothing' }, null],
  [{ $month: '$at' }, 3],
  [{ $dayOfMonth: { date: '$at', timezone: 'America/Mexico_City' } }, 7],
  [{ $isoWeek: '$eve' }, 1],
  [{ $isoWeekYear: '$eve' }, 2026],
  [{ $dateToString: { date: '$at' } }, '2026-03-08T05:06:07.089Z'],
  [{ $dateToString: { date: '$at', format: '%d/%m/%Y %H:%M:%S.%L %%' } }, '08/03/2026 05:06:07.089 %'],
  [{ $dateToString: { date: '$eve', format: '%G-%V' } }, '2026-01'],
  [
    { $dateToString: { date: '$at', format: '%Y-%m-%d %H%z', timezone: 'America/Lima' } },
    '2026-03-08 00-0500',
  ],
  [{ $dateToString: { date: '$eve', format: '%Y', timezone: '+02:00' } }, '2026'],
  [{ $dateToString: { date: '$nowhere', format: '%Y', onNull: '-' } }, '-'],
  [{ $dateTrunc: { date: '$at', unit: 'day' } }, new Date('2026-03-08')],
  [{ $dateTrunc: { date: '$at', unit: 'week' } }, new Date('2026-03-08')],
  [{ $dateTrunc: { date: '$at', unit: 'week', startOfWeek: 'monday' } }, new Date('2026-03-02')],
  [{ $dateTrunc: { date: '$at', unit: 'quarter' } }, new Date('2026-01-01')],
  [{ $dateTrunc: { date: new Date('1969-06-07'), unit: 'month' } }, new Date('1969-06-01')],
  [{ $dateTrunc: { date: '$nothing', unit: 'day' } }, null],
  [{ $dateDiff: { startDate: '$eve', endDate: '$at', unit: 'day' } }, 67],
  [{ $dateDiff: { startDate: '$eve', endDate: '$at', unit: 'year' } }, 1],
  [{ $dateDiff: { startDate: '$at', endDate: '$eve', unit: 'month' } }, -3],
  [{ $dateDiff: { startDate: '$nothing', endDate: '$at', unit: 'day' } }, null],
];

describe.each([
  ['paths, variables and literals', PATHS],
  ['arithmetic', ARITHMETIC],
  ['accumulators over arrays', ACCUMULATING],
  ['conditions and comparisons', CONDITIONS],
  ['arrays, sets and objects', ARRAYS],
  ['text and types', TEXT],
  ['dates', DATES],
])('%s', (_name, cases) => {
  test.each(cases)('%j', async (expression, value) => {
    expect(await valueOf(expression)).toEqual(value);
  });
});

test.each<[unknown, number]>([
  [{ $add: ['$n', '$text'] }, 14],
  [{ $add: ['$at', '$at'] }, 16_612],
  [{ $subtract: [5, '$at'] }, 14],
  [{ $multiply: ['$n', 'x'] }, 14],
  [{ $divide: ['$n', 0] }, 2],
  [{ $mod: [5, 0] }, 16_610],
  [{ $abs: 'x' }, 28_765],
  [{ $sqrt: -1 }, 28_714],
  [{ $pow: [0, -1] }, 28_764],
  [{ $round: [1, 1.5] }, 51_082],
  [{ $round: [1, 101] }, 51_083],
  [{ $eq: [1] }, 16_020],
  [{ $cond: [1, 2] }, 16_020],
  [{ $switch: { branches: [{ case: false, then: 1 }] } }, 40_066],
  [{ $size: '$nowhere' }, 17_124],
  [{ $in: [1, '$n'] }, 40_081],
  [{ $arrayElemAt: ['$n', 0] }, 28_689],
  [{ $slice: ['$list', 1, 0] }, 28_729],
  [{ $concatArrays: ['$list', '$n'] }, 28_664],
  [{ $filter: { input: '$n', cond: true } }, 28_651],
  [{ $map: { input: '$n', in: 1 } }, 16_883],
  [{ $setUnion: [1, [2]] }, 17_043],
  [{ $objectToArray: '$n' }, 40_390],
  [{ $mergeObjects: ['$n'] }, 40_400],
  [{ $concat: ['$text', '$n'] }, 16_702],
  [{ $toInt: '3.5' }, 241],
  [{ $toInt: 1e12 }, 241],
  [{ $toDouble: '' }, 241],
  [{ $toString: '$list' }, 241],
  [{ $dateToString: { date: '$text' } }, 16_006],
  [{ $dateToString: { date: '$at', timezone: 'No/Where' } }, 40_485],
  [{ $dateToString: { date: '$at', format: '%q' } }, 18_536],
  [{ $dateTrunc: { date: '$at', unit: 'eon' } }, 9],
  ['$$nowhere', 17_276],
  [{ $add: [1, 2], $subtract: [1, 2] }, 15_983],
])('%j is refused with %d', async (expression, code) => {
  expect((await refusalOf(valueOf(expression))).code).toBe(code);
});

test('what is not served is refused with 168, before a document is read', async () => {
  const empty = await collection();
  for (const name of [
    '$function',
    '$accumulator',
    '$frobnicate',
    '$regexMatch',
    '$rand',
    '$toHashedIndexKey',
  ]) {
    const asked = empty.aggregate([{ $project: { value: { [name]: {} } } }]).toArray();
    expect([name, (await refusalOf(asked)).code]).toEqual([name, 168]);
  }
});
