/**
 * How long a question took. The browser is not asked, since what it says is not to be trusted: answers are saved
 * as they are given, and the server's clock between two saves tells how long the answer took that changed in
 * between.
 *
 * Where more than one answer changed (a browser without scripts sends all of them at once), nobody knows which
 * took how long; after ten minutes without a save somebody was elsewhere. Neither counts: a question then has no
 * time in that attempt, and reports say in how many attempts it was measured.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Question } from '../content/module.ts';
import type { Attempt, AttemptItem } from './attempt.model.ts';
import type { QuizResult, Response } from './scoring/index.ts';

/** Milliseconds after which a pause is no thinking. */
const AWAY = 10 * 60_000;

export interface TimeSpent {
  question: string;
  ms: number;
}

/** The time since the last save, when it belongs to one question; else null. */
export function timeSpent(
  attempt: Attempt,
  bank: readonly Question[],
  responses: ReadonlyMap<string, Response | null>,
  now: Date,
): TimeSpent | null {
  const changed = bank
    .filter(({ id }) => responses.has(id))
    .filter((question) => {
      const response = responses.get(question.id) ?? null;
      const before = attempt.responses[question.id] ?? null;
      return (
        !isDeepStrictEqual(response, before) && !(before === null && isAsShown(attempt, question, response))
      );
    });
  const [only, second] = changed;
  const ms = now.getTime() - attempt.savedAt.getTime();
  return only && !second && ms > 0 && ms <= AWAY ? { question: only.id, ms } : null;
}

/** Whether an ordering stands as it was drawn: every form sends it so, before anybody has moved anything. */
function isAsShown(attempt: Attempt, question: Question, response: Response | null): boolean {
  const drawn = attempt.drawn.find((one) => one.question === question.id);
  return question.kind === 'order' && drawn !== undefined && isDeepStrictEqual(response, drawn.options);
}

/** What item analysis will read of an attempt, as it is submitted with these answers. */
export function attemptItems(
  attempt: Attempt,
  asked: readonly Question[],
  responses: Readonly<Record<string, Response>>,
  { results }: QuizResult,
  last: TimeSpent | null,
): AttemptItem[] {
  return asked.map((question) => {
    const response = responses[question.id] ?? null;
    const before = attempt.spent?.[question.id] ?? 0;
    const ms = before + (last?.question === question.id ? last.ms : 0);
    return {
      question: question.id,
      response,
      score: results[question.id]?.fraction ?? 0,
      omitted: response === null || isAsShown(attempt, question, response),
      seconds: ms > 0 ? Math.max(1, Math.round(ms / 1_000)) : null,
    };
  });
}
