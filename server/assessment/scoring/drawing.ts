import type { ScorableQuestion, ScorableQuiz } from './questions.ts';

/** A question as an attempt shows it. */
export interface DrawnQuestion {
  question: string;
  /** Ids of the options (choice) or items (order, match), in the order shown; null for typed answers. */
  options: string[] | null;
  /** Ids of the targets (match), in the order shown. */
  targets?: string[];
}

/** A source of numbers from 0 up to, but not including, 1, as `Math.random`. */
export type Random = () => number;

/**
 * Chooses an attempt's questions and the order of their options.
 * Questions keep the file's order unless the bank is larger than the draw; true and false always stand so;
 * an ordering is always shuffled, whatever the quiz says, and never shown already solved.
 */
export function drawAttempt<Q extends ScorableQuestion>(
  quiz: ScorableQuiz<Q>,
  random: Random,
): DrawnQuestion[] {
  const drawn =
    quiz.draw === null || quiz.draw >= quiz.questions.length
      ? quiz.questions
      : shuffled(quiz.questions, random).slice(0, quiz.draw);
  return drawn.map((question) => arrange(question, quiz.shuffle, random));
}

function arrange(question: ScorableQuestion, shuffle: boolean, random: Random): DrawnQuestion {
  const ids = (list: readonly { readonly id: string }[]) => {
    const inOrder = list.map(({ id }) => id);
    return shuffle ? shuffled(inOrder, random) : inOrder;
  };
  switch (question.kind) {
    case 'true-false':
      return { question: question.id, options: question.options.map(({ id }) => id) };
    case 'single':
    case 'multiple':
      return { question: question.id, options: ids(question.options) };
    case 'order':
      return {
        question: question.id,
        options: unsolved(
          question.items.map(({ id }) => id),
          random,
        ),
      };
    case 'match':
      return { question: question.id, options: ids(question.items), targets: ids(question.targets) };
    case 'numeric':
    case 'text':
      return { question: question.id, options: null };
  }
}

/** Another order than the right one, each about as likely. */
function unsolved(right: readonly string[], random: Random): string[] {
  const order = shuffled(right, random);
  if (order.some((id, place) => id !== right[place])) return order;
  const [first, second, ...rest] = order;
  return first === undefined || second === undefined ? order : [second, first, ...rest];
}

/** Fisher and Yates's shuffle, on a copy. */
function shuffled<T>(list: readonly T[], random: Random): T[] {
  const left = [...list];
  const order: T[] = [];
  while (left.length > 0) order.push(...left.splice(Math.floor(random() * left.length), 1));
  return order;
}

/** Random numbers that repeat for the same seed (mulberry32). For orders that must survive a reload, not for secrets. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
