/** An indexed collection must answer as one that is read from end to end: after any writes, to any question. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { mongo } from 'mongoose';
import { makeIndex, testDatabase, type Thing } from './support.ts';

const { collection } = testDatabase();

const scalar = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b', null, true, 0.5, new Date(0), new Date(5)),
);
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.record({ c: scalar }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.array(fc.record({ c: scalar }, { requiredKeys: [] }), { maxLength: 3 }) },
);
const fields = fc.record({ a: value, b: scalar }, { requiredKeys: [] });
const id = fc.integer({ min: 0, max: 15 });

type Write = (things: mongo.Collection<Thing>) => Promise<unknown>;
const write: fc.Arbitrary<Write> = fc.oneof(
  fc.tuple(id, fields).map(
    ([_id, doc]): Write =>
      (things) =>
        things.replaceOne({ _id }, doc, { upsert: true }),
  ),
  fc.tuple(id, scalar).map(
    ([_id, b]): Write =>
      (things) =>
        things.updateOne({ _id }, { $set: { b } }, { upsert: true }),
  ),
  fc.tuple(scalar, value).map(
    ([b, a]): Write =>
      (things) =>
        things.updateMany({ b }, { $set: { a } }),
  ),
  id.map(
    (_id): Write =>
      (things) =>
        things.updateOne({ _id }, { $unset: { a: '' } }),
  ),
  id.map(
    (_id): Write =>
      (things) =>
        things.deleteOne({ _id }),
  ),
);

const condition = fc.oneof(
  value,
  scalar.map(($gt) => ({ $gt })),
  fc.tuple(scalar, scalar).map(([$gte, $lt]) => ({ $gte, $lt })),
  fc.array(scalar, { minLength: 1, maxLength: 3 }).map(($in) => ({ $in })),
  scalar.map(($ne) => ({ $ne })),
  fc.boolean().map(($exists) => ({ $exists })),
  fc.tuple(scalar, scalar).map(([$gte, $lte]) => ({ $elemMatch: { $gte, $lte } })),
);
const question = fc.record({
  filter: fc.record({ a: condition, b: condition, 'a.c': condition }, { requiredKeys: [] }),
  sort: fc.constantFrom<mongo.Sort>(
    { _id: 1 },
    { a: 1, _id: 1 },
    { b: -1, _id: 1 },
    { a: -1, b: 1, _id: -1 },
    { 'a.c': 1, _id: 1 },
  ),
  limit: fc.integer({ min: 0, max: 4 }),
});

test('indexes change no answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(write, { maxLength: 25 }),
      fc.array(question, { minLength: 6, maxLength: 6 }),
      async (writes, questions) => {
        const [plain, indexed] = [await collection(), await collection()];
        await makeIndex(indexed, { a: 1, b: 1 });
        await makeIndex(indexed, { b: -1, _id: 1 });
        await makeIndex(indexed, { 'a.c': 1 });
        await makeIndex(
          indexed,
          { b: 1 },
          { name: 'some', partialFilterExpression: { a: { $exists: true } } },
        );
        await makeIndex(indexed, { a: -1 }, { name: 'sparse', sparse: true });
        for (const apply of writes) await Promise.all([apply(plain), apply(indexed)]);
        for (const { filter, sort, limit } of questions) {
          const ask = (things: mongo.Collection<Thing>): Promise<unknown[]> =>
            things
              .find(filter as mongo.Filter<Thing>)
              .sort(sort)
              .limit(limit)
              .toArray();
          expect(await ask(indexed)).toEqual(await ask(plain));
        }
        await Promise.all([plain.drop(), indexed.drop()]);
      },
    ),
    { numRuns: 150, seed: 7, endOnFailure: false },
  );
});
