import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { text } from 'node:stream/consumers';
import { getTrack } from '../../server/catalogue/index.ts';
import type { Worksheet } from '../../server/content/module.ts';
import { WorksheetSchema } from '../../server/content/module.ts';
import { sheetNames, translator, writeWorkbook, type WorkbookSheet } from '../../server/rendering/index.ts';
import { csvOf } from '../../server/worksheets/export/csv.ts';
import { workbookSheets } from '../../server/worksheets/export/workbook.ts';
import { sampleCells } from '../../server/worksheets/sample.ts';
import { EMPTY, type Filled } from '../../server/worksheets/saving.ts';
import { computeBooks, hasOffice } from '../support/office.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const PAGE = '/es/modules/overview-3/worksheets/programme-matrix';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let learner: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  await learner.post(PAGE, PAGE, {
    version: '0',
    'c/programmes/1/programme': '=cmd()',
    'c/programmes/1/reason': '+1+cmd|calc',
    'c/programmes/1/budget': '520',
    'c/programmes/1/share': '95',
    'c/programmes/2/programme': 'Agua & "riesgo" <1>',
    'c/programmes/2/budget': '-230.5',
  });
});
afterAll(async () => await rumbo.stop());

/** The files of an archive as an unrelated library reads them. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

const filledWith = (
  values: Iterable<readonly [string, number | string | { es: string; en: string }]>,
): Filled => ({
  ...EMPTY,
  version: 1,
  cells: Object.fromEntries([...values].map(([key, value]) => [key, { value, since: 1 }])),
});
const exported = (worksheet: Worksheet, filled: Filled) => ({
  worksheet,
  filled,
  about: [],
  language: 'es' as const,
  t: translator('es'),
});

describe('a worksheet as a workbook', () => {
  test('computes by live formulas, with what they give for those who only look', async () => {
    const answer = await learner.download(`${PAGE}/xlsx`);
    expect(answer.headers['content-disposition']).toBe('attachment; filename=rumbo-programme-matrix-es.xlsx');
    const sheet = (await unzip(answer.body as Buffer)).get('xl/worksheets/sheet2.xml') ?? '';
    expect(sheet).toMatch(/<c r="F4"[^>]*><f>IF\(COUNT\(D4,E4\)=2,D4\*E4\/100,""\)<\/f><v>494<\/v><\/c>/);
    // The second row has no share yet.
    expect(sheet).toMatch(/<c r="F5"[^>]*><f>IF\(COUNT\(D5,E5\)=2,D5\*E5\/100,""\)<\/f><\/c>/);
    expect(sheet).toMatch(
      /<c r="D7"[^>]*><f>IF\(COUNT\(D4:D6\)&gt;0,SUM\(D4:D6\),""\)<\/f><v>289.5<\/v><\/c>/,
    );
  });

  test('keeps what a person wrote as a text, never as a formula', async () => {
    const files = await unzip((await learner.download(`${PAGE}/xlsx`)).body as Buffer);
    const formulas = [...files.values()].flatMap((file) =>
      [...file.matchAll(/<f>([^<]*)<\/f>/g)].map(([, one]) => one),
    );
    expect(formulas.filter((one) => one?.includes('cmd'))).toEqual([]);
    expect(files.get('xl/sharedStrings.xml')).toContain('=cmd()');
    expect(files.get('xl/sharedStrings.xml')).toContain(
      'Agua &amp; &quot;riesgo&quot; &lt;1&gt;'.replaceAll('&quot;', '"'),
    );
    // Written as the format “text”, it stays one when somebody edits the cell.
    expect(files.get('xl/styles.xml')).toMatch(/numFmtId="49"|formatCode="@"/);
  });

  test('has sheets whose names a workbook takes', () => {
    const names = sheetNames([
      'Flujos [2021/2025]: *?',
      "'Flujos'",
      'flujos',
      'f'.repeat(40),
      'f'.repeat(40),
      '',
    ]);
    expect(names).toEqual([
      'Flujos 2021 2025',
      'Flujos',
      'flujos 2',
      'f'.repeat(31),
      `${'f'.repeat(27)} 2`,
      '6',
    ]);
  });

  test('is for its owner’s eyes: a stranger is asked to sign in, who is not enrolled is refused', async () => {
    expect((await rumbo.visitor().get(`${PAGE}/xlsx`)).status).toBe(303);
    const other = await rumbo.person('learner', 'luis@example.org');
    expect((await other.get(`${PAGE}/xlsx`)).status).toBe(403);
    expect((await other.get(`${PAGE}/csv`)).status).toBe(403);
    expect((await other.get(`${PAGE}/print`)).status).toBe(403);
  });
});

test('a worksheet as CSV: figures as figures, and no text becomes a formula', async () => {
  const answer = await learner.get(`${PAGE}/csv`);
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = answer.text.split('\r\n');
  expect(lines).toContain("1,'=cmd(),,520,95,494,'+1+cmd|calc");
  expect(lines).toContain('2,"Agua & ""riesgo"" <1>",,-230.5,,,');
  expect(lines).toContain('Total,,,289.5,,494,');
});

test('a worksheet on paper shows what was filled in, and blanks to write on', async () => {
  const { text: page } = await learner.get(`${PAGE}/print`);
  expect(page).toContain('Ana Prueba. Guardado hoy');
  expect(page).toContain('>&#x3D;cmd()</td>');
  expect(page).toContain('data-label="Monto alineado" dir="auto">494</td>');
  expect(page).toContain('<span class="blank"></span>');
  expect(page).not.toMatch(/<(?:input|textarea|select)(?![^>]*type="hidden")/);
});

test('an empty worksheet can be taken along too', async () => {
  for (const track of ['overview', 'dfa-expert']) {
    for (const { content } of (await getTrack(track)).published) {
      for (const worksheet of content.worksheets) {
        const bytes = await writeWorkbook(workbookSheets(exported(worksheet, EMPTY)));
        expect(bytes.subarray(0, 2).toString()).toBe('PK');
        expect(csvOf(exported(worksheet, EMPTY))).toContain(worksheet.title.es);
      }
    }
  }
});

/** Formulas without what they give: whoever shows a figure has computed it. */
const uncomputed = (sheets: WorkbookSheet[]): WorkbookSheet[] =>
  sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) =>
      row.map((cell) => (cell && 'formula' in cell ? { ...cell, result: null } : cell)),
    ),
  }));

