import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { forgetCatalogue, getModule, publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { FeedbackModel } from '../../server/feedback/index.ts';
import { projectRoot } from '../../server/root.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'facilita@example.org');
});
afterAll(async () => await rumbo.stop());

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
const FEEDBACK = `${LESSON}/feedback`;
const OPINIONS = '/es/trainer/modules/overview-2/feedback';

const reader = async (email: string) => {
  const visitor = await rumbo.person('learner', email);
  await visitor.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  return visitor;
};
let readers = 0;
const newEmail = () => `lector-${String((readers += 1))}@example.org`;
const revision = async () => String((await getModule('overview-2')).module.revision);
const idOf = async (email: string) => (await UserModel.findOne({ email }).orFail().lean())._id;
const saidBy = async (email: string) => {
  return await FeedbackModel.find({ user: await idOf(email) }).lean();
};

test('three taps at the foot of a lesson are thanked for, shown, and can be changed', async () => {
  const ana = await reader('ana@example.org');
  const answer = await ana.post(LESSON, FEEDBACK, {
    revision: await revision(),
    clear: 'yes',
    useful: 'partly',
    length: 'long',
    comment: 'La tabla final\r\nayuda.',
  });
  expect({ status: answer.status, to: answer.headers.location }).toEqual({ status: 303, to: FEEDBACK });
  const page = (await ana.get(FEEDBACK)).text;
  expect(page).toContain('Gracias. Su opinión quedó guardada.');
  expect(page).toMatch(/name="length" value="long" checked/);
  expect(page).toContain('La tabla final\nayuda.</textarea>');

  await ana.post(FEEDBACK, FEEDBACK, { revision: await revision(), whole: '1', clear: 'no', comment: '' });
  expect(await saidBy('ana@example.org')).toMatchObject([
    {
      module: 'overview-2',
      lesson: 'the-results-chain',
      clear: 'no',
      useful: null,
      length: null,
      comment: '',
    },
  ]);
});

test('the empty form at a lesson’s foot changes what it answers and leaves the rest as it was', async () => {
  const luz = await reader('luz@example.org');
  await luz.post(LESSON, FEEDBACK, {
    revision: await revision(),
    clear: 'partly',
    comment: 'Falta un ejemplo',
  });
  await luz.post(LESSON, FEEDBACK, { revision: await revision(), useful: 'yes', comment: '' });
  expect(await saidBy('luz@example.org')).toMatchObject([
    { clear: 'partly', useful: 'yes', length: null, comment: 'Falta un ejemplo' },
  ]);
});

test('fifty sendings at once are one opinion', async () => {
  const eva = await reader('eva@example.org');
  const fields = { revision: await revision(), clear: 'yes' };
  await Promise.all(Array.from({ length: 50 }, async () => await eva.post(LESSON, FEEDBACK, fields)));
  expect(await saidBy('eva@example.org')).toHaveLength(1);
});

test.each([
  { what: 'nothing at all', fields: {}, sentence: 'Elija al menos una respuesta o escriba un comentario' },
  {
    what: 'an answer that is not offered',
    fields: { clear: 'very' },
    sentence: 'Elija una de las respuestas',
  },
  { what: 'two answers to one question', fields: { clear: ['yes', 'no'] }, sentence: 'Elija una de las' },
])('$what comes back with a sentence, what was typed, and nothing stored', async ({ fields, sentence }) => {
  const email = newEmail();
  const visitor = await reader(email);
  const answer = await visitor.post(LESSON, FEEDBACK, { revision: await revision(), ...fields });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(sentence);
  expect(answer.text).toContain('<title>Error:');
  expect(await saidBy(email)).toEqual([]);
});

test('a comment of 1,001 characters comes back whole, with the answers, to be shortened', async () => {
  const email = newEmail();
  const visitor = await reader(email);
  const typed = { useful: 'yes', comment: 'ñ'.repeat(1_001) };
  const answer = await visitor.post(LESSON, FEEDBACK, { revision: await revision(), ...typed });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('demasiado largo');
  expect(answer.text).toContain(`${typed.comment}</textarea>`);
  expect(answer.text).toMatch(/name="useful" value="yes" checked/);
  expect(await saidBy(email)).toEqual([]);
});

test.each(['0', '-1', '1.5', 'x', '', '999999'])('the revision %j is refused', async (number) => {
  const visitor = await reader(newEmail());
  const answer = await visitor.post(LESSON, FEEDBACK, { revision: number, clear: 'yes' });
  expect(answer.status).toBe(422);
  expect(await FeedbackModel.countDocuments({ revision: { $nin: [Number(await revision())] } })).toBe(0);
});

