/** The form by which a trainer marks a work: a level of each criterion, a comment, a decision. */
import { z } from 'zod';
import type { Assignment } from '../../content/module.ts';
import type { MessageKey } from '../../rendering/index.ts';
import { marksOf, sumOf } from './marking.ts';

export const LONGEST_COMMENT = 4_000;

/** Levels are `c/criterion`, their value the points. */
export const MarkForm = z.looseObject({
  version: z.coerce.number().int().min(1).max(1e9),
  do: z.enum(['returned', 'accepted']),
  comment: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()),
});
export type MarkForm = z.infer<typeof MarkForm>;

export interface TypedMarks {
  points: ReadonlyMap<string, number>;
  comment: string;
}

export interface MarkingErrors {
  /** Criteria without a level. */
  criteria: string[];
  comment: MessageKey | null;
  /** Too few to accept. */
  points: { points: number; sum: number } | null;
}

export function readMarks({ criteria }: Assignment, form: MarkForm): TypedMarks {
  const chosen = criteria.flatMap(({ id, levels }): [string, number][] => {
    const value = form[`c/${id}`];
    const level = levels.find(({ points }) => String(points) === value);
    return level ? [[id, level.points]] : [];
  });
  return { points: new Map(chosen), comment: form.comment };
}

/** What has to be put right before the marks are kept; null when nothing has. */
export function problemsOf(
  assignment: Assignment,
  { points, comment }: TypedMarks,
  decision: MarkForm['do'],
): MarkingErrors | null {
  const criteria = assignment.criteria.map(({ id }) => id).filter((id) => !points.has(id));
  const sum = sumOf(marksOf(assignment, points));
  const isTooFew = decision === 'accepted' && criteria.length === 0 && sum < assignment.passPoints;
  const errors: MarkingErrors = {
    criteria,
    comment: commentProblem(comment, decision),
    points: isTooFew ? { points: assignment.passPoints, sum } : null,
  };
  return criteria.length > 0 || errors.comment || errors.points ? errors : null;
}

function commentProblem(comment: string, decision: MarkForm['do']): MessageKey | null {
  if (comment.length > LONGEST_COMMENT) return 'assignment.commentLong';
  return comment === '' && decision === 'returned' ? 'assignment.commentMissing' : null;
}
