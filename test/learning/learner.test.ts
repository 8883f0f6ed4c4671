import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getModule } from '../../server/catalogue/index.ts';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';

test('anyone sees the tracks in both languages, and the link to the other one', async () => {
  const visitor = rumbo.visitor();
  const page = await visitor.get('/es');
  expect(page.text).toContain('El Marco de Resultados de País');
  expect(page.text).toContain('href="/en"');
  expect((await visitor.get('/en/tracks/overview')).text).toContain('The Country Results Framework');
});

test('a wrong field comes back beside the field, with what was typed', async () => {
  const visitor = rumbo.visitor();
  const page = await visitor.post('/es/register', '/es/register', {
    name: 'Marta Quispe',
    email: 'mquispe@',
    password: 'corta',
  });
  expect(page.status).toBe(422);
  expect(page.text).toContain('La contraseña necesita 12 caracteres o más');
  expect(page.text).toContain('value="Marta Quispe"');
});

test('a form from another site, or without its token, is refused', async () => {
  const visitor = rumbo.visitor();
  const answer = await visitor.post('/es/help', '/es/register', { name: 'x' });
  expect(answer.status).toBe(403);
});

test('a person registers, enrols, reads a lesson and marks it as read, once however often', async () => {
  const visitor = rumbo.visitor();
  await visitor.post('/es/register', '/es/register', {
    name: 'Marta Quispe',
    email: 'marta@example.org',
    country: 'PE',
    institution: 'Ministerio de Economía y Finanzas',
    language: 'es',
    password: 'una frase larga y segura',
  });
  expect((await visitor.get(LESSON)).status).toBe(403);
  await visitor.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  expect((await visitor.get(LESSON)).text).toContain('<h1>La cadena de resultados</h1>');
  await Promise.all([1, 2].map(() => visitor.post(LESSON, `${LESSON}/done`, {})));
  expect((await visitor.get('/en/modules/overview-2')).text).toContain('1 of 5 lessons');
  expect((await visitor.get('/es/my-learning')).text).toContain('Donde quedó');
});

test('the expert track stays locked on every route until a trainer admits the learner', async () => {
  const learner = await rumbo.person('learner', 'luis@example.org');
  const trainer = await rumbo.person('trainer', 'ines@example.org');
  const lesson = '/es/modules/dfa-expert-3/lessons/sources-and-their-owner';
  expect((await learner.get(lesson)).status).toBe(403);
  expect((await learner.get('/es/modules/dfa-expert-3/quiz')).status).toBe(403);
  expect((await learner.get('/es/trainer/people')).status).toBe(403);
  const people = await trainer.get('/es/trainer/people?q=luis');
  const action = /action="([^"]+admit)"/.exec(people.text)?.[1] ?? '';
  await trainer.post('/es/trainer/people', action, { track: 'dfa-expert' });
  expect((await learner.get(lesson)).status).toBe(200);
});

test('a quiz is taken once: a second submit of the same attempt changes nothing', async () => {
  const learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = '/es/modules/overview-2/quiz';
  await learner.post(quiz, `${quiz}/start`, {});
  const action = /action="([^"]+)" data-quiz/.exec((await learner.get(quiz)).text)?.[1] ?? '';
  const { module } = await getModule('overview-2');
  const right = Object.fromEntries(
    module.content.quiz.questions.flatMap((question): [string, string | string[]][] => {
      const name = `r.${question.id}`;
      switch (question.kind) {
        case 'match':
          return question.items.map(({ id, answer }) => [`${name}.${id}`, answer]);
        case 'order':
          return [[name, question.items.map(({ id }) => id)]];
        case 'numeric':
          return [[name, String(question.value)]];
        case 'text':
          return [[name, question.accepted.es[0] ?? '']];
        default:
          return [[name, question.options.filter((option) => option.right).map(({ id }) => id)]];
      }
    }),
  );
  await learner.post(quiz, action, { ...right, submit: '1' });
  const first = await learner.get(action);
  expect(first.text).toContain('Aprobado');
  expect(first.text).toContain('100');
  const again = await learner.post('/es/account', action, { submit: '1' });
  expect({ status: again.status, to: again.headers.location }).toEqual({ status: 303, to: action });
  expect((await learner.get(action)).text).toContain('Aprobado');
});

test('an unknown page, language or module is a helpful 404 in the language', async () => {
  const visitor = rumbo.visitor();
  expect((await visitor.get('/en/modules/nothing')).text).toContain('This page is not on the chart');
  expect((await visitor.get('/fr/tracks/overview')).status).toBe(404);
});

test('a trainer finds the SCORM packages from the modules; a learner may not order one', async () => {
  const trainer = await rumbo.person('trainer', 'carmen@example.org');
  const learner = await rumbo.person('learner', 'pablo@example.org');
  const packages = '/es/trainer/packages';
  expect((await trainer.get('/es/trainer/modules')).text).toContain(`href="${packages}"`);
  expect((await trainer.get(packages)).status).toBe(200);
  expect((await learner.get(packages)).status).toBe(403);
  const order = { what: 'module:overview-2', format: '1.2', languages: 'es', passMark: '' };
  expect((await learner.post('/es/account', packages, order)).status).toBe(403);
});
