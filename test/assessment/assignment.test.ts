/** The final assignment of a track: written, submitted, marked by its rubric, returned, submitted again, accepted. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { WorkModel } from '../../server/assessment/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { admit, EnrolmentModel } from '../../server/learning/index.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const PAGE = '/es/tracks/dfa-expert/assignment';
const LIST = '/es/trainer/assignments';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
let trainer: Visitor;
let other: Visitor;
let user: string;
const idOf = async (email: string) => String((await UserModel.findOne({ email }).lean())?._id);

beforeAll(async () => {
  rumbo = await startRumbo();
  learner = await rumbo.person('learner', 'ana@example.org');
  trainer = await rumbo.person('trainer', 'primera@example.org');
  other = await rumbo.person('trainer', 'segundo@example.org');
  user = await idOf('ana@example.org');
  const expert = await getTrack('dfa-expert');
  for (const email of ['ana@example.org', 'primera@example.org'])
    await admit(await idOf(email), expert, await idOf('segundo@example.org'));
});
afterAll(async () => await rumbo.stop());
beforeEach(async () => {
  await WorkModel.deleteMany({});
  await EnrolmentModel.updateMany({}, { $set: { finishedAt: null } });
});

const stored = async () => await WorkModel.findOne({ user }).lean();
const write = async (text: string, version: number, what = 'submit') =>
  await learner.post('/es/account', PAGE, { text, version: String(version), do: what });
const workPage = async () => `${LIST}/${String((await stored())?._id)}`;
async function levels(points: number): Promise<Record<string, string>> {
  const { assignment } = await getTrack('dfa-expert');
  return Object.fromEntries((assignment?.criteria ?? []).map(({ id }) => [`c/${id}`, String(points)]));
}
const mark = async (by: Visitor, version: number, fields: Record<string, string>) => {
  // From a window that was opened before: the page itself may have no form any more.
  return await by.post('/es/account', await workPage(), {
    ...(await levels(2)),
    version: String(version),
    comment: '',
    ...fields,
  });
};

test('the work goes from draft to accepted, by way of a return, and both are told at each step', async () => {
  await write('Primera idea', 0, 'save');
  expect(await stored()).toMatchObject({ state: 'draft', text: 'Primera idea', submissions: [] });
  expect((await trainer.get(LIST)).text).toContain('Ningún trabajo espera');

  await write('Primera entrega', 1);
  expect((await learner.get(PAGE)).text).toContain('Entregado, en espera de evaluación');
  for (const page of [LIST, '/es/trainer/modules', '/es/my-learning'])
    expect((await trainer.get(page)).text).toContain('1 trabajo espera evaluación');
  expect((await trainer.get(await workPage())).text).toContain('Primera entrega');

  const answer = await mark(trainer, 2, { do: 'returned', comment: 'Falta la fuente de la brecha.' });
  expect(answer.headers.location).toBe(LIST);
  expect((await learner.get('/es/my-learning')).text).toContain('Su trabajo final volvió con observaciones');
  const back = (await learner.get(PAGE)).text;
  expect(back).toContain('Falta la fuente de la brecha.');
  expect(back).toContain('12 de 18');
  expect(back).toContain('Entregar de nuevo');

  await write('Segunda entrega', 3);
  await mark(trainer, 4, { do: 'accepted', comment: 'Bien.' });
  expect((await learner.get('/en/my-learning')).text).toContain('Your final assignment was accepted');
  expect(await stored()).toMatchObject({
    state: 'accepted',
    submissions: [{ text: 'Primera entrega' }, { text: 'Segunda entrega' }],
    reviews: [
      { submission: 1, decision: 'returned' },
      { submission: 2, decision: 'accepted' },
    ],
  });
});

test('what is wrong is told beside its field, keeps what was typed, and stores nothing', async () => {
  const empty = await write('   ', 0);
  expect(empty.status).toBe(422);
  expect(empty.text).toContain('Escriba el texto antes de entregarlo');
  const long = await write('palabra '.repeat(2_600), 0, 'save');
  expect(long.status).toBe(422);
  expect(long.text).toContain('palabra palabra');
  expect(await stored()).toBeNull();

  await write('Entrega', 0);
  const some = Object.fromEntries(Object.entries(await levels(2)).filter(([name]) => name !== 'c/needs'));
  const page = await workPage();
  const answer = await trainer.post(page, page, { ...some, version: '1', do: 'returned', comment: '' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Necesidades y brecha: Elija un nivel');
  expect(answer.text).toContain('Escriba qué hay que cambiar');
  expect(answer.text.match(/type="radio"[^>]* checked/g)).toHaveLength(Object.keys(some).length);
  const few = await mark(trainer, 1, { ...(await levels(1)), do: 'accepted' });
  expect(few.text).toContain('Para aceptar hacen falta 12 puntos y van 6');
  const made = await mark(trainer, 1, { 'c/needs': '99', do: 'accepted' });
  expect(made.status).toBe(422);
  expect(await stored()).toMatchObject({ state: 'submitted', reviews: [] });
});

test('of two trainers at one work the first one’s marks hold, and the later sees them and keeps the comment', async () => {
  await write('Entrega', 0);
  const answers = await Promise.all([
    mark(trainer, 1, { do: 'returned', comment: 'De la primera' }),
    mark(other, 1, { do: 'returned', comment: 'Del segundo' }),
  ]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  const late = answers.find(({ status }) => status === 409)?.text ?? '';
  expect(late).toContain('Este trabajo cambió mientras usted lo evaluaba');
  expect([late.includes('De la primera'), late.includes('Del segundo')]).toEqual([true, true]);
  expect((await stored())?.reviews).toHaveLength(1);
});

test('marks meant for an earlier submission do not fall on the next one', async () => {
  await write('Primera', 0);
  await mark(trainer, 1, { do: 'returned', comment: 'Otra vez' });
  await write('Segunda', 2);
  const late = await mark(other, 1, { do: 'accepted', comment: 'Leí la primera' });
  expect(late.status).toBe(409);
  expect(late.text).toContain('ya hay una entrega nueva');
  expect(late.text).toContain('Leí la primera');
  expect(await stored()).toMatchObject({ state: 'submitted', version: 3 });
});

test('no text is lost: neither of two windows overwrites the other, nor a late save a submission', async () => {
  await write('Uno', 0, 'save');
  await write('Dos', 1, 'save');
  const late = await write('Otra cosa', 1, 'save');
  expect(late.status).toBe(409);
  expect([late.text.includes('Otra cosa'), late.text.includes('Dos')]).toEqual([true, true]);
  expect(await stored()).toMatchObject({ text: 'Dos', version: 2 });
  await write('Dos y medio', 2);
  const afterwards = await write('Tarde', 2, 'save');
  expect(afterwards.status).toBe(409);
  expect(afterwards.text).toContain('Tarde');
  expect(await stored()).toMatchObject({ text: 'Dos y medio', state: 'submitted' });
});

test('pressed many times at once, it is submitted once', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, async () => await write('Entrega', 0)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect((await stored())?.submissions).toHaveLength(1);
});

test('a work is its learner’s and the trainers’: no other learner opens it, and nobody marks their own', async () => {
  await write('Lo mío', 0);
  const page = await workPage();
  const neighbour = await rumbo.person('learner', 'luis@example.org');
  expect((await neighbour.get(page)).status).toBe(403);
  expect((await neighbour.post('/es/account', page, {})).status).toBe(403);
  expect((await learner.post('/es/account', page, {})).status).toBe(403);
  expect((await neighbour.get(PAGE)).status).toBe(403);
  await trainer.post(PAGE, PAGE, { text: 'De una facilitadora', version: '0', do: 'submit' });
  const own = await WorkModel.findOne({ user: await idOf('primera@example.org') }).lean();
  expect((await trainer.get(`${LIST}/${String(own?._id)}`)).status).toBe(403);
  expect((await trainer.get(LIST)).text).not.toContain(String(own?._id));
  expect((await other.get(LIST)).text).toContain(String(own?._id));
  expect((await trainer.get(`${LIST}/0123456789abcdef01234567`)).status).toBe(404);
  expect((await learner.get('/es/tracks/overview/assignment')).status).toBe(404);
});

test('a draft is nobody’s but the learner’s', async () => {
  await write('Apuntes', 0, 'save');
  expect((await trainer.get(await workPage())).status).toBe(404);
});

test('the certificate waits until the assignment is accepted, and the pages say so', async () => {
  const ask = async () => await learner.post('/es/account', '/es/tracks/dfa-expert/certificate', {});
  await EnrolmentModel.updateOne({ user, track: 'dfa-expert' }, { $set: { finishedAt: new Date() } });
  await write('Entrega', 0);
  const refused = await ask();
  expect(refused.status).toBe(403);
  expect(refused.text).toContain('cuando una persona facilitadora acepta su trabajo final');
  for (const page of ['/es/my-learning', '/es/tracks/dfa-expert']) {
    const { text } = await learner.get(page);
    expect(text).toContain('cuando una persona facilitadora acepta su trabajo final');
    expect(text).not.toContain('/es/tracks/dfa-expert/certificate');
  }
  await mark(trainer, 1, { do: 'accepted' });
  expect((await learner.get('/es/my-learning')).text).toContain('/es/tracks/dfa-expert/certificate');
  expect((await ask()).headers.location).toMatch(/\/es\/certificates\//);
});

test('what is typed is shown as text, never as markup', async () => {
  await write('<script>x</script> & "comillas"', 0);
  const { text } = await trainer.get(await workPage());
  expect(text).toContain('&lt;script&gt;x&lt;/script&gt;');
  expect(text).not.toContain('<script>x');
});
