/** Opening the embedded database's folder: who may, what is refused, and that nothing is overwritten. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import {
  DatabaseInUse,
  DataFileForeign,
  DataFileTorn,
  FolderNotWritable,
} from '../../server/database/embedded/index.ts';
import { inspectDataFile } from '../../server/database/embedded/storage/data-file.ts';
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

test('a folder that this user may only read is refused in a sentence, and left as it is', async () => {
  const place = folder();
  chmodSync(place, 0o555);
  // To root no folder is read-only: then it is tried as another user.
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const script = join(import.meta.dirname, 'crash-server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', script, place], {
    ...user,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(await text(server.stderr)).toContain('cannot be written by this user');
  expect(readdirSync(place)).toEqual([]);
  expect(statSync(place).mode & 0o777).toBe(0o555);
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
  const database = await open({ folder: place, durable: false });
  const things = (await connect(database.uri)).db().collection('c');
  // One by one, so that the pages lie in no order; some are too large for a page.
  for (let i = 0; i < 150; i++) await things.insertOne({ i, text: 'x'.repeat(i % 7 === 0 ? 20_000 : 1000) });
  await database.close();
  const file = join(place, 'data.mdb');
  const whole = readFileSync(file);
  // Three quarters cannot hold the documents, wherever they lie. Every other cut goes through the middle of a page.
  const cut = join(folder(), 'data.mdb');
  for (let size = 1; size < 0.75 * whole.length; size += 6144) {
    writeFileSync(cut, whole.subarray(0, size));
    expect([size, inspectDataFile(cut)]).toEqual([size, 'torn']);
  }
  await expect(open({ folder: dirname(cut) })).rejects.toBeInstanceOf(DataFileTorn);
  expect(readFileSync(cut)).toEqual(whole.subarray(0, statSync(cut).size));
});

test('a file that ends early, where nothing is kept any more, opens with all that is kept', async () => {
  const place = folder();
  const database = await open({ folder: place, durable: false });
  const things = (await connect(database.uri)).db().collection<{ _id: number }>('c');
  await things.insertMany([{ _id: 1 }, { _id: 2, ...{ text: 'x'.repeat(100_000) } }]);
  await things.deleteOne({ _id: 2 });
  // Each change takes pages that were freed, the first ones first: what is kept leaves the end of the file.
  for (let n = 0; n < 8; n++) await things.updateOne({ _id: 1 }, { $set: { n } });
  await database.close();
  const file = join(place, 'data.mdb');
  truncateSync(file, statSync(file).size - 10_000);
  expect(inspectDataFile(file)).toBe('good');
  const db = (await connect((await open({ folder: place })).uri)).db();
  await db.collection('c').insertMany(Array.from({ length: 50 }, (_, i) => ({ i, text: 'y'.repeat(9000) })));
  expect(await db.command({ validate: 'c' })).toMatchObject({ valid: true, nrecords: 51 });
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
