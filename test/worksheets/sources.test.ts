/** Values that were not typed: Altamar's example, the model solution, another worksheet. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { UserModel } from '../../server/accounts/index.ts';
import { getModule, getTrack } from '../../server/catalogue/index.ts';
import { admit } from '../../server/learning/index.ts';
import { allTypedCells } from '../../server/worksheets/cells.ts';
import { WorksheetModel } from '../../server/worksheets/index.ts';
import { sampleCells } from '../../server/worksheets/sample.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const INSTITUTIONS = '/es/modules/overview-1/worksheets/my-institutions';
const BASICS = '/es/modules/overview-4/worksheets/landscape-basics';
const MATRIX = '/es/modules/overview-3/worksheets/programme-matrix';
const ALIGNMENT = '/es/modules/dfa-expert-4/worksheets/alignment-matrix';
const LANDSCAPE = '/es/modules/dfa-expert-3/worksheets/landscape';
const GAP = '/es/modules/dfa-expert-2/worksheets/needs-and-gap';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const user = String((await UserModel.findOne({ email: 'rosa@example.org' }).lean())?._id);
  await admit(user, await getTrack('dfa-expert'), user);
});
beforeEach(async () => {
  await WorksheetModel.deleteMany({});
});
afterAll(async () => await rumbo.stop());

const page = async (url: string) => (await learner.get(url)).text;
/** Sends the form with its version, as the page shows it. */
const send = async (url: string, fields: Record<string, string>) => {
  const version = /name="version" value="(\d+)"/.exec(await page(url))?.[1] ?? '0';
  return await learner.post(url, url, { version, ...fields });
};
const stored = async (url: string) => {
  const [, , , module, , worksheet] = url.split('/');
  return await WorksheetModel.findOne({ module: module ?? '', worksheet: worksheet ?? '' }).lean();
};
const valueOf = async (url: string, key: string) => (await stored(url))?.cells[key]?.value;

describe('the example', () => {
  const OWN = { 'c/functions/plan/lead': 'SEGEPLAN' };

  test('fills empty cells only, in the language of whoever looks, and is marked', async () => {
    await send(INSTITUTIONS, { ...OWN, do: 'sample' });
    expect(await valueOf(INSTITUTIONS, 'functions/plan/lead')).toBe('SEGEPLAN');
    expect(await page(INSTITUTIONS)).toContain('Ministerio de Finanzas');
    const english = await page(INSTITUTIONS.replace('/es', '/en'));
    expect(english).toContain('Ministry of Finance');
    expect(english).toContain('Data of Altamar, a fictional country');
  });

  test('saved again without a change it stays the example, in both languages', async () => {
    await send(INSTITUTIONS, { do: 'sample' });
    const version = (await stored(INSTITUTIONS))?.version;
    await send(INSTITUTIONS, { 'c/functions/budget/lead': 'Ministerio de Finanzas' });
    await send(INSTITUTIONS.replace('/es', '/en'), { 'c/functions/budget/lead': 'Ministry of Finance' });
    expect((await stored(INSTITUTIONS))?.version).toBe(version);
    await send(INSTITUTIONS, { 'c/functions/budget/lead': 'Mi ministerio' });
    expect((await stored(INSTITUTIONS))?.cells['functions/budget/lead']).toMatchObject({
      value: 'Mi ministerio',
    });
    expect((await stored(INSTITUTIONS))?.cells['functions/budget/lead']).not.toHaveProperty('origin');
  });

  test('replaces own values only when asked to, and is taken away without them', async () => {
    await send(INSTITUTIONS, { ...OWN, do: 'sample' });
    await send(INSTITUTIONS, { do: 'unsample' });
    expect(await valueOf(INSTITUTIONS, 'functions/plan/lead')).toBe('SEGEPLAN');
    expect(await valueOf(INSTITUTIONS, 'functions/budget/lead')).toBeNull();
    expect(await page(INSTITUTIONS)).toContain('Reemplazar también una celda que usted llenó');
    await send(INSTITUTIONS, { do: 'sample-all' });
    expect(await valueOf(INSTITUTIONS, 'functions/plan/lead')).toMatchObject({ en: 'Ministry of Planning' });
  });

  test('every value of every sample has a cell that takes it', async () => {
    const modules = await Promise.all(
      ['overview', 'dfa-expert'].map(async (track) => (await getTrack(track)).published),
    );
    for (const { id, content } of modules.flat()) {
      for (const worksheet of content.worksheets) {
        const written = Object.entries(worksheet.sample ?? {}).flatMap(([part, entries]) => {
          const isForm = worksheet.parts.some((one) => one.id === part && one.kind === 'form');
          return Object.entries(entries).flatMap(([name, cells]) =>
            isForm
              ? [`${part}/${name}`]
              : Object.keys(cells as object).map((column) => `${part}/${name}/${column}`),
          );
        });
        const taken = sampleCells(worksheet);
        expect({ id, worksheet: worksheet.id, lost: written.filter((key) => !taken.has(key)) }).toEqual({
          id,
          worksheet: worksheet.id,
          lost: [],
        });
        expect([...taken.keys()].every((key) => allTypedCells(worksheet).has(key))).toBe(true);
      }
    }
  });
});

