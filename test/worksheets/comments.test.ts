/** Trainers read the worksheets of those they accompany and comment on them; the learner finds it there. */
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { UserModel } from '../../server/accounts/index.ts';
import { WorkModel, writeWork } from '../../server/assessment/index.ts';
import type { Role } from '../../server/policy.ts';
import { WorksheetModel } from '../../server/worksheets/index.ts';
import { sayComment } from '../../server/worksheets/comments/comments.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const SHEET = '/es/modules/overview-4/worksheets/landscape-basics';
const LESSON = '/es/modules/overview-4/lessons/amounts-gdp-and-trends';
const SHARE = 'c/flows/other-revenue/share2025';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
let trainer: Visitor;
let colleague: Visitor;
let coordinator: Visitor;
let foreigner: Visitor;
let user: string;
let list: string;
let page: string;

const idOf = async (email: string) => String((await UserModel.findOne({ email }).lean())?._id);
const from = async (country: string, role: Role, email: string) => {
  const visitor = await rumbo.person(role, email);
  await UserModel.updateOne({ email }, { country });
  return visitor;
};

beforeAll(async () => {
  rumbo = await startRumbo();
  learner = await from('GT', 'learner', 'rosa@example.org');
  trainer = await from('GT', 'trainer', 'trainer@example.org');
  colleague = await from('GT', 'trainer', 'colleague@example.org');
  coordinator = await from('PE', 'coordinator', 'coordinator@example.org');
  foreigner = await from('PE', 'trainer', 'foreigner@example.org');
  user = await idOf('rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  list = `/es/trainer/people/${user}/worksheets`;
  page = `${list}/overview-4/landscape-basics`;
});
beforeEach(async () => {
  await WorksheetModel.deleteMany({});
  await learner.post(SHEET, SHEET, { version: '0', [SHARE]: '2.3' });
});
afterAll(async () => await rumbo.stop());

const comments = async () => (await WorksheetModel.findOne({ user }).lean())?.comments ?? [];
const newId = () => new Types.ObjectId().toString();
const say = async (text: string, id = newId(), visitor = trainer) => {
  await visitor.post(page, page, { id, text });
  return id;
};
const change = async (id: string, fields: Record<string, string>, visitor = trainer) =>
  await visitor.post(page, `${page}/${id}`, { do: 'save', version: '1', text: '', ...fields });

test('a trainer of the country finds the worksheet by the person, reads it and cannot fill it in', async () => {
  expect((await trainer.get('/es/trainer/people?q=rosa')).text).toContain(`href="${list}"`);
  expect((await trainer.get(list)).text).toContain(`href="${page}"`);
  const { text } = await trainer.get(page);
  expect(text).toContain('Ana Prueba');
  expect(text).toContain('2.3');
  expect(text).not.toContain(`name="${SHARE}"`);
});

test('the learner sees it beside the worksheet with name and date, and “new” until it was seen', async () => {
  const id = await say('Falta la fuente.\nRevise 2025.');
  const learning = (await learner.get('/es/my-learning')).text;
  expect(learning).toContain('Hay un comentario nuevo en su hoja de trabajo');
  expect(learning).toContain('1 nuevo');
  const first = (await learner.get(LESSON)).text;
  expect(first).toContain('Falta la fuente.\nRevise 2025.');
  expect(first).toMatch(/<b>Ana Prueba<\/b>, <time datetime="[^"]+">hoy a las \d\d:\d\d<\/time>/);
  expect(first).toContain('Nuevo</span>');
  const again = (await learner.get(SHEET.replace('/es', '/en'))).text;
  expect(again).toContain('Comments from your trainer');
  expect(again).toContain('Falta la fuente.');
  expect(again).not.toContain('New</span>');
  const seen = (await learner.get('/es/my-learning')).text;
  expect(seen).not.toContain('comentario nuevo');
  expect(seen).toContain('1 comentario');
  await change(id, { text: 'Falta la fuente del dato.' });
  expect((await learner.get(SHEET)).text).toMatch(/corregido<\/time>.*Nuevo<\/span>/);
});

test('the trainer sees whether it was read', async () => {
  await say('Falta la fuente.');
  expect((await trainer.get(page)).text).toContain('Todavía no lo ha leído');
  expect((await trainer.get(list)).text).toContain('1 sin leer');
  await learner.get(SHEET);
  expect((await trainer.get(page)).text).not.toContain('Todavía no lo ha leído');
});

test('saving the worksheet keeps the comments, and a comment makes no conflict with what is being typed', async () => {
  await say('Falta la fuente.');
  const saved = await learner.post(SHEET, SHEET, { version: '1', [SHARE]: '2.5' });
  expect(saved.status).toBe(303);
  expect(await comments()).toHaveLength(1);
});

test('sent twice, or fifty times at once, it is said once', async () => {
  const id = await say('Falta la fuente.');
  await say('Falta la fuente.', id);
  expect(await comments()).toHaveLength(1);
  const sheet = { user, module: 'overview-4', worksheet: 'landscape-basics' };
  const by = await idOf('trainer@example.org');
  const other = newId();
  await Promise.all(
    Array.from({ length: 50 }, async () => await sayComment(sheet, { id: other, by, text: 'Otra cosa.' })),
  );
  expect((await comments()).map(({ text }) => text)).toEqual(['Falta la fuente.', 'Otra cosa.']);
});

test('its author edits and removes it; removed, a late repetition does not bring it back', async () => {
  const id = await say('Falta la fuente.');
  await change(id, { text: 'Falta la fuente del dato.' });
  expect(await comments()).toMatchObject([{ id, text: 'Falta la fuente del dato.', version: 2 }]);
  await change(id, { version: '2', do: 'remove' });
  await say('Falta la fuente.', id);
  expect(await comments()).toMatchObject([{ id, text: '' }]);
  expect((await learner.get(SHEET)).text).not.toContain('Falta la fuente');
  expect((await change(id, { version: '3', text: 'Otra vez' })).status).toBe(404);
});

test('edited in two windows, the second is told and nothing is overwritten', async () => {
  const id = await say('Uno.');
  await change(id, { text: 'Dos.' });
  const answer = await change(id, { text: 'Tres.' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Usted cambió este comentario en otra ventana');
  expect(answer.text).toContain('>\nTres.</textarea>');
  expect(await comments()).toMatchObject([{ text: 'Dos.' }]);
  expect((await change(id, { text: 'Dos.' })).status).toBe(303);
});

test('nobody changes what somebody else said', async () => {
  const id = await say('Falta la fuente.');
  expect((await colleague.get(page)).text).not.toContain('Corregir o quitar');
  expect((await change(id, { text: 'Está perfecta.' }, colleague)).status).toBe(404);
  expect((await change(id, { do: 'remove' }, coordinator)).status).toBe(404);
  await say('Con el mismo número.', id, colleague);
  expect((await comments()).map(({ text }) => text)).toEqual(['Falta la fuente.']);
});

test.each([
  { what: 'no words', text: '', sentence: 'Escriba el comentario' },
  {
    what: '2,001 characters',
    text: 'a'.repeat(2_001),
    sentence: 'Acorte el comentario: caben 2000 caracteres',
  },
])('a comment of $what is refused beside the field, and kept in it', async ({ text, sentence }) => {
  const answer = await trainer.post(page, page, { id: newId(), text });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(`id="text-error">${sentence}`);
  expect(answer.text).toContain(`>\n${text}</textarea>`);
  expect(await comments()).toEqual([]);
});

test('markup is text, line ends count once, and any script is welcome', async () => {
  await say('<script>alert(1)</script>');
  await say(`${'a'.repeat(1_998)}\r\nb`);
  await say('راجع المصدر');
  expect((await comments()).at(1)?.text).toHaveLength(2_000);
  const { text } = await learner.get(SHEET);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(text).toContain('dir="auto">راجع المصدر');
});

test('handing in the final assignment opens the track’s worksheets to those who mark, in any country', async () => {
  expect((await foreigner.get(page)).status).toBe(403);
  const place = { user, track: 'overview' };
  await writeWork(place, { text: 'Un borrador.', base: 0 }, false);
  expect((await foreigner.get(page)).status).toBe(403);
  await writeWork(place, { text: 'Entregado.', base: 1 }, true);
  expect((await foreigner.get(page)).status).toBe(200);
  expect((await learner.get(page)).status).toBe(403);
  expect((await foreigner.get(list)).status).toBe(403);
  await WorkModel.deleteMany(place);
});

test('trainers of other countries, learners and the person themself do not go there; coordinators do', async () => {
  await say('Falta la fuente.');
  const own = list.replace(user, await idOf('trainer@example.org'));
  for (const [visitor, url] of [
    [foreigner, list],
    [foreigner, page],
    [learner, page],
    [trainer, own],
  ] as const) {
    expect({ url, status: (await visitor.get(url)).status }).toEqual({ url, status: 403 });
  }
  expect((await foreigner.post('/es/account', page, { id: newId(), text: 'Hola.' })).status).toBe(403);
  expect((await foreigner.get('/es/trainer/people?q=rosa')).text).not.toContain(list);
  expect((await coordinator.get(page)).status).toBe(200);
  expect(await comments()).toHaveLength(1);
});

test.each([
  ['/overview-4/other-sheet', 'a worksheet that the module has not'],
  ['/overview-3/programme-matrix', 'one that was not begun'],
  ['/nothing/landscape-basics', 'an unknown module'],
])('%s, %s, is not found', async (path) => {
  expect((await trainer.get(list + path)).status).toBe(404);
});

test('a worksheet takes 200 comments; then the sentence says so', async () => {
  const by = new Types.ObjectId();
  const full = Array.from({ length: 200 }, (_, index) => ({
    id: newId(),
    by,
    text: `N.º ${index}`,
    version: 1,
    at: new Date(),
  }));
  await WorksheetModel.updateOne({ user }, { $set: { comments: full } });
  const answer = await trainer.post(page, page, { id: newId(), text: 'Uno más.' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('todos los comentarios que caben');
  expect(await comments()).toHaveLength(200);
});
