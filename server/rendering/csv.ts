/** Tables as CSV (RFC 4180), with the mark by which spreadsheets know that it is UTF-8. */

export type CsvCell = string | number | null;

/** A text that a spreadsheet would take for a formula, full-width signs included (OWASP, “CSV Injection”). */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * @param rows numbers stay numbers, with a decimal point; a text never becomes a formula; null is an empty cell
 * @returns lines ended by CRLF, the first one marked as UTF-8
 */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  // Semicolons too: where they separate, the rest of a text must not begin a cell of its own.
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
