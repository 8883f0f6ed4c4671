import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { getModule } from '../../server/catalogue/index.ts';
import { WorksheetModel } from '../../server/worksheets/index.ts';
import { saveCells } from '../../server/worksheets/saving.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const PAGE = '/es/modules/overview-4/worksheets/landscape-basics';
const LESSON = '/es/modules/overview-4/lessons/amounts-gdp-and-trends';
const SHARE = 'c/flows/other-revenue/share2025';
const CHANGE = 'c/flows/other-revenue/change';
const NOTE = 'c/reading/note';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
let user: string;
beforeAll(async () => {
  rumbo = await startRumbo();
  learner = await rumbo.person('learner', 'rosa@example.org');
  user = String((await UserModel.findOne({ email: 'rosa@example.org' }).lean())?._id);
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
});
beforeEach(async () => {
  await WorksheetModel.deleteMany({});
});
afterAll(async () => await rumbo.stop());

const stored = async () => await WorksheetModel.findOne({ user, worksheet: 'landscape-basics' }).lean();
const valueOf = async (name: string) => (await stored())?.cells[name.slice(2)]?.value;
const save = async (fields: Record<string, string>, page = PAGE) =>
  await learner.post(page, PAGE, { version: '0', ...fields });
/** What the field of that name holds on a page. */
const shown = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ??
  new RegExp(`name="${name}"[^>]*>\\n([^<]*)<`).exec(html)?.[1];

test('what is saved is there again, in the lesson, on its own page and in the other language', async () => {
  const answer = await save({ [SHARE]: '2,3', [NOTE]: 'Los préstamos de AOD no se suman dos veces.' });
  expect(answer.headers.location).toBe(`${PAGE}#w-landscape-basics-form`);
  for (const page of [PAGE, LESSON, PAGE.replace('/es', '/en')]) {
    const { text } = await learner.get(page);
    expect(shown(text, SHARE)).toBe('2.3');
    expect(shown(text, NOTE)).toBe('Los préstamos de AOD no se suman dos veces.');
  }
  expect(await WorksheetModel.countDocuments()).toBe(1);
  expect(JSON.stringify((await stored())?.cells)).not.toMatch(/"(es|en)"/);
});

test('saved from a lesson, one is back in the lesson', async () => {
  const answer = await save({ [SHARE]: '2.3', lesson: 'amounts-gdp-and-trends' }, LESSON);
  expect(answer.headers.location).toBe(`${LESSON}#w-landscape-basics-form`);
  expect((await learner.get(LESSON)).text).toMatch(/Guardado hoy a las \d\d:\d\d, versión 1/);
});

test('a text in a column of numbers is told beside its cell, kept in it, and nothing is stored', async () => {
  const answer = await save({ [SHARE]: 'bastante', [CHANGE]: '12.5', 'c/own-country/1/flow': '=cmd()' });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('<title>Error: Hoja de trabajo');
  expect(answer.text).toContain('Escriba un número, como 1234.5');
  expect(answer.text).toContain(
    'Otros ingresos públicos (sin donaciones), % del PIB 2025. Escriba un número',
  );
  expect(shown(answer.text, SHARE)).toBe('bastante');
  expect(shown(answer.text, CHANGE)).toBe('12.5');
  expect(shown(answer.text, 'c/own-country/1/flow')).toBe('&#x3D;cmd()');
  expect(await stored()).toBeNull();
});

test.each([
  [{ [SHARE]: '9999999999999' }, 'Escriba un número de hasta doce cifras'],
  [{ 'c/flows/tax/mark': 'third' }, 'Elija una opción de la lista'],
  [{ 'c/own-country/1/flow': 'a'.repeat(501) }, 'Acorte el texto'],
  [{ 'c/own-country/13/flow': 'Remesas' }, 'La tabla no llega hasta esta fila'],
])('%j is refused with a sentence', async (fields, sentence) => {
  const answer = await save(fields);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(sentence);
  expect(await stored()).toBeNull();
});

test('10,000 rows are refused, and nothing is stored', async () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => [`c/own-country/${row + 1}/flow`, 'Remesas']);
  const answer = await save(Object.fromEntries(rows) as Record<string, string>);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('demasiado grande');
  expect(await stored()).toBeNull();
});

test('cells that are given or computed, or that do not exist, cannot be written', async () => {
  await save({ 'c/flows/tax/y2025': '1', 'c/flows/tax/points': '1', 'c/nowhere/a': '1', [SHARE]: '2.3' });
  expect(Object.keys((await stored())?.cells ?? {})).toEqual(['flows/other-revenue/share2025']);
});

test('a text of any script stays as it was written', async () => {
  await save({ 'c/own-country/1/flow': ' وزارة المالية ', [NOTE]: 'Uno.\r\nDos.' });
  expect(await valueOf('c/own-country/1/flow')).toBe('وزارة المالية');
  expect(await valueOf(NOTE)).toBe('Uno.\nDos.');
});

