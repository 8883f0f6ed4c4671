/** MongoDB Manual, "Database Commands": greeting, looking after collections, and what is told of the server. */
import { expect, test } from '@jest/globals';
import { makeIndex, refusalOf, testDatabase } from './support.ts';

const { client, db, collection } = testDatabase();

test('the server greets as one of its own, which keeps no replicas', async () => {
  const hello = await db.admin().command({ hello: 1 });
  expect(hello).toMatchObject({ ok: 1, isWritablePrimary: true, maxBsonObjectSize: 16_777_216 });
  expect(Number(hello.maxWireVersion)).toBeGreaterThanOrEqual(21);
  expect(await db.admin().command({ ping: 1 })).toMatchObject({ ok: 1 });
  expect(String((await db.admin().buildInfo()).version)).toMatch(/^\d+\.\d+\.\d+/);
  expect(await db.admin().command({ connectionStatus: 1 })).toMatchObject({
    authInfo: { authenticatedUsers: expect.any(Array) as unknown },
  });
});

test('databases are listed with their sizes, or by name alone', async () => {
  await collection([{ a: 1 }]);
  const { databases } = await client.db('admin').admin().listDatabases();
  expect(databases).toContainEqual(expect.objectContaining({ name: db.databaseName, empty: false }));
  const named = await client
    .db('admin')
    .admin()
    .listDatabases({ nameOnly: true, filter: { name: db.databaseName } });
  expect(named.databases).toEqual([{ name: db.databaseName }]);
});

test('a dropped database is gone with its collections', async () => {
  const other = client.db(`${db.databaseName}_dropped`);
  await other.collection('a').insertOne({ x: 1 });
  await other.collection('b').insertOne({ x: 1 });
  expect(await other.dropDatabase()).toBe(true);
  expect(await other.listCollections().toArray()).toEqual([]);
  expect(await other.collection('a').countDocuments()).toBe(0);
});

test('a collection and a database tell how much they hold', async () => {
  const things = await collection([{ _id: 1 }, { _id: 2 }]);
  await makeIndex(things, { a: 1 });
  expect(await db.command({ collStats: things.collectionName })).toMatchObject({
    ns: things.namespace,
    count: 2,
    nindexes: 2,
  });
  const { objects, collections } = await db.command({ dbStats: 1 });
  expect(Number(objects)).toBeGreaterThanOrEqual(2);
  expect(collections).toBeGreaterThanOrEqual(1);
  expect(await db.command({ validate: things.collectionName })).toMatchObject({ valid: true, nrecords: 2 });
});

test('the server tells how long it has run and how many clients it has', async () => {
  const status = await db.admin().command({ serverStatus: 1 });
  expect(Number(status.uptime)).toBeGreaterThanOrEqual(0);
  expect((status.connections as { current: number }).current).toBeGreaterThan(0);
});

test('how often expired documents are removed can be asked', async () => {
  expect(await client.db('admin').command({ getParameter: 1, ttlMonitorSleepSecs: 1 })).toMatchObject({
    ttlMonitorSleepSecs: expect.any(Number) as unknown,
  });
});

test('an unacknowledged write is kept, and nothing waits for an answer', async () => {
  const things = await collection();
  await things.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
  while ((await things.countDocuments()) === 0);
  expect(await things.findOne()).toEqual({ _id: 1 });
});

test.each<[string, Record<string, unknown>, number]>([
  ['a command that does not exist', { frobnicate: 1 }, 59],
  ['an argument of the wrong type', { find: 'c', filter: 1 }, 14],
  ['a name of a collection with $', { find: 'a$b' }, 73],
  ['an empty name of a collection', { find: '' }, 73],
  ['indexes of no collection', { listIndexes: 'never' }, 26],
  ['a cursor that is not there', { getMore: 7n, collection: 'c' }, 43],
])('%s is refused', async (_what, command, code) => {
  expect((await refusalOf(db.command(command))).code).toBe(code);
});
