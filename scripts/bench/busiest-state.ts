import { drawAttempt, seededRandom, type Response } from '../../server/assessment/scoring/index.ts';
import type { CourseData, CourseQuestion } from '../../server/scorm/course.ts';
import { cellsOf } from '../../server/scorm/runtime/state/cells.ts';
import { emptyState, type CourseState } from '../../server/scorm/runtime/state/state.ts';

/** What is written where Altamar's example has nothing: a figure, or a few words. */
const FIGURE = '12.5';
const WORDS = 'Dirección de Presupuesto';

/** All lessons read, all self-checks and the quiz answered, every cell filled. */
export function busiestState(course: CourseData): CourseState {
  const { checks, lessons, quiz, worksheets } = course;
  const questions = quiz ? drawAttempt(quiz, seededRandom(7)).map(({ question }) => question) : [];
  const byId = new Map([...checks, ...(quiz?.questions ?? [])].map((question) => [question.id, question]));
  const answered = (ids: readonly string[]) =>
    Object.fromEntries(
      ids.flatMap((id) => {
        const question = byId.get(id);
        return question ? [[id, rightResponse(question)] as const] : [];
      }),
    );
  const samples = new Map(
    worksheets.flatMap(({ id, sample }) =>
      Object.entries(sample).map(([cell, value]) => [`${id}/${cell}`, longest(value)] as const),
    ),
  );
  return {
    ...emptyState(),
    language: 'es',
    place: 'quiz',
    done: new Set(lessons),
    checks: answered(checks.map(({ id }) => id)),
    attempt: { number: 3, seed: 123_456_789, questions, responses: answered(questions), submittedAt: 1.8e12 },
    best: 0.9375,
    cells: Object.fromEntries(
      cellsOf(worksheets).map((cell) => [
        cell,
        samples.get(cell as `${string}/${string}`) ?? (/\d$/.test(cell) ? FIGURE : WORDS),
      ]),
    ),
  };
}

const longest = (value: string | Readonly<Record<string, string>>): string =>
  typeof value === 'string'
    ? value
    : Object.values(value).reduce((one, other) => (other.length > one.length ? other : one), '');

function rightResponse(question: CourseQuestion): Response {
  switch (question.kind) {
    case 'multiple':
      return question.options.filter(({ right }) => right).map(({ id }) => id);
    case 'single':
    case 'true-false':
      return question.options.find(({ right }) => right)?.id ?? '';
    case 'order':
      return question.items.map(({ id }) => id);
    case 'match':
      return Object.fromEntries(question.items.map(({ id, answer }) => [id, answer]));
    case 'numeric':
      return String(question.value);
    case 'text':
      return longest({ es: question.accepted.es[0] ?? '', en: question.accepted.en[0] ?? '' });
  }
}
