import type { CoursePart, CourseWorksheet } from '../../course.ts';

/** The cells that a learner can write into, as `worksheet/part/row/column` or `worksheet/part/field`. */
export function cellsOf(worksheets: readonly CourseWorksheet[]): string[] {
  return worksheets.flatMap(({ id, parts }) =>
    parts.flatMap((part) => cellsOfPart(part).map((cell) => `${id}/${cell}`)),
  );
}

function cellsOfPart(part: CoursePart): string[] {
  if (part.kind === 'form') return part.fields.map(({ id }) => `${part.id}/${id}`);
  const typed = part.columns.filter(({ formula }) => formula === undefined);
  return rowsOf(part).flatMap((row) =>
    typed.filter(({ id }) => part.given[row]?.[id] === undefined).map(({ id }) => `${part.id}/${row}/${id}`),
  );
}

/** Ids of the rows of a table: its own, or `1` to the most that a free table may have. */
export function rowsOf(part: CoursePart & { kind: 'table' }): readonly string[] {
  return part.rows ?? Array.from({ length: part.most }, (_, index) => String(index + 1));
}
