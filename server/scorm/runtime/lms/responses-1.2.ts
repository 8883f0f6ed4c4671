/**
 * Answers and right answers as SCORM 1.2 writes them (RTE 3.4.7, cmi.interactions): one character an option,
 * joined by commas. No LMS checks this, so that tests of ours must.
 */
import { readAnswer, type Response } from '../../../assessment/scoring/index.ts';
import type { CourseQuestion } from '../../course.ts';
import { decimal } from './numbers.ts';

const LONGEST = 255;
const TYPES = {
  single: 'choice',
  multiple: 'choice',
  'true-false': 'true-false',
  order: 'sequencing',
  match: 'matching',
  numeric: 'numeric',
  text: 'fill-in',
} as const;

export function type12(question: CourseQuestion): string {
  // True and false that are worded otherwise are a choice of two.
  return question.kind === 'true-false' && question.truth === undefined ? 'choice' : TYPES[question.kind];
}

/** The learner's answer; empty when there is none in the type's own form. */
export function response12(question: CourseQuestion, response: Response | null): string {
  if (response === null) return '';
  return written(question, response).slice(0, LONGEST);
}

function written(question: CourseQuestion, response: Response): string {
  switch (question.kind) {
    case 'numeric': {
      const number = readAnswer(question, response as string);
      return number === null ? '' : decimal(number, 6);
    }
    case 'true-false':
      if (question.truth !== undefined) return response === question.truth ? 't' : 'f';
      break;
    case 'match':
      return pairs(question.items.map(({ id }) => [id, (response as Record<string, string>)[id]]));
    case 'single':
    case 'multiple':
    case 'order':
    case 'text':
      break;
  }
  return Array.isArray(response) ? response.join(',') : (response as string);
}

/** The right answers, one string a pattern. */
export function patterns12(question: CourseQuestion): string[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return [rightOptions(question.options).join(',')].filter((pattern) => pattern !== '');
    case 'true-false': {
      const right = rightOptions(question.options)[0] ?? '';
      return question.truth !== undefined
        ? [right === question.truth ? 't' : 'f']
        : right === ''
          ? []
          : [right];
    }
    case 'order':
      return [question.items.map(({ id }) => id).join(',')];
    case 'match':
      return [pairs(question.items.map(({ id, answer }) => [id, answer]))];
    case 'numeric':
      return [decimal(question.value, 6)];
    case 'text':
      return [...new Set([...question.accepted.es, ...question.accepted.en])].map((variant) =>
        variant.slice(0, LONGEST),
      );
  }
}

const rightOptions = (options: readonly { id: string; right: boolean }[]): string[] =>
  options.filter(({ right }) => right).map(({ id }) => id);

/** `a.1,b.2`; a target beyond the ninth is a letter, for each side is one character. */
function pairs(all: readonly (readonly [string, string | undefined])[]): string {
  return all
    .filter(([, target]) => target !== undefined)
    .map(([item, target]) => `${item}.${Number(target).toString(36)}`)
    .join(',');
}
