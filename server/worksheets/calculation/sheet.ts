/** The computed cells, totals and groups of a worksheet, from what is typed and given. */
import { evaluate, sumOf } from './evaluate.ts';
import { parseFormula, type ColumnFunction, type Expression } from './formula.ts';

/** A field of a form, or what a column says of each of its cells. */
export interface FieldShape {
  readonly id: string;
  readonly type: string;
  readonly formula?: string;
  /** Decimals to show of a computed figure. */
  readonly decimals?: number;
  /** Of a `choice`: the numbers that its choices stand for, by their ids. */
  readonly values?: Readonly<Record<string, number>>;
}
export interface ColumnShape extends FieldShape {
  /** True adds the column up; a formula computes the total from the other totals. */
  readonly total?: boolean | string;
}
export interface TableShape {
  readonly kind: 'table';
  readonly id: string;
  readonly columns: readonly ColumnShape[];
  /** Ids of fixed rows; a free table has rows `1`, `2`… up to `most`. */
  readonly rows: readonly string[] | null;
  readonly most: number;
  /** Rows of each group. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Cells that are given, by row and column: a number, or null for a text. */
  readonly given: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
}
export interface FormShape {
  readonly kind: 'form';
  readonly id: string;
  readonly fields: readonly FieldShape[];
}
export type PartShape = TableShape | FormShape;
export interface SheetShape {
  readonly parts: readonly PartShape[];
}

export interface Sheet {
  /** The number in a cell (typed, given or computed), or null. */
  cell(part: string, row: string, column: string): number | null;
  field(part: string, field: string): number | null;
  /** What the total row of a table shows under a column, or null. */
  total(part: string, column: string): number | null;
  /** The sum of a column over the rows of a group, or null. */
  group(part: string, group: string, column: string): number | null;
  /** The value of a formula that stands in no table: `flows.total.y2025 - frame.debt`. */
  formula(text: string): number | null;
}

/** The key of a cell: `part/row/column`, or `part/field` in a form. */
export const keyOf = (...path: readonly string[]): string => path.join('/');

/** Ids of the rows of a table: its own, or `1` to the most that a free table may have. */
export function rowsOf(table: Pick<TableShape, 'rows' | 'most'>): readonly string[] {
  return table.rows ?? Array.from({ length: table.most }, (_, index) => String(index + 1));
}

const IN_WORK = Symbol('in work');

/**
 * Computes on demand, each cell once. Always ends: a formula that needs itself, which the content check refuses,
 * reads nothing there.
 * @param typed what was typed into a cell, by its key and type: a number, the id of a choice, or null
 */
export function computeSheet(
  shape: SheetShape,
  typed: (key: string, type: string) => number | string | null,
): Sheet {
  const known = new Map<string, number | null | typeof IN_WORK>();
  const trees = new Map<string, Expression | null>();

  const once = (key: string, compute: () => number | null): number | null => {
    const value = known.get(key);
    if (value === IN_WORK) return null;
    if (value !== undefined) return value;
    known.set(key, IN_WORK);
    const computed = compute();
    known.set(key, computed);
    return computed;
  };
  const figure = (key: string, { type, values }: FieldShape): number | null => {
    const value = typed(key, type);
    return typeof value === 'string' ? (values?.[value] ?? null) : value;
  };
  const treeOf = (formula: string): Expression | null => {
    const tree = trees.get(formula) ?? parseFormula(formula);
    trees.set(formula, tree);
    return tree;
  };
  const tableOf = (part: string): TableShape | null =>
    shape.parts.find((one): one is TableShape => one.kind === 'table' && one.id === part) ?? null;
  const columnOf = (table: TableShape | null, column: string) =>
    table?.columns.find(({ id }) => id === column) ?? null;
  const run = (formula: string, own: (column: string) => number | null, table: TableShape | null) => {
    const tree = treeOf(formula);
    if (!tree) return null;
    return evaluate(tree, {
      named: (path) => (path.length === 1 ? own(path[0] ?? '') : named(path)),
      column: (of, column) => (table ? overRows(table, of, column) : null),
    });
  };

  const cell = (part: string, row: string, column: string): number | null => {
    const key = keyOf(part, row, column);
    const table = tableOf(part);
    const definition = columnOf(table, column);
    if (!table || !definition) return null;
    const { formula } = definition;
    return once(key, () => {
      if (formula !== undefined) return run(formula, (other) => cell(part, row, other), table);
      const given = table.given[row]?.[column];
      return given === undefined ? figure(key, definition) : given;
    });
  };
  const field = (part: string, id: string): number | null => {
    const key = keyOf(part, id);
    const form = shape.parts.find((one) => one.kind === 'form' && one.id === part);
    const definition = form?.kind === 'form' ? form.fields.find((one) => one.id === id) : undefined;
    if (!definition) return null;
    const { formula } = definition;
    return once(key, () =>
      formula === undefined ? figure(key, definition) : run(formula, (other) => field(part, other), null),
    );
  };
  const numbersIn = (table: TableShape, rows: readonly string[], column: string) =>
    rows.map((row) => cell(table.id, row, column)).filter((one) => one !== null);
  const total = (part: string, column: string): number | null => {
    const table = tableOf(part);
    const definition = columnOf(table, column);
    if (!table || !definition) return null;
    const how = definition.total;
    return once(keyOf(part, 'total', column), () =>
      typeof how === 'string'
        ? run(how, (other) => (other === column ? null : total(part, other)), table)
        : sumOf(numbersIn(table, rowsOf(table), column)),
    );
  };
  const group = (part: string, id: string, column: string): number | null => {
    const table = tableOf(part);
    const rows = table?.groups?.[id];
    return table && rows ? sumOf(numbersIn(table, rows, column)) : null;
  };
  const overRows = (table: TableShape, of: ColumnFunction, column: string): number | null => {
    const numbers = numbersIn(table, rowsOf(table), column);
    if (of === 'count') return numbers.length;
    const sum = sumOf(numbers);
    return of === 'total' || sum === null ? sum : sum / numbers.length;
  };
  const named = ([part = '', row = '', column]: readonly string[]): number | null => {
    if (column === undefined) return field(part, row);
    if (row === 'total') return total(part, column);
    return tableOf(part)?.groups?.[row] ? group(part, row, column) : cell(part, row, column);
  };
  const formula = (text: string): number | null => run(text, () => null, null);
  return { cell, field, total, group, formula };
}

/** A figure that is shown and never typed. */
export interface Computed {
  readonly key: string;
  readonly value: number | null;
  readonly type: string;
  readonly decimals?: number;
}

/** Every computed cell, total and field of a worksheet. A total's key is `part/total/column`. */
export function computedIn(shape: SheetShape, sheet: Sheet): Computed[] {
  const computed = (of: FieldShape, value: number | null, ...path: string[]): Computed => ({
    key: keyOf(...path),
    value,
    type: of.type,
    ...(of.decimals === undefined ? {} : { decimals: of.decimals }),
  });
  return shape.parts.flatMap((part) => {
    if (part.kind === 'form') {
      return part.fields
        .filter(({ formula }) => formula !== undefined)
        .map((field) => computed(field, sheet.field(part.id, field.id), part.id, field.id));
    }
    return part.columns.flatMap((column) => {
      const cells =
        column.formula === undefined
          ? []
          : rowsOf(part).map((row) =>
              computed(column, sheet.cell(part.id, row, column.id), part.id, row, column.id),
            );
      const isTotalled = column.total !== undefined && column.total !== false;
      const total = computed(column, sheet.total(part.id, column.id), part.id, 'total', column.id);
      return isTotalled ? [...cells, total] : cells;
    });
  });
}
