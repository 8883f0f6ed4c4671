/** Opening the embedded database's folder: who may, what is refused, and that nothing is overwritten. */
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import {
  DatabaseInUse,
  DataFileForeign,
  DataFileTorn,
  FolderNotWritable,
} from '../../server/database/embedded/index.ts';
import { ownEngines } from './engine.ts';

const { folder, open, connect } = ownEngines();

test('what was written is there after closing and opening again', async () => {
  const place = folder();
  const first = await open({ folder: place });
  const client = await connect(first.uri);
  await client.db().collection('c').insertOne({ a: 1 });
  await client
    .db()
    .collection('c')
    .createIndexes([{ key: { a: 1 }, unique: true }]);
  await client.close();
  await first.close();
  const again = await connect((await open({ folder: place })).uri);
  expect(await again.db().collection('c').countDocuments({ a: 1 })).toBe(1);
  await expect(again.db().collection('c').insertOne({ a: 1 })).rejects.toMatchObject({ code: 11_000 });
  expect(await again.db().command({ validate: 'c' })).toMatchObject({ valid: true, nrecords: 1 });
});

test('only this user can open the folder and the socket', async () => {
  const place = folder();
  const { uri } = await open({ folder: place });
  const socket = decodeURIComponent(/\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
  expect(statSync(place).mode & 0o777).toBe(0o700);
  expect(statSync(socket).mode & 0o777).toBe(0o600);
});

test('a second opening is told where the first one answers', async () => {
  const place = folder();
  const { uri } = await open({ folder: place });
  const second = open({ folder: place });
  await expect(second).rejects.toBeInstanceOf(DatabaseInUse);
  await expect(second).rejects.toMatchObject({ uri });
  expect(await (await connect(uri)).db().command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('of eight who open at once, one gets it', async () => {
  const place = folder();
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => open({ folder: place })));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.every(({ reason }) => reason instanceof DatabaseInUse)).toBe(true);
});

test('a folder with a long path works too', async () => {
  const place = join(folder(), 'a'.repeat(120));
  const client = await connect((await open({ folder: place })).uri);
  expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('a folder that is a file is refused in a sentence', async () => {
  const file = join(folder(), 'file');
  writeFileSync(file, 'text');
  await expect(open({ folder: file })).rejects.toBeInstanceOf(FolderNotWritable);
  expect(readFileSync(file, 'utf8')).toBe('text');
});

test.each([
  ['text', Buffer.from('this is no database\n'.repeat(1000))],
  ['noise', randomBytes(50_000)],
  ['zeros', Buffer.alloc(50_000)],
])('a foreign file is refused and left as it is: %s', async (_name, content) => {
  const place = folder();
  writeFileSync(join(place, 'data.mdb'), content);
  await expect(open({ folder: place })).rejects.toBeInstanceOf(DataFileForeign);
  expect(readFileSync(join(place, 'data.mdb'))).toEqual(content);
});

test('a file cut short is refused, wherever it was cut, and left as it is', async () => {
  const place = folder();
  const database = await open({ folder: place });
  const client = await connect(database.uri);
  await client
    .db()
    .collection('c')
    .insertMany(Array.from({ length: 300 }, (_, i) => ({ i, text: 'x'.repeat(1000) })));
  await client.close();
  await database.close();
  const whole = statSync(join(place, 'data.mdb')).size;
  for (const part of [0.001, 0.02, 0.5, 0.9]) {
    const copy = folder();
    cpSync(place, copy, { recursive: true });
    truncateSync(join(copy, 'data.mdb'), Math.floor(whole * part));
    const before = readFileSync(join(copy, 'data.mdb'));
    await expect(open({ folder: copy })).rejects.toBeInstanceOf(DataFileTorn);
    expect(readFileSync(join(copy, 'data.mdb'))).toEqual(before);
  }
});

test('marks and sockets of earlier owners do not pile up', async () => {
  const place = folder();
  mkdirSync(place, { recursive: true });
  for (let round = 0; round < 4; round++) await (await open({ folder: place })).close();
  expect(readdirSync(place).sort()).toEqual(['data.mdb', 'data.mdb-lock', 'owner.4']);
});

test('a copy of the folder, taken while it is open, is a database of its own', async () => {
  const [place, copy] = [folder(), folder()];
  const { uri } = await open({ folder: place });
  await (await connect(uri)).db().collection('c').insertOne({ a: 1 });
  cpSync(place, copy, { recursive: true, filter: (name) => !name.endsWith('.sock') });
  const second = await open({ folder: copy });
  expect(second.uri).not.toBe(uri);
  expect(await (await connect(second.uri)).db().collection('c').countDocuments()).toBe(1);
});
