import type { Language, Worksheet } from '../../content/module.ts';
import type {
  WorksheetColumn,
  WorksheetField,
  WorksheetForm,
  WorksheetTable,
} from '../../content/worksheet.ts';
import { sheetShape } from '../../content/worksheet-shape.ts';
import {
  writeWorkbook,
  type Translate,
  type WorkbookCell,
  type WorkbookSheet,
} from '../../rendering/index.ts';
import { computeSheet, isNumeric, parseFormula, type Sheet } from '../calculation/index.ts';
import { figureIn, shownRows, shownText } from '../cells.ts';
import type { Filled } from '../saving.ts';
import type { Cells, CellValue } from '../worksheet.model.ts';
import { excelFormula } from './excel-formula.ts';
import { Addresses, isTotalled, layoutOf } from './layout.ts';

export interface Exported {
  worksheet: Worksheet;
  filled: Filled;
  /** Lines of the first sheet, under the title: where it belongs, when it was saved. */
  about: readonly string[];
  language: Language;
  t: Translate;
}

/** The worksheet as XLSX. */
export async function workbookOf(exported: Exported): Promise<Buffer> {
  return await writeWorkbook(workbookSheets(exported));
}

/** A sheet a part, what is computed as formulas that go on computing. */
export function workbookSheets(exported: Exported): WorkbookSheet[] {
  const { worksheet, filled, about, language, t } = exported;
  const { layout, names } = layoutOf(worksheet, filled.rows, t('worksheets.worksheet'), language);
  const book: Book = {
    cells: filled.cells,
    rows: filled.rows,
    sheet: computeSheet(sheetShape(worksheet), figureIn(filled.cells)),
    addresses: new Addresses(worksheet, layout, language),
    language,
    t,
  };
  const first: WorkbookSheet = {
    name: names[0] ?? '',
    rows: [[text(worksheet.title[language], true)], ...about.map((line) => [text(line)])],
    widths: [90],
  };
  const sheets = worksheet.parts.map((part, index) => {
    const name = names[index + 1] ?? part.id;
    return part.kind === 'form' ? formSheet(part, name, book) : tableSheet(part, name, book);
  });
  return [first, ...sheets];
}

interface Book {
  cells: Cells;
  rows: Filled['rows'];
  sheet: Sheet;
  addresses: Addresses;
  language: Language;
  t: Translate;
}

function formSheet(form: WorksheetForm, name: string, book: Book): WorkbookSheet {
  const { language, sheet, addresses } = book;
  const rows = form.fields.map((field): WorkbookCell[] => {
    const label = text(field.label[language]);
    if (field.formula === undefined)
      return [label, valueCell(book.cells[`${form.id}/${field.id}`]?.value ?? null, field, language)];
    const scope = {
      named: (path: readonly string[]) =>
        addresses.named(path.length === 1 ? [form.id, ...path] : path, form.id),
      column: () => null,
    };
    return [label, computedCell(field.formula, sheet.field(form.id, field.id), field, scope)];
  });
  return { name, rows: [[text(form.title[language], true)], [], ...rows], widths: [48, 70] };
}

function tableSheet(table: WorksheetTable, name: string, book: Book): WorkbookSheet {
  const { language, t, sheet, addresses, rows } = book;
  const groups = new Map((table.groups ?? []).map((group) => [group.id, group[language]]));
  const header = [
    text(t(table.rows ? 'worksheets.item' : 'worksheets.number'), true),
    ...table.columns.map(({ title }) => text(title[language], true)),
  ];
  const scopeOf = (row: string) => ({
    named: (path: readonly string[]) =>
      addresses.named(path.length === 1 ? [table.id, row, ...path] : path, table.id),
    column: (column: string) => addresses.column(table, column),
  });
  const shown = shownRows(table, rows[table.id]);
  const body = shown.flatMap((row, index): WorkbookCell[][] => {
    const cells = table.columns.map((column): WorkbookCell => {
      if (column.formula !== undefined)
        return computedCell(column.formula, sheet.cell(table.id, row.id, column.id), column, scopeOf(row.id));
      const value = row.given[column.id] ?? book.cells[`${table.id}/${row.id}/${column.id}`]?.value ?? null;
      return valueCell(value, column, language);
    });
    const line = [text(row.label?.[language] ?? row.id), ...cells];
    const isFirst = row.group !== null && row.group !== shown[index - 1]?.group;
    return isFirst ? [[text(groups.get(row.group ?? '') ?? '', true)], line] : [line];
  });
  const totals = table.columns.some(isTotalled)
    ? [
        [
          text(t('worksheets.total'), true),
          ...table.columns.map((column) => totalCell(table, column, book, scopeOf('total'))),
        ],
      ]
    : [];
  return {
    name,
    rows: [[text(table.title[language], true)], [], header, ...body, ...totals],
    widths: [38, ...table.columns.map(widthOf)],
    sticky: { rows: 3, columns: 1 },
    landscape: true,
  };
}

function totalCell(
  table: WorksheetTable,
  column: WorksheetColumn,
  { sheet, addresses }: Book,
  scope: Parameters<typeof excelFormula>[1],
): WorkbookCell {
  if (!isTotalled(column)) return null;
  const value = sheet.total(table.id, column.id);
  if (typeof column.total === 'string') return computedCell(column.total, value, column, scope);
  const whole = addresses.column(table, column.id);
  const reference = whole && { kind: 'sum' as const, ...whole };
  const formula = excelFormula(
    { kind: 'name', path: [column.id] },
    { named: () => reference, column: () => null },
  );
  return formula === null ? null : { formula, result: value, ...formatOf(column) };
}

function computedCell(
  formula: string,
  value: number | null,
  of: WorksheetColumn | WorksheetField,
  scope: Parameters<typeof excelFormula>[1],
): WorkbookCell {
  const tree = parseFormula(formula);
  const written = tree && excelFormula(tree, scope);
  if (written) return { formula: written, result: value, ...formatOf(of) };
  return value === null ? null : { number: value, ...formatOf(of) };
}

/** Shares with one decimal; a computed amount as its column says. */
function formatOf({ type, decimals }: WorksheetColumn | WorksheetField): { format?: string } {
  const places = decimals ?? (type === 'percent' ? 1 : null);
  return places === null ? {} : { format: numberFormat(places) };
}

const numberFormat = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`);

function valueCell(
  value: CellValue | null,
  of: WorksheetColumn | WorksheetField,
  language: Language,
): WorkbookCell {
  if (value === null) return null;
  if (typeof value === 'number' && isNumeric(of.type))
    return { number: value, format: numberFormat(String(value).split('.')[1]?.length ?? 0) };
  if (of.type === 'date' && typeof value === 'string') return { date: new Date(`${value}T00:00:00Z`) };
  return text(shownText(value, of, language));
}

const text = (one: string, bold = false): WorkbookCell => ({ text: one, bold, wrap: !bold });

function widthOf({ type, formula }: WorksheetColumn): number {
  if (formula !== undefined || isNumeric(type)) return 14;
  return type === 'text' ? 36 : 18;
}
