/** Rows of free tables: one more, one less. */
import type { Worksheet } from '../content/module.ts';
import type { WorksheetTable } from '../content/worksheet.ts';
import { keyOf } from './calculation/index.ts';
import { setCells, withCurrent, type WorksheetPlace } from './saving.ts';
import type { StoredCell } from './worksheet.model.ts';

/**
 * Shows one more row of a free table.
 * @param shown the rows that the person saw: pressed twice, the button adds one row
 */
export async function addRow(
  place: WorksheetPlace,
  worksheet: Worksheet,
  part: string,
  shown: Readonly<Record<string, number>>,
): Promise<void> {
  const table = freeTable(worksheet, part);
  if (!table?.free) return;
  const { start, most } = table.free;
  const wanted = Math.min(most, Math.max(start, shown[part] ?? 0) + 1);
  await withCurrent(place, (filled) =>
    (filled.rows[part] ?? 0) >= wanted
      ? { done: undefined }
      : { next: { cells: filled.cells, rows: { ...filled.rows, [part]: wanted } }, done: () => undefined },
  );
}

/**
 * Takes a row out of a free table; those below move up.
 * @param target `part/row`
 * @param version the version that the person saw: pressed twice, the button removes one row
 */
export async function removeRow(
  place: WorksheetPlace,
  worksheet: Worksheet,
  target: string,
  version: number,
): Promise<void> {
  const [part = '', row = ''] = target.split('/');
  const table = freeTable(worksheet, part);
  const from = Number(row);
  if (!table?.free || from < 1 || from > table.free.most) return;
  const { start, most } = table.free;
  const columns = table.columns.filter(({ formula }) => formula === undefined).map(({ id }) => id);
  await withCurrent(place, (filled) => {
    if (filled.version !== version) return { done: undefined };
    const cell = (index: number, column: string): StoredCell | undefined =>
      filled.cells[keyOf(part, String(index), column)];
    const moved = columns.flatMap((column) =>
      Array.from({ length: most - from + 1 }, (_, index) => from + index)
        .filter((index) => (cell(index, column)?.value ?? null) !== (cell(index + 1, column)?.value ?? null))
        .map((index) => [keyOf(part, String(index), column), contentOf(cell(index + 1, column))] as const),
    );
    const count = Math.max(start, filled.rows[part] ?? start);
    const rows = { ...filled.rows, [part]: Math.max(start, count - 1) };
    return { next: { cells: setCells(filled, moved), rows }, done: () => undefined };
  });
}

/** What a cell holds, without its history. */
function contentOf(cell: StoredCell | undefined): Pick<StoredCell, 'value' | 'origin'> {
  if (!cell) return { value: null };
  return cell.origin === undefined ? { value: cell.value } : { value: cell.value, origin: cell.origin };
}

function freeTable({ parts }: Worksheet, id: string): WorksheetTable | null {
  return (
    parts.find(
      (part): part is WorksheetTable => part.kind === 'table' && part.id === id && Boolean(part.free),
    ) ?? null
  );
}
