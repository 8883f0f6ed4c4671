/** A worksheet as a table to read, print and fill in by hand (`views/partials/worksheet.hbs`). */
import type { Language, Worksheet } from '../content/module.ts';
import { formatNumber } from './formats.ts';

type Part = Worksheet['parts'][number];
type Cell = number | string | Record<Language, string>;

/** @param instructions the worksheet's instructions as safe HTML */
export function worksheetView(worksheet: Worksheet, language: Language, instructions: string) {
  return {
    id: worksheet.id,
    title: worksheet.title[language],
    instructions,
    parts: worksheet.parts.map((part) => partView(part, language)),
  };
}

function partView(part: Part, language: Language) {
  const base = { title: part.title[language], id: `w-${part.id}`, table: null, fields: null };
  if (part.kind === 'form') {
    return {
      ...base,
      fields: part.fields.map((field) => ({
        label: field.label[language],
        hint: field.hint?.[language] ?? null,
        long: field.type === 'long-text',
        choices: (field.choices ?? []).map((choice) => choice[language]),
      })),
    };
  }
  const columns = part.columns.map((column) => ({
    title: column.title[language],
    right: isNumber(column.type),
  }));
  const rows = part.rows?.map((row) => ({
    label: row.label[language],
    cells: part.columns.map((column) => ({
      text: cellText(row.given?.[column.id], language),
      right: isNumber(column.type),
      label: column.title[language],
    })),
  }));
  const empty = part.columns.map((column) => ({
    text: '',
    right: isNumber(column.type),
    label: column.title[language],
  }));
  const blank = Array.from({ length: part.free?.start ?? 3 }, () => ({ label: null, cells: empty }));
  return { ...base, table: { labelled: rows !== undefined, columns, rows: rows ?? blank } };
}

function isNumber(type: string): boolean {
  return type === 'number' || type === 'percent';
}

function cellText(cell: Cell | undefined, language: Language): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return formatNumber(cell, language);
  return typeof cell === 'string' ? cell : cell[language];
}