/** Where the office's figure is not ours. */
function differences(
  name: string,
  sheets: WorkbookSheet[],
  computed: ReadonlyMap<string, string[][]>,
): string[] {
  return sheets.flatMap((sheet) => {
    const theirs = computed.get(`${name}-${sheet.name}`);
    return sheet.rows.flatMap((row, y) =>
      row.flatMap((cell, x) => {
        if (!cell || !('formula' in cell)) return [];
        const shown = theirs?.[y]?.[x] ?? 'nothing';
        const isSame =
          cell.result === null
            ? shown === ''
            : Math.abs(Number(shown) - cell.result) <= 1e-9 * Math.max(1, Math.abs(cell.result));
        return isSame && (cell.result === null || shown !== '')
          ? []
          : [`${sheet.name} ${x},${y}: ${cell.formula} is ${shown}, here ${cell.result ?? 'nothing'}`];
      }),
    );
  });
}

(hasOffice ? describe : describe.skip)('in LibreOffice (skipped where there is no /usr/bin/soffice)', () => {
  test('every worksheet of every module computes as on its page, filled and half filled', async () => {
    const books = new Map<string, { sheets: WorkbookSheet[]; bytes: Buffer }>();
    for (const track of ['overview', 'dfa-expert']) {
      for (const { id, content } of (await getTrack(track)).published) {
        for (const worksheet of content.worksheets) {
          const sample = [...sampleCells(worksheet)];
          for (const [how, values] of [
            ['whole', sample],
            ['half', sample.filter((_, index) => index % 3 !== 0)],
          ] as const) {
            const sheets = workbookSheets(exported(worksheet, filledWith(values)));
            books.set(`${id}-${worksheet.id}-${how}`, {
              sheets,
              bytes: await writeWorkbook(uncomputed(sheets)),
            });
          }
        }
      }
    }
    const computed = await computeBooks(new Map([...books].map(([name, { bytes }]) => [name, bytes])));
    expect([...books].flatMap(([name, { sheets }]) => differences(name, sheets, computed))).toEqual([]);
    const formulas = [...books.values()].flatMap(({ sheets }) => sheets.flatMap(({ rows }) => rows.flat()));
    expect(
      formulas.filter((cell) => cell && 'formula' in cell && cell.result !== null).length,
    ).toBeGreaterThan(200);
  });

  test('whatever formula, it computes as here', async () => {
    const name = fc.constantFrom(
      'a',
      'b',
      'c',
      'level',
      'list.total.x',
      'list.one.x',
      'list.group.x',
      'list.total.grade',
    );
    const figure = fc.constantFrom('0', '1', '2.5', '100');
    const formula = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        name,
        figure,
        fc
          .tuple(tie('node'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), tie('node'))
          .map(([a, sign, b]) => `(${a}${sign}${b})`),
        fc
          .tuple(tie('node'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), tie('node'))
          .map((all) => all.join('')),
        tie('node').map((one) => `-${one}`),
        tie('node').map((one) => `abs(${one})`),
        tie('node').map((one) => `round(${one}, 2)`),
        fc
          .tuple(fc.constantFrom('sum', 'min', 'max'), tie('node'), tie('node'))
          .map(([how, a, b]) => `${how}(${a}, ${b})`),
      ),
    })).node;
    const formulas = fc.sample(formula, { numRuns: 200, seed: 7 }).filter((one) => one.length < 300);
    const worksheet = WorksheetSchema.parse({
      id: 'any',
      title: { es: 'x', en: 'x' },
      instructions: { es: 'x', en: 'x' },
      parts: [
        {
          kind: 'table',
          id: 'list',
          title: { es: 'Lista', en: 'List' },
          groups: [{ id: 'group', es: 'Grupo', en: 'Group' }],
          rows: ['one', 'two', 'three'].map((id) => ({ id, group: 'group', label: { es: id, en: id } })),
          columns: [
            { id: 'x', type: 'number', title: { es: 'x', en: 'x' }, total: true },
            {
              id: 'grade',
              type: 'choice',
              title: { es: 'g', en: 'g' },
              choices: grades(),
              total: 'average(grade)',
            },
            {
              id: 'share',
              type: 'percent',
              title: { es: 's', en: 's' },
              formula: 'x * grade / total(x) * count(grade)',
            },
          ],
        },
        ...chunks(formulas, 40).map((some, index) => ({
          kind: 'form',
          id: `f${index}`,
          title: { es: `F${index}`, en: `F${index}` },
          fields: [
            ...['a', 'b', 'c'].map((id) => ({ id, type: 'number', label: { es: id, en: id } })),
            { id: 'level', type: 'choice', label: { es: 'l', en: 'l' }, choices: grades() },
            ...some.map((one, at) => ({
              id: `r${at}`,
              type: 'number',
              label: { es: one, en: one },
              formula: one,
            })),
          ],
        })),
      ],
    });
    const inputs = fc.sample(
      fc.record({
        a: fc.option(fc.constantFrom(0, 3, -2.5)),
        b: fc.option(fc.constantFrom(0, 7, 1e6)),
        c: fc.option(fc.constantFrom(1, 0.1)),
        level: fc.option(fc.constantFrom('low', 'high')),
        x: fc.array(fc.option(fc.constantFrom(0, 4, -1.5)), { minLength: 3, maxLength: 3 }),
        grade: fc.option(fc.constantFrom('low', 'high')),
      }),
      { numRuns: 6, seed: 11 },
    );
    const books = inputs.map(({ x, grade, ...fields }) => {
      const values = new Map<string, number | string>();
      for (const { id } of worksheet.parts)
        for (const [field, value] of Object.entries(fields))
          if (id !== 'list' && value !== null) values.set(`${id}/${field}`, value);
      for (const [row, value] of x.entries())
        if (value !== null) values.set(`list/${['one', 'two', 'three'][row] ?? ''}/x`, value);
      if (grade !== null) values.set('list/two/grade', grade);
      return workbookSheets(exported(worksheet, filledWith(values)));
    });
    const bytes = await Promise.all(books.map(async (sheets) => await writeWorkbook(uncomputed(sheets))));
    const computed = await computeBooks(new Map(bytes.map((one, index) => [`book${index}`, one])));
    expect(books.flatMap((sheets, index) => differences(`book${index}`, sheets, computed))).toEqual([]);
  });
});

function grades() {
  return [
    { id: 'low', es: 'Baja "1"', en: 'Low', value: 1 },
    { id: 'high', es: 'Alta', en: 'High', value: 3.5 },
  ];
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