test('who is not enrolled is told so, and a lesson that does not exist is not found', async () => {
  const stranger = await rumbo.person('learner', 'sin@example.org');
  const fields = { revision: await revision(), clear: 'yes' };
  expect((await stranger.post('/es/account', FEEDBACK, fields)).status).toBe(403);
  const leo = await reader('leo@example.org');
  expect((await leo.post(LESSON, FEEDBACK.replace('the-results-chain', 'no-lesson'), fields)).status).toBe(
    404,
  );
  expect((await leo.get(OPINIONS)).status).toBe(403);
});

test('trainers see counts and comments by lesson, never who wrote them', async () => {
  await FeedbackModel.deleteMany({});
  const [uno, dos] = [await reader('uno@example.org'), await reader('dos@example.org')];
  const number = await revision();
  await uno.post(LESSON, FEEDBACK, { revision: number, clear: 'yes', comment: '<b>Muy</b> clara' });
  await dos.post('/en' + LESSON.slice(3), '/en' + FEEDBACK.slice(3), {
    revision: number,
    clear: 'no',
    length: 'long',
  });
  const page = (await trainer.get(OPINIONS)).text;
  expect(page).toMatch(/Sí: 1<\/li><li>En parte: 0<\/li><li>No: 1/);
  expect(page).toContain('&lt;b&gt;Muy&lt;/b&gt; clara');
  expect(page).toContain('leída en español');
  for (const name of ['uno@', 'dos@', String(await idOf('uno@example.org'))])
    expect(page).not.toContain(name);
  const other = (await trainer.get(`${OPINIONS}?lesson=a-framework-of-ones-own`)).text;
  expect(other).not.toContain('clara');
  expect(other).toContain('Todavía no hay comentarios.');
});

test('trainers see it beside the lesson too; learners see the form alone', async () => {
  await trainer.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  expect((await trainer.get(LESSON)).text).toContain(`${OPINIONS}?lesson&#x3D;the-results-chain`);
  const ida = await reader('ida@example.org');
  const page = (await ida.get(LESSON)).text;
  expect(page).toContain(`action="${FEEDBACK}"`);
  expect(page).not.toContain(OPINIONS);
});

test('comments come by pages, the latest first', async () => {
  const user = await idOf('ida@example.org');
  await FeedbackModel.deleteMany({});
  const { module } = await getModule('overview-2');
  await FeedbackModel.collection.insertMany(
    Array.from({ length: 45 }, (_, i) => ({
      ...{
        user: `${String(user)}-${i}`,
        module: 'overview-2',
        lesson: 'the-results-chain',
        revision: module.revision,
      },
      ...{
        language: 'es',
        clear: 'yes',
        useful: null,
        length: null,
        comment: `palabras-${i}.`,
        at: new Date(i * 1_000),
      },
    })),
  );
  const first = (await trainer.get(OPINIONS)).text;
  expect(first).toContain('palabras-44.');
  expect(first).toContain('palabras-25.');
  expect(first).not.toContain('palabras-24.');
  expect((await trainer.get(`${OPINIONS}?page=3`)).text).toContain('palabras-0.');
  expect((await trainer.get(`${OPINIONS}?page=99`)).text).toContain('Página 3 de 3');
  await FeedbackModel.deleteMany({});
});

test('feedback stays with the revision that was read, also when a newer one has dropped the lesson', async () => {
  const old = await reader('vieja@example.org');
  const { module } = await getModule('overview-2');
  const page = await old.get(LESSON);
  const csrf = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const form = { csrf, revision: String(module.revision), clear: 'yes', comment: 'De la anterior' };
  await publishWithout('the-results-chain');
  const answer = await old.post('/es/account', FEEDBACK, form);
  expect(answer.headers.location).toBe(`${FEEDBACK}?revision=${String(module.revision)}`);
  const own = await old.get(answer.headers.location ?? '');
  expect(own.text).toContain('Es sobre la revisión');
  expect(own.text).not.toContain('Volver a la lección');
  expect((await trainer.get(OPINIONS)).text).toContain('Todavía no hay opiniones sobre esta revisión');
  const earlier = (await trainer.get(`${OPINIONS}?revision=${String(module.revision)}`)).text;
  expect(earlier).toContain('De la anterior');
  expect(earlier).toContain('La cadena de resultados');
});

async function publishWithout(lesson: string): Promise<void> {
  const content = await loadContent(join(projectRoot, 'modules-content'));
  const modules = content.modules.map((loaded) => {
    const lessons = loaded.module.lessons.filter(({ id }) => id !== lesson);
    const same = lessons.length === loaded.module.lessons.length;
    return same ? loaded : { ...loaded, hash: 'f'.repeat(64), module: { ...loaded.module, lessons } };
  });
  await publishContent({ ...content, modules });
  forgetCatalogue();
}
