/** The figures that a worksheet's charts draw, from what is filled in. */
import type { Language, Worksheet } from '../content/module.ts';
import type { WorksheetChart, WorksheetTable } from '../content/worksheet.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { computeSheet, keyOf, quarterNumber, sumOf, type Sheet } from './calculation/index.ts';
import { figureIn, shownRows, shownText, type ShownRow } from './cells.ts';
import type { Filled } from './saving.ts';
import type { CellValue } from './worksheet.model.ts';

type Of<K extends WorksheetChart['kind']> = Extract<WorksheetChart, { kind: K }>;

export interface Drawn {
  table: WorksheetTable;
  rows: ShownRow[];
  sheet: Sheet;
  filled: Filled;
  language: Language;
}

/** What a chart is drawn from; null when its table is not there. */
export function drawnFrom(
  worksheet: Worksheet,
  chart: WorksheetChart,
  filled: Filled,
  language: Language,
): Drawn | null {
  const table = worksheet.parts.find((part) => part.id === chart.table);
  if (table?.kind !== 'table') return null;
  const sheet = computeSheet(sheetShape(worksheet), figureIn(filled.cells));
  return { table, rows: shownRows(table, filled.rows[table.id]), sheet, filled, language };
}

/** A column of figures: what each series adds up to in it. */
export interface Stack {
  label: string;
  values: (number | null)[];
  total: number | null;
}

/** The series, groups of rows or choices of a column, and their sums in each column. */
export function stacksOf(
  chart: Of<'stacked'>,
  drawn: Drawn,
): { series: { id: string; label: string }[]; stacks: Stack[] } {
  const { table, rows, sheet, language } = drawn;
  const by = table.columns.find(({ id }) => id === chart.by);
  const series = (by?.choices ?? table.groups ?? []).map((one) => ({ id: one.id, label: one[language] }));
  const seriesOf = (row: ShownRow) => (by ? valueAt(drawn, row, by.id) : row.group);
  const stacks = chart.columns.map((column): Stack => {
    const values = series.map(({ id }) =>
      sumOf(
        rows
          .filter((row) => seriesOf(row) === id)
          .map((row) => sheet.cell(table.id, row.id, column))
          .filter((one) => one !== null),
      ),
    );
    const title = table.columns.find(({ id }) => id === column)?.title[language] ?? '';
    return { label: title, values, total: sumOf(values.filter((one) => one !== null)) };
  });
  return { series, stacks: stacks.filter(({ total }) => total !== null) };
}

export interface GapRow {
  label: string;
  need: number;
  available: number;
}

export function gapRows(chart: Of<'gap'>, drawn: Drawn): GapRow[] {
  const { table, rows, sheet } = drawn;
  return rows.flatMap((row) => {
    const need = sheet.cell(table.id, row.id, chart.need);
    const available = sheet.cell(table.id, row.id, chart.available);
    return need === null || available === null
      ? []
      : [{ label: labelOf(drawn, row, chart.label), need, available }];
  });
}

export interface TimeRow {
  label: string;
  start: string;
  end: string;
  /** In days, quarters or years; `to` is the first that no longer belongs to it. */
  from: number;
  to: number;
}

/** @returns rows with a start and an end in their order, and how many cannot be drawn */
export function timeRows(chart: Of<'timeline'>, drawn: Drawn): { rows: TimeRow[]; undated: number } {
  const { table, language } = drawn;
  const start = table.columns.find(({ id }) => id === chart.start);
  const end = table.columns.find(({ id }) => id === chart.end);
  if (!start || !end) return { rows: [], undated: 0 };
  let undated = 0;
  const rows = drawn.rows.flatMap((row): TimeRow[] => {
    const [first, last] = [valueAt(drawn, row, start.id), valueAt(drawn, row, end.id)];
    const [from, until] = [timeOf(first, start.type), timeOf(last, end.type)];
    const label = labelOf(drawn, row, chart.label);
    if (from === null || until === null || until < from) {
      if (first !== null || last !== null) undated += 1;
      return [];
    }
    return [
      {
        label,
        start: shownText(first, start, language),
        end: shownText(last, end, language),
        from,
        to: until + 1,
      },
    ];
  });
  return { rows, undated };
}

/** A date as days, a quarter as quarters, a year as years, so that they can be placed. */
export function timeOf(value: CellValue | null, type: string): number | null {
  if (typeof value !== 'string') return null;
  if (type === 'quarter') return quarterNumber(value);
  if (type === 'year') return Number(value);
  const time = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / 86_400_000);
}

function valueAt({ table, filled }: Drawn, row: ShownRow, column: string): CellValue | null {
  return row.given[column] ?? filled.cells[keyOf(table.id, row.id, column)]?.value ?? null;
}

/** The row's own name, or what stands in the column that names it. */
function labelOf(drawn: Drawn, row: ShownRow, column: string | undefined): string {
  const of = drawn.table.columns.find(({ id }) => id === column);
  const named = of ? shownText(valueAt(drawn, row, of.id), of, drawn.language) : '';
  return named === '' ? (row.label?.[drawn.language] ?? row.id) : named;
}
