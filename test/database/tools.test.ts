/** `npx rumbo db …`: back up, lose the disk, restore; check; move to another server. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { db } from '../../scripts/nouns/db.ts';
import { ownEngines } from './engine.ts';

const { open, connect } = ownEngines();
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rumbo-tools-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true, force: true });
});

async function rumboDb(verb: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const io = {
    out: (line: string) => void out.push(line),
    err: (line: string) => void err.push(line),
    stdin: () => Promise.resolve(''),
    env: { DATA_DIR: dataDir, SESSION_SECRET: 'x'.repeat(32) },
  };
  const code = await db.verbs[verb]?.run(args, io);
  return { code: code ?? -1, out: out.join('\n'), err: err.join('\n') };
}

const database = (): Promise<{ uri: string; close: () => Promise<void> }> =>
  open({ folder: join(dataDir, 'database') });

/** A database with something of each kind in it. */
async function fill(uri: string, documents = 300): Promise<mongo.MongoClient> {
  const client = await connect(uri);
  const people = client.db().collection('people');
  await people.createIndexes([
    { key: { mail: 1 }, unique: true },
    { key: { seen: 1 }, expireAfterSeconds: 3600 },
  ]);
  const rows = Array.from({ length: documents }, (_, i) => ({
    mail: `p${String(i)}@x`,
    n: new mongo.Double(i),
    long: mongo.Long.fromNumber(i),
    text: 'ñ'.repeat(i % 50),
  }));
  await people.insertMany(rows);
  const upload = new mongo.GridFSBucket(client.db()).openUploadStream('file');
  upload.end(randomBytes(600_000));
  await new Promise((resolve) => upload.once('finish', resolve));
  return client;
}

test('back up beside the running server, lose the disk, restore', async () => {
  const running = await database();
  const client = await fill(running.uri);
  const file = join(dataDir, 'backup.rumbo');
  const writing = client
    .db()
    .collection('people')
    .insertMany(Array.from({ length: 200 }, (_, i) => ({ mail: `late${String(i)}` })));
  expect(await rumboDb('backup', file)).toMatchObject({ code: 0, err: '' });
  await writing;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await client.close();
  await running.close();
  rmSync(join(dataDir, 'database'), { recursive: true });
  expect(await rumboDb('restore', file)).toMatchObject({ code: 0, err: '' });
  expect(await rumboDb('check')).toMatchObject({ code: 0 });
  const again = await connect((await database()).uri);
  expect(
    await again
      .db()
      .collection('people')
      .countDocuments({ n: { $gte: 0 } }),
  ).toBe(300);
  expect(await again.db().collection('people').indexes()).toHaveLength(3);
  await expect(again.db().collection('people').insertOne({ mail: 'p5@x' })).rejects.toMatchObject({
    code: 11_000,
  });
  expect(await again.db().collection('fs.chunks').countDocuments()).toBe(3);
});

test('a backup overwrites nothing and leaves nothing half-done', async () => {
  const running = await database();
  await fill(running.uri, 10);
  const file = join(dataDir, 'backup.rumbo');
  writeFileSync(file, 'something else');
  expect(await rumboDb('backup', file)).toMatchObject({ code: 1 });
  expect(await rumboDb('backup', join(dataDir, 'no', 'folder'))).toMatchObject({ code: 1 });
  expect(statSync(file).size).toBe(14);
  expect(readdirSync(dataDir).sort()).toEqual(['backup.rumbo', 'database']);
});

test('restoring refuses live data, a running server and a damaged file', async () => {
  const running = await database();
  await fill(running.uri);
  const file = join(dataDir, 'backup.rumbo');
  await rumboDb('backup', file);
  expect(await rumboDb('restore', file, '--replace')).toMatchObject({
    code: 1,
    err: expect.stringContaining('Stop') as unknown,
  });
  await running.close();
  expect(await rumboDb('restore', file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('--replace') as unknown,
  });
  const damaged = join(dataDir, 'damaged.rumbo');
  writeFileSync(damaged, randomBytes(100_000));
  expect(await rumboDb('restore', damaged, '--replace')).toMatchObject({ code: 1 });
  truncateSync(file, 40_000);
  expect(await rumboDb('restore', file, '--replace')).toMatchObject({ code: 1 });
  const client = await connect((await database()).uri);
  expect(await client.db().collection('people').countDocuments()).toBe(300);
});

