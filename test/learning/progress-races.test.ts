/** Whatever comes twice, at once or late leaves the progress as if it had come once. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { UserModel } from '../../server/accounts/index.ts';
import { getModule, getTrack } from '../../server/catalogue/index.ts';
import {
  enrol,
  EnrolmentModel,
  markLessonDone,
  openLesson,
  ProgressModel,
  progressOf,
  recordQuizResult,
} from '../../server/learning/index.ts';
import { countBeat } from '../../server/learning/time.ts';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => await rumbo.stop());

const HOUR = 3_600_000;
const fifty = Array.from({ length: 50 });
const newLearner = () => new Types.ObjectId().toString();
const place = async () => ({ track: 'overview', module: (await getModule('overview-1')).module });
const ofModule = async (user: string) => (await progressOf(user)).get('overview-1');

test('fifty times “done” at once, as the very first thing, make one progress with the lesson once', async () => {
  const user = newLearner();
  const at = { ...(await place()), lesson: 'two-separate-conversations' };
  await Promise.all(fifty.map(async () => await markLessonDone(user, at)));
  expect(await ProgressModel.countDocuments({ user })).toBe(1);
  expect((await ofModule(user))?.lessonsDone).toEqual(['two-separate-conversations']);
});

test('fifty tabs that mark all lessons, open them and hand in the quiz finish the module once', async () => {
  const user = newLearner();
  const [overview, { track, module }] = await Promise.all([getTrack('overview'), place()]);
  await enrol(user, overview);
  const passed = { score: 0.9, passed: true, at: new Date() };
  await Promise.all(
    fifty.flatMap(() => [
      ...module.content.lessons.flatMap(({ id: lesson }) => [
        markLessonDone(user, { track, module, lesson }),
        openLesson(user, { track, module, lesson }),
      ]),
      recordQuizResult(user, { track, module }, passed),
    ]),
  );
  const progress = await ofModule(user);
  expect(await ProgressModel.countDocuments({ user })).toBe(1);
  expect([...(progress?.lessonsDone ?? [])].sort()).toEqual(
    module.content.lessons.map(({ id }) => id).sort(),
  );
  expect(progress?.finishedAt).toBeInstanceOf(Date);
  expect(progress?.quiz).toMatchObject({ best: 0.9, passedAt: passed.at });
  const finishedAt = progress?.finishedAt;
  await markLessonDone(user, { track, module, lesson: module.content.lessons[0]?.id ?? '' });
  expect((await ofModule(user))?.finishedAt).toEqual(finishedAt);
});

test('fifty enrolments at once are one', async () => {
  const user = newLearner();
  const overview = await getTrack('overview');
  await Promise.all(fifty.map(async () => await enrol(user, overview)));
  expect(await EnrolmentModel.countDocuments({ user })).toBe(1);
});

test('fifty reports of reading at once count one half minute', async () => {
  const user = newLearner();
  await openLesson(user, { ...(await place()), lesson: 'two-separate-conversations' });
  await Promise.all(fifty.map(async () => await countBeat(user, 'overview-1')));
  expect((await ofModule(user))?.seconds).toBe(30);
});

test('a time that the browser says is not looked at', async () => {
  const learner = await rumbo.person('learner', 'leo@example.org');
  const user = String((await UserModel.findOne({ email: 'leo@example.org' }).lean())?._id);
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const lesson = '/es/modules/overview-1/lessons/two-separate-conversations';
  await learner.post(lesson, '/es/modules/overview-1/time', { seconds: '86400', beat: '86400' });
  expect((await ofModule(user))?.seconds).toBe(30);
});

test('a quiz result that arrives an hour late neither lowers the score nor moves the day of the pass', async () => {
  const user = newLearner();
  const at = await place();
  const [early, late] = [new Date(Date.now() - HOUR), new Date()];
  await recordQuizResult(user, at, { score: 0.9, passed: true, at: late });
  await recordQuizResult(user, at, { score: 0.4, passed: false, at: early });
  await recordQuizResult(user, at, { score: 0.9, passed: true, at: late });
  const progress = await ofModule(user);
  expect(progress?.quiz).toMatchObject({ best: 0.9, passedAt: late });
  expect(progress?.lastAt).toEqual(late);
  await recordQuizResult(user, at, { score: 0.8, passed: true, at: early });
  expect((await ofModule(user))?.quiz).toMatchObject({ best: 0.9, passedAt: early });
});

test('“done” from a page that was open for an hour, sent twice, counts once and takes nothing back', async () => {
  const learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const lesson = (id: string) => `/es/modules/overview-1/lessons/${id}`;
  const { module } = await place();
  const [first, second] = module.content.lessons.map(({ id }) => id);
  const csrf = await learner.token(lesson(first ?? ''));
  await learner.post(lesson(second ?? ''), `${lesson(second ?? '')}/done`, {});
  const user = String((await UserModel.findOne({ email: 'rosa@example.org' }).lean())?._id);
  await ProgressModel.updateOne({ user }, { lastAt: new Date(Date.now() - HOUR) });
  for (let time = 0; time < 2; time += 1) {
    expect((await learner.send(csrf, `${lesson(first ?? '')}/done`, {})).status).toBe(303);
  }
  expect([...((await ofModule(user))?.lessonsDone ?? [])].sort()).toEqual([first, second].sort());
});
