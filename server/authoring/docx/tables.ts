/** A table as Markdown has it: one heading row, one line a row, no cell across others. */

export interface Cell {
  /** As blocks of Markdown. */
  content: string;
  columns: number;
  rows: number;
}

const NUMBER = /^[-−+(]?\d[\d.,\s]*%?\)?$/;

export function printTable(rows: readonly (readonly Cell[])[]): string {
  const [only, ...others] = rows.flat();
  if (only && others.length === 0) return quote(only.content);
  const grid = gridOf(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const [heading = [], ...body] = grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
  if (width === 0) return '';
  const rules = heading.map((_, at) => {
    const column = body.map((row) => row[at] ?? '').filter((cell) => cell !== '');
    return column.length > 0 && column.every((cell) => NUMBER.test(cell)) ? '---:' : '---';
  });
  return [heading.map(withoutBold), rules, ...body].map(printRow).join('\n');
}

const printRow = (cells: readonly string[]): string =>
  `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;

/** A frame around a text, which is what a table of one cell is. */
const quote = (content: string): string =>
  content
    .trim()
    .replace(/^(?=.)/gm, '> ')
    .replace(/^$/gm, '>');

/** What spans others stands in its first place; the others stay empty. */
function gridOf(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      for (let down = 0; down < cell.rows && row + down < rows.length; down += 1)
        for (let across = 0; across < cell.columns; across += 1)
          (grid[row + down] ?? [])[column + across] = down + across === 0 ? inOneLine(cell.content) : '';
      column += cell.columns;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? ''));
}

function inOneLine(content: string): string {
  return content
    .split('\n')
    .map((line) => line.replace(/\\$/, '').trim().replace(/^- /, '• '))
    .filter((line) => line !== '')
    .join('<br>')
    .replaceAll('|', '\\|');
}

const withoutBold = (cell: string): string => cell.replace(/^\*\*([^*]+)\*\*$/, '$1');

/** A table inside a cell: a line a row. */
export const printInnerTable = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => row.map(({ content }) => content.trim().replace(/\s+/g, ' ')).join(' – ')).join('\n');
