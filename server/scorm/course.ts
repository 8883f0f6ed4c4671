/**
 * What a package's page hands to the runtime that plays it: the keys of its questions and the shape of its
 * worksheets, no texts. Shared by the packer and the runtime, so it imports types only.
 */
import type { ScorableQuestion, ScorableQuiz } from '../assessment/scoring/index.ts';
import type { Language } from '../content/module.ts';
import type { FormShape, TableShape } from '../worksheets/calculation/index.ts';

/** The primary objective of each SCO: the manifest declares it, the runtime looks it up by this name. */
export const QUIZ_OBJECTIVE = 'obj-quiz';

export type CourseQuestion = ScorableQuestion & {
  readonly objective: string | null;
  /** Of a true-false question, the option that says "true". */
  readonly truth?: string;
};

export type CoursePart =
  | (TableShape & {
      /** Rows that a free table starts with. */
      readonly start: number;
    })
  | FormShape;

export interface CourseWorksheet {
  readonly id: string;
  readonly parts: readonly CoursePart[];
  /** Altamar's values by cell (`part/row/column` or `part/field`), a text a language where they differ. */
  readonly sample: Readonly<Record<string, string | Readonly<Record<Language, string>>>>;
}

export interface CourseData {
  readonly module: string;
  readonly revision: number;
  readonly format: '1.2' | '2004';
  readonly languages: readonly Language[];
  /** Least score of the quiz, 0 to 1; an LMS may set another. */
  readonly passMark: number;
  /** What a finished course tells the LMS on leaving: keep the data for a review, or end the attempt. */
  readonly exitWhenComplete: 'suspend' | 'normal';
  readonly lessons: readonly string[];
  /** Ids of the objectives that each lesson teaches. */
  readonly teaches: Readonly<Record<string, readonly string[]>>;
  /** Self-checks of all lessons. */
  readonly checks: readonly CourseQuestion[];
  readonly quiz: (ScorableQuiz<CourseQuestion> & { readonly pauseMinutes: number }) | null;
  readonly worksheets: readonly CourseWorksheet[];
  /** What the runtime says, by language and key, with `{places}`. */
  readonly words: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>>;
}
