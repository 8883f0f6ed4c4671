/** The cells of a worksheet that a person types into: their keys, their types, how their values are read and shown. */
import type { InBoth, Language, Worksheet } from '../content/module.ts';
import type { WorksheetColumn, WorksheetField, WorksheetPart, WorksheetTable } from '../content/worksheet.ts';
import { formatNumber } from '../rendering/index.ts';
import { isNumeric, keyOf, readTyped, type Reading } from './calculation/index.ts';
import type { Cells, CellValue } from './worksheet.model.ts';

export interface TypedCell {
  key: string;
  part: WorksheetPart;
  /** The row's id; null for a field of a form. */
  row: string | null;
  of: WorksheetColumn | WorksheetField;
}

/** The typed cells of the rows that are shown, in the order of the page. */
export function typedCells({ parts }: Worksheet, rows: Readonly<Record<string, number>>): TypedCell[] {
  return parts.flatMap((part): TypedCell[] => {
    if (part.kind === 'form') {
      return part.fields
        .filter(({ formula }) => formula === undefined)
        .map((of) => ({ key: keyOf(part.id, of.id), part, row: null, of }));
    }
    return shownRows(part, rows[part.id]).flatMap(({ id, given }) =>
      part.columns
        .filter((column) => column.formula === undefined && given[column.id] === undefined)
        .map((of) => ({ key: keyOf(part.id, id, of.id), part, row: id, of })),
    );
  });
}

export interface ShownRow {
  id: string;
  label: InBoth<string> | null;
  group: string | null;
  given: NonNullable<NonNullable<WorksheetTable['rows']>[number]['given']>;
}

/** Fixed rows, or as many free ones as are shown: from `start` to `most`. */
export function shownRows({ rows, free }: WorksheetTable, count = 0): ShownRow[] {
  if (rows) {
    return rows.map(({ id, label, group = null, given = {} }) => ({ id, label, group, given }));
  }
  const { start, most } = free ?? { start: 1, most: 1 };
  const length = Math.min(most, Math.max(start, count));
  return Array.from({ length }, (_, index) => ({
    id: String(index + 1),
    label: null,
    group: null,
    given: {},
  }));
}

const known = new WeakMap<Worksheet, ReadonlyMap<string, TypedCell>>();

/** Every typed cell that a worksheet can have, by key, rows that are not shown yet included. */
export function allTypedCells(worksheet: Worksheet): ReadonlyMap<string, TypedCell> {
  const cells = known.get(worksheet) ?? new Map(cellsOfAllRows(worksheet).map((cell) => [cell.key, cell]));
  known.set(worksheet, cells);
  return cells;
}

function cellsOfAllRows(worksheet: Worksheet): TypedCell[] {
  const most = worksheet.parts.map(
    (part) => [part.id, part.kind === 'table' ? (part.free?.most ?? 0) : 0] as const,
  );
  return typedCells(worksheet, Object.fromEntries(most));
}

export function readCell({ of }: TypedCell, typed: string): Reading {
  return readTyped(
    of.type,
    typed,
    (of.choices ?? []).map(({ id }) => id),
  );
}

type Shown = Pick<WorksheetColumn, 'choices'> & { type: string };

/** A value as it stands in its field: numbers and quarters as the language writes them, a choice by its id. */
export function typedText(value: CellValue | null, { type }: Shown, language: Language): string {
  if (value === null) return '';
  if (typeof value === 'number') return formatNumber(value, language);
  const text = typeof value === 'string' ? value : value[language];
  return type === 'quarter' && language === 'es' ? text.replace('-Q', '-T') : text;
}

/** A value as one reads it: a choice by its name; whole shares with their decimal, so that a column lines up. */
export function shownText(value: CellValue | null, of: Shown, language: Language): string {
  if (typeof value === 'number' && of.type === 'percent' && Number.isInteger(value))
    return formatNumber(value, language, 1);
  const text = typedText(value, of, language);
  return of.choices?.find(({ id }) => id === text)?.[language] ?? text;
}

/** Whether what was typed is what is kept already, in whichever language it is shown. */
export function isSame(kept: CellValue | null, typed: number | string | null): boolean {
  if (kept === null || typeof kept !== 'object') return kept === typed;
  return kept.es === typed || kept.en === typed;
}

/** Whether two kept values are the same. */
export function isEqual(one: CellValue, other: CellValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other;
  return one.es === other.es && one.en === other.en;
}

/** Rows to show of free tables, so that every one of these cells is in sight. */
export function rowsFor(
  { parts }: Worksheet,
  rows: Readonly<Record<string, number>>,
  keys: readonly string[],
): Readonly<Record<string, number>> {
  const shown: Record<string, number> = { ...rows };
  for (const key of keys) {
    const [part = '', row = ''] = key.split('/');
    const isFree = parts.some((one) => one.kind === 'table' && one.id === part && one.free);
    if (isFree) shown[part] = Math.max(shown[part] ?? 0, Number(row));
  }
  return shown;
}

/** The figure or the choice in a cell, as formulas read them. */
export function figureIn(cells: Cells): (key: string, type: string) => number | string | null {
  return (key, type) => {
    const value = cells[key]?.value ?? null;
    if (typeof value === 'number') return isNumeric(type) ? value : null;
    return typeof value === 'string' && type === 'choice' ? value : null;
  };
}
