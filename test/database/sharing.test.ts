/** The database's work stops nobody: long reads and writes are cut in slices, and nothing is held that would grow. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ownEngines } from './engine.ts';

const { folder, open, connect } = ownEngines();

/** The longest of a hundred reads by `_id`, but for the worst, in milliseconds. */
async function slowRead(read: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 100; i++) {
    const start = performance.now();
    await read();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[98] ?? Infinity;
}

test('reads go on beside a report, a scan, an index being built and a large delete', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const things = (await connect(uri)).db().collection<{ _id: number; k: number; text: string }>('c');
  for (let at = 0; at < 40_000; at += 10_000) {
    await things.insertMany(
      Array.from({ length: 10_000 }, (_, i) => ({
        _id: at + i,
        k: (at + i) % 100,
        text: `${String(i)} `.repeat(20),
      })),
    );
  }
  const reader = (await connect(uri)).db().collection<{ _id: number }>('c');
  const read = (): Promise<unknown> => reader.findOne({ _id: 7 });
  const works = [
    () =>
      things
        .aggregate([
          { $group: { _id: '$k', all: { $addToSet: '$text' } } },
          { $project: { n: { $size: '$all' } } },
        ])
        .toArray(),
    () => things.countDocuments({ text: /nowhere/ }),
    () => things.createIndexes([{ key: { text: 1 } }]),
    () => things.deleteMany({ k: { $lt: 50 }, _id: { $ne: 7 } }),
  ];
  for (const work of works) {
    const working = work();
    // A report of a second or more that is not cut would make every read wait for all of it.
    expect(await slowRead(read)).toBeLessThan(150);
    await working;
  }
});

test('the file does not grow when the same documents are written again, even with a cursor left open', async () => {
  const place = folder();
  const { uri } = await open({ folder: place, durable: false });
  const things = (await connect(uri)).db().collection<{ _id: number; n: number; text: string }>('c');
  await things.insertMany(Array.from({ length: 1000 }, (_, i) => ({ _id: i, n: 0, text: 'x'.repeat(1000) })));
  await things.createIndexes([{ key: { n: 1, text: 1 } }]);
  const cursor = things.find().batchSize(5);
  await cursor.next();
  const sizes: number[] = [];
  for (let round = 1; round <= 12; round++) {
    await things.updateMany({}, { $set: { n: round, text: String(round % 10).repeat(1000) } });
    sizes.push(statSync(join(place, 'data.mdb')).size);
  }
  expect(sizes.at(-1)).toBeLessThan(1.1 * (sizes[5] ?? 0));
  await cursor.close();
});

test('what is dropped is given back', async () => {
  const place = folder();
  const { uri } = await open({ folder: place, durable: false });
  const db = (await connect(uri)).db();
  const sizes: number[] = [];
  for (let round = 0; round < 6; round++) {
    await db.collection('c').insertMany(Array.from({ length: 2000 }, () => ({ text: 'x'.repeat(500) })));
    await db.collection('c').drop();
    sizes.push(statSync(join(place, 'data.mdb')).size);
  }
  expect(sizes.at(-1)).toBe(sizes[2]);
});
