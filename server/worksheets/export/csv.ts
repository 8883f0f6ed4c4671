import type { Language } from '../../content/module.ts';
import type { WorksheetForm, WorksheetTable } from '../../content/worksheet.ts';
import { sheetShape } from '../../content/worksheet-shape.ts';
import { writeCsv, type CsvCell } from '../../rendering/index.ts';
import { computeSheet, type Sheet } from '../calculation/index.ts';
import { figureIn, shownRows, shownText } from '../cells.ts';
import type { Filled } from '../saving.ts';
import type { CellValue } from '../worksheet.model.ts';
import { isTotalled } from './layout.ts';
import type { Exported } from './workbook.ts';

/** The worksheet as CSV: its parts one under the other, what is computed as figures. */
export function csvOf({ worksheet, filled, about, language, t }: Exported): string {
  const sheet = computeSheet(sheetShape(worksheet), figureIn(filled.cells));
  const around = { sheet, filled, language };
  const parts = worksheet.parts.flatMap((part): CsvCell[][] => [
    [],
    [part.title[language]],
    ...(part.kind === 'form'
      ? formLines(part, around)
      : tableLines(part, around, { item: t('worksheets.item'), total: t('worksheets.total') })),
  ]);
  return writeCsv([[worksheet.title[language]], ...about.map((line) => [line]), ...parts]);
}

interface Around {
  sheet: Sheet;
  filled: Filled;
  language: Language;
}

function formLines({ id, fields }: WorksheetForm, { sheet, filled, language }: Around): CsvCell[][] {
  return fields.map((field) => [
    field.label[language],
    field.formula === undefined
      ? cell(filled.cells[`${id}/${field.id}`]?.value ?? null, field, language)
      : figure(sheet.field(id, field.id)),
  ]);
}

function tableLines(
  table: WorksheetTable,
  { sheet, filled, language }: Around,
  words: { item: string; total: string },
): CsvCell[][] {
  const header = [words.item, ...table.columns.map(({ title }) => title[language])];
  const rows = shownRows(table, filled.rows[table.id]).map((row) => [
    row.label?.[language] ?? row.id,
    ...table.columns.map((column) =>
      column.formula === undefined
        ? cell(
            row.given[column.id] ?? filled.cells[`${table.id}/${row.id}/${column.id}`]?.value ?? null,
            column,
            language,
          )
        : figure(sheet.cell(table.id, row.id, column.id)),
    ),
  ]);
  if (!table.columns.some(isTotalled)) return [header, ...rows];
  const totals = table.columns.map((column) =>
    isTotalled(column) ? figure(sheet.total(table.id, column.id)) : null,
  );
  return [header, ...rows, [words.total, ...totals]];
}

const figure = (value: number | null): CsvCell => (value === null ? null : Number(value.toFixed(6)));

function cell(value: CellValue | null, of: Parameters<typeof shownText>[1], language: Language): CsvCell {
  return value === null || typeof value === 'number' ? value : shownText(value, of, language);
}
