/** What a client may do wrong: it gets an error or a closed socket, and everyone else is served on. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect as connectSocket, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { mongo } from 'mongoose';
import { ownEngines } from './engine.ts';
import { refusalOf } from './support.ts';

const { folder, open, connect } = ownEngines();
const socketOf = (uri: string): string => decodeURIComponent(/\/\/([^/]+)\//.exec(uri)?.[1] ?? '');

function header(length: number, opCode: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

/** Sends bytes and waits until the server closes the socket. */
async function sendAndBeClosed(path: string, bytes: Buffer): Promise<void> {
  const socket = connectSocket(path);
  socket.on('error', () => undefined);
  socket.resume();
  await new Promise<void>((resolve) => {
    socket.once('close', () => {
      resolve();
    });
    socket.write(bytes);
  });
}

test('bytes that are not the protocol close their socket and nothing else', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const client = await connect(uri);
  const document = Buffer.from(mongo.BSON.serialize({ ping: 1, $db: 'x' }));
  const bad = [
    Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    header(0, 2013),
    header(2_000_000_000, 2013),
    Buffer.concat([header(16 + 5, 9999), Buffer.alloc(5)]),
    Buffer.concat([header(16 + 5 + document.length, 2012), Buffer.alloc(5), document]),
    Buffer.concat([header(16 + 5 + 4, 2013), Buffer.alloc(5), Buffer.from([255, 255, 255, 127])]),
    Buffer.concat([header(16 + 5 + document.length, 2013), Buffer.from([0xfc, 0xff, 0, 0, 0]), document]),
  ];
  for (const bytes of bad) await sendAndBeClosed(socketOf(uri), bytes);
  expect(await client.db().command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('a document nested 200 levels deep, or 100,000, is refused', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const things = (await connect(uri)).db().collection('c');
  const nested = (levels: number): mongo.Document =>
    Array.from({ length: levels }).reduce<mongo.Document>((inner) => ({ a: inner }), { a: 1 });
  await things.insertOne(nested(150));
  expect((await refusalOf(things.insertOne(nested(200)))).code).toBe(15);
  // By hand: the driver cannot write such a document. Each level is a length, the type, a name and an end.
  let bytes = Buffer.from([5, 0, 0, 0, 0]);
  const levels: Buffer[] = [];
  for (let i = 0; i < 100_000; i++) {
    const length = Buffer.alloc(4);
    length.writeInt32LE(5 + (i + 1) * 8);
    levels.push(Buffer.concat([length, Buffer.from([3, 97, 0])]));
  }
  bytes = Buffer.concat([...levels.reverse(), bytes, Buffer.alloc(100_000)]);
  await sendAndBeClosed(
    socketOf(uri),
    Buffer.concat([header(16 + 5 + bytes.length, 2013), Buffer.alloc(5), bytes]),
  );
  expect(await things.countDocuments()).toBe(1);
});

test('a document over 16 MiB is refused, by the driver or by the server', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const client = await connect(uri);
  const large = { a: 'x'.repeat(17_000_000) };
  await expect(client.db().collection('c').insertOne(large)).rejects.toThrow();
  const document = Buffer.from(mongo.BSON.serialize(large));
  const command = Buffer.from(mongo.BSON.serialize({ insert: 'c', $db: 'rumbo' }));
  const sequence = Buffer.concat([Buffer.alloc(4), Buffer.from('documents\0'), document]);
  sequence.writeInt32LE(sequence.length, 0);
  const body = Buffer.concat([Buffer.alloc(4), Buffer.from([0]), command, Buffer.from([1]), sequence]);
  const socket = connectSocket(socketOf(uri));
  socket.write(Buffer.concat([header(16 + body.length, 2013), body]));
  const answer = await new Promise<Buffer>((resolve) => socket.once('data', resolve));
  socket.destroy();
  expect(mongo.BSON.deserialize(answer.subarray(21))).toMatchObject({
    n: 0,
    writeErrors: [{ code: 10_334 }],
  });
});

