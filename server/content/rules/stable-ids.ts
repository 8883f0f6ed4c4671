import { advice, error, type Finding, type Place } from '../finding.ts';
import type { Module, Question } from '../module.ts';

/** The published revision knows the ids that learners' progress and answers hang on. */
export const STABLE_IDS = 'stable-ids';

/**
 * @param places of questions and lessons, by id (`question q-outcome`, `lesson the-results-chain`)
 * @param start where to tell of what is gone
 */
export function compareWithPublished(
  module: Module,
  published: Module,
  places: ReadonlyMap<string, Place>,
  start: Place,
): Finding[] {
  const findings: Finding[] = [];
  const now = new Map(questionsIn(module).map((question) => [question.id, question]));
  for (const before of questionsIn(published)) {
    const question = now.get(before.id);
    if (!question) {
      findings.push(
        advice(
          STABLE_IDS,
          start,
          `La pregunta publicada «${before.id}» ya no está; sus respuestas quedan en la revisión anterior.`,
          `The published question “${before.id}” is gone; its answers stay with the earlier revision.`,
        ),
      );
    } else if (question.kind !== before.kind) {
      findings.push(
        error(
          STABLE_IDS,
          places.get(`question ${before.id}`) ?? start,
          `«${before.id}» se publicó como ${before.kind} y ahora es ${question.kind}: dele otro id.`,
          `“${before.id}” was published as ${before.kind} and is now ${question.kind}: give it another id.`,
        ),
      );
    }
  }
  const lessons = new Set(module.lessons.map(({ id }) => id));
  for (const { id } of published.lessons.filter((lesson) => !lessons.has(lesson.id))) {
    findings.push(
      advice(
        STABLE_IDS,
        start,
        `La lección publicada «${id}» ya no está: si cambió de nombre, el avance en ella se pierde.`,
        `The published lesson “${id}” is gone: if its name was changed, progress in it is lost.`,
      ),
    );
  }
  return findings;
}

const questionsIn = ({ lessons, quiz }: Module): Question[] => [
  ...lessons.flatMap(({ segments }) =>
    segments.flatMap((segment) => (segment.kind === 'check' ? [segment.question] : [])),
  ),
  ...quiz.questions,
];
