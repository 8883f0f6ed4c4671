import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { getTrack } from '../../server/catalogue/index.ts';
import { enrol, findAccess, markLessonDone, recordQuizResult } from '../../server/learning/index.ts';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

test('finishing every module of the overview opens the expert track, and only then', async () => {
  const user = new Types.ObjectId().toString();
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  await enrol(user, overview);
  for (const module of overview.published) {
    expect(await findAccess(user, expert)).toMatchObject({ state: 'locked' });
    await expect(enrol(user, expert)).rejects.toThrow('learning.locked');
    // The last lesson and the quiz's pass arrive at the same moment, from two tabs.
    const lessons = module.content.lessons.map(({ id }) => id);
    await Promise.all([
      ...lessons.map((lesson) => markLessonDone(user, { track: overview.id, module, lesson })),
      recordQuizResult(user, { track: overview.id, module }, { score: 0.9, passed: true, at: new Date() }),
    ]);
  }
  expect(await findAccess(user, expert)).toEqual({ state: 'open' });
  await enrol(user, expert);
  expect(await findAccess(user, expert)).toMatchObject({ state: 'enrolled', enrolment: { way: 'self' } });
});
