/**
 * How long a learner waits for a lesson's page while drafts are checked without a pause: each time the page of a
 * draft is opened on a version that nobody has checked. By the clock, first without checks, then beside them.
 * Run, after a build: npx tsx scripts/bench/checking.ts
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createUser } from '../../server/accounts/index.ts';
import { buildApp } from '../../server/app.ts';
import { getDraft, openDraft, textOf } from '../../server/authoring/drafts.ts';
import { saveText } from '../../server/authoring/saving.ts';
import { publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { paths } from '../../server/paths.ts';
import { projectRoot } from '../../server/root.ts';
import { makeLogger } from '../../server/web/log.ts';
import { get, signIn } from './visits.ts';

const MODULES = ['overview-1', 'overview-2', 'overview-3', 'overview-4'];
const TEXT = 'es/quiz.md';
const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const [SECONDS, PAUSE_MS] = [30, 10];
const password = 'una frase larga y segura';
const writer = { id: '0'.repeat(24), name: 'Bench Ejemplo' };

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '');
else await measure();

/** The platform; a message with a module's id changes a text of its draft. */
async function serve(uri: string): Promise<void> {
  const database = await connectDatabase({ mongodbUri: uri, dataDir: '' });
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  for (const role of ['learner', 'trainer'] as const)
    await createUser({
      email: `${role}@example.org`,
      name: 'Bench Ejemplo',
      password,
      language: 'es',
      country: 'GT',
      institution: 'Ejemplo',
      role,
    });
  for (const module of MODULES) await openDraft(module, writer);
  const app = buildApp({
    database,
    logger: makeLogger('silent'),
    sessionSecret: 'x'.repeat(32),
    baseUrl: 'http://localhost',
    trustProxy: 0,
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  process.on('message', (module: string) => {
    void change(module).then(() => process.send?.({ changed: module }));
  });
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
}

async function change(module: string): Promise<void> {
  const { text, version } = textOf(await getDraft(module), TEXT);
  await saveText(module, TEXT, { text: `${text.trimEnd()} a\n`, base: version }, writer);
}

async function measure(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-bench-'));
  const engine = await openEmbeddedDatabase({ folder, durable: false });
  const child = fork(fileURLToPath(import.meta.url), ['serve', engine.uri], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  const learner = await signIn(port, { email: 'learner@example.org', password });
  const trainer = await signIn(port, { email: 'trainer@example.org', password });
  let isOver = false;
  let checks = 0;

  const read = async (milliseconds: number): Promise<number[]> => {
    const waits: number[] = [];
    for (const end = performance.now() + milliseconds; performance.now() < end;) {
      const began = performance.now();
      await get(port, LESSON, { cookie: learner });
      waits.push(performance.now() - began);
      await setTimeout(PAUSE_MS);
    }
    return waits;
  };
  const checkOn = async (): Promise<void> => {
    for (; !isOver; checks += 1) {
      const module = MODULES[checks % MODULES.length] ?? '';
      child.send(module);
      await once(child, 'message');
      await get(port, paths.draft({ lang: 'es', module }), { cookie: trainer });
    }
  };

  await read(2_000);
  tell('without checks', await read(SECONDS * 1_000));
  const checking = checkOn();
  await read(5_000);
  checks = 0;
  tell('beside checks', await read(SECONDS * 1_000));
  console.log(`${(checks / SECONDS).toFixed(1)} checks a second`);
  isOver = true;
  await checking;
  child.kill();
  await engine.close();
  await rm(folder, { recursive: true });
}

function tell(name: string, waits: readonly number[]): void {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  console.log(
    `lesson ${name}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${String(waits.length)} pages`,
  );
}
