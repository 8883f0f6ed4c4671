/** The tables and forms of a worksheet as a page shows them, to fill in. */
import type { Language, Worksheet } from '../content/module.ts';
import type {
  GivenCell,
  WorksheetColumn,
  WorksheetField,
  WorksheetForm,
  WorksheetTable,
} from '../content/worksheet.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { formatFigure, formatNumber, type Translate } from '../rendering/index.ts';
import {
  computeSheet,
  isNumeric,
  keyOf,
  LONGEST_LONG_TEXT,
  LONGEST_TEXT,
  type Sheet,
} from './calculation/index.ts';
import { figureIn, shownRows, shownText, typedText, type ShownRow } from './cells.ts';
import type { CellProblem } from './form.ts';
import type { Filled } from './saving.ts';

export interface SheetState {
  filled: Filled;
  /** What was typed and is not kept: it is shown instead of what is. */
  typed: ReadonlyMap<string, string>;
  problems: ReadonlyMap<string, CellProblem>;
}

/** What the words of one worksheet are made with. */
export interface Wording {
  language: Language;
  t: Translate;
}

export type PartView = ReturnType<typeof partView>;

export function partViews(worksheet: Worksheet, state: SheetState, wording: Wording) {
  const sheet = computeSheet(sheetShape(worksheet), figureIn(state.filled.cells));
  return worksheet.parts.map((part) => partView(worksheet.id, part, { sheet, state, ...wording }));
}

interface Around extends Wording {
  sheet: Sheet;
  state: SheetState;
}

function partView(worksheet: string, part: WorksheetTable | WorksheetForm, around: Around) {
  const anchor = anchorOf(worksheet, part.id);
  const base = { id: part.id, anchor, title: part.title[around.language], table: null, fields: null };
  return part.kind === 'form'
    ? { ...base, fields: part.fields.map((field) => fieldView(worksheet, part, field, around)) }
    : { ...base, table: tableView(worksheet, part, around) };
}

/** The id of an element, from the worksheet and the cell's key or the part's id. */
export const anchorOf = (worksheet: string, key: string): string =>
  `w-${worksheet}-${key.replaceAll('/', '-')}`;

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
  const heading = new Map((table.groups ?? []).map((group) => [group.id, group[language]]));
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
    isFree,
    first: t(isFree ? 'worksheets.number' : 'worksheets.item'),
    span: table.columns.length + (isFree ? 2 : 1),
    columns: table.columns.map(({ title, type }) => ({ title: title[language], right: isNumeric(type) })),
    rows: rows.map((row, index) => ({
      ...rowView(row),
      group: row.group !== rows[index - 1]?.group ? (heading.get(row.group ?? '') ?? null) : null,
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
    return { ...base, given: givenText(given, column, language) };
  }
  const label = t('worksheets.cell', { row: rowLabel, column: title });
  return { ...base, control: controlView(worksheet, key, label, column, around) };
}

/** A given figure as it was written; whole shares with their decimal, so that a column of them lines up. */
export function givenText(given: GivenCell, column: WorksheetColumn, language: Language): string {
  if (typeof given !== 'number') return shownText(given, column, language);
  const isWholeShare = column.type === 'percent' && Number.isInteger(given);
  return formatNumber(given, language, isWholeShare ? 1 : undefined);
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

function controlView(
  worksheet: string,
  key: string,
  /** Names a cell of a table; a field of a form has a label of its own. */
  label: string | null,
  of: WorksheetColumn | WorksheetField,
  { language, t, state }: Around,
) {
  const kept = state.filled.cells[key]?.value ?? null;
  const keptText = typedText(kept, of, language);
  const value = state.typed.get(key) ?? keptText;
  const problem = state.problems.get(key);
  const error = problem ? t(`worksheets.problem.${problem}`) : null;
  const hinted = 'hint' in of && of.hint !== undefined;
  const id = anchorOf(worksheet, key);
  return {
    id,
    name: `c/${key}`,
    /** Told apart where what is shown is not what is kept. */
    kept: value === keptText ? null : { text: keptText },
    hint: hinted ? `${id}-hint` : null,
    named: label,
    type: of.type,
    value,
    // Sentences in a table's narrow cells need lines; in a form a text has one.
    isArea: of.type === 'long-text' || (of.type === 'text' && label !== null),
    rows: of.type === 'long-text' ? '4' : '2',
    isDate: of.type === 'date',
    isLine: of.type === 'year' || of.type === 'quarter' || isNumeric(of.type),
    isText: of.type === 'text' && label === null,
    numeric: isNumeric(of.type),
    isChoice: of.type === 'choice',
    longest: String(of.type === 'long-text' ? LONGEST_LONG_TEXT : LONGEST_TEXT),
    options: (of.choices ?? []).map((choice) => ({
      id: choice.id,
      label: choice[language],
      chosen: choice.id === value,
    })),
    error,
    described:
      [hinted ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((one) => one !== '').join(' ') || null,
  };
}
