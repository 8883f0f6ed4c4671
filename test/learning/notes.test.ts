/** Notes beside a lesson and bookmarks: nothing written is lost, nobody else sees it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const LESSON = '/es/modules/overview-2/lessons/the-results-chain';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let count = 0;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

async function reader(): Promise<Visitor> {
  count += 1;
  const visitor = await rumbo.person('learner', `reader${String(count)}@example.org`);
  await visitor.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  return visitor;
}
const save = (visitor: Visitor, text: string, version: number | string) =>
  visitor.post(LESSON, `${LESSON}/note`, { text, version: String(version) });
const shown = (html: string) => ({
  text: /<textarea[^>]*>([^<]*)</.exec(html)?.[1],
  version: Number(/name="version" value="(\d+)"/.exec(html)?.[1]),
});

test('what is written beside a lesson is there in both languages and on the page of notes', async () => {
  const ana = await reader();
  expect((await save(ana, 'Preguntar por la línea de base\r\nal INE', 0)).status).toBe(303);
  for (const path of [LESSON, LESSON.replace('/es/', '/en/')])
    expect(shown((await ana.get(path)).text)).toEqual({
      text: 'Preguntar por la línea de base\nal INE',
      version: 1,
    });
  const all = (await ana.get('/es/my-learning/notes')).text;
  expect(all).toContain('Preguntar por la línea de base\nal INE');
  expect(all).toContain(`${LESSON}#note`);
  const other = await reader();
  expect(shown((await other.get(LESSON)).text).text).toBe('');
  expect((await other.get('/es/my-learning/notes')).text).not.toContain('línea de base');
});

test('a save from an older window shows both texts and loses neither', async () => {
  const ana = await reader();
  await save(ana, 'Desde el teléfono', 0);
  const late = await save(ana, 'Desde la oficina', 0);
  expect(late.status).toBe(409);
  expect(late.text).toContain('Desde el teléfono');
  expect(shown(late.text)).toEqual({ text: 'Desde la oficina', version: 1 });
  expect(shown((await ana.get(LESSON)).text).text).toBe('Desde el teléfono');
  await save(ana, 'Las dos', 1);
  expect(shown((await ana.get(LESSON)).text)).toEqual({ text: 'Las dos', version: 2 });
});

test('the same save sent again changes nothing; fifty at once leave one', async () => {
  const ana = await reader();
  await ana.get(LESSON);
  const answers = await Promise.all(Array.from({ length: 50 }, () => save(ana, 'Una vez', 0)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  expect(shown((await ana.get(LESSON)).text)).toEqual({ text: 'Una vez', version: 1 });
});

test('a text that is too long comes back beside its sentence, and nothing is stored', async () => {
  const ana = await reader();
  const long = await save(ana, 'x'.repeat(10_001), 0);
  expect(long.status).toBe(422);
  expect(long.text).toContain('como máximo 10\u00a0000 caracteres');
  expect(shown(long.text).text).toHaveLength(10_001);
  expect(shown((await ana.get(LESSON)).text)).toEqual({ text: '', version: 0 });
});

test('a note is shown as it was typed, never as markup', async () => {
  const ana = await reader();
  await save(ana, '<img src=x onerror=alert(1)> "&amp;"', 0);
  for (const path of [LESSON, '/es/my-learning/notes'])
    expect((await ana.get(path)).text).not.toContain('<img src=x');
});

test('a lesson is bookmarked, listed, and let go', async () => {
  const ana = await reader();
  await ana.post(LESSON, `${LESSON}/bookmark`, { bookmarked: '1' });
  await ana.post(LESSON, `${LESSON}/bookmark`, { bookmarked: '1' });
  expect((await ana.get(LESSON)).text).toContain('Quitar la marca');
  expect((await ana.get('/es/my-learning/notes')).text).toContain(LESSON);
  await ana.post(LESSON, `${LESSON}/bookmark`, { bookmarked: '0' });
  expect((await ana.get('/es/my-learning/notes')).text).toContain('Todavía no hay apuntes');
});

test('nobody writes beside a lesson that is closed to them, or that does not exist', async () => {
  const ana = await reader();
  const closed = '/es/modules/dfa-expert-3/lessons/trends-and-use';
  expect((await ana.post('/es/account', `${closed}/note`, { text: 'x', version: '0' })).status).toBe(403);
  expect((await ana.post('/es/account', `${closed}/bookmark`, { bookmarked: '1' })).status).toBe(403);
  const none = '/es/modules/overview-2/lessons/none';
  expect((await ana.post('/es/account', `${none}/note`, { text: 'x', version: '0' })).status).toBe(404);
  expect((await ana.post(LESSON, `${LESSON}/note`, { text: 'x', version: 'y' })).status).toBe(422);
});
