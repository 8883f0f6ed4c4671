/** How often each part of a question was chosen, or was right: what its options, items or typed answers say. Pure. */
import type { Question } from '../../content/module.ts';
import { scoreQuestion, type Response } from '../scoring/index.ts';
import type { AnswerSums } from './sums.ts';

/** One line of a question's detail. */
export interface Part {
  /** An option's or item's id; what was typed, for numbers and words. */
  id: string;
  /** In how many attempts it was chosen (an option, a typed answer), or answered rightly (an item). */
  n: number;
  /** Whether choosing it is right; items, which are not chosen, have null. */
  right: boolean | null;
  /** Mean score of those attempts on their other questions, 0 to 1; null for none, and for items. */
  rest: number | null;
  /** Items of a matching: the wrong target chosen most often, and how often. */
  mistaken: { target: string; n: number } | null;
}

/** How many typed answers are shown. */
const MOST_TYPED = 6;
/** A typed answer is shown once two people gave it: one alone could tell who wrote it. */
const LEAST_TYPED = 2;

export function partsOf(question: Question, answers: readonly AnswerSums[]): Part[] {
  switch (question.kind) {
    case 'single':
    case 'true-false':
    case 'multiple':
      return question.options.map(({ id, right }) => ({
        id,
        right,
        ...chosenIn(answers.filter(({ response }) => [response].flat().includes(id))),
      }));
    case 'order':
    case 'match':
      return question.items.map(({ id }) => ({
        id,
        n: count(answers.filter(({ response }) => scoreQuestion(question, response).parts?.[id] === true)),
        right: null,
        rest: null,
        mistaken: question.kind === 'match' ? mistaken(answers, id, targetOf(question, id)) : null,
      }));
    case 'numeric':
    case 'text':
      return answers
        .flatMap((answer) =>
          typeof answer.response === 'string' ? [{ ...answer, typed: answer.response }] : [],
        )
        .filter(({ n }) => n >= LEAST_TYPED)
        .sort((a, b) => b.n - a.n)
        .slice(0, MOST_TYPED)
        .map((answer) => ({ id: answer.typed, right: answer.score === 1, ...chosenIn([answer]) }));
  }
}

const count = (answers: readonly AnswerSums[]): number => answers.reduce((sum, { n }) => sum + n, 0);

function chosenIn(answers: readonly AnswerSums[]): Pick<Part, 'n' | 'rest' | 'mistaken'> {
  const n = count(answers);
  const rest = answers.reduce((sum, answer) => sum + answer.rest, 0);
  return { n, rest: n === 0 ? null : rest / n, mistaken: null };
}

const targetOf = (question: Extract<Question, { kind: 'match' }>, item: string): string =>
  question.items.find(({ id }) => id === item)?.answer ?? '';

function mistaken(answers: readonly AnswerSums[], item: string, right: string): Part['mistaken'] {
  const counts = new Map<string, number>();
  for (const { response, n } of answers) {
    const target = targetIn(response, item);
    if (target !== undefined && target !== right) counts.set(target, (counts.get(target) ?? 0) + n);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most ? { target: most[0], n: most[1] } : null;
}

function targetIn(response: Response | null, item: string): string | undefined {
  return typeof response === 'object' && response !== null && !Array.isArray(response)
    ? response[item]
    : undefined;
}
