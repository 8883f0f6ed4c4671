/** What computing needs of a worksheet: columns, rows, formulas and given figures, no texts. */
import type { FieldShape, PartShape, SheetShape } from '../worksheets/calculation/index.ts';
import type { GivenCell, Worksheet, WorksheetColumn, WorksheetPart, WorksheetTable } from './worksheet.ts';

export function sheetShape({ parts }: Pick<Worksheet, 'parts'>): SheetShape {
  return { parts: parts.map(partShape) };
}

function partShape(part: WorksheetPart): PartShape {
  if (part.kind === 'form') return { kind: 'form', id: part.id, fields: part.fields.map(fieldShape) };
  const { columns, groups = [], rows } = part;
  const inGroup = groups.map(({ id }) => [id, (rows ?? []).filter(({ group }) => group === id)] as const);
  return {
    kind: 'table',
    id: part.id,
    columns: columns.map((column) => ({
      ...fieldShape(column),
      ...(column.total === undefined || column.total === false ? {} : { total: column.total }),
    })),
    rows: rows ? rows.map(({ id }) => id) : null,
    most: part.free?.most ?? 0,
    ...(groups.length > 0
      ? { groups: Object.fromEntries(inGroup.map(([id, own]) => [id, own.map((row) => row.id)])) }
      : {}),
    given: givenFigures(part),
  };
}

function fieldShape({
  id,
  type,
  formula,
  decimals,
  choices = [],
}: Pick<WorksheetColumn, 'id' | 'formula' | 'decimals' | 'choices'> & { type: string }): FieldShape {
  const values = choices.flatMap((one) => (one.value === undefined ? [] : [[one.id, one.value] as const]));
  return {
    id,
    type,
    ...(formula === undefined ? {} : { formula }),
    ...(decimals === undefined ? {} : { decimals }),
    ...(values.length > 0 ? { values: Object.fromEntries(values) } : {}),
  };
}

function givenFigures({ columns, rows = [] }: WorksheetTable): Record<string, Record<string, number | null>> {
  const figure = (column: string, cell: GivenCell): number | null => {
    if (typeof cell === 'number') return cell;
    const choices = columns.find(({ id }) => id === column)?.choices;
    return choices?.find(({ id }) => id === cell)?.value ?? null;
  };
  return Object.fromEntries(
    rows.flatMap(({ id, given = {} }) => {
      const cells = Object.entries(given).map(([column, cell]) => [column, figure(column, cell)] as const);
      return cells.length > 0 ? [[id, Object.fromEntries(cells)]] : [];
    }),
  );
}
