/** What a learner has done in a course, in no language: begun in Spanish, it goes on in English. */
import type { Response } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';

/** Where the learner is: the contents, a lesson, the quiz, the glossary. */
export type Place = 'contents' | 'quiz' | 'glossary' | `lesson/${string}`;

export interface Attempt {
  number: number;
  /** From which the order of options is made again after a reload. */
  seed: number;
  /** Ids of the questions drawn, in order. */
  questions: readonly string[];
  responses: Record<string, Response>;
  /** Milliseconds since 1970; null until it is submitted. */
  submittedAt: number | null;
}

export interface CourseState {
  /** Null until the learner chose one, where there is a choice. */
  language: Language | null;
  place: Place;
  /** Ids of lessons read to their end. */
  done: Set<string>;
  /** Answers to self-checks that were looked up. */
  checks: Record<string, Response>;
  attempt: Attempt | null;
  /** Best score of all submitted attempts, 0 to 1. */
  best: number | null;
  /** What was written into worksheets, by `worksheet/part/row/column` or `worksheet/part/field`. */
  cells: Record<string, string>;
}

export const emptyState = (): CourseState => ({
  language: null,
  place: 'contents',
  done: new Set(),
  checks: {},
  attempt: null,
  best: null,
  cells: {},
});

/** A copy that lacks one entry. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
