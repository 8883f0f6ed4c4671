/** `npx rumbo db …`: back up, lose the disk, restore; check; look into it. Moving has a file of its own. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { operatorsTools } from './tools.ts';

const { place, database, connect, rumboDb, fill } = operatorsTools();

test('back up beside the running server, lose the disk, restore', async () => {
  const running = await database();
  const client = await fill(running.uri);
  const file = place('backup.rumbo');
  const writing = client
    .db()
    .collection('people')
    .insertMany(Array.from({ length: 200 }, (_, i) => ({ mail: `late${String(i)}` })));
  expect(await rumboDb('backup', file)).toMatchObject({ code: 0, err: '' });
  await writing;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await client.close();
  await running.close();
  rmSync(place('database'), { recursive: true });
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
  const file = place('backup.rumbo');
  writeFileSync(file, 'something else');
  expect(await rumboDb('backup', file)).toMatchObject({ code: 1 });
  expect(await rumboDb('backup', place('no', 'folder'))).toMatchObject({ code: 1 });
  expect(statSync(file).size).toBe(14);
  expect(readdirSync(place()).sort()).toEqual(['backup.rumbo', 'database']);
});

test('restoring refuses live data, a running server and a damaged file', async () => {
  const running = await database();
  await fill(running.uri);
  const file = place('backup.rumbo');
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
  const damaged = place('damaged.rumbo');
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
  const file = place('backup.rumbo');
  await rumboDb('backup', file);
  await client.db().collection('people').deleteMany({});
  await client.close();
  await running.close();
  expect(await rumboDb('restore', file, '--replace')).toMatchObject({ code: 0 });
  const names = readdirSync(place('database')).filter((name) => name.startsWith('data.mdb.before'));
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

test('a call that is wrong is told', async () => {
  await expect(rumboDb('backup')).rejects.toThrow('Name one file');
  await expect(rumboDb('move', '--to', 'http://x')).rejects.toThrow('mongodb://');
  expect(existsSync(place('database'))).toBe(false);
});

test('a server that does not answer is told, without the password in its address', async () => {
  await (await database()).close();
  const to = 'mongodb://user:secret@127.0.0.1:1/rumbo?serverSelectionTimeoutMS=50';
  const { code, err } = await rumboDb('move', '--to', to);
  expect({ code, err }).toMatchObject({ code: 1, err: expect.stringContaining('127.0.0.1:1') as unknown });
  expect(err).not.toContain('secret');
});