test('restoring over live data keeps the earlier data under another name', async () => {
  const running = await database();
  const client = await fill(running.uri, 10);
  const file = join(dataDir, 'backup.rumbo');
  await rumboDb('backup', file);
  await client.db().collection('people').deleteMany({});
  await client.close();
  await running.close();
  expect(await rumboDb('restore', file, '--replace')).toMatchObject({ code: 0 });
  const names = readdirSync(join(dataDir, 'database')).filter((name) => name.startsWith('data.mdb.before'));
  expect(names).toHaveLength(1);
  expect(await (await connect((await database()).uri)).db().collection('people').countDocuments()).toBe(10);
});

test('the address of the running database is printed, and without one a sentence', async () => {
  expect(await rumboDb('uri')).toMatchObject({ code: 1, out: '' });
  const running = await database();
  expect(await rumboDb('uri')).toEqual({ code: 0, out: running.uri, err: '' });
});

test('a check beside the running server finds no fault', async () => {
  const running = await database();
  const client = await fill(running.uri);
  const people = client.db().collection('people');
  const writing = Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      people.updateOne({ mail: `p${String(i)}@x` }, { $set: { mail: `q${String(i)}` } }),
    ),
  );
  expect(await rumboDb('check')).toMatchObject({
    code: 0,
    out: expect.stringContaining('people: 300 documents') as unknown,
  });
  await writing;
});

test('moving copies everything, goes on after a break, and compares both sides', async () => {
  const running = await database();
  const source = await fill(running.uri, 1200);
  const name = `rumbo_test_${randomBytes(6).toString('hex')}`;
  const to = (process.env.RUMBO_TEST_MONGODB_URI ?? '').replace(/(\/\/[^/]+)(\/[^?]*)?/, `$1/${name}`);
  const target = await connect(to);
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('Stop') as unknown,
  });
  // As if an earlier move had been cut off behind the first 500 people, in the midst of the next batch.
  const some = await source.db().collection('people').find({}, { promoteValues: false }).limit(700).toArray();
  await target.db().collection('people').insertMany(some);
  const marks = target.db().collection<{ _id: string; copied: number }>('rumbo_move');
  await marks.insertMany([
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
  expect(await target.db().collection('people').indexes()).toMatchObject([
    { name: '_id_' },
    { unique: true },
    { expireAfterSeconds: 3600 },
  ]);
  expect((await target.db().listCollections().toArray()).map((c) => c.name).sort()).toEqual([
    'fs.chunks',
    'fs.files',
    'people',
  ]);
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('not empty') as unknown,
  });
  await target.db().dropDatabase();
});

test('a move that finds a difference says so and begins anew', async () => {
  const running = await database();
  await (await fill(running.uri, 20)).close();
  await running.close();
  const name = `rumbo_test_${randomBytes(6).toString('hex')}`;
  const to = (process.env.RUMBO_TEST_MONGODB_URI ?? '').replace(/(\/\/[^/]+)(\/[^?]*)?/, `$1/${name}`);
  const target = await connect(to);
  await target.db().collection('people').insertOne({ mail: 'not ours' });
  await target.db().collection('rumbo_move').insertOne({ copied: 0 });
  expect(await rumboDb('move', '--to', to)).toMatchObject({
    code: 1,
    err: expect.stringContaining('people') as unknown,
  });
  expect(await rumboDb('move', '--to', to)).toMatchObject({ code: 0 });
  expect(await target.db().collection('people').countDocuments()).toBe(20);
  await target.db().dropDatabase();
});

test('a call that is wrong is told', async () => {
  await expect(rumboDb('backup')).rejects.toThrow('Name one file');
  await expect(rumboDb('move', '--to', 'http://x')).rejects.toThrow('mongodb://');
  expect(existsSync(join(dataDir, 'database'))).toBe(false);
});
