/**
 * What a signed-in lesson page costs: CPU of the web process over a bare Express “hello”, the two interleaved in
 * one run; its database calls; and the bytes of a first visit. Run: npx tsx scripts/bench/lesson.ts
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express from 'express';
import mongoose from 'mongoose';
import { createUser } from '../../server/accounts/index.ts';
import { buildApp } from '../../server/app.ts';
import { publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';
import { makeLogger } from '../../server/web/log.ts';
import { get, signIn } from './visits.ts';

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const [ROUNDS, BATCH] = [12, 200];
const person = { email: 'bench@example.org', password: 'una frase larga y segura' };

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '');
else await measure();

/** The web process: the platform and a bare “hello” on two ports; tells its CPU time when asked. */
async function serve(uri: string): Promise<void> {
  let calls = 0;
  const database = await connectDatabase({ mongodbUri: uri, dataDir: '' });
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  const base = {
    name: 'Bench Ejemplo',
    language: 'es',
    country: 'GT',
    institution: 'Ejemplo',
    role: 'learner',
  } as const;
  await createUser({ ...person, ...base });
  const client = mongoose.connection.getClient() as unknown as {
    on(name: string, listener: () => void): void;
  };
  client.on('connectionCheckedOut', () => calls++);
  const options = {
    database,
    logger: makeLogger('silent'),
    sessionSecret: 'x'.repeat(32),
    baseUrl: 'http://localhost',
    trustProxy: 0,
  };
  const hello = express().get('/', (_req, res) => void res.send('hello'));
  const ports = await Promise.all(
    [hello, buildApp(options)].map(async (app) => {
      const server = app.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' ? (address?.port ?? 0) : 0;
    }),
  );
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.({ cpu: user + system, calls });
  });
  process.send?.({ ports });
}

interface Usage {
  cpu: number;
  calls: number;
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-bench-'));
  const engine = await openEmbeddedDatabase({ folder, durable: false });
  const child = fork(fileURLToPath(import.meta.url), ['serve', engine.uri], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ ports }] = (await once(child, 'message')) as [{ ports: [number, number] }];
  const [hello, rumbo] = ports;
  const cookie = await signIn(rumbo, person);

  const lesson = async (headers = {}) => await get(rumbo, LESSON, { cookie, ...headers });
  await batch(async () => await get(hello, '/'));
  await batch(lesson);
  const costs = { hello: [] as number[], plain: [] as number[], gzip: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    costs.hello.push(await cost(child, async () => await get(hello, '/')));
    costs.plain.push(await cost(child, lesson));
    costs.gzip.push(await cost(child, async () => await lesson({ 'accept-encoding': 'gzip' })));
  }
  const before = await usage(child);
  await batch(lesson);
  const calls = ((await usage(child)).calls - before.calls) / BATCH;
  const least = (all: number[]) => Math.min(...all);
  const html = await lesson({ 'accept-encoding': 'gzip' });
  const css = /\/static\/rumbo\.[^"]+css/.exec((await lesson()).text)?.[0] ?? '';
  const sheet = await get(rumbo, css, { 'accept-encoding': 'br' });

  console.log(`CPU a request, least of ${ROUNDS} rounds of ${BATCH}, microseconds:`);
  console.log(`  bare Express hello      ${least(costs.hello).toFixed(0)}`);
  console.log(
    `  lesson, not compressed  ${least(costs.plain).toFixed(0)}  = ${(least(costs.plain) / least(costs.hello)).toFixed(2)} times`,
  );
  console.log(
    `  lesson, gzip            ${least(costs.gzip).toFixed(0)}  = ${(least(costs.gzip) / least(costs.hello)).toFixed(2)} times`,
  );
  console.log(`Database calls a lesson page: ${calls.toFixed(2)}`);
  console.log(
    `Bytes of a first visit without images: page ${html.bytes} + sheet ${sheet.bytes} = ${html.bytes + sheet.bytes}`,
  );
  child.kill();
  await engine.close();
  await rm(folder, { recursive: true });
}

async function batch(once: () => Promise<unknown>): Promise<void> {
  for (let i = 0; i < BATCH; i++) await once();
}

/** Microseconds of CPU a request, of the web process alone. */
async function cost(child: ChildProcess, once: () => Promise<unknown>): Promise<number> {
  const before = await usage(child);
  await batch(once);
  return ((await usage(child)).cpu - before.cpu) / BATCH;
}

async function usage(child: ChildProcess): Promise<Usage> {
  child.send('usage');
  const [answer] = (await once(child, 'message')) as [Usage];
  return answer;
}
