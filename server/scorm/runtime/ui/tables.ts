/** Computed cells and totals of a worksheet. */
import { parseNumber } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import { formatFigure } from '../../../rendering/formats.ts';
import { computedIn, computeSheet, isNumeric } from '../../../worksheets/calculation/index.ts';
import type { CourseWorksheet } from '../../course.ts';
import { all } from './dom.ts';

export function showComputed(
  element: HTMLElement,
  worksheet: CourseWorksheet,
  typed: (cell: string) => string | undefined,
  language: Language,
): void {
  const sheet = computeSheet(worksheet, (key, type) => {
    const text = typed(key);
    if (text === undefined) return null;
    return isNumeric(type) ? parseNumber(text) : text;
  });
  const figures = new Map(computedIn(worksheet, sheet).map((one) => [one.key, one]));
  for (const cell of all(element, '[data-computed]')) {
    const figure = figures.get(cell.dataset.computed ?? '');
    const value = figure?.value ?? null;
    cell.textContent = figure && value !== null ? formatFigure(value, figure, language) : '';
  }
}
