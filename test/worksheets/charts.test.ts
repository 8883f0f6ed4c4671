import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { WorksheetSchema, type Worksheet } from '../../server/content/module.ts';
import { gapChart, stackedChart, timelineChart, translator } from '../../server/rendering/index.ts';
import { chartViews } from '../../server/worksheets/charts.view.ts';
import { EMPTY, type Filled } from '../../server/worksheets/saving.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const both = (text: string) => ({ es: text, en: text });
const column = (id: string, type: string, more: object = {}) => ({ id, type, title: both(id), ...more });
const filled = (cells: Record<string, number | string>): Filled => ({
  ...EMPTY,
  cells: Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, { value, since: 1 }])),
});
const sheet = (table: object, chart: object): Worksheet =>
  WorksheetSchema.parse({
    id: 'sheet',
    title: both('Hoja'),
    instructions: both('Llene.'),
    parts: [{ kind: 'table', id: 't', title: both('Tabla'), ...table }],
    charts: [{ id: 'c', title: both('Gráfico'), table: 't', ...chart }],
  });
const draw = (worksheet: Worksheet, cells: Record<string, number | string>) =>
  chartViews(worksheet, filled(cells), { language: 'es', t: translator('es') })[0]?.figure;

describe('the landscape', () => {
  const landscape = sheet(
    {
      columns: [column('y2021', 'number'), column('y2025', 'number')],
      groups: [
        { id: 'domestic-public', ...both('Públicos') },
        { id: 'domestic-private', ...both('Privados') },
      ],
      rows: [
        { id: 'tax', group: 'domestic-public', label: both('Impuestos') },
        { id: 'other', group: 'domestic-public', label: both('Otros') },
        { id: 'firms', group: 'domestic-private', label: both('Empresas') },
      ],
    },
    { kind: 'stacked', columns: ['y2021', 'y2025'] },
  );
  const cells = { 't/tax/y2021': 4160, 't/tax/y2025': 5600, 't/other/y2025': 900, 't/firms/y2025': 6200 };

  test('stacks the sums of the groups, says them in words and has them in its table', () => {
    const figure = draw(landscape, cells);
    expect(figure?.rows.map(({ label, cells: row }) => [label, ...row.map(({ text }) => text)])).toEqual([
      ['Públicos', '4160', '6500'],
      ['Privados', '', '6200'],
      ['Total', '4160', '12\u00a0700'],
    ]);
    expect(figure?.svg).toContain('role="img" aria-labelledby="w-sheet-chart-c-t w-sheet-chart-c-d"');
    expect(figure?.svg).toContain(
      '2 barras apiladas, de y2021 a y2025. Total: de 4160 a 12\u00a0700. Públicos: de 4160 a 6500. Privados: de — a 6200.',
    );
    expect(figure?.svg).toContain('<rect class="seg pn" x="50.16%" y="80" width="47.84%" height="30"/>');
  });

  test('is not drawn before there are figures', () => {
    expect(draw(landscape, {})).toBeNull();
  });

  test('stacks by a choice too, in a table that is filled freely', () => {
    const free = sheet(
      {
        columns: [
          column('family', 'choice', {
            choices: [
              { id: 'a', ...both('A') },
              { id: 'b', ...both('B') },
            ],
          }),
          column('x', 'number'),
        ],
        free: { start: 2, most: 5 },
      },
      { kind: 'stacked', columns: ['x'], by: 'family' },
    );
    const figure = draw(free, { 't/1/family': 'a', 't/1/x': 1, 't/2/family': 'b', 't/2/x': 3 });
    expect(figure?.rows.map(({ cells: row }) => row[0]?.text)).toEqual(['1', '3', '4']);
  });
});

test('the gap names what is missing and where it is widest', () => {
  const worksheet = sheet(
    {
      columns: [column('need', 'number'), column('have', 'number')],
      rows: ['Salud', 'Agua', 'Apoyo'].map((label, index) => ({ id: `r${index}`, label: both(label) })),
    },
    { kind: 'gap', need: 'need', available: 'have' },
  );
  const figure = draw(worksheet, {
    't/r0/need': 2150,
    't/r0/have': 1800,
    't/r1/need': 1150,
    't/r1/have': 750,
    't/r2/need': 300,
    't/r2/have': 300,
  });
  expect(figure?.svg).toContain('La brecha total es 750. La más ancha es la de Agua: 400.');
  expect(figure?.svg).toContain('>faltan 350</text>');
  expect(figure?.svg).toContain('>cubierta</text>');
});

