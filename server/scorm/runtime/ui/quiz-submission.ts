/** Submitting an attempt: scored by the same code as on the server, told to the LMS answer by answer. */
import { scoreQuiz } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import type { Interaction } from '../lms/lms.ts';
import type { ArrangedQuestion } from '../state/attempts.ts';
import type { Attempt } from '../state/state.ts';
import type { Tracker } from '../tracker.ts';

/**
 * When an attempt was shown and each of its questions first answered, in this session. Kept in no state: the time
 * between two days is no latency.
 */
class AttemptTiming {
  private number = 0;
  private shownAt = 0;
  private readonly answers = new Map<string, number>();

  /** Called at every look at an attempt; only a new one starts the clock again. */
  begin(attempt: number): void {
    if (attempt === this.number) return;
    this.number = attempt;
    this.shownAt = Date.now();
    this.answers.clear();
  }

  answered(question: string): void {
    if (!this.answers.has(question)) this.answers.set(question, Date.now());
  }

  /** In milliseconds; null when the question was answered in an earlier session, or not at all. */
  latency(question: string): number | null {
    const at = this.answers.get(question);
    return at === undefined ? null : at - this.shownAt;
  }
}
export const Timing = new AttemptTiming();

interface Told {
  language: Language;
  /** A question's words, without markup. */
  wording: (question: string) => string;
}

export function submitAttempt(
  tracker: Tracker,
  attempt: Attempt,
  drawn: readonly ArrangedQuestion[],
  { language, wording }: Told,
): void {
  const at = new Date();
  const keys = drawn.map(({ key }) => key);
  const { score, results } = scoreQuiz(keys, attempt.responses);
  attempt.submittedAt = at.getTime();
  tracker.state.best = Math.max(score, tracker.state.best ?? 0);
  const interactions = keys.flatMap((question): Interaction[] => {
    const result = results[question.id];
    if (!result) return [];
    const { id } = question;
    return [
      {
        module: tracker.course.module,
        question,
        response: attempt.responses[id] ?? null,
        result,
        description: wording(id).replace(/\s+/g, ' ').trim(),
        language,
        at,
        latency: Timing.latency(id),
      },
    ];
  });
  tracker.change('now', ...interactions);
}
