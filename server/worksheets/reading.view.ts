/** A worksheet to read: on paper, and for whoever may read it without filling it in. */
import type { Worksheet } from '../content/module.ts';
import type { WorksheetForm, WorksheetTable } from '../content/worksheet.ts';
import { sheetShape } from '../content/worksheet-shape.ts';
import { computeSheet, isNumeric, keyOf, type Sheet } from './calculation/index.ts';
import { figureIn, shownRows, shownText } from './cells.ts';
import type { Filled } from './saving.ts';
import { figureText, headingOf, standsAsTable } from './sheet.view.ts';
import { anchorOf, type Wording } from './wording.ts';

/** What `views/partials/worksheet-read.hbs` shows. An empty text is a blank to write on. */
export function readingParts(worksheet: Worksheet, filled: Filled, wording: Wording) {
  const sheet = computeSheet(sheetShape(worksheet), figureIn(filled.cells));
  return worksheet.parts.map((part) => ({
    anchor: anchorOf(worksheet.id, part.id),
    title: part.title[wording.language],
    table: part.kind === 'table' ? readTable(part, filled, sheet, wording) : null,
    fields: part.kind === 'form' ? readFields(part, filled, sheet, wording) : null,
  }));
}

function readFields({ id, fields }: WorksheetForm, { cells }: Filled, sheet: Sheet, { language }: Wording) {
  return fields.map((field) => ({
    label: field.label[language],
    text:
      field.formula === undefined
        ? shownText(cells[keyOf(id, field.id)]?.value ?? null, field, language)
        : figureText(sheet.field(id, field.id), field, language),
  }));
}

function readTable(table: WorksheetTable, filled: Filled, sheet: Sheet, { language, t }: Wording) {
  const rows = shownRows(table, filled.rows[table.id]);
  return {
    stacks: table.columns.some(({ type }) => type === 'text'),
    fits: standsAsTable(table),
    first: t(table.rows ? 'worksheets.item' : 'worksheets.number'),
    span: table.columns.length + 1,
    columns: table.columns.map(({ title, type }) => ({ title: title[language], right: isNumeric(type) })),
    rows: rows.map((row, index) => ({
      label: row.label?.[language] ?? row.id,
      ...headingOf(table, row, rows[index - 1], language),
      cells: table.columns.map((column) => {
        const value = row.given[column.id] ?? filled.cells[keyOf(table.id, row.id, column.id)]?.value ?? null;
        return {
          title: column.title[language],
          right: isNumeric(column.type),
          text:
            column.formula === undefined
              ? shownText(value, column, language)
              : figureText(sheet.cell(table.id, row.id, column.id), column, language),
        };
      }),
    })),
    totals: table.columns.some(({ total }) => Boolean(total))
      ? table.columns.map((column) => ({
          title: column.title[language],
          text: figureText(column.total ? sheet.total(table.id, column.id) : null, column, language),
        }))
      : null,
  };
}
