/**
 * How much of a question an answer earns, from 0 to 1. Each kind's rule stands here, with its source.
 *
 * | kind | rule | source |
 * | --- | --- | --- |
 * | single, true-false | all or nothing | Haladyna, Downing and Rodriguez, 2002 |
 * | multiple | (right ticked − wrong ticked) ÷ right ones, never below 0 | Canvas “Multiple Answers” |
 * | order | (pairs in order − pairs reversed) ÷ pairs, never below 0 | Kendall's τ, 1938 |
 * | match | items with their target ÷ items | Moodle and Canvas “Matching” |
 * | numeric | within the tolerance, its edges included | Moodle “Numerical” |
 * | text | equal to an accepted variant | Moodle “Short answer”, case ignored |
 *
 * Multiple: ticking everything must not pay, which is why wrong ticks are taken off; and nobody falls below
 * an empty answer, which would punish trying. Order: counting items at their exact place (Moodle's default)
 * gives 0 to someone who put one step too early and shifted the rest; pairs measure how much of the sequence
 * was understood, and taking the reversed ones off gives a random order about nothing. Match: an item
 * without a target is wrong; targets that belong to no item only make guessing harder.
 */
import { numberReadings, parseNumber } from './numbers.ts';
import type {
  ScorableChoice,
  ScorableMatch,
  ScorableNumeric,
  ScorableOrder,
  ScorableText,
} from './questions.ts';
import { foldText } from './text.ts';

export function choiceFraction({ kind, options }: ScorableChoice, ticked: readonly string[]): number {
  const right = options.filter((option) => option.right);
  const rightTicked = right.filter((option) => ticked.includes(option.id)).length;
  const wrongTicked = ticked.length - rightTicked;
  if (kind !== 'multiple' || right.length === 0) {
    return wrongTicked === 0 && rightTicked === right.length ? 1 : 0;
  }
  return Math.max(0, rightTicked - wrongTicked) / right.length;
}

export function orderFraction({ items }: ScorableOrder, order: readonly string[]): number {
  const places = items.map((item) => order.indexOf(item.id));
  if (places.includes(-1)) return 0;
  let balance = 0;
  let pairs = 0;
  places.forEach((place, index) => {
    for (const later of places.slice(index + 1)) {
      pairs += 1;
      balance += later > place ? 1 : -1;
    }
  });
  return Math.max(0, balance) / pairs;
}

export function matchFraction({ items }: ScorableMatch, chosen: Readonly<Record<string, string>>): number {
  return items.filter((item) => chosen[item.id] === item.answer).length / items.length;
}

export function numericFraction(question: ScorableNumeric, typed: string): number {
  return readings(question, typed).some((number) => isNear(question, number)) ? 1 : 0;
}

/** What was typed as a number: the reading that is right where there is one, else the likeliest; null for none. */
export function readAnswer(question: ScorableNumeric, typed: string): number | null {
  const all = readings(question, typed);
  return all.find((number) => isNear(question, number)) ?? all[0] ?? null;
}

function readings(question: ScorableNumeric, typed: string): number[] {
  if (parseNumber(typed) !== null) return numberReadings(typed);
  const folded = foldText(typed);
  const unit = [question.unit?.es, question.unit?.en]
    .filter((name) => name !== undefined)
    .map(foldText)
    .find((name) => name !== '' && folded.endsWith(name));
  return unit === undefined ? [] : numberReadings(folded.slice(0, -unit.length));
}

function isNear({ value, tolerance }: ScorableNumeric, number: number): boolean {
  // |14.2 − 14.3| is 0.10000000000000142 in floating point, and must be within 0.1.
  const slack = 1e-9 * Math.max(1, Math.abs(value));
  return Math.abs(number - value) <= tolerance + slack;
}

export function textFraction({ accepted }: ScorableText, typed: string): number {
  const answer = foldText(typed);
  return [...accepted.es, ...accepted.en].some((variant) => foldText(variant) === answer) ? 1 : 0;
}