describe('the model solution', () => {
  const rows = ['other-revenue', 'borrowing-domestic', 'borrowing-external', 'oda-grants', 'oda-loans'];
  /** Fifteen of the twenty-six cells that the solution fills in the table. */
  const half = Object.fromEntries(
    rows.flatMap((row) =>
      ['share2021', 'share2025', 'change'].map((column) => [`c/flows/${row}/${column}`, '1']),
    ),
  );

  test('is closed, and cannot be loaded, before a try of one’s own', async () => {
    const before = await page(BASICS);
    expect(before).toContain(
      'La solución modelo se abre cuando usted llena la mitad de esta parte: lleva 0 de 13 celdas.',
    );
    expect(before).not.toContain('<summary>Solución modelo</summary>');
    expect(before).not.toContain('value="sample"');
    await send(BASICS, { do: 'sample' });
    await send(BASICS, { do: 'sample-all' });
    expect(await stored(BASICS)).toBeNull();
  });

  test('opens for the part that was tried, beside one’s own values', async () => {
    await send(BASICS, { ...half, 'c/flows/other-revenue/share2025': '2.3' });
    const after = await page(BASICS);
    expect(after.match(/<summary>Solución modelo<\/summary>/g)).toHaveLength(1);
    expect(after).toMatch(
      /Otros ingresos públicos \(sin donaciones\), % del PIB 2025<\/th>.*?Coincide.*?2\.3<\/span>.*?2\.3<\/td>/s,
    );
    expect(after).toContain('lleva 0 de 3 celdas');
    await send(BASICS, { do: 'sample' });
    expect(await valueOf(BASICS, 'flows/remittances/change')).toBe(39.7);
    expect(await valueOf(BASICS, 'flows/other-revenue/share2021')).toBe(1);
    expect(await valueOf(BASICS, 'reading/note')).toBeUndefined();
  });

  test('what was loaded is no try of one’s own', async () => {
    await send(BASICS, half);
    await send(BASICS, { do: 'sample' });
    const emptied = Object.fromEntries(Object.keys(half).map((name) => [name, '']));
    await send(BASICS, emptied);
    expect(await page(BASICS)).toContain('lleva 0 de 13 celdas');
  });
});

describe('values from another worksheet', () => {
  test('are offered, brought when asked, and marked with where they come from', async () => {
    expect(await page(ALIGNMENT)).toContain('todavía no los tiene');
    await send(MATRIX, {
      'c/programmes/1/programme': 'Agua',
      'c/programmes/1/budget': '520',
      'c/programmes/1/share': '95',
    });
    expect(await page(ALIGNMENT)).toContain('«La matriz de mi ministerio» (módulo 3) tiene 3 valores');
    await send(ALIGNMENT, { do: 'carry:0' });
    const after = await page(ALIGNMENT);
    expect(after).toContain('Viene de «La matriz de mi ministerio» (módulo 3)');
    expect(after).toContain('data-computed="own-country/1/aligned">494<');
    expect((await stored(ALIGNMENT))?.cells['own-country/1/budget']).toMatchObject({
      value: 520,
      origin: 'overview-3/programme-matrix',
    });
  });

  test('that changed there are refreshed when asked; what was typed here stays', async () => {
    await send(MATRIX, {
      'c/programmes/1/programme': 'Agua',
      'c/programmes/1/budget': '520',
      'c/programmes/1/share': '95',
    });
    await send(ALIGNMENT, { 'c/own-country/1/programme': 'Agua y saneamiento', do: 'carry:0' });
    await send(MATRIX, { 'c/programmes/1/budget': '600' });
    expect(await valueOf(ALIGNMENT, 'own-country/1/budget')).toBe(520);
    const changed = await page(ALIGNMENT);
    expect(changed).toContain('cambió un valor después de que usted lo trajo');
    expect(changed).toContain('Actualizar el valor');
    await send(ALIGNMENT, { do: 'carry:0' });
    expect(await valueOf(ALIGNMENT, 'own-country/1/budget')).toBe(600);
    expect(await valueOf(ALIGNMENT, 'own-country/1/programme')).toBe('Agua y saneamiento');
    await send(ALIGNMENT, { do: 'carry-all:0' });
    expect(await valueOf(ALIGNMENT, 'own-country/1/programme')).toBe('Agua');
  });

  test('the landscape feeds the gap: what its figures add up to', async () => {
    const { module } = await getModule('dfa-expert-3');
    const landscape = module.content.worksheets.find(({ id }) => id === 'landscape');
    const flows = landscape ? [...sampleCells(landscape)].filter(([key]) => key.startsWith('flows/')) : [];
    await send(
      LANDSCAPE,
      Object.fromEntries(flows.map(([key, value]) => [`c/${key}`, String(value as number)])),
    );
    await send(GAP, {
      'c/available-money/interest': '720',
      'c/available-money/amortisation': '680',
      do: 'carry:0',
    });
    expect(await valueOf(GAP, 'available-money/resources')).toBe(8100);
    expect(await page(GAP)).toContain('data-computed="available-money/left">6700<');
  });

  test('are one’s own, never another person’s', async () => {
    await send(MATRIX, { 'c/programmes/1/budget': '520' });
    const other = await rumbo.person('learner', 'luis@example.org');
    const user = String((await UserModel.findOne({ email: 'luis@example.org' }).lean())?._id);
    await admit(user, await getTrack('dfa-expert'), user);
    expect((await other.get(ALIGNMENT)).text).toContain('todavía no los tiene');
  });
});