test.each([
  ['a NUL in a field name', { ['a\0b']: 1 }],
  ['a NUL in the path of an update', { $set: { ['a\0b']: 1 } }],
])('%s is refused', async (_what, update) => {
  const { uri } = await open({ folder: folder(), durable: false });
  const things = (await connect(uri)).db().collection('c');
  await expect(
    '$set' in update ? things.updateOne({}, update, { upsert: true }) : things.insertOne(update),
  ).rejects.toThrow();
  expect(await things.countDocuments()).toBe(0);
});

test('names that JavaScript gives a meaning are refused and change no object', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const things = (await connect(uri)).db().collection('c');
  await things.insertOne({ a: {} });
  expect((await refusalOf(things.updateOne({}, { $set: { '__proto__.x': 1 } }))).code).toBe(2);
  expect((await refusalOf(things.updateOne({}, { $set: { 'a.__proto__.x': 1 } }))).code).toBe(2);
  await things.updateOne({}, { $set: { 'constructor.prototype.x': 1 } });
  expect(await things.countDocuments({ x: 1 })).toBe(0);
  expect(await things.countDocuments({ toString: { $exists: true } })).toBe(0);
});

test('a client that stops in the middle of a message holds up nobody', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const sockets: Socket[] = [];
  for (let i = 0; i < 20; i++) {
    const socket = connectSocket(socketOf(uri));
    socket.on('error', () => undefined);
    socket.write(Buffer.concat([header(1_000_000, 2013), Buffer.alloc(500)]));
    sockets.push(socket);
  }
  await wait(50);
  expect(await (await connect(uri)).db().command({ ping: 1 })).toMatchObject({ ok: 1 });
  for (const socket of sockets) socket.destroy();
});

test('a thousand connections are served', async () => {
  const { uri } = await open({ folder: folder(), durable: false });
  const body = Buffer.concat([Buffer.alloc(5), mongo.BSON.serialize({ ping: 1, $db: 'admin' })]);
  const message = Buffer.concat([header(16 + body.length, 2013), body]);
  const answers = await Promise.all(
    Array.from({ length: 1000 }, async () => {
      const socket = connectSocket(socketOf(uri));
      socket.write(message);
      const answer = await new Promise<Buffer>((resolve, reject) =>
        socket.once('data', resolve).once('error', reject),
      );
      return { socket, ok: mongo.BSON.deserialize(answer.subarray(21)).ok as unknown };
    }),
  );
  expect(answers.every(({ ok }) => ok === 1)).toBe(true);
  for (const { socket } of answers) socket.destroy();
  const admin = (await connect(uri)).db('admin');
  const current = async (): Promise<number> =>
    ((await admin.command({ serverStatus: 1 })).connections as { current: number }).current;
  // Nothing is kept of those who have gone.
  while ((await current()) > 100);
});

test('a full disk refuses writes, keeps what was acknowledged, and lets reads go on', async () => {
  const place = folder();
  const script = join(import.meta.dirname, 'crash-server.ts');
  // No file of the process may grow beyond 2,000 blocks of 1,024 bytes: to a database, that is a full disk.
  const command = `ulimit -f 2000; exec "${process.execPath}" --import tsx "${script}" "${place}"`;
  const server = spawn('bash', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [uri] = (await once(createInterface({ input: server.stdout }), 'line')) as [string];
  const things = (await connect(uri)).db().collection('c');
  let acknowledged = 0;
  const fill = async (): Promise<void> => {
    for (; acknowledged < 1000; acknowledged++)
      await things.insertOne({ n: acknowledged, text: 'x'.repeat(10_000) });
  };
  expect((await refusalOf(fill())).code).toBe(14_031);
  expect((await refusalOf(things.deleteMany({}))).code).toBe(14_031);
  expect(await things.countDocuments({ text: /x/ })).toBe(acknowledged);
  server.kill('SIGKILL');
  await once(server, 'exit');
  const again = (await connect((await open({ folder: place })).uri)).db();
  expect(await again.command({ validate: 'c' })).toMatchObject({ valid: true, nrecords: acknowledged });
  await again.collection('c').insertOne({ n: -1 });
});
