/** The tables and forms of a worksheet as a page shows them, to fill in. */
import type { Language, Worksheet } from '../content/module.ts';
import type { WorksheetColumn, WorksheetField, WorksheetForm, WorksheetTable } from '../content/worksheet.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { FAMILIES, formatFigure, swatch } from '../rendering/index.ts';
import { computeSheet, isNumeric, keyOf } from './calculation/index.ts';
import { figureIn, shownRows, shownText, type ShownRow } from './cells.ts';
import { controlView, markId, type Around, type SheetState } from './control.view.ts';
import type { Filled } from './saving.ts';
import { solutionView } from './solution.view.ts';
import { lockedSolution, type Mark } from './sources.view.ts';
import { anchorOf, type Wording } from './wording.ts';
import type { Cells } from './worksheet.model.ts';

/** @param marks how to mark cells that were not typed here, by their origin */
export function partViews(
  worksheet: Worksheet,
  state: SheetState,
  marks: ReadonlyMap<string, Mark>,
  wording: Wording,
) {
  const sheet = computeSheet(sheetShape(worksheet), figureIn(state.filled.cells));
  return worksheet.parts.map((part) => ({
    ...partView(worksheet.id, part, { sheet, state, marks, ...wording }),
    marks: marksIn(worksheet.id, part.id, state.filled.cells, marks),
    ...solutionOf(worksheet, part.id, state.filled, wording),
  }));
}

/** The model solution of a part, or what opens it, `views/partials/worksheet-solution.hbs`. */
export function solutionOf(worksheet: Worksheet, part: string, filled: Filled, wording: Wording) {
  return {
    locked: lockedSolution(worksheet, part, filled, wording),
    solution: solutionView(worksheet, part, filled, wording),
  };
}

/** What the marks of a part's cells mean. */
function marksIn(worksheet: string, part: string, cells: Cells, marks: ReadonlyMap<string, Mark>) {
  const origins = Object.entries(cells)
    .filter(([key, { value }]) => key.startsWith(`${part}/`) && value !== null)
    .map(([, { origin }]) => origin);
  return [...marks]
    .filter(([origin]) => origins.includes(origin))
    .map(([, mark]) => ({ ...mark, id: markId(worksheet, part, mark) }));
}

function partView(worksheet: string, part: WorksheetTable | WorksheetForm, around: Around) {
  const anchor = anchorOf(worksheet, part.id);
  const base = { id: part.id, anchor, title: part.title[around.language], table: null, fields: null };
  return part.kind === 'form'
    ? { ...base, fields: part.fields.map((field) => fieldView(worksheet, part, field, around)) }
    : { ...base, table: tableView(worksheet, part, around) };
}

function fieldView(worksheet: string, form: WorksheetForm, field: WorksheetField, around: Around) {
  const { language, sheet } = around;
  const key = keyOf(form.id, field.id);
  const label = field.label[language];
  const computed =
    field.formula === undefined
      ? null
      : { key, text: figureText(sheet.field(form.id, field.id), field, language) };
  return {
    label,
    hint: field.hint?.[language] ?? null,
    long: field.type === 'long-text',
    computed,
    control: computed ? null : controlView(worksheet, key, null, field, around),
    anchor: anchorOf(worksheet, key),
  };
}

function tableView(worksheet: string, table: WorksheetTable, around: Around) {
  const { language, t, state, sheet } = around;
  const rows = shownRows(table, state.filled.rows[table.id]);
  const isFree = table.rows === undefined;
  const most = table.free?.most ?? 0;
  const rowView = (row: ShownRow) => {
    const number = t('worksheets.rowNumber', { number: row.id });
    const label = row.label?.[language] ?? number;
    return {
      id: row.id,
      label: row.label?.[language] ?? row.id,
      isNumber: row.label === null,
      cells: table.columns.map((column) => cellView(worksheet, table, row, column, label, around)),
      drop: isFree
        ? { value: `drop:${table.id}/${row.id}`, label: t('worksheets.removeRow', { number: row.id }) }
        : null,
    };
  };
  return {
    id: table.id,
    /** Sentences need room: they stack on a phone; figures line up and scroll. */
    stacks: table.columns.some(({ type }) => type === 'text'),
    wide: table.columns.length > 4,
    fits: standsAsTable(table),
    isFree,
    first: t(isFree ? 'worksheets.number' : 'worksheets.item'),
    span: table.columns.length + (isFree ? 2 : 1),
    columns: table.columns.map(({ title, type }) => ({ title: title[language], right: isNumeric(type) })),
    rows: rows.map((row, index) => ({
      ...rowView(row),
      ...headingOf(table, row, rows[index - 1], language),
    })),
    totals: table.columns.some(({ total }) => total !== undefined && total !== false)
      ? table.columns.map((column) => ({
          key:
            column.total === undefined || column.total === false ? null : keyOf(table.id, 'total', column.id),
          text: figureText(column.total ? sheet.total(table.id, column.id) : null, column, language),
          label: column.title[language],
        }))
      : null,
    count: rows.length,
    most,
    mostLabel: t('worksheets.mostRows', { count: most }),
    canGrow: isFree && rows.length < most,
    isFull: isFree && rows.length >= most,
    addValue: `row:${table.id}`,
    blank: isFree ? rowView({ id: '{row}', label: null, group: null, given: {} }) : null,
  };
}

/** A table of sentences stands as a table where its cells have room for them, in rem; else it stays stacked. */
const WIDEST = 55;

/** Whether a wide screen has room for the table's cells side by side. */
export const standsAsTable = (table: WorksheetTable): boolean => widthOf(table) <= WIDEST;

function widthOf({ columns, rows }: WorksheetTable): number {
  const cells = columns.map(({ type, formula }) => {
    if (formula !== undefined) return 5.5;
    return { text: 10.5, choice: 9.5, date: 11, number: 7, percent: 7, year: 7, quarter: 7 }[type];
  });
  return cells.reduce((sum, width) => sum + width, rows ? 9 : 8);
}

/** The heading of a group above its first row, with the square of its fill when it is one of the four families. */
export function headingOf(
  { id, groups = [] }: WorksheetTable,
  row: ShownRow,
  before: ShownRow | undefined,
  language: Language,
): { group: string | null; swatch: string | null } {
  const group = groups.find((one) => one.id === row.group);
  if (!group || before?.group === row.group) return { group: null, swatch: null };
  const family = FAMILIES.indexOf(group.id);
  return { group: group[language], swatch: family < 0 ? null : swatch(family, `s-${id}-${group.id}-`) };
}

function cellView(
  worksheet: string,
  table: WorksheetTable,
  row: ShownRow,
  column: WorksheetColumn,
  rowLabel: string,
  around: Around,
) {
  const { language, sheet, t } = around;
  const key = keyOf(table.id, row.id, column.id);
  const title = column.title[language];
  const given = row.given[column.id];
  const base = { title, right: isNumeric(column.type), given: null, computed: null, control: null };
  if (column.formula !== undefined) {
    const text = figureText(sheet.cell(table.id, row.id, column.id), column, language);
    return { ...base, computed: { key, text } };
  }
  if (given !== undefined) {
    return { ...base, given: shownText(given, column, language) };
  }
  const label = t('worksheets.cell', { row: rowLabel, column: title });
  return { ...base, control: controlView(worksheet, key, label, column, around) };
}

export function figureText(
  value: number | null,
  of: { type: string; decimals?: number | undefined },
  language: Language,
): string {
  const { type, decimals } = of;
  if (value === null) return '';
  return formatFigure(value, decimals === undefined ? { type } : { type, decimals }, language);
}
