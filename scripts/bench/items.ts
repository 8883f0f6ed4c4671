/**
 * Item analysis over 100,000 attempts, beside 100,000 progress documents: what the report costs, as a ratio to a
 * bare scan of the same collection in the same run, and what a learner's lesson page takes while it runs.
 * Run: npx tsx scripts/bench/items.ts [ATTEMPTS]
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Types } from 'mongoose';
import { createUser } from '../../server/accounts/index.ts';
import { buildApp } from '../../server/app.ts';
import { AttemptModel } from '../../server/assessment/index.ts';
import { analyseItems } from '../../server/assessment/items/analysis.ts';
import { drawAttempt, passes, scoreQuiz, type Response } from '../../server/assessment/scoring/index.ts';
import { attemptItems } from '../../server/assessment/timing.ts';
import { getModule, publishContent, type PublishedModule } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { ProgressModel } from '../../server/learning/index.ts';
import { projectRoot } from '../../server/root.ts';
import { makeLogger } from '../../server/web/log.ts';
import { firstAnswer } from '../demo/answers.ts';
import { get, signIn } from './visits.ts';

const MODULE = 'overview-1';
const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const ROUNDS = 5;
const [VISITS, APART] = [400, 25];
const password = 'una frase larga y segura';
const learner = { email: 'learner@example.org', password };
const trainer = { email: 'trainer@example.org', password };

if (process.argv[2] === 'serve') await serve(process.argv[3] ?? '', Number(process.argv[4]));
else await measure(Number(process.argv[2] ?? 100_000));

/** The web process with its database, filled; compares report and scan when asked. */
async function serve(dataDir: string, attempts: number): Promise<void> {
  const database = await connectDatabase({ mongodbUri: null, dataDir });
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  for (const role of ['learner', 'trainer'] as const) {
    const base = { name: 'Bench Ejemplo', language: 'es', country: 'GT', institution: 'Ejemplo' } as const;
    await createUser({ ...base, email: `${role}@example.org`, password, role });
  }
  const { module } = await getModule(MODULE);
  await fill(module, attempts);
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
  process.on('message', () => {
    void compare(module).then((times) => process.send?.(times));
  });
  process.send?.({ port: typeof address === 'object' ? address?.port : 0 });
}

/** Attempts as the product stores them, all of them first ones of one module's one revision: the worst case. */
async function fill(module: PublishedModule, attempts: number): Promise<void> {
  const { quiz } = module.content;
  const A_BATCH = 2_000;
  for (let at = 0; at < attempts; at += A_BATCH) {
    const people = Array.from({ length: Math.min(A_BATCH, attempts - at) }, (_, index) => at + index);
    const rows = people.map((person) => {
      const user = new Types.ObjectId();
      const drawn = drawAttempt(quiz, Math.random);
      const asked = quiz.questions.filter(({ id }) => drawn.some(({ question }) => question === id));
      const answers = asked.map((question) => [question.id, firstAnswer(person, question)] as const);
      const responses = Object.fromEntries(
        answers.flatMap(([id, { response }]): [string, Response][] =>
          response === null ? [] : [[id, response]],
        ),
      );
      const result = scoreQuiz(asked, responses);
      const spent = Object.fromEntries(answers.map(([id, { seconds }]) => [id, seconds * 1_000]));
      const [startedAt, submittedAt] = [
        new Date(1.79e12 + person * 1_000),
        new Date(1.79e12 + person * 1_000 + 6e5),
      ];
      const open = {
        _id: user,
        user,
        module: MODULE,
        revision: module.revision,
        drawn,
        responses,
        first: true,
      };
      const attempt = { ...open, spent, startedAt, savedAt: submittedAt, submittedAt, result: null };
      const progress = {
        ...{ user, module: MODULE, track: 'overview', revision: 1, begunOn: 1 },
        ...{ lessonsDone: module.content.lessons.map(({ id }) => id), lastLesson: null, lastAt: submittedAt },
        ...{ seconds: 2_400, quiz: { best: result.score }, finishedAt: null },
      };
      return {
        attempt: {
          ...attempt,
          result: { ...result, passed: passes(result.score, 0.7) },
          submitted: true,
          items: attemptItems(attempt, asked, responses, result, null),
        },
        progress,
      };
    });
    await AttemptModel.collection.insertMany(
      rows.map(({ attempt }) => ({ ...attempt, _id: new Types.ObjectId() })),
    );
    await ProgressModel.collection.insertMany(rows.map(({ progress }) => progress));
  }
}

interface Times {
  /** Milliseconds, the least of the rounds. */
  scan: number;
  report: number;
}

/** A scan that looks at one field of each attempt, and the whole report, in turns. */
async function compare(module: PublishedModule): Promise<Times> {
  const times: Times = { scan: Infinity, report: Infinity };
  const clock = async (name: keyof Times, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    times[name] = Math.min(times[name], performance.now() - start);
  };
  for (let round = 0; round < ROUNDS; round++) {
    await clock('scan', async () => {
      await AttemptModel.aggregate<unknown>([{ $group: { _id: null, sum: { $sum: '$revision' } } }]);
    });
    await clock('report', async () => await analyseItems(module));
  }
  return times;
}

async function measure(attempts: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-bench-'));
  const child = fork(fileURLToPath(import.meta.url), ['serve', folder, String(attempts)], {
    execArgv: ['--import', 'tsx'],
  });
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  child.send('compare');
  const [{ scan, report }] = (await once(child, 'message')) as [Times];
  console.log(`${attempts} first attempts of one revision, as many progress documents; least of ${ROUNDS}:`);
  console.log(`  bare scan   ${scan.toFixed(0)} ms`);
  console.log(`  report      ${report.toFixed(0)} ms = ${(report / scan).toFixed(2)} scans`);

  const [reader, asker] = await Promise.all([signIn(port, learner), signIn(port, trainer)]);
  await visits(port, reader, 100);
  for (let round = 1; round <= 3; round++) {
    const idle = await visits(port, reader, VISITS);
    const stop = { now: false };
    const reports = (async () => {
      let count = 0;
      for (; !stop.now; count++) {
        await get(port, `/es/trainer/modules/${MODULE}/questions`, { cookie: asker });
      }
      return count;
    })();
    const busy = await visits(port, reader, VISITS);
    stop.now = true;
    console.log(
      `  lesson page p50 ${idle.p50.toFixed(1)}, p99 ${idle.p99.toFixed(1)} ms idle; beside the report p50 ${busy.p50.toFixed(1)}, p99 ${busy.p99.toFixed(1)} ms (${await reports} reports)`,
    );
  }
  child.kill();
  await rm(folder, { recursive: true });
}

/** Lesson pages, forty a second, whatever the earlier ones take. */
async function visits(port: number, cookie: string, count: number): Promise<{ p50: number; p99: number }> {
  const times: Promise<number>[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    times.push(get(port, LESSON, { cookie }).then(() => performance.now() - start));
    await new Promise((resolve) => setTimeout(resolve, APART));
  }
  const sorted = (await Promise.all(times)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
