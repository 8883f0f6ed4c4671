/** A lesson page while the database is idle, and while a slow report runs: `npx tsx scripts/bench/embedded-report.ts`. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { createUser } from '../../server/accounts/index.ts';
import { buildApp } from '../../server/app.ts';
import { publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';
import { makeLogger } from '../../server/web/log.ts';

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const PERSON = { email: 'bench@example.org', password: 'una frase larga y segura' };

const dataDir = mkdtempSync(join(tmpdir(), 'rumbo-report-'));
const database = await connectDatabase({ mongodbUri: null, dataDir });
await publishContent(await loadContent(join(projectRoot, 'modules-content')));
const about = {
  name: 'Bench',
  language: 'es',
  country: 'GT',
  institution: 'Bench',
  role: 'learner',
} as const;
await createUser({ ...PERSON, ...about });
const app = buildApp({
  database,
  logger: makeLogger('silent'),
  sessionSecret: 'x'.repeat(32),
  baseUrl: 'http://localhost',
  trustProxy: 0,
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;

const rows = mongoose.connection.collection<{ _id: number }>('bench');
for (let at = 0; at < 200_000; at += 5000) {
  await rows.insertMany(
    Array.from({ length: 5000 }, (_, i) => ({
      _id: at + i,
      user: (at + i) >> 3,
      module: `m${i & 7}`,
      seconds: i,
      text: 'x'.repeat(200),
    })),
  );
}
const report = [
  { $match: { text: /x$/ } },
  { $group: { _id: '$module', mean: { $avg: '$seconds' }, users: { $addToSet: '$user' } } },
  { $project: { mean: 1, users: { $size: '$users' } } },
];

let cookie = '';
/** Sends a form, or asks for a page, and keeps the session's cookie. */
async function ask(path: string, fields?: Record<string, string>): Promise<string> {
  const body = fields ? { method: 'POST', body: new URLSearchParams(fields) } : {};
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    ...body,
    headers: { cookie },
    redirect: 'manual',
  });
  cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
  return await answer.text();
}
const token = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
await ask('/es/sign-in', { csrf: token(await ask('/es/sign-in')), next: '', ...PERSON });
await ask('/es/tracks/overview/enrol', { csrf: token(await ask('/es/tracks/overview')) });

const agent = new Agent({ keepAlive: true, maxSockets: 4 });
async function visit(): Promise<number> {
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: LESSON, agent, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`The lesson answers ${response.statusCode}.`));
      response.resume().once('end', resolve);
    }).once('error', reject);
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

await p99(200);
for (let round = 1; round <= 3; round++) {
  const idle = await p99(400);
  const stop = { now: false };
  const reports = (async () => {
    let count = 0;
    for (; !stop.now; count++) await rows.aggregate(report).toArray();
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
await database.close();
rmSync(dataDir, { recursive: true });
