/** A lesson page while the database is idle, and while a slow report runs: `npx tsx scripts/bench/embedded-report.ts`. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rumbo-report-'));
const database = await openEmbeddedDatabase({ folder });
const client = await new mongo.MongoClient(database.uri).connect();
const progress = client
  .db()
  .collection<{ _id: number; user: number; module: string; seconds: number; text: string }>('progress');
await progress.createIndexes([{ key: { user: 1, module: 1 }, unique: true }]);
for (let at = 0; at < 200_000; at += 5000) {
  await progress.insertMany(
    Array.from({ length: 5000 }, (_, i) => ({
      _id: at + i,
      user: (at + i) >> 3,
      module: `m${i & 7}`,
      seconds: i,
      text: 'x'.repeat(200),
    })),
  );
}

/** Two reads, as a signed-in page makes, and 20 kB of HTML. */
const page = 'x'.repeat(20_000);
const server = createServer((_request, response) => {
  const user = Math.floor(Math.random() * 25_000);
  void Promise.all([progress.findOne({ _id: user }), progress.findOne({ user, module: 'm3' })]).then(() =>
    response.end(page),
  );
}).listen(0);
await once(server, 'listening');
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
const { port } = server.address() as AddressInfo;

async function visit(): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    get({ port, agent }, (response) => response.resume().once('end', resolve)).once('error', reject);
  });
  return performance.now() - start;
}

/** The 99th percentile of visits, forty a second, in milliseconds. */
async function p99(visits: number): Promise<number> {
  const times: Promise<number>[] = [];
  for (let i = 0; i < visits; i++) {
    times.push(visit());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)] ?? NaN;
}

const pipeline = [
  { $match: { text: /x$/ } },
  { $group: { _id: '$module', mean: { $avg: '$seconds' }, users: { $addToSet: '$user' } } },
  { $project: { mean: 1, users: { $size: '$users' } } },
];
await p99(100);
for (let round = 1; round <= 3; round++) {
  const idle = await p99(400);
  const stop = { now: false };
  const reports = (async () => {
    let count = 0;
    for (; !stop.now; count++) await progress.aggregate(pipeline).toArray();
    return count;
  })();
  const busy = await p99(400);
  stop.now = true;
  console.log(
    `p99 of a lesson page: ${idle.toFixed(1)} ms idle, ${busy.toFixed(1)} ms beside a report (${(busy / idle).toFixed(2)} times; ${await reports} reports)`,
  );
}
agent.destroy();
server.close();
await client.close();
await database.close();
rmSync(folder, { recursive: true });
