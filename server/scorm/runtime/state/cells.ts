import { keyOf, rowsOf } from '../../../worksheets/calculation/index.ts';
import type { CoursePart, CourseWorksheet } from '../../course.ts';

/** The cells that a learner can write into, as `worksheet/part/row/column` or `worksheet/part/field`. */
export function cellsOf(worksheets: readonly CourseWorksheet[]): string[] {
  return worksheets.flatMap(({ id, parts }) =>
    parts.flatMap((part) => cellsOfPart(part).map((cell) => `${id}/${cell}`)),
  );
}

function cellsOfPart(part: CoursePart): string[] {
  if (part.kind === 'form') {
    return part.fields.filter(isTyped).map(({ id }) => keyOf(part.id, id));
  }
  const typed = part.columns.filter(isTyped);
  return rowsOf(part).flatMap((row) =>
    typed.filter(({ id }) => part.given[row]?.[id] === undefined).map(({ id }) => keyOf(part.id, row, id)),
  );
}

const isTyped = ({ formula }: { formula?: string }): boolean => formula === undefined;
