/**
 * The figures of classical item analysis. Pure: from sums to numbers.
 *
 * | figure | formula | source |
 * | --- | --- | --- |
 * | facility | mean of the question's score, 0 to 1 (p when it is right or wrong) | Allen and Yen, *Introduction to Measurement Theory*, 1979, ch. 6; Moodle “Facility index” |
 * | discrimination | Pearson's r between the question's score and the mean score of the attempt's other questions; the corrected point-biserial when the question is right or wrong | Henrysson, “Correction of item-total correlations in item analysis”, *Psychometrika* 28, 1963 |
 * | of an option | mean score, on the other questions, of those who chose it, beside that of those who answered rightly | Attali and Fraenkel, “The point-biserial as a discrimination index for distractors…”, *Journal of Educational Measurement* 37, 2000 |
 * | median time | middle value; mean of the two middle ones when they are even | |
 *
 * The rest, and not the total, is what a question is compared with: a total that contains the question would
 * agree with it a little by itself, the more so the shorter the quiz. Questions of the rest count the same,
 * whatever their points. Upper and lower groups of 27 % (Kelley, 1939) are not used: they were made for counting
 * by hand, and would leave out half of an already small workshop.
 */

/** Sums over the attempts that asked a question: x is its score, y the mean score of the attempt's other questions. */
export interface Sums {
  n: number;
  x: number;
  xx: number;
  y: number;
  yy: number;
  xy: number;
}

/** Sums of attempts in which the question was answered in one and the same way: x is the same in all of them. */
export interface SameAnswer {
  n: number;
  /** The score of that answer, 0 to 1. */
  score: number;
  /** Sum of y, and of its squares. */
  rest: number;
  restSquared: number;
}

export function sumsOf(answers: readonly SameAnswer[]): Sums {
  const sums: Sums = { n: 0, x: 0, xx: 0, y: 0, yy: 0, xy: 0 };
  for (const { n, score, rest, restSquared } of answers) {
    sums.n += n;
    sums.x += n * score;
    sums.xx += n * score * score;
    sums.y += rest;
    sums.yy += restSquared;
    sums.xy += score * rest;
  }
  return sums;
}

/** @returns 0 (nobody) to 1 (everybody is right); null when nobody was asked */
export function facility({ n, x }: Sums): number | null {
  return n === 0 ? null : x / n;
}

/** As a share of n²: far below what one different answer among a million adds, far above what sums of as many lose. */
const NO_SPREAD = 1e-9;

/** @returns −1 to 1; null when all answered equally well, or did equally well on the rest: then r has no value */
export function discrimination({ n, x, xx, y, yy, xy }: Sums): number | null {
  const [spreadX, spreadY] = [n * xx - x * x, n * yy - y * y];
  if (n < 2 || spreadX <= NO_SPREAD * n * n || spreadY <= NO_SPREAD * n * n) return null;
  return Math.min(1, Math.max(-1, (n * xy - x * y) / Math.sqrt(spreadX * spreadY)));
}

/** @returns null for no values */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return below === undefined || above === undefined ? null : (below + above) / 2;
}
