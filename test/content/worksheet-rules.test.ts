import { expect, test } from '@jest/globals';
import { load } from './support/folder.ts';

const both = (text: string) => `{ es: ${text}, en: ${text} }`;
const column = (id: string, rest = 'type: number') => `      - { id: ${id}, title: ${both(id)}, ${rest} }`;

/** A table `flows` of the given columns and rows, then whatever else the worksheet says. */
const sheet = (
  columns: string[],
  { rows = '    rows: [{ id: tax, label: { es: a, en: a } }]', more = '' } = {},
) =>
  [
    'id: sheet',
    `title: ${both('Hoja')}`,
    `instructions: ${both('Complete.')}`,
    'parts:',
    '  - kind: table',
    '    id: flows',
    `    title: ${both('Flujos')}`,
    '    columns:',
    ...columns,
    rows,
    more,
  ].join('\n');

const faults = (yaml: string) =>
  load({ es: '{{worksheet:sheet}}', files: { 'worksheets/sheet.yaml': yaml } })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ line, message }) => `${line}: ${message.en}`);

const plain = [column('need'), column('available')];

test('formulas over the row, totals, groups and other parts are fine', () => {
  const columns = [
    ...plain,
    column('gap', 'type: number, formula: need - available, total: true'),
    column('share', "type: percent, formula: 'gap / flows.total.gap * 100', total: 'gap / need * 100'"),
  ];
  const rows = `    groups: [{ id: public, es: a, en: a }]
    rows: [{ id: tax, group: public, label: { es: a, en: a } }]`;
  const more = `  - kind: form
    id: frame
    title: ${both('Marco')}
    fields:
      - { id: gdp, type: number, label: ${both('PIB')} }
      - { id: of-gdp, type: percent, label: ${both('Del')}, formula: flows.public.gap / gdp * 100 }`;
  expect(faults(sheet(columns, { rows, more }))).toEqual([]);
});

test.each([
  ['need -', 'The formula “need -” cannot be read.'],
  ['need - gdp', 'The formula names “gdp”, which does not exist in this worksheet.'],
  ['flows.aid.need', 'The formula names “flows.aid.need”, which does not exist in this worksheet.'],
  ['total(aid)', 'The formula names “aid”, which does not exist in this worksheet.'],
  ['gap + 1', 'The formula depends on itself, perhaps through another one.'],
  ['flows.total.gap', 'The formula depends on itself, perhaps through another one.'],
])('the formula %j is told', (formula, sentence) => {
  const columns = [...plain, column('gap', `type: number, formula: '${formula}', total: true`)];
  expect(faults(sheet(columns))).toEqual([`11: ${sentence}`]);
});

test('only figures are computed and added up', () => {
  const columns = [column('name', 'type: text, total: true'), column('twice', 'type: date, formula: 1 + 1')];
  const sentence = 'Only columns of the types number and percent are computed and added up.';
  expect(faults(sheet(columns))).toEqual([`9: ${sentence}`, `10: ${sentence}`]);
});

test('rows, groups and their sums keep apart', () => {
  const rows = `    groups: [{ id: public, es: a, en: a }]
    rows:
      - { id: public, group: public, label: { es: a, en: a } }
      - { id: total, group: private, label: { es: a, en: a } }`;
  expect(faults(sheet(plain, { rows }))).toEqual([
    '13: “public” cannot be a row’s id: it is a group’s, or the total’s.',
    '14: Each row stands in one of the table’s groups (groups).',
    '14: “total” cannot be a row’s id: it is a group’s, or the total’s.',
  ]);
});

test('a free table starts within its limits, and no worksheet is too large to send', () => {
  expect(faults(sheet(plain, { rows: '    free: { start: 3, most: 2 }' }))).toEqual([
    '11: “start” is not larger than “most”.',
  ]);
  const many = Array.from({ length: 7 }, (_, index) => column(`c${index}`));
  expect(faults(sheet(many, { rows: '    free: { start: 3, most: 200 }' }))).toEqual([
    '5: The worksheet has more than 1200 cells to fill in; split it in two.',
  ]);
  expect(faults(sheet(plain, { rows: '    free: { start: 3, most: 10000 }' }))).toContain(
    '11: “parts.0.free.most” is too long or too large.',
  );
});

