/** Where a learner stands: what is done, what is missing, whether the course is finished. */
import { passes, scoreQuiz } from '../../../assessment/scoring/index.ts';
import type { CourseData } from '../../course.ts';
import type { ObjectiveResult } from '../lms/lms.ts';
import type { Attempt, CourseState } from './state.ts';

export interface Standing {
  /** Share of lessons and quiz that is done, 0 to 1. */
  progress: number;
  complete: boolean;
  /** Null while no quiz was submitted. */
  passed: boolean | null;
  /** Ids of lessons that are not read yet, in order. */
  unread: readonly string[];
}

export function standingOf(course: CourseData, state: CourseState, passMark: number): Standing {
  const unread = course.lessons.filter((id) => !state.done.has(id));
  const passed = course.quiz && state.best !== null ? passes(state.best, passMark) : null;
  const steps = course.lessons.length + (course.quiz ? 1 : 0);
  const done = course.lessons.length - unread.length + (passed === true ? 1 : 0);
  return { progress: steps === 0 ? 1 : done / steps, complete: done === steps, passed, unread };
}

/** The result of each objective that the attempt's questions ask for. */
export function objectiveResults(
  course: CourseData,
  attempt: Attempt | null,
  passMark: number,
): ObjectiveResult[] {
  if (!course.quiz || typeof attempt?.submittedAt !== 'number') return [];
  const drawn = course.quiz.questions.filter(({ id }) => attempt.questions.includes(id));
  const ids = [...new Set(drawn.map(({ objective }) => objective))].filter((id) => id !== null);
  return ids.map((id) => {
    const { score } = scoreQuiz(
      drawn.filter(({ objective }) => objective === id),
      attempt.responses,
    );
    return { id, score, passed: passes(score, passMark) };
  });
}
