/** What the course says to an LMS and hears from it, whatever the edition. */
import type { QuestionResult, Response } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import type { CourseQuestion } from '../../course.ts';

export interface Launch {
  /** In `browse` and `review` nothing is written. */
  mode: 'normal' | 'browse' | 'review';
  /** What an earlier session reached: it is never taken back. */
  completed: boolean;
  passed: boolean;
  /** The best score that the LMS holds, 0 to 1. */
  score: number | null;
  suspended: string;
  /** The pass mark that the LMS wants, 0 to 1; null when it names none. */
  passMark: number | null;
  /** The learner's language, as the LMS writes it; empty when it does not say. */
  language: string;
}

export interface ObjectiveResult {
  id: string;
  score: number;
  passed: boolean;
}

export interface Report {
  place: string;
  suspended: string;
  /** Time of this session, in milliseconds. */
  elapsed: number;
  /** Share of the course that is done, 0 to 1. */
  progress: number;
  complete: boolean;
  /** Best score, 0 to 1; null before a quiz was submitted or without one. */
  score: number | null;
  /** Whether that score reaches the pass mark; null as long as there is none. */
  passed: boolean | null;
  objectives: readonly ObjectiveResult[];
}

/** One submitted answer. */
export interface Interaction {
  module: string;
  question: CourseQuestion;
  response: Response | null;
  result: QuestionResult;
  /** The question's words, without markup. */
  description: string;
  language: Language;
  at: Date;
  /** From the question's first showing to the first answer, in milliseconds; null when that was another day. */
  latency: number | null;
}

export interface Lms {
  readonly launch: Launch;
  /** The most characters of suspend data: what the standard promises, less a margin. */
  readonly room: number;
  /** Sets what has changed. Nothing is stored before `commit`. */
  report(report: Report): void;
  record(interaction: Interaction): void;
  commit(): boolean;
  /**
   * Ends the session, which stores what is not stored yet.
   * @param leaving whether the learner chose to leave, so that the LMS may take its frame back
   * @returns whether the LMS has everything
   */
  finish(options: { exit: 'suspend' | 'normal'; leaving: boolean }): boolean;
}
