import type { Language } from '../../../content/module.ts';
import { formatNumber } from '../../../rendering/formats.ts';
import { toPercent } from '../../../assessment/scoring/index.ts';
import type { CourseData } from '../../course.ts';

export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Sentences of one language. A plural has its form for one under `KEY.one`. */
export function wordsIn(course: CourseData, language: Language): Words {
  const sentences = course.words[language] ?? {};
  return (key, values = {}) => {
    const sentence = (values.count === 1 ? sentences[`${key}.one`] : undefined) ?? sentences[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '';
      return typeof value === 'number' ? formatNumber(value, language) : value;
    });
  };
}

/** A score from 0 to 1 as whole per cent, rounded down. */
export function percent(score: number, language: Language): string {
  return `${toPercent(score)}${language === 'es' ? '\u00a0' : ''}%`;
}

export function timeOfDay(at: Date): string {
  return `${at.getHours()}:${String(at.getMinutes()).padStart(2, '0')}`;
}
