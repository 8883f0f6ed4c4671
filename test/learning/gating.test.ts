/** Modules that wait for others (`needs` in tracks.yaml), what a new revision adds, and time spent. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { UserModel } from '../../server/accounts/user.model.ts';
import { forgetCatalogue, getModule, publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { markLessonDone, ProgressModel, recordQuizResult } from '../../server/learning/index.ts';
import { countBeat } from '../../server/learning/time.ts';
import { projectRoot } from '../../server/root.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const MODULE = 'overview/country-results-framework';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let folder: string;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rumbo-content-'));
  await cp(join(projectRoot, 'modules-content'), folder, { recursive: true });
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

const publish = async () => {
  const content = await loadContent(folder);
  await publishContent(content);
  forgetCatalogue();
  return content;
};
const edit = async (file: string, change: (text: string) => string) =>
  await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')));

async function enrolled(email: string): Promise<{ learner: Visitor; user: string }> {
  const learner = await rumbo.person('learner', email);
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  await learner.get('/es/modules/overview-1/lessons/two-separate-conversations');
  const user = await UserModel.findOne({ email }).lean();
  return { learner, user: String(user?._id) };
}

test('a module that needs another stays locked on every route, says why, and opens when that one is finished', async () => {
  await edit('tracks.yaml', (text) =>
    text.replace(/(modules: \[overview-1.*\])/, '$1\n  needs:\n    overview-2: [overview-1]'),
  );
  await publish();
  const { learner, user } = await enrolled('rosa@example.org');
  const inside = [
    '/es/modules/overview-2/lessons/the-results-chain',
    '/es/modules/overview-2/quiz',
    '/en/modules/overview-2/quiz',
  ];
  for (const path of inside) expect(await learner.get(path)).toMatchObject({ status: 403 });
  for (const action of [
    '/es/modules/overview-2/lessons/the-results-chain/done',
    '/es/modules/overview-2/quiz/start',
    '/es/modules/overview-2/time',
  ]) {
    expect(await learner.post('/es/account', action, {})).toMatchObject({ status: 403 });
  }
  const [first, page] = [await getModule('overview-1'), await learner.get('/es/modules/overview-2')];
  expect(page.text).toContain(`Se abre al terminar «${first.module.content.title.es}».`);
  expect(page.text).not.toContain('/es/modules/overview-2/quiz"');

  const place = { track: 'overview', module: first.module };
  for (const { id } of first.module.content.lessons) await markLessonDone(user, { ...place, lesson: id });
  await recordQuizResult(user, place, { score: 1, passed: true, at: new Date() });
  for (const path of inside) expect(await learner.get(path)).toMatchObject({ status: 200 });
});

test('a need that stands later in the list, or that is unknown, is an error of tracks.yaml', async () => {
  await edit('tracks.yaml', (text) =>
    text.replace(
      /(modules: \[overview-1.*\])/,
      '$1\n  needs: { overview-1: [overview-2], overview-3: [nobody] }',
    ),
  );
  const { findings } = await loadContent(folder);
  expect(findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual([
    expect.stringContaining('overview-1 needs overview-2'),
    expect.stringContaining('overview-3 needs nobody'),
  ]);
});

test('a lesson that came with a new revision is marked as new, and what was finished stays finished', async () => {
  await publish();
  const { learner, user } = await enrolled('marta@example.org');
  const { module } = await getModule('overview-2');
  const place = { track: 'overview', module };
  for (const { id } of module.content.lessons) await markLessonDone(user, { ...place, lesson: id });
  await recordQuizResult(user, place, { score: 1, passed: true, at: new Date() });
  expect((await learner.get('/es/modules/overview-2')).text).not.toContain('class="new"');

  for (const language of ['es', 'en']) {
    const text = await readFile(join(folder, MODULE, language, '02-the-results-chain.md'), 'utf8');
    await writeFile(
      join(folder, MODULE, language, '09-one-more.md'),
      text.replace(/\{#(check-)?/g, '{#$1more-').replace(/\{\{[^}]+\}\}/g, ''),
    );
  }
  expect((await publish()).failed).toEqual([]);
  const page = (await learner.get('/es/modules/overview-2')).text;
  expect(page.match(/class="new"/g)).toHaveLength(1);
  expect(page).toContain('Usted terminó este módulo.');
  expect((await learner.get('/es/tracks/overview')).text).toContain('Una lección nueva desde que empezó');
  const { learner: later } = await enrolled('nora@example.org');
  await later.get('/es/modules/overview-2/lessons/the-results-chain');
  expect((await later.get('/es/modules/overview-2')).text).not.toContain('class="new"');
});

test('time spent is what the server’s clock says, however often and from however many tabs it is reported', async () => {
  const user = new Types.ObjectId().toString();
  const { module } = await getModule('overview-1');
  await markLessonDone(user, { track: 'overview', module, lesson: 'two-separate-conversations' });
  const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12) + seconds * 1_000);
  await Promise.all(Array.from({ length: 50 }, () => countBeat(user, module.id, at(0))));
  for (const seconds of [5, 29, 30, 31, 59, 61, 4_000]) await countBeat(user, module.id, at(seconds));
  const progress = await ProgressModel.findOne({ user, module: module.id }).lean();
  expect(progress?.seconds).toBe(4 * 30);
});

test('the browser says no number of seconds', async () => {
  const { learner, user } = await enrolled('olga@example.org');
  const action = '/es/modules/overview-1/time';
  const answer = await learner.post('/es/account', action, { seconds: '86400', score: '1' });
  expect(answer.status).toBe(204);
  const progress = await ProgressModel.findOne({ user, module: 'overview-1' }).lean();
  expect(progress).toMatchObject({ seconds: 30, quiz: { best: null } });
});
