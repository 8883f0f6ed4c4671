/** What grows and what does not: `npx tsx scripts/bench/embedded-bounds.ts`. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo } from 'mongoose';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rumbo-bounds-'));
const database = await openEmbeddedDatabase({ folder });
const client = await new mongo.MongoClient(database.uri).connect();
const db = client.db();
const fileMB = (): number => statSync(join(folder, 'data.mdb')).size / 1e6;

/** Memory of this process's own; pages of the data file, which the system takes back at need, are not counted. */
function ownMB(): number {
  const anonymous = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return Number(anonymous ?? process.memoryUsage().rss / 1024) / 1024;
}

async function rewrites(): Promise<void> {
  const things = db.collection<{ _id: number; n: number; text: string }>('rewritten');
  await things.insertMany(Array.from({ length: 5000 }, (_, i) => ({ _id: i, n: 0, text: 'x'.repeat(1000) })));
  await things.createIndexes([{ key: { n: 1 } }]);
  const cursor = things.find().batchSize(5);
  await cursor.next();
  const sizes = [fileMB()];
  for (let round = 1; round <= 30; round++) {
    await things.updateMany({}, { $set: { n: round, text: String(round % 10).repeat(1000) } });
    sizes.push(fileMB());
  }
  const shown = [0, 1, 2, 5, 10, 20, 30].map((round) => `${round}: ${(sizes[round] ?? 0).toFixed(1)}`);
  console.log(
    `file in MB after so many rewrites of 5,000 documents, a cursor left open: ${shown.join(', ')}`,
  );
  await cursor.close();
}

async function largeFiles(): Promise<void> {
  const bucket = new mongo.GridFSBucket(db);
  const block = randomBytes(1_000_000);
  const before = ownMB();
  let most = 0;
  const look = setInterval(() => (most = Math.max(most, ownMB())), 50);
  for (let file = 0; file < 6; file++) {
    const upload = bucket.openUploadStream(`file${file}`);
    await pipeline(Readable.from(Array.from({ length: 100 }, () => block)), upload);
    await pipeline(
      bucket.openDownloadStream(upload.id),
      new Writable({ write: (_chunk, _encoding, done) => done() }),
    );
  }
  clearInterval(look);
  console.log(
    `600 MB through GridFS, up and down: memory of its own ${before.toFixed(0)} MB before, ${most.toFixed(0)} MB at most`,
  );
  for await (const { _id } of bucket.find()) await bucket.delete(_id);
}

async function manyDocuments(): Promise<void> {
  const rows = db.collection<{ _id: number; user: number; module: string; at: Date; score: number }>('rows');
  await rows.createIndexes([
    { key: { user: 1, module: 1 }, unique: true },
    { key: { at: -1 } },
    { key: { module: 1, score: -1 } },
  ]);
  const [before, size, start] = [ownMB(), fileMB(), performance.now()];
  for (let at = 0; at < 400_000; at += 4000) {
    await rows.insertMany(
      Array.from({ length: 4000 }, (_, i) => ({
        _id: at + i,
        user: (at + i) >> 3,
        module: `m${i & 7}`,
        at: new Date(at * 1000 + i),
        score: (i * 7919) % 101,
      })),
    );
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `400,000 documents with three indexes: ${seconds.toFixed(0)} s, file ${size.toFixed(0)} to ${fileMB().toFixed(0)} MB, memory of its own ${before.toFixed(0)} to ${ownMB().toFixed(0)} MB`,
  );
  const report = performance.now();
  const groups = await rows
    .aggregate([{ $group: { _id: '$module', mean: { $avg: '$score' }, users: { $sum: 1 } } }])
    .toArray();
  console.log(
    `a report over all of them, ${groups.length} groups: ${((performance.now() - report) / 1000).toFixed(1)} s`,
  );
  const dropping = performance.now();
  await rows.drop();
  await db.collection('next').insertOne({ a: 1 });
  console.log(
    `dropping them: ${(performance.now() - dropping).toFixed(0)} ms until the next write is answered`,
  );
}

await rewrites();
await largeFiles();
await manyDocuments();
await client.close();
await database.close();
rmSync(folder, { recursive: true });
