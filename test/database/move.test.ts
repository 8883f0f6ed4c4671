/** `npx rumbo db move`: everything goes to another server, as it is, and is compared there. */
import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import type { mongo } from 'mongoose';
import { operatorsTools } from './tools.ts';

let target: mongo.Db;
// Before the tools close its client.
afterEach(() => target.dropDatabase());
const { database, connect, rumboDb, fill } = operatorsTools();

/** The address of a new database on the server of this run. */
async function emptyTarget(): Promise<string> {
  const name = `rumbo_test_${randomBytes(6).toString('hex')}`;
  const server = process.env.RUMBO_TEST_MONGODB_URI ?? '';
  const to = server.replace(/(\/\/[^/]+)(\/[^?]*)?/, `$1/${name}`);
  target = (await connect(to)).db();
  return to;
}

async function stoppedSource(people: number): Promise<void> {
  const running = await database();
  await (await fill(running.uri, people)).close();
  await running.close();
}

test('moving copies everything, goes on after a break, and compares both sides', async () => {
  const running = await database();
  const source = await fill(running.uri, 1200);
  await source.db().collection('people').dropIndex('seen_1');
  const to = await emptyTarget();
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Stop') as unknown,
  });
  // As if an earlier move had been cut off behind the first 500 people, in the midst of the next batch.
  const some = await source.db().collection('people').find({}, { promoteValues: false }).limit(550).toArray();
  await target.collection('people').insertMany(some);
  await target.collection<{ _id: string; copied: number }>('rumbo_move').insertMany([
    { _id: '', copied: 0 },
    { _id: 'people', copied: 500 },
  ]);
  await source.close();
  await running.close();
  const moved = await rumboDb('move', '--to', to);
  expect(moved).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringContaining('people: the same on both sides') as unknown,
  });
  expect(moved.out).toContain('people: 1000 of 1200');
  expect(moved.out).toContain('MONGODB_URI');
  expect(await target.collection('people').countDocuments()).toBe(1200);
  expect(await target.collection('people').indexes()).toMatchObject([{ name: '_id_' }, { unique: true }]);
  const there = await target.listCollections().toArray();
  expect(there.map(({ name }) => name).sort()).toEqual(['fs.chunks', 'fs.files', 'people']);
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('not empty') as unknown,
  });
});

test('moving takes the indexes along by which documents expire', async () => {
  await stoppedSource(5);
  expect(await rumboDb('move', '--to', await emptyTarget())).toMatchObject({ code: 0 });
  expect(await target.collection('people').indexes()).toContainEqual(
    expect.objectContaining({ key: { seen: 1 }, expireAfterSeconds: 3600 }),
  );
});

test('a move that finds a difference says so and begins anew', async () => {
  await stoppedSource(20);
  const to = await emptyTarget();
  await target.collection('people').insertOne({ mail: 'not ours' });
  await target.collection('rumbo_move').insertOne({ copied: 0 });
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('people') as unknown,
  });
  expect(await rumboDb('move', '--to', to)).toMatchObject({ code: 0 });
  expect(await target.collection('people').countDocuments()).toBe(20);
});

test('an index that the other server does not make ends the move in a sentence, to be gone on with', async () => {
  await stoppedSource(20);
  const to = await emptyTarget();
  await target.collection('people').createIndexes([{ key: { other: 1 }, name: 'mail_1' }]);
  await target.collection('rumbo_move').insertOne({ copied: 0 });
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('the index “mail_1” of people') as unknown,
  });
  await target.collection('people').dropIndex('mail_1');
  expect(await rumboDb('move', '--to', to)).toMatchObject({ code: 0 });
});
