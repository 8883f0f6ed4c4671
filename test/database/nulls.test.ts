/**
 * Null, missing, empty and nested arrays under every kind of index: MongoDB's answers, as its own suite of tests
 * (jstests/core/null_query_semantics.js) and "Query for Null or Missing Fields" tell them.
 */
import { expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { idsOf, testDatabase, type Thing } from './support.ts';

const { collection } = testDatabase();

const DOCUMENTS: Thing[] = [
  { _id: 'missing' },
  { _id: 'null', a: null },
  { _id: 'number', a: 4 },
  { _id: 'object', a: {} },
  { _id: 'object with text', a: { b: 'x' } },
  { _id: 'object with null', a: { b: null } },
  { _id: 'empty', a: [] },
  { _id: 'empty in array', a: [[]] },
  { _id: 'nulls', a: [null, null] },
  { _id: 'scalars', a: [1, 'x', 4] },
  { _id: 'scalars and null', a: [1, 'x', null, 4] },
  { _id: 'objects with null', a: [{ b: null }, { b: null }, {}] },
  { _id: 'objects with one null', a: [{ b: null }, { b: 3 }] },
  { _id: 'objects, one without', a: [{ b: 3 }, {}] },
  { _id: 'objects without null', a: [{ b: 1 }, { b: 'x' }] },
];
const OBJECTS = ['objects with null', 'objects with one null', 'objects, one without'];
const WITHOUT_B = ['missing', 'null', 'number', 'object', 'object with null', ...OBJECTS];
const NULL = ['missing', 'null', 'nulls', 'scalars and null'];
const allBut = (found: string[]): string[] =>
  DOCUMENTS.map(({ _id }) => String(_id)).filter((id) => !found.includes(id));

const ANSWERS: [mongo.Filter<Thing>, string[]][] = [
  [{ a: null }, NULL],
  [{ a: { $ne: null } }, allBut(NULL)],
  [{ a: { $elemMatch: { $eq: null } } }, ['nulls', 'scalars and null']],
  [
    { a: { $elemMatch: { $ne: null } } },
    ['empty in array', 'scalars', 'scalars and null', ...OBJECTS, 'objects without null'],
  ],
  [{ 'a.b': null }, WITHOUT_B],
  [{ 'a.b': { $ne: null } }, allBut(WITHOUT_B)],
  [{ 'a.b': { $elemMatch: { $ne: null } } }, []],
  [{ a: { $elemMatch: { b: null } } }, ['empty in array', ...OBJECTS]],
  [
    { a: { $elemMatch: { b: { $ne: null } } } },
    ['objects with one null', 'objects, one without', 'objects without null'],
  ],
];

test.each<[string, Omit<mongo.IndexDescription, 'key'> & { key?: Record<string, 1 | -1> }]>([
  ['no index', {}],
  ['an index', { key: { a: 1 } }],
  ['a descending index', { key: { a: -1 } }],
  ['a sparse index', { key: { a: 1 }, sparse: true }],
  ['a partial index', { key: { a: 1 }, partialFilterExpression: { a: { $exists: true } } }],
  ['an index of the inner field', { key: { 'a.b': 1 } }],
  ['a compound index that ends with it', { key: { _id: 1, 'a.b': 1 } }],
  ['a compound index that begins with it', { key: { 'a.b': 1, _id: 1 } }],
  ['a sparse compound index', { key: { 'a.b': 1, _id: 1 }, sparse: true }],
])('null and missing are told apart as MongoDB does, with %s', async (_name, { key, ...options }) => {
  const things = await collection();
  if (key) await things.createIndexes([{ key, ...options }]);
  await things.insertMany(DOCUMENTS);
  for (const [filter, found] of ANSWERS)
    expect({ filter, found: await idsOf(things, filter) }).toEqual({ filter, found: [...found].sort() });
});