test('two tabs that write into different cells both keep what they wrote', async () => {
  await save({ [SHARE]: '2.3', [CHANGE]: '' });
  await save({ [SHARE]: '', [CHANGE]: '12.5' });
  expect([await valueOf(SHARE), await valueOf(CHANGE)]).toEqual([2.3, 12.5]);
});

test('where two tabs wrote into one cell both versions are shown, and nothing is stored until one is chosen', async () => {
  await save({ [SHARE]: '2.3', [CHANGE]: '12.5' });
  const answer = await save({ [SHARE]: '2.5', [CHANGE]: '12.5', [NOTE]: 'Nota.' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('Lo que escribió aquí: 2.5');
  expect(answer.text).toMatch(/Lo guardado hoy a las \d\d:\d\d: 2\.3/);
  expect(shown(answer.text, NOTE)).toBe('Nota.');
  expect([await valueOf(SHARE), await valueOf(NOTE)]).toEqual([2.3, undefined]);
  const chosen = { version: '1', [SHARE]: '2.5', [CHANGE]: '12.5', [NOTE]: 'Nota.' };
  await save({ ...chosen, 'keep/flows/other-revenue/share2025': 'theirs' });
  expect([await valueOf(SHARE), await valueOf(NOTE)]).toEqual([2.3, 'Nota.']);
  await save({ ...chosen, version: '2', 'keep/flows/other-revenue/share2025': 'mine' });
  expect(await valueOf(SHARE)).toBe(2.5);
});

test('a cell that was emptied elsewhere is a version too', async () => {
  await save({ [SHARE]: '2.3' });
  await save({ version: '1', [SHARE]: '' });
  const answer = await save({ version: '1', [SHARE]: '2.4' });
  expect(answer.status).toBe(409);
  expect(answer.text).toContain('(vacía)');
});

test('fifty saves of the same at once make one version; fifty of different cells lose none', async () => {
  const { module } = await getModule('overview-4');
  const place = { user, module, worksheet: 'landscape-basics' };
  const same = { base: 0, values: new Map([['flows/other-revenue/share2025', 2.3]]), rows: {} };
  const results = await Promise.all(Array.from({ length: 50 }, async () => await saveCells(place, same)));
  expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 50 }, () => 'saved'));
  expect((await stored())?.version).toBe(1);
  const keys = Array.from({ length: 12 }, (_, row) =>
    ['flow', 'holder', 'latest-year', 'family'].map((column) => `own-country/${row + 1}/${column}`),
  ).flat();
  await Promise.all(
    keys.map(async (key) => await saveCells(place, { base: 0, values: new Map([[key, key]]), rows: {} })),
  );
  const cells = (await stored())?.cells ?? {};
  expect(keys.filter((key) => cells[key]?.value !== key)).toEqual([]);
  expect((await stored())?.version).toBe(1 + keys.length);
});

test('rows are added and taken away once for each press', async () => {
  const form = {
    version: '0',
    'rows/own-country': '4',
    'c/own-country/1/flow': 'A',
    'c/own-country/2/flow': 'B',
  };
  const add = { ...form, do: 'row:own-country' };
  await Promise.all([save(add), save(add)]);
  expect((await stored())?.rows).toEqual({ 'own-country': 5 });
  const version = String((await stored())?.version);
  const drop = { ...form, version, do: 'drop:own-country/1' };
  await save(drop);
  await save(drop);
  expect([await valueOf('c/own-country/1/flow'), await valueOf('c/own-country/2/flow')]).toEqual(['B', null]);
  expect((await stored())?.rows).toEqual({ 'own-country': 4 });
});

test('the page’s script is told the version, what others changed, what is wrong and what clashes', async () => {
  const send = async (fields: Record<string, string>) =>
    await learner.post(PAGE, PAGE, fields, { Accept: 'application/json' });
  await save({ [CHANGE]: '12.5' });
  const saved = await send({ version: '0', [SHARE]: '2.3' });
  expect(saved.body).toMatchObject({ version: 2, others: { 'flows/other-revenue/change': '12.5' } });
  const wrong = await send({ version: '2', [SHARE]: 'x' });
  expect({ status: wrong.status, body: wrong.body as unknown }).toEqual({
    status: 422,
    body: { problems: { 'flows/other-revenue/share2025': 'Escriba un número, como 1234.5' } },
  });
  const clash = await send({ version: '0', [CHANGE]: '13' });
  expect({ status: clash.status, body: clash.body as unknown }).toEqual({
    status: 409,
    body: { conflicts: ['flows/other-revenue/change'] },
  });
});

test('a worksheet is its owner’s: another person sees an empty one, who is not enrolled none', async () => {
  await save({ [SHARE]: '2.3' });
  const other = await rumbo.person('learner', 'luis@example.org');
  expect((await other.get(PAGE)).status).toBe(403);
  await other.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  expect(shown((await other.get(PAGE)).text, SHARE)).toBe('');
  await other.post(PAGE, PAGE, { version: '1', [SHARE]: '9' });
  expect(await valueOf(SHARE)).toBe(2.3);
  expect((await learner.get('/es/modules/overview-4/worksheets/nothing')).status).toBe(404);
});
