/** Item analysis on data small enough to compute by hand, beside each figure. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { adviceOn } from '../../server/assessment/items/advice.ts';
import type { Part } from '../../server/assessment/items/parts.ts';
import { discrimination, facility, median, sumsOf } from '../../server/assessment/items/statistics.ts';

/**
 * Five learners, three questions:
 *
 * |    | A | B | C | D | E |
 * | Q1 | 1 | 1 | 1 | 0 | 0 |
 * | Q2 | 1 | 1 | 0 | 0 | 0 |
 * | Q3 | 1 | 0 | 1 | 1 | 0 |
 */
const scores = [
  [1, 1, 1, 0, 0],
  [1, 1, 0, 0, 0],
  [1, 0, 1, 1, 0],
];
const rest = (question: number, learner: number) => {
  const others = scores.filter((_, index) => index !== question).map((row) => row[learner] ?? 0);
  return others.reduce((sum, score) => sum + score, 0) / others.length;
};
const sumsOfQuestion = (question: number) =>
  sumsOf(
    (scores[question] ?? []).map((score, learner) => {
      const y = rest(question, learner);
      return { n: 1, score, rest: y, restSquared: y * y };
    }),
  );

test('facility is the mean score', () => {
  expect(scores.map((_, question) => facility(sumsOfQuestion(question)))).toEqual([0.6, 0.4, 0.6]);
  expect(facility(sumsOf([]))).toBeNull();
  expect(facility(sumsOf([{ n: 4, score: 0.25, rest: 2, restSquared: 1 }]))).toBe(0.25);
});

test('discrimination compares a question with the rest, not with a total that contains it', () => {
  // Q1: x̄ = 0.6, rest 1, ½, ½, ½, 0: covariance 0.5, spreads 1.2 and 0.5 → 0.5 ÷ √0.6
  expect(discrimination(sumsOfQuestion(0))).toBeCloseTo(0.5 / Math.sqrt(0.6), 12);
  // Q2: x̄ = 0.4, rest 1, ½, 1, ½, 0 (mean 0.6): covariance 0.3, spreads 1.2 and 0.7 → 0.3 ÷ √0.84
  expect(discrimination(sumsOfQuestion(1))).toBeCloseTo(0.3 / Math.sqrt(0.84), 12);
  // Q3: rest 1, 1, ½, 0, 0: covariance 0.2 − 0.3 + 0 − 0.2 + 0.3 = 0. With itself in the total it would be 0.46.
  expect(discrimination(sumsOfQuestion(2))).toBeCloseTo(0, 12);
});

test('discrimination has no value where nothing varies', () => {
  expect(discrimination(sumsOf([]))).toBeNull();
  expect(discrimination(sumsOf([{ n: 1, score: 1, rest: 0.5, restSquared: 0.25 }]))).toBeNull();
  // Everybody right; and everybody the same on the rest, a share that floating point cannot write.
  expect(discrimination(sumsOf([{ n: 3, score: 1, rest: 2, restSquared: 1.5 }]))).toBeNull();
  const third = (n: number) => ({ n, rest: n / 3, restSquared: n / 9 });
  expect(
    discrimination(
      sumsOf([
        { score: 1, ...third(7) },
        { score: 0, ...third(5) },
      ]),
    ),
  ).toBeNull();
});

test('grouping answers that are the same changes no figure', () => {
  const learner = fc.record({
    score: fc.constantFrom(0, 0.5, 1),
    rest: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(learner, { minLength: 1, maxLength: 40 }), (learners) => {
      const one = learners.map(({ score, rest }) => ({ n: 1, score, rest, restSquared: rest * rest }));
      const grouped = [0, 0.5, 1].map((score) => {
        const same = one.filter((answer) => answer.score === score);
        const total = (of: (answer: (typeof one)[number]) => number) =>
          same.reduce((sum, answer) => sum + of(answer), 0);
        return {
          n: same.length,
          score,
          rest: total(({ rest }) => rest),
          restSquared: total((a) => a.restSquared),
        };
      });
      const [a, b] = [sumsOf(one), sumsOf(grouped)];
      expect(facility(b)).toBeCloseTo(facility(a) ?? NaN, 9);
      const [r, s] = [discrimination(a), discrimination(b)];
      expect(r === null || (r >= -1 && r <= 1)).toBe(true);
      expect(s ?? 0).toBeCloseTo(r ?? 0, 4);
    }),
  );
});

test('the median is the middle, or half-way between the two in the middle', () => {
  expect([median([]), median([7]), median([9, 1, 5]), median([4, 1, 10, 2])]).toEqual([null, 7, 5, 3]);
});

describe('advice', () => {
  const option = (id: string, n: number, rest: number, right = false): Part => ({
    id,
    n,
    rest,
    right,
    mistaken: null,
  });
  const sound = { n: 40, facility: 0.7, discrimination: 0.4, omitted: 1, options: [] };
  const kinds = (figures: Partial<Parameters<typeof adviceOn>[0]>) =>
    adviceOn({ ...sound, ...figures }).map(({ kind }) => kind);

  test('a question that does its work gets none', () => {
    const options = [option('a', 28, 0.8, true), option('b', 8, 0.5), option('c', 4, 0.4)];
    expect(kinds({ options })).toEqual([]);
  });
  test('nine answers get no verdict, whatever they say; ten do', () => {
    expect(kinds({ n: 9, facility: 1, discrimination: -0.9 })).toEqual(['few']);
    expect(kinds({ n: 10, facility: 1, discrimination: -0.9 })).toEqual(['negative', 'easy']);
  });
  test('the limits themselves count', () => {
    expect([kinds({ facility: 0.95 }), kinds({ facility: 0.3 })]).toEqual([['easy'], ['hard']]);
    expect([kinds({ facility: 0.949 }), kinds({ facility: 0.301 })]).toEqual([[], []]);
    expect([0.2, 0.19, -0.09, -0.1].map((discrimination) => kinds({ discrimination }))).toEqual([
      [],
      ['weak'],
      ['weak'],
      ['negative'],
    ]);
    expect([kinds({ omitted: 6 }), kinds({ omitted: 5 })]).toEqual([['open'], []]);
    expect(kinds({ discrimination: null })).toEqual([]);
  });
  test('an option that the better learners choose is named, unless too few chose it or by too little', () => {
    const options = [
      option('a', 16, 0.5, true),
      option('b', 12, 0.7),
      option('c', 4, 0.9),
      option('d', 8, 0.54),
    ];
    expect(adviceOn({ ...sound, options })).toEqual([{ kind: 'rival', options: ['b'] }]);
  });
  test('options that nobody chooses are named once there are enough answers', () => {
    const options = [option('a', 30, 0.6, true), option('b', 9, 0.4), option('c', 1, 0.1), option('d', 0, 0)];
    expect(adviceOn({ ...sound, options })).toEqual([{ kind: 'idle', options: ['c', 'd'] }]);
    expect(kinds({ n: 19, options })).toEqual([]);
  });
});
