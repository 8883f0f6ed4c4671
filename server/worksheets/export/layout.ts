/** Where everything stands in the workbook: a sheet a part, its first column for names. */
import type { Language, Worksheet } from '../../content/module.ts';
import type {
  WorksheetColumn,
  WorksheetField,
  WorksheetForm,
  WorksheetTable,
} from '../../content/worksheet.ts';
import { columnName, sheetNames } from '../../rendering/index.ts';
import { shownRows } from '../cells.ts';
import type { Reference, Values } from './excel-formula.ts';

/** The row of the columns' names, under the title and an empty row. */
export const HEADER_ROW = 3;

export interface PartLayout {
  /** The sheet's name. */
  sheet: string;
  /** Excel's row of each row or field, by id. */
  rows: ReadonlyMap<string, number>;
  /** Excel's rows of the groups' headings, by their ids. */
  groups: ReadonlyMap<string, number>;
  /** Excel's row of the totals; null in a table without, and in a form. */
  total: number | null;
}
export type Layout = ReadonlyMap<string, PartLayout>;

export function layoutOf(
  { parts }: Worksheet,
  rows: Readonly<Record<string, number>>,
  first: string,
  language: Language,
): { layout: Layout; names: string[] } {
  const names = sheetNames([first, ...parts.map(({ title }) => title[language])]);
  const layout = new Map(
    parts.map((part, index): [string, PartLayout] => {
      const sheet = names[index + 1] ?? part.id;
      return [
        part.id,
        part.kind === 'form' ? formLayout(part, sheet) : tableLayout(part, sheet, rows[part.id]),
      ];
    }),
  );
  return { layout, names };
}

function formLayout({ fields }: WorksheetForm, sheet: string): PartLayout {
  const rows = new Map(fields.map(({ id }, index) => [id, HEADER_ROW + index]));
  return { sheet, rows, groups: new Map(), total: null };
}

function tableLayout(table: WorksheetTable, sheet: string, count: number | undefined): PartLayout {
  const rows = new Map<string, number>();
  const groups = new Map<string, number>();
  let next = HEADER_ROW + 1;
  for (const { id, group } of shownRows(table, count)) {
    if (group !== null && !groups.has(group)) groups.set(group, next++);
    rows.set(id, next++);
  }
  const hasTotal = table.columns.some(isTotalled);
  return { sheet, rows, groups, total: hasTotal ? next : null };
}

export const isTotalled = ({ total }: WorksheetColumn): boolean => total !== undefined && total !== false;

/** Names of formulas as addresses, seen from one sheet. */
export class Addresses {
  private readonly worksheet: Worksheet;
  private readonly layout: Layout;
  private readonly language: Language;

  constructor(worksheet: Worksheet, layout: Layout, language: Language) {
    this.worksheet = worksheet;
    this.layout = layout;
    this.language = language;
  }

  /** `part.field`, `part.row.column`, `part.group.column`, `part.total.column`. */
  named([partId = '', row = '', columnId]: readonly string[], from: string): Reference | null {
    const part = this.worksheet.parts.find(({ id }) => id === partId);
    const place = this.layout.get(partId);
    if (!part || !place) return null;
    const prefix = partId === from ? '' : `'${place.sheet.replaceAll("'", "''")}'!`;
    if (part.kind === 'form') {
      const field = part.fields.find(({ id }) => id === row);
      const at = place.rows.get(row);
      return field && at !== undefined && columnId === undefined
        ? { kind: 'cell', address: `${prefix}B${at}`, values: this.values(field) }
        : null;
    }
    const index = part.columns.findIndex(({ id }) => id === columnId);
    const column = part.columns[index];
    if (!column) return null;
    const letter = columnName(index + 1);
    if (row === 'total') return this.total(part, column, `${prefix}${letter}`, place);
    const at = place.rows.get(row);
    if (at !== undefined)
      return { kind: 'cell', address: `${prefix}${letter}${at}`, values: this.values(column) };
    const inGroup = (part.rows ?? [])
      .filter(({ group }) => group === row)
      .map(({ id }) => place.rows.get(id));
    const cells = inGroup.map((one) => `${prefix}${letter}${one ?? 0}`).join(',');
    return inGroup.length > 0 ? { kind: 'sum', cells, values: null } : null;
  }

  /** All cells of a column, without its total. */
  column(table: WorksheetTable, columnId: string): { cells: string; values: Values | null } | null {
    const index = table.columns.findIndex(({ id }) => id === columnId);
    const column = table.columns[index];
    const place = this.layout.get(table.id);
    if (!column || !place) return null;
    return { cells: rangeOf(columnName(index + 1), place), values: this.values(column) };
  }

  private total(
    table: WorksheetTable,
    column: WorksheetColumn,
    letter: string,
    place: PartLayout,
  ): Reference | null {
    if (isTotalled(column) && place.total !== null)
      return { kind: 'cell', address: `${letter}${place.total}`, values: null };
    const whole = this.column(table, column.id);
    const prefix = letter.slice(0, letter.lastIndexOf('!') + 1);
    return whole && { kind: 'sum', cells: `${prefix}${whole.cells}`, values: whole.values };
  }

  private values({ choices = [] }: WorksheetColumn | WorksheetField): Values | null {
    const values = choices.flatMap((one) =>
      one.value === undefined ? [] : [[one[this.language], one.value] as const],
    );
    return values.length > 0 ? values : null;
  }
}

function rangeOf(letter: string, { rows }: PartLayout): string {
  const all = [...rows.values()];
  return `${letter}${Math.min(...all)}:${letter}${Math.max(...all)}`;
}
