/** Workbooks as XLSX. A text is always a text: only what our own code writes as a formula is one. */
import type { CellObject, default as WriteExcelFile } from 'write-excel-file/node';

type Sheet = Parameters<typeof WriteExcelFile>[0][number];
type Feature = NonNullable<NonNullable<Parameters<typeof WriteExcelFile>[1]>['features']>[number];

export interface FormulaCell {
  /** Without the leading `=`. */
  formula: string;
  /** What it gives now, for viewers that do not compute; null when it gives nothing. */
  result: number | null;
  /** An Excel number format, `#,##0.0`. */
  format?: string;
}
export type WorkbookCell =
  | null
  | FormulaCell
  | { text: string; bold?: boolean; wrap?: boolean }
  | { number: number; format?: string; bold?: boolean }
  | { date: Date };

export interface WorkbookSheet {
  /** Unique, at most 31 characters: `sheetNames`. */
  name: string;
  rows: readonly (readonly WorkbookCell[])[];
  /** Widths of the columns, in characters. */
  widths: readonly number[];
  /** Rows and columns that stay in sight. */
  sticky?: { rows: number; columns: number };
  landscape?: boolean;
}

export async function writeWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  // Loaded when the first workbook is asked for: the start need not wait for it.
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const options = { fontFamily: 'Calibri', fontSize: 11, features: [withResults(sheets)] };
  return await writeExcelFile(sheets.map(sheetOf), options).toBuffer();
}

/** Longer texts in that format were shown as `####` by Excel up to 2010. */
const LONGEST_AS_TEXT = 255;

function sheetOf({ name, rows, widths, sticky, landscape = false }: WorkbookSheet): Sheet {
  return {
    sheet: name,
    data: rows.map((row) => row.map(cellOf)),
    columns: widths.map((width) => ({ width })),
    ...(sticky ? { stickyRowsCount: sticky.rows, stickyColumnsCount: sticky.columns } : {}),
    ...(landscape ? { orientation: 'landscape' } : {}),
  };
}

function cellOf(cell: WorkbookCell): CellObject | null {
  if (cell === null) return null;
  if ('formula' in cell) {
    return {
      type: 'Formula',
      value: cell.formula,
      ...(cell.format ? { format: cell.format } : {}),
      fontStyle: 'italic',
    };
  }
  if ('date' in cell) return { type: Date, value: cell.date, format: 'yyyy-mm-dd', align: 'left' };
  const look = { ...(cell.bold ? { fontWeight: 'bold' as const } : {}), alignVertical: 'top' as const };
  if ('number' in cell)
    return { type: Number, value: cell.number, ...look, ...(cell.format ? { format: cell.format } : {}) };
  // The format “text” keeps `=cmd()` a text even when somebody edits the cell.
  const isText = cell.text.length <= LONGEST_AS_TEXT || /^[=+\-@]/.test(cell.text);
  return {
    type: String,
    value: cell.text,
    ...(isText ? { format: '@' } : {}),
    wrap: cell.wrap ?? false,
    ...look,
  };
}

/** Puts beside each formula what it gives: the library writes formulas alone, and a phone's preview computes none. */
function withResults(sheets: readonly WorkbookSheet[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) => {
            const rows = sheets[sheetIndex]?.rows ?? [];
            return xml.replace(
              /(<c r="([A-Z]+)(\d+)"[^>]*><f>[^<]*<\/f>)(<\/c>)/g,
              (whole, start: string, column: string, row: string, end: string) => {
                const cell = rows[Number(row) - 1]?.[columnIndex(column)];
                const result = cell && 'formula' in cell ? cell.result : null;
                return result === null ? whole : `${start}<v>${result}</v>${end}`;
              },
            );
          },
        },
      },
    },
  };
}

/** `A` is 0, `AA` is 26. */
function columnIndex(letters: string): number {
  return Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The column's letters: 0 is `A`, 26 is `AA`. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last;
}

const LONGEST_NAME = 31;

/** Names that a workbook takes (at most 31 characters, none of `[]:*?/\`, no two alike), from titles. */
export function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title, index) => {
    const plain = title
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const base = plain === '' ? String(index + 1) : plain.slice(0, LONGEST_NAME).trim();
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1)
      name = `${base.slice(0, LONGEST_NAME - 4).trim()} ${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
