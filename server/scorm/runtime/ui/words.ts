import type { Language } from '../../../content/module.ts';
import { wordsFrom, type Words } from '../../../rendering/words.ts';
import { toPercent } from '../../../assessment/scoring/index.ts';
import type { CourseData } from '../../course.ts';

export type { Words } from '../../../rendering/words.ts';

/** The course's sentences in one language. */
export const wordsIn = (course: CourseData, language: Language): Words =>
  wordsFrom(course.words[language] ?? {}, language);

/** A score from 0 to 1 as whole per cent, rounded down. */
export function percent(score: number, language: Language): string {
  return `${toPercent(score)}${language === 'es' ? '\u00a0' : ''}%`;
}

export function timeOfDay(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
