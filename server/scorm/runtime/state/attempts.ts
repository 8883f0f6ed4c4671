import { drawAttempt, seededRandom, type DrawnQuestion } from '../../../assessment/scoring/index.ts';
import type { CourseData, CourseQuestion } from '../../course.ts';
import type { Attempt } from './state.ts';

/** A new attempt. @param seed whole number; the same one draws the same questions */
export function newAttempt(quiz: NonNullable<CourseData['quiz']>, number: number, seed: number): Attempt {
  const questions = drawAttempt(quiz, seededRandom(seed)).map(({ question }) => question);
  return { number, seed, questions, responses: {}, submittedAt: null };
}

export interface ArrangedQuestion extends DrawnQuestion {
  key: CourseQuestion;
}

/**
 * The attempt's questions with the order of their options, the same at every reload. Each question has an order
 * of its own seed, so that a new revision, which may lack one of them, leaves the others as they were.
 */
export function arrangeAttempt(quiz: NonNullable<CourseData['quiz']>, attempt: Attempt): ArrangedQuestion[] {
  return attempt.questions.flatMap((id) => {
    const key = quiz.questions.find((question) => question.id === id);
    return key ? [arrange(key, quiz.shuffle, attempt.seed + seedOf(id))] : [];
  });
}

/** A self-check is arranged once for all: an ordering is shuffled, the rest stands as written. */
export const arrangeCheck = (key: CourseQuestion): ArrangedQuestion => arrange(key, false, seedOf(key.id));

function arrange(key: CourseQuestion, shuffle: boolean, seed: number): ArrangedQuestion {
  const [drawn] = drawAttempt({ draw: null, shuffle, questions: [key] }, seededRandom(seed));
  return { options: null, ...drawn, question: key.id, key };
}

function seedOf(id: string): number {
  let seed = 7;
  for (let index = 0; index < id.length; index += 1)
    seed = (Math.imul(seed, 31) + id.charCodeAt(index)) >>> 0;
  return seed;
}
