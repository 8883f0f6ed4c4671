/** MongoDB Manual, "Project Fields to Return from Query" and "Projection Operators". */
import { expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { refusalOf, testDatabase } from './support.ts';

const { collection } = testDatabase();
const ANA = {
  _id: 1,
  name: 'Ana',
  address: { city: 'Quito', street: 'Sol' },
  scores: [
    { quiz: 'a', value: 5 },
    { quiz: 'b', value: 9 },
  ],
  tags: ['x', 'y', 'z'],
};

test.each<[string, mongo.Document, mongo.Document]>([
  ['names to keep', { name: 1 }, { _id: 1, name: 'Ana' }],
  ['without the _id', { name: 1, _id: 0 }, { name: 'Ana' }],
  ['names to leave out', { scores: 0, tags: 0, address: 0 }, { _id: 1, name: 'Ana' }],
  ['a field of a sub-document', { 'address.city': 1 }, { _id: 1, address: { city: 'Quito' } }],
  ['the same, written nested', { address: { city: 1 } }, { _id: 1, address: { city: 'Quito' } }],
  [
    'a field of the documents in an array',
    { 'scores.value': 1, _id: 0 },
    { scores: [{ value: 5 }, { value: 9 }] },
  ],
  [
    'leaving out a field in an array',
    { 'scores.quiz': 0, address: 0, tags: 0, name: 0 },
    { _id: 1, scores: [{ value: 5 }, { value: 9 }] },
  ],
  ['a path below a plain value shows nothing', { 'name.first': 1 }, { _id: 1 }],
  ['only the _id', { _id: 1 }, { _id: 1 }],
  ['$slice from the beginning', { tags: { $slice: 2 }, name: 1 }, { _id: 1, name: 'Ana', tags: ['x', 'y'] }],
  ['$slice from the end', { tags: { $slice: -1 }, name: 1 }, { _id: 1, name: 'Ana', tags: ['z'] }],
  ['$slice from a place', { tags: { $slice: [1, 1] }, name: 1 }, { _id: 1, name: 'Ana', tags: ['y'] }],
  [
    '$elemMatch shows the first that matches',
    { scores: { $elemMatch: { value: { $gt: 6 } } } },
    { _id: 1, scores: [{ quiz: 'b', value: 9 }] },
  ],
])('%s', async (_promise, projection, shown) => {
  const people = await collection([ANA]);
  expect(await people.findOne({}, { projection })).toEqual(shown);
});

test('the positional $ shows the element that the filter met', async () => {
  const people = await collection([ANA]);
  const found = await people.findOne({ 'scores.quiz': 'b' }, { projection: { 'scores.$': 1 } });
  expect(found).toEqual({ _id: 1, scores: [{ quiz: 'b', value: 9 }] });
});

test('$slice alone keeps the other fields', async () => {
  const people = await collection([ANA]);
  expect(await people.findOne({}, { projection: { tags: { $slice: 1 } } })).toEqual({ ...ANA, tags: ['x'] });
});

test('keeping and leaving out do not mix', async () => {
  const people = await collection([ANA]);
  const refusal = await refusalOf(people.findOne({}, { projection: { name: 1, tags: 0 } }));
  expect([2, 31253, 31254]).toContain(refusal.code);
});
