/** Columns, rows and groups of a worksheet's tables, and what its fields choose from. */
import type { WorksheetTable } from '../worksheet.ts';
import { hasFigures, type Find } from './worksheet-formulas.ts';

export function checkTable(table: WorksheetTable, path: PropertyKey[], find: Find): void {
  const columns = new Set(table.columns.map(({ id }) => id));
  if ((table.rows === undefined) === (table.free === undefined)) {
    find(
      path,
      'Una tabla tiene filas fijas (rows) o libres (free), una de las dos.',
      'A table has fixed rows (rows) or free ones (free), one of the two.',
    );
  }
  if (table.free && table.free.start > table.free.most)
    find([...path, 'free'], '«start» no pasa de «most».', '“start” is not larger than “most”.');
  for (const [index, column] of table.columns.entries()) {
    const at = [...path, 'columns', index];
    choicesFit(column.type, column.choices, at, find);
    computesFigures(column, at, find);
  }
  for (const [index, row] of (table.rows ?? []).entries()) {
    for (const column of Object.keys(row.given ?? {})) {
      if (!columns.has(column))
        find(
          [...path, 'rows', index, 'given'],
          `No existe la columna «${column}».`,
          `There is no column “${column}”.`,
        );
    }
  }
  checkGroups(table, path, find);
}

/** Every row stands in a group when there are any, and a formula can tell rows, groups and `total` apart. */
function checkGroups({ groups = [], rows = [] }: WorksheetTable, path: PropertyKey[], find: Find): void {
  const names = new Set(groups.map(({ id }) => id));
  for (const [index, { id, group }] of rows.entries()) {
    if (id === 'total' || names.has(id))
      find(
        [...path, 'rows', index, 'id'],
        `«${id}» no puede ser el id de una fila: es el de un grupo o el del total.`,
        `“${id}” cannot be a row’s id: it is a group’s, or the total’s.`,
      );
    if (group === undefined ? names.size > 0 : !names.has(group))
      find(
        [...path, 'rows', index],
        'Cada fila está en uno de los grupos de la tabla (groups).',
        'Each row stands in one of the table’s groups (groups).',
      );
  }
}

export function choicesFit(
  type: string,
  choices: readonly unknown[] | undefined,
  path: PropertyKey[],
  find: Find,
): void {
  if ((type === 'choice') !== (choices !== undefined && choices.length > 0)) {
    find(
      path,
      '«choices» va con el tipo choice, y solo con él.',
      '“choices” goes with the type choice, and only with it.',
    );
  }
}

/** What is computed or added up is a figure. */
export function computesFigures(
  one: {
    type: string;
    formula?: string | undefined;
    total?: boolean | string | undefined;
    choices?: { value?: number | undefined }[] | undefined;
  },
  path: PropertyKey[],
  find: Find,
): void {
  const isComputed = one.formula !== undefined;
  const isTotalled = one.total !== undefined && one.total !== false;
  const isNumber = one.type === 'number' || one.type === 'percent';
  if ((isComputed && !isNumber) || (isTotalled && !hasFigures(one)))
    find(
      path,
      'Solo se calculan y se suman columnas de tipo number o percent.',
      'Only columns of the types number and percent are computed and added up.',
    );
}
