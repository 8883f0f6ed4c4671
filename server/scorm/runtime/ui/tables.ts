/** Computed cells and totals of a worksheet's table. */
import { parseNumber } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import { formatNumber } from '../../../rendering/formats.ts';
import type { CoursePart } from '../../course.ts';
import { evaluate } from '../formula.ts';
import { rowsOf } from '../state/cells.ts';
import { one } from './dom.ts';

type Table = CoursePart & { kind: 'table' };

export function computeTable(
  element: HTMLElement,
  part: Table,
  typed: (cell: string) => string | undefined,
  language: Language,
): void {
  const rows = rowsOf(part);
  const value = (row: string, column: string, depth = 0): number | null => {
    const formula = part.columns.find(({ id }) => id === column)?.formula;
    if (formula === undefined) {
      const text = part.given[row]?.[column] ?? typed(`${part.id}/${row}/${column}`);
      return text === undefined ? null : parseNumber(text);
    }
    // A formula that names itself, by whatever way, has no value.
    if (depth > part.columns.length) return null;
    return evaluate(formula, {
      value: (other) => value(row, other, depth + 1),
      total: (other) => total(other, depth + 1),
    });
  };
  const total = (column: string, depth = 0): number | null => {
    const values = rows.map((row) => value(row, column, depth)).filter((number) => number !== null);
    return values.length === 0 ? null : values.reduce((sum, number) => sum + number, 0);
  };

  for (const column of part.columns) {
    const show = (selector: string, number: number | null) => {
      const cell = one(element, selector);
      if (cell)
        cell.textContent = number === null ? '' : written(number, column.type === 'percent', language);
    };
    if (column.formula !== undefined) {
      for (const row of rows) show(`[data-formula="${row}/${column.id}"]`, value(row, column.id));
    }
    if (column.total === true) show(`[data-total="${column.id}"]`, total(column.id));
  }
}

/** Shares always have one decimal, so that a column of them lines up; amounts only where they need it. */
function written(value: number, isShare: boolean, language: Language): string {
  const isWhole = Math.abs(value - Math.round(value)) < 1e-9;
  return formatNumber(isWhole ? Math.round(value) : value, language, isWhole && !isShare ? 0 : 1);
}
