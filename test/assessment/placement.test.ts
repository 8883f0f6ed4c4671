/** The placement quiz: 80 % of questions drawn from the overview opens the expert track, one try a week. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { AttemptModel } from '../../server/assessment/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { EnrolmentModel } from '../../server/learning/index.ts';
import { rightAnswer } from '../support/answers.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const PLACEMENT = '/es/tracks/dfa-expert/placement';
const EXPERT = '/es/modules/dfa-expert-3/lessons/trends-and-use';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

async function begun(email: string) {
  const visitor = await rumbo.person('learner', email);
  await visitor.post(PLACEMENT, `${PLACEMENT}/start`, {});
  return { visitor, ...sheet((await visitor.get(PLACEMENT)).text) };
}
const sheet = (html: string) => ({
  action: /action="([^"]+)" data-quiz/.exec(html)?.[1] ?? '',
  asked: Array.from(html.matchAll(/<fieldset class="q" id="([^"]+)"/g), ([, id]) => id ?? ''),
});
async function answersTo(asked: string[]) {
  const modules = (await getTrack('overview')).published;
  const fields = asked.map((id) => {
    const module = modules.find((one) => id.startsWith(`${one.id}--`));
    const question = module?.content.quiz.questions.find((one) => id === `${module.id}--${one.id}`);
    if (!question) throw new Error(`${id} is no question of the overview`);
    return rightAnswer(question, id);
  });
  return Object.assign({}, ...fields) as Record<string, string | string[]>;
}
const lastTryWas = async (action: string, daysAgo: number) =>
  await AttemptModel.updateOne(
    { _id: action.slice(-24) },
    { $set: { submittedAt: new Date(Date.now() - daysAgo * 86_400_000) } },
  );
const startsAgain = async (visitor: Visitor) => {
  await visitor.post('/es/account', `${PLACEMENT}/start`, {});
  return sheet((await visitor.get(PLACEMENT)).text).action !== '';
};

test('24 questions, four of each module, the same after a reload and in the other language', async () => {
  const { visitor, asked } = await begun('ana@example.org');
  expect(asked).toHaveLength(24);
  for (const number of [1, 2, 3, 4, 5, 6])
    expect(asked.filter((id) => id.startsWith(`overview-${String(number)}--`))).toHaveLength(4);
  for (const path of [PLACEMENT, PLACEMENT.replace('/es/', '/en/')])
    expect(sheet((await visitor.get(path)).text).asked).toEqual(asked);
});

test('whoever answers well is let in at once, and stays in', async () => {
  const { visitor, action, asked } = await begun('eva@example.org');
  expect((await visitor.get(EXPERT)).status).toBe(403);
  await visitor.post(PLACEMENT, action, { ...(await answersTo(asked.slice(0, 20))), submit: '1' });
  expect((await visitor.get(PLACEMENT)).text).toContain('Aprobado');
  expect((await visitor.get(EXPERT)).status).toBe(200);
  expect(await EnrolmentModel.countDocuments({ track: 'dfa-expert', way: 'placement' })).toBe(1);
  await visitor.post('/es/account', action, { submit: '1' });
  expect((await visitor.get(EXPERT)).status).toBe(200);
});

test('whoever does not is told by module what to read, and tries again after a week', async () => {
  const { visitor, action, asked } = await begun('leo@example.org');
  await visitor.post(PLACEMENT, action, { ...(await answersTo(asked.slice(0, 12))), submit: '1' });
  const page = (await visitor.get(PLACEMENT)).text;
  expect(page).toContain('Todavía no');
  expect(page).toContain('4 de 4');
  expect(page).toContain('0 de 4');
  expect((await visitor.get(EXPERT)).status).toBe(403);
  expect(await startsAgain(visitor)).toBe(false);
  await lastTryWas(action, 6);
  expect(await startsAgain(visitor)).toBe(false);
  await lastTryWas(action, 7.01);
  expect(await startsAgain(visitor)).toBe(true);
});

test('a stop between scoring and letting in is made good by the next look', async () => {
  const { visitor, action, asked } = await begun('mia@example.org');
  await visitor.post(PLACEMENT, action, { ...(await answersTo(asked)), submit: '1' });
  const attempt = await AttemptModel.findById(action.slice(-24)).lean();
  await EnrolmentModel.deleteOne({ user: String(attempt?.user), track: 'dfa-expert' });
  await visitor.get(PLACEMENT);
  expect(await EnrolmentModel.countDocuments({ user: String(attempt?.user), track: 'dfa-expert' })).toBe(1);
});

test('another person’s try does not exist, nor does a placement quiz for an open track', async () => {
  const { action } = await begun('noa@example.org');
  const other = await rumbo.person('learner', 'sol@example.org');
  expect((await other.post('/es/account', action, { submit: '1' })).status).toBe(404);
  expect((await other.get('/es/tracks/overview/placement')).status).toBe(404);
  const modulesQuiz = action.replace('/tracks/dfa-expert/placement/', '/modules/overview-1/quiz/');
  expect((await other.post('/es/account', modulesQuiz, { submit: '1' })).status).toBe(403);
});

test('the locked track shows the way', async () => {
  const visitor = await rumbo.person('learner', 'uma@example.org');
  expect((await visitor.get('/es/tracks/dfa-expert')).text).toContain(`href="${PLACEMENT}"`);
});