test('the roadmap is a time line; a row without a date, or that ends before it starts, is told', () => {
  const worksheet = sheet(
    {
      columns: [column('what', 'text'), column('start', 'quarter'), column('end', 'quarter')],
      free: { start: 4, most: 8 },
    },
    { kind: 'timeline', label: 'what', start: 'start', end: 'end' },
  );
  const figure = draw(worksheet, {
    't/1/what': 'Fondo de preinversión',
    't/1/start': '2026-Q3',
    't/1/end': '2028-Q2',
    't/2/what': 'Decreto',
    't/2/start': '2026-Q2',
    't/2/end': '2026-Q2',
    't/3/start': '2027-Q1',
    't/4/start': '2027-Q2',
    't/4/end': '2027-Q1',
  });
  expect(figure?.svg).toContain('2 acciones en el tiempo. Fondo de preinversión: de 2026-T3 a 2028-T2.');
  expect(figure?.svg).toContain('<rect class="bar" x="0%" y="121" width="11.11%" height="14"/>');
  expect(figure?.note).toBe('2 filas no se dibujan: les falta una fecha o terminan antes de comenzar.');
});

describe('whatever the figures', () => {
  const figure = fc.oneof(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), fc.constantFrom(0, 1e-9, 1e12));
  const words = fc.string({ maxLength: 80 });
  const isSound = (svg: string) => {
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
    expect(svg.replace(/<[^<>]*>/g, '')).not.toMatch(/[<>]/);
    for (const [, x, width] of svg.matchAll(/<rect[^>]* x="([\d.]+)%"[^>]* width="([\d.]+)%"/g)) {
      expect(Number(x) + Number(width)).toBeLessThanOrEqual(100.02);
    }
  };
  const plain = (text: string) => text.replace(/NaN|Infinity|undefined|null/g, '');

  test('a chart stays within its frame, and no text becomes markup', () => {
    fc.assert(
      fc.property(
        words,
        fc.array(
          fc.record({
            label: words,
            values: fc.array(fc.option(figure), { minLength: 3, maxLength: 3 }),
            total: fc.option(figure),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        (title, bars) => {
          isSound(
            stackedChart('c', {
              title: plain(title),
              description: plain(title),
              bars: bars.map((bar) => ({ ...bar, label: plain(bar.label) })),
              fills: [0, 1, 3],
              write: (value) => value.toFixed(1),
            }),
          );
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ label: words.map(plain), need: figure, available: figure, verdict: words.map(plain) }),
          { minLength: 1, maxLength: 6 },
        ),
        (rows) => {
          isSound(gapChart('c', { title: 'x', description: 'x', rows }));
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            label: words.map(plain),
            from: fc.integer({ min: 0, max: 9_000 }),
            length: fc.integer({ min: 1, max: 400 }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (rows) => {
          isSound(
            timelineChart('c', {
              title: 'x',
              description: 'x',
              rows: rows.map(({ label, from, length }) => ({ label, from, to: from + length, when: 'x' })),
              ticks: [{ at: 4_000, label: '2000' }],
            }),
          );
        },
      ),
    );
  });
});

describe('on the page', () => {
  const PAGE = '/es/modules/overview-4/worksheets/landscape-basics';
  let rumbo: Awaited<ReturnType<typeof startRumbo>>;
  let learner: Visitor;
  beforeAll(async () => {
    rumbo = await startRumbo();
    learner = await rumbo.person('learner', 'rosa@example.org');
    await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  });
  afterAll(async () => await rumbo.stop());

  test('a chart stands under its worksheet, in the lesson and on paper, with its table', async () => {
    for (const path of [PAGE, `${PAGE}/print`, '/es/modules/overview-4/lessons/amounts-gdp-and-trends']) {
      const { text } = await learner.get(path);
      expect(text).toContain('2 barras apiladas, de 2021 a 2025. Total: de 15\u00a0800 a 19\u00a0550.');
      expect(text).toContain('Las cifras: Los flujos por familia, 2021 y 2025 (millones de PA)');
    }
  });

  test('the page’s script is given the chart anew with each save', async () => {
    const saved = await learner.post(
      PAGE,
      PAGE,
      { version: '0', 'c/reading/note': 'Nota' },
      { Accept: 'application/json' },
    );
    const { fragments } = saved.body as { fragments: Record<string, string> };
    expect(fragments['w-landscape-basics-charts']).toContain('<svg class="chart"');
    expect(fragments['w-landscape-basics-reading-solution']).toContain('lleva 1 de 3 celdas');
  });
});
