/** A track's final assignment: what is asked for, and the rubric by which a trainer marks it. */
import { z } from 'zod';
import { inBoth, Slug, text } from './values.ts';

const LevelSchema = z.strictObject({
  /** What it counts; the levels of a criterion stand from the least to the most. */
  points: z.number().int().min(0).max(100),
  /** What work of this level looks like. */
  description: inBoth(text),
});

const CriterionSchema = z.strictObject({
  id: Slug,
  title: inBoth(text),
  levels: z.array(LevelSchema).min(3).max(4),
});
export type Criterion = z.infer<typeof CriterionSchema>;

export const AssignmentSchema = z.strictObject({
  title: inBoth(text),
  /** Markdown, without links into modules and without pictures. */
  instructions: inBoth(text),
  criteria: z.array(CriterionSchema).min(1).max(12),
  /** Points from which the work may be accepted. */
  passPoints: z.number().int().min(0),
});
export type Assignment = z.infer<typeof AssignmentSchema>;

/** The most points that the rubric gives. */
export function mostPoints({ criteria }: Pick<Assignment, 'criteria'>): number {
  return criteria.reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
}
