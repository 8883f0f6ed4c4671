import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRumbo } from '../support/rumbo.ts';

const GUIDE = 'trainer/modules/dfa-expert-8/facilitator';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

test('a trainer opens a module’s guide from the list of modules, in both languages', async () => {
  const trainer = await rumbo.person('trainer', 'tere@example.org');
  expect((await trainer.get('/es/trainer/modules')).text).toContain(`href="/es/${GUIDE}"`);
  const spanish = await trainer.get(`/es/${GUIDE}`);
  expect(spanish.status).toBe(200);
  expect(spanish.text).toContain('Taller de 3 horas y 45 minutos');
  expect(spanish.text).toContain('<h2 id="s-timetable">');
  expect(spanish.text).toContain(
    `href="/es/modules/dfa-expert-8/lessons/sequence-and-dependencies#s-who-waits"`,
  );
  const english = await trainer.get(`/en/${GUIDE}`);
  expect(english.text).toContain('Workshop of 3 hours and 45 minutes');
  expect(english.text).toContain('<h2 id="s-timetable">');
});

test('a module without a guide says so, with the way back', async () => {
  const trainer = await rumbo.person('trainer', 'tito@example.org');
  const answer = await trainer.get('/en/trainer/modules/overview-1/facilitator');
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('This module has no facilitator’s guide yet.');
  expect(answer.text).toContain('href="/en/trainer/modules"');
  expect((await trainer.get('/en/trainer/modules/nothing/facilitator')).status).toBe(404);
});

test('no learner sees a guide, and nothing on their pages leads to one', async () => {
  const learner = await rumbo.person('learner', 'luis@example.org');
  expect((await learner.get(`/es/${GUIDE}`)).status).toBe(403);
  expect((await rumbo.visitor().get(`/es/${GUIDE}`)).headers.location).toContain('/sign-in');
  for (const path of ['/es/modules/dfa-expert-8', '/es/tracks/dfa-expert', '/es/search?q=taller'])
    expect((await learner.get(path)).text).not.toContain('facilitator');
});
