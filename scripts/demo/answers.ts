/** How the people of the demonstration answer: some know more than others, some questions are harder. Made up. */
import { seededRandom, type Response } from '../../server/assessment/scoring/index.ts';
import type { Question } from '../../server/content/module.ts';

/** The answer that the key calls right. */
export function rightAnswer(question: Question): Response {
  switch (question.kind) {
    case 'single':
    case 'true-false':
      return question.options.find(({ right }) => right)?.id ?? '';
    case 'multiple':
      return question.options.filter(({ right }) => right).map(({ id }) => id);
    case 'order':
      return question.items.map(({ id }) => id);
    case 'match':
      return Object.fromEntries(question.items.map(({ id, answer }) => [id, answer]));
    case 'numeric':
      return String(question.value);
    case 'text':
      return question.accepted.es[0] ?? '';
  }
}

/**
 * The answer of one of the people to a question at their first attempt, and the seconds it took.
 * @param person a number that stands for them: the same one always answers the same
 */
export function firstAnswer(
  person: number,
  question: Question,
): { response: Response | null; seconds: number } {
  const [skill, hardness] = [chance(`${person}`), chance(question.id)];
  const luck = chance(`${person}/${question.id}`);
  const seconds = Math.round(20 + 60 * hardness + 70 * chance(`time/${person}/${question.id}`));
  if (luck > 0.97) return { response: null, seconds };
  // One question in ten misleads those who know most: a page of analysis has something to show.
  const misleads = hardness > 0.4 && hardness < 0.5 && skill > 0.55;
  const knows = luck < 0.9 * skill + 0.8 * (1 - hardness) - 0.3 - (misleads ? 0.6 : 0);
  return {
    response: knows ? rightAnswer(question) : mistake(question, chance(`which/${person}/${question.id}`)),
    seconds,
  };
}

/** A mistake that people make. @param which 0 to 1: the smaller, the more frequent */
function mistake(question: Question, which: number): Response | null {
  switch (question.kind) {
    case 'single':
    case 'true-false': {
      const wrong = question.options.filter(({ right }) => !right);
      return wrong[Math.floor(which ** 2 * wrong.length)]?.id ?? null;
    }
    case 'multiple': {
      const chosen = question.options.filter(({ right }) => right).map(({ id }) => id);
      const wrong = question.options.find(({ right }) => !right);
      return which < 0.6 ? chosen.slice(1) : [...chosen, ...(wrong ? [wrong.id] : [])];
    }
    case 'order': {
      const ids = question.items.map(({ id }) => id);
      const at = Math.floor(which * (ids.length - 1));
      return ids.map((id, index) => ids[index === at ? at + 1 : index === at + 1 ? at : index] ?? id);
    }
    case 'match': {
      const [first, second] = question.items;
      const right = rightAnswer(question) as Record<string, string>;
      return first && second ? { ...right, [first.id]: second.answer, [second.id]: first.answer } : null;
    }
    case 'numeric':
      return String(which < 0.7 ? question.value * 10 : -question.value);
    case 'text':
      return which < 0.7 ? 'gasto' : null;
  }
}

/** A number from 0 to 1 that is always the same for the same words. */
function chance(words: string): number {
  let hash = 0;
  for (const letter of words) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return seededRandom(hash)();
}
