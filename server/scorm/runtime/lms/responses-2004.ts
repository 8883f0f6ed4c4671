/** Answers and right answers as SCORM 2004 writes them (RTE 4.2.9.1 and 4.2.9.2). */
import { readAnswer, type Response } from '../../../assessment/scoring/index.ts';
import type { Language } from '../../../content/module.ts';
import type { CourseQuestion } from '../../course.ts';
import { decimal } from './numbers.ts';
import { type12 } from './responses-1.2.ts';

const LONGEST = 250;

/** The same names as in 1.2. */
export const type2004 = type12;

export function response2004(
  question: CourseQuestion,
  response: Response | null,
  language: Language,
): string {
  if (response === null) return '';
  switch (question.kind) {
    case 'numeric': {
      const number = readAnswer(question, response as string);
      return number === null ? '' : decimal(number, 6);
    }
    case 'text':
      return inLanguage(language, response as string, LONGEST);
    case 'true-false':
      if (question.truth !== undefined) return String(response === question.truth);
      return response as string;
    case 'match':
      return pairs(question.items.map(({ id }) => [id, (response as Record<string, string>)[id]]));
    case 'single':
    case 'multiple':
    case 'order':
      return Array.isArray(response) ? response.join('[,]') : (response as string);
  }
}

export function patterns2004(question: CourseQuestion): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [rightOptions(question.options).join('[,]')].filter((pattern) => pattern !== '');
    case 'true-false': {
      const right = rightOptions(question.options)[0] ?? '';
      return question.truth !== undefined ? [String(right === question.truth)] : right === '' ? [] : [right];
    }
    case 'order':
      return [question.items.map(({ id }) => id).join('[,]')];
    case 'match':
      return [pairs(question.items.map(({ id, answer }) => [id, answer]))];
    case 'numeric':
      return [
        `${decimal(question.value - question.tolerance, 6)}[:]${decimal(question.value + question.tolerance, 6)}`,
      ];
    case 'text':
      // Equal patterns are refused (351); the same word in both languages is two patterns.
      return (['es', 'en'] as const).flatMap((language) =>
        [...new Set(question.accepted[language])].map(
          (variant) => `{case_matters=false}${inLanguage(language, variant, LONGEST)}`,
        ),
      );
  }
}

/** A text with its language. A brace at its beginning would be read as another setting. */
export const inLanguage = (language: Language, text: string, longest: number): string =>
  `{lang=${language}}${text.replace(/^\{/, ' {').slice(0, longest)}`;

const rightOptions = (options: readonly { id: string; right: boolean }[]): string[] =>
  options.filter(({ right }) => right).map(({ id }) => id);

function pairs(all: readonly (readonly [string, string | undefined])[]): string {
  return all
    .filter(([, target]) => target !== undefined)
    .map(([item, target]) => `${item}[.]${target ?? ''}`)
    .join('[,]');
}
