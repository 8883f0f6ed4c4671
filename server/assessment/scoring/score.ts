import type { Response, ScorableQuestion } from './questions.ts';
import { cleanResponse } from './responses.ts';
import { choiceFraction, matchFraction, numericFraction, orderFraction, textFraction } from './rules.ts';

export type Verdict = 'right' | 'partly' | 'wrong' | 'unanswered';
export interface QuestionResult {
  /** 0 to 1. */
  fraction: number;
  verdict: Verdict;
  /**
   * Whether each option (choice) was rightly ticked or rightly left, each item (order) is at its place, each
   * item (match) has its target. Absent where there are no parts, and without an answer.
   */
  parts?: Record<string, boolean>;
}
export interface QuizResult {
  /** 0 to 1, weighted by the questions' points. */
  score: number;
  results: Record<string, QuestionResult>;
}

const UNANSWERED: QuestionResult = { fraction: 0, verdict: 'unanswered' };
/** Far below what a point of any quiz weighs, far above what floating point loses. */
const SLACK = 1e-9;

/** Scores one answer. What does not belong to the question counts as not answered. */
export function scoreQuestion(question: ScorableQuestion, response: Response | null): QuestionResult {
  const answer = cleanResponse(question, response);
  if (answer === null) return UNANSWERED;
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const ticked = typeof answer === 'string' ? [answer] : (answer as string[]);
      const parts = question.options.map(({ id, right }) => [id, right === ticked.includes(id)] as const);
      return result(choiceFraction(question, ticked), parts);
    }
    case 'order': {
      const order = answer as string[];
      const parts = question.items.map(({ id }, place) => [id, order[place] === id] as const);
      return result(orderFraction(question, order), parts);
    }
    case 'match': {
      const chosen = answer as Record<string, string>;
      const parts = question.items.map((item) => [item.id, chosen[item.id] === item.answer] as const);
      return result(matchFraction(question, chosen), parts);
    }
    case 'numeric':
      return result(numericFraction(question, answer as string));
    case 'text':
      return result(textFraction(question, answer as string));
  }
}

function result(fraction: number, parts?: (readonly [string, boolean])[]): QuestionResult {
  const verdict = fraction >= 1 - SLACK ? 'right' : fraction <= SLACK ? 'wrong' : 'partly';
  return parts ? { fraction, verdict, parts: Object.fromEntries(parts) } : { fraction, verdict };
}

/**
 * Scores an attempt.
 * @param questions those that the attempt drew: one that was not answered counts 0
 */
export function scoreQuiz(
  questions: readonly ScorableQuestion[],
  responses: Readonly<Record<string, Response>>,
): QuizResult {
  const given = new Map(Object.entries(responses));
  const results: Record<string, QuestionResult> = {};
  let earned = 0;
  let possible = 0;
  for (const question of questions) {
    const scored = scoreQuestion(question, given.get(question.id) ?? null);
    results[question.id] = scored;
    earned += scored.fraction * question.points;
    possible += question.points;
  }
  return { score: possible === 0 ? 0 : Math.round((earned / possible) * 1e9) / 1e9, results };
}

/** Whether a score reaches the pass mark, both 0 to 1, without surprises of floating point. */
export function passes(score: number, passMark: number): boolean {
  return score >= passMark - SLACK;
}

/**
 * A score as per cent, rounded down: nobody reads “70 %, not passed” where 69.6 was not enough.
 * @param decimals how many to keep: 0 on screen, 2 in reports to an LMS
 */
export function toPercent(score: number, decimals = 0): number {
  const unit = 10 ** decimals;
  return Math.floor(score * 100 * unit + 1e-6) / unit;
}
