/** Leaving a track and coming back loses nothing. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { AttemptModel } from '../../server/assessment/index.ts';
import { EnrolmentModel, ProgressModel } from '../../server/learning/index.ts';
import { walkTo } from '../../scripts/demo/stages.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => await rumbo.stop());

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const leave = async (who: Visitor, track: string) =>
  await who.post(`/es/tracks/${track}`, `/es/tracks/${track}/leave`, {});
const comeBack = async (who: Visitor, track: string) =>
  await who.post(`/es/tracks/${track}`, `/es/tracks/${track}/enrol`, {});
const idOf = async (email: string) => (await UserModel.findOne({ email }).orFail().lean())._id.toString();

test('a person leaves in the middle, meets closed lessons and an open way back, and goes on where they were', async () => {
  const ana = await rumbo.person('learner', 'ana@example.org');
  const user = await idOf('ana@example.org');
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  await walkTo(5, user, { overview, expert, trainer: user });
  await ana.post(LESSON, `${LESSON}/done`, {});
  const kept = async () =>
    JSON.stringify([await ProgressModel.find({ user }).lean(), await AttemptModel.find({ user }).lean()]);
  const before = await kept();
  const pageBefore = (await ana.get('/es/tracks/overview')).text;
  expect(pageBefore).toContain('Salir de este itinerario');

  await leave(ana, 'overview');
  expect((await ana.get(LESSON)).status).toBe(403);
  expect((await ana.get('/es/modules/overview-1/quiz')).status).toBe(403);
  const page = (await ana.get('/es/tracks/overview')).text;
  expect(page).toMatch(/Salió el .* Su avance está guardado: 1 de 6 módulos\./);
  expect(page).toContain('Volver a Panorama');
  const mine = (await ana.get('/es/my-learning')).text;
  expect(mine).toMatch(/Su avance está guardado: 1 de 6 módulos/);
  expect(mine).toContain('Ahora no sigue ningún itinerario');

  await comeBack(ana, 'overview');
  expect(await kept()).toBe(before);
  expect((await ana.get('/es/tracks/overview')).text.replace(/value="[^"]+"/g, '')).toBe(
    pageBefore.replace(/value="[^"]+"/g, ''),
  );
  expect((await ana.get(LESSON)).text).toContain('Ya leyó esta lección.');
});

test('whoever was admitted to the expert track comes back without asking again, still as admitted', async () => {
  const eva = await rumbo.person('learner', 'eva@example.org');
  const user = await idOf('eva@example.org');
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  await walkTo(9, user, { overview, expert, trainer: user });
  const before = await EnrolmentModel.find({ user }).sort({ track: 1 }).lean();
  for (let times = 0; times < 2; times++) await leave(eva, 'dfa-expert');
  expect((await eva.get('/es/tracks/dfa-expert')).text).toContain('Volver a DFA experto');
  await Promise.all([1, 2, 3].map(async () => await comeBack(eva, 'dfa-expert')));
  expect(await EnrolmentModel.find({ user }).sort({ track: 1 }).lean()).toEqual(before);
});

test('a finished track is nothing to leave, and who was never in it leaves nothing behind', async () => {
  const leo = await rumbo.person('learner', 'leo@example.org');
  const user = await idOf('leo@example.org');
  await leave(leo, 'overview');
  expect(await EnrolmentModel.countDocuments({ user })).toBe(0);
  const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
  await walkTo(8, user, { overview, expert, trainer: user });
  expect((await leo.get('/es/tracks/overview')).text).not.toContain('Salir de este itinerario');
  await leo.post('/es/account', '/es/tracks/overview/leave', {});
  expect((await EnrolmentModel.findOne({ user, track: 'overview' }).orFail().lean()).leftAt).toBeUndefined();
});