test('charts draw columns that they can draw', () => {
  const columns = [
    ...plain,
    column('family', 'type: choice, choices: [{ id: a, es: a, en: a }]'),
    column('start', 'type: quarter'),
    column('end', 'type: date'),
  ];
  const chart = (rest: string) => `charts:\n  - { id: c, title: ${both('Gráfico')}, table: flows, ${rest} }`;
  const of = (rest: string, rows?: string) =>
    faults(sheet(columns, { ...(rows === undefined ? {} : { rows }), more: chart(rest) })).map((one) =>
      one.slice(4),
    );
  expect(of('kind: stacked, columns: [need, available], by: family')).toEqual([]);
  expect(of('kind: gap, need: need, available: available')).toEqual([]);
  expect(of('kind: stacked, columns: [need]')).toEqual([
    'Bars are stacked by the rows’ groups (groups) or by a choice column (by).',
  ]);
  const five = ['a', 'b', 'c', 'd', 'e'];
  const groups = five.map((id) => `{ id: ${id}, es: a, en: a }`).join(', ');
  expect(
    of(
      'kind: stacked, columns: [need]',
      `    groups: [${groups}]\n    rows: [{ id: x, group: a, label: { es: a, en: a } }]`,
    ),
  ).toEqual(['Stacked bars have at most four parts, one a pattern.']);
  expect(of('kind: gap, need: family, available: nothing')).toEqual([
    '“family” is no column that this chart can use.',
    '“nothing” is no column that this chart can use.',
  ]);
  expect(of('kind: timeline, start: start, end: end, label: family')).toEqual([
    '“end” is no column that this chart can use.',
  ]);
  expect(of('kind: timeline, start: end, end: end', '    free: { start: 1, most: 2 }')).toEqual([
    'A table of free rows needs “label”: the column that names each row.',
  ]);
});

test('what is taken from another module is there', () => {
  const columns = [...plain, column('gap', 'type: number, formula: need - available')];
  const told = (take: string, from = 'overview-1/sheet') =>
    load({
      es: '{{worksheet:sheet}}',
      files: {
        'worksheets/sheet.yaml': sheet(columns, {
          more: `carry: [{ from: ${from}, values: [{ to: '${take.includes('*') ? 'flows.*.need' : 'flows.tax.need'}', take: '${take}' }] }]`,
        }),
      },
    })
      .findings.filter(({ rule }) => rule === 'worksheets')
      .map(({ severity, message }) => `${severity}: ${message.en}`);
  expect(told('flows.total.gap - flows.tax.need')).toEqual([]);
  expect(told('flows.*.gap')).toEqual([]);
  expect(told('flows.aid.need')).toEqual([
    'advice: “flows.aid.need” does not exist in the worksheet “overview-1/sheet”.',
  ]);
  expect(told('flows.*.more')).toEqual([
    'advice: “flows.*.more” does not exist in the worksheet “overview-1/sheet”.',
  ]);
  expect(told('need')).toEqual(['advice: “need” does not exist in the worksheet “overview-1/sheet”.']);
  expect(told('a.b', 'overview-9/sheet')).toEqual(['advice: There is no worksheet “overview-9/sheet”.']);
});

test('values are carried to cells that a person fills', () => {
  const columns = [...plain, column('gap', 'type: number, formula: need - available')];
  const carry = (to: string, take: string) =>
    faults(
      sheet(columns, {
        more: `carry: [{ from: overview-2/other, values: [{ to: '${to}', take: '${take}' }] }]`,
      }),
    ).map((one) => one.slice(4));
  expect(carry('flows.tax.need', 'flows.total.y2025 - 1')).toEqual([]);
  expect(carry('flows.*.need', 'actions.*.cost')).toEqual([]);
  expect(carry('flows.tax.gap', 'a.b')).toEqual([
    '“flows.tax.gap” is no cell that is filled in in this worksheet.',
  ]);
  expect(carry('flows.aid.need', 'a.')).toEqual([
    '“flows.aid.need” is no cell that is filled in in this worksheet.',
    '“a.” cannot be read.',
  ]);
  expect(carry('flows.*.need', 'a.b')).toEqual(['“a.b” cannot be read.']);
});
