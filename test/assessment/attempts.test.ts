import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { AttemptModel, findOpenAttempt, startAttempt, submitAttempt } from '../../server/assessment/index.ts';
import type { Response } from '../../server/assessment/scoring/index.ts';
import { getModule } from '../../server/catalogue/index.ts';
import { progressOf } from '../../server/learning/index.ts';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => await rumbo.stop());

const fifty = Array.from({ length: 50 });
const newLearner = () => new Types.ObjectId().toString();

test('fifty clicks on “begin” begin one attempt', async () => {
  const user = newLearner();
  const { module } = await getModule('overview-1');
  await Promise.all(fifty.map(async () => await startAttempt(user, module)));
  expect(await AttemptModel.countDocuments({ user })).toBe(1);
});

test('fifty submissions of one attempt, with different answers, give one result', async () => {
  const user = newLearner();
  const place = await getModule('overview-1');
  await startAttempt(user, place.module);
  const attempt = await findOpenAttempt(user, place.module.id);
  if (!attempt) throw new Error('no attempt is open');
  const single = place.module.content.quiz.questions.filter(({ kind }) => kind === 'single');
  await Promise.all(
    fifty.map(async (_, index) => {
      const answers = new Map<string, Response | null>(
        single.map(({ id }) => [id, index % 2 === 0 ? 'a' : 'b']),
      );
      await submitAttempt(attempt, place, answers);
    }),
  );
  const stored = await AttemptModel.find({ user }).lean();
  expect(stored).toHaveLength(1);
  expect(stored[0]?.open).toBeUndefined();
  expect((await progressOf(user)).get('overview-1')?.quiz?.best).toBe(stored[0]?.result?.score);
});

test('another person’s attempt does not exist for me', async () => {
  const [ana, eva] = await Promise.all([
    rumbo.person('learner', 'ana@example.org'),
    rumbo.person('learner', 'eva@example.org'),
  ]);
  for (const one of [ana, eva]) await one.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = '/es/modules/overview-1/quiz';
  await ana.post(quiz, `${quiz}/start`, {});
  const action = /action="([^"]+)" data-quiz/.exec((await ana.get(quiz)).text)?.[1] ?? '';
  expect(action).toMatch(/[0-9a-f]{24}$/);
  expect((await eva.get(action)).status).toBe(404);
  expect((await eva.post('/es/account', action, { submit: '1' })).status).toBe(404);
});

test('answers to questions that were not drawn, and scores from the browser, are not looked at', async () => {
  const learner = await rumbo.person('learner', 'leo@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = '/es/modules/overview-1/quiz';
  await learner.post(quiz, `${quiz}/start`, {});
  const page = (await learner.get(quiz)).text;
  const action = /action="([^"]+)" data-quiz/.exec(page)?.[1] ?? '';
  const { module } = await getModule('overview-1');
  const other = module.content.quiz.questions.find(({ id }) => !page.includes(`id="${id}"`));
  await learner.post(quiz, action, {
    [`r.${other?.id ?? ''}`]: 'a',
    'r.$where': 'x',
    'r.__proto__': 'x',
    score: '1',
    passed: 'true',
    seconds: '1',
    'spent.x': '1',
    submittedAt: '2020-01-01',
    leave: '1',
  });
  const stored = await AttemptModel.findById(action.slice(-24)).lean();
  expect(stored).toMatchObject({ responses: {}, result: null, open: true, submittedAt: null });
  expect(JSON.stringify(stored?.spent ?? {})).not.toContain('x');
});
