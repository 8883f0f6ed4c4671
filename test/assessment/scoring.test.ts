import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  cleanResponse,
  drawAttempt,
  passes,
  readAnswer,
  scoreQuestion,
  scoreQuiz,
  seededRandom,
  toPercent,
  type Response,
  type ScorableQuestion,
} from '../../server/assessment/scoring/index.ts';

const options = (right: string, all = 'abcd') => Array.from(all, (id) => ({ id, right: right.includes(id) }));
const items = (all = 'abcd') => Array.from(all, (id) => ({ id }));
const single: ScorableQuestion = { id: 'single', kind: 'single', points: 1, options: options('b') };
const multiple: ScorableQuestion = { id: 'multiple', kind: 'multiple', points: 2, options: options('ac') };
const trueFalse: ScorableQuestion = { id: 'tf', kind: 'true-false', points: 1, options: options('a', 'ab') };
const order: ScorableQuestion = { id: 'order', kind: 'order', points: 1, items: items() };
const match: ScorableQuestion = {
  id: 'match',
  kind: 'match',
  points: 1,
  items: [
    { id: 'a', answer: '1' },
    { id: 'b', answer: '2' },
    { id: 'c', answer: '1' },
    { id: 'd', answer: '3' },
  ],
  targets: Array.from('1234', (id) => ({ id })),
};
const numeric: ScorableQuestion & { kind: 'numeric' } = {
  id: 'numeric',
  kind: 'numeric',
  points: 1,
  value: 14.3,
  tolerance: 0.1,
  unit: { es: '%', en: '%' },
};
const money: ScorableQuestion & { kind: 'numeric' } = {
  ...numeric,
  value: 1600,
  tolerance: 0,
  unit: { es: 'millones de PA', en: 'million PA' },
};
const text: ScorableQuestion = {
  id: 'text',
  kind: 'text',
  points: 1,
  accepted: { es: ['línea de base'], en: ['baseline', 'base line'] },
};
const all = [single, multiple, trueFalse, order, match, numeric, text];

describe('what an answer earns', () => {
  test.each<[ScorableQuestion, Response | null, number, string]>([
    [single, 'b', 1, 'right'],
    [single, 'a', 0, 'wrong'],
    [single, null, 0, 'unanswered'],
    [single, 'z', 0, 'unanswered'],
    [trueFalse, 'a', 1, 'right'],
    [trueFalse, 'b', 0, 'wrong'],
    [multiple, ['a', 'c'], 1, 'right'],
    [multiple, ['a'], 0.5, 'partly'],
    [multiple, ['a', 'c', 'd'], 0.5, 'partly'],
    [multiple, ['a', 'b', 'c', 'd'], 0, 'wrong'],
    [multiple, ['b', 'd'], 0, 'wrong'],
    [multiple, [], 0, 'unanswered'],
    [order, ['a', 'b', 'c', 'd'], 1, 'right'],
    [order, ['b', 'a', 'c', 'd'], 4 / 6, 'partly'],
    [order, ['b', 'c', 'd', 'a'], 0, 'wrong'],
    [order, ['d', 'c', 'b', 'a'], 0, 'wrong'],
    [order, ['a', 'b'], 0, 'unanswered'],
    [match, { a: '1', b: '2', c: '1', d: '3' }, 1, 'right'],
    [match, { a: '1', b: '1', c: '1' }, 0.5, 'partly'],
    [match, { a: '4' }, 0, 'wrong'],
    [numeric, '14.3', 1, 'right'],
    [numeric, '14,2 %', 1, 'right'],
    [numeric, '14.4', 1, 'right'],
    [numeric, '14.41', 0, 'wrong'],
    [numeric, 'fourteen', 0, 'wrong'],
    [money, '1.600', 1, 'right'],
    [money, '1,600 million PA', 1, 'right'],
    [money, '1600 Millones de PA', 1, 'right'],
    [money, '1600 thousand', 0, 'wrong'],
    [text, ' LINEA  de base', 1, 'right'],
    [text, 'Baseline', 1, 'right'],
    [text, 'target', 0, 'wrong'],
  ])('%j answered %j', (question, response, fraction, verdict) => {
    const result = scoreQuestion(question, response);
    expect(result.fraction).toBeCloseTo(fraction, 12);
    expect(result.verdict).toBe(verdict);
  });

  test('parts say which option was rightly ticked or left, which item is at its place', () => {
    expect(scoreQuestion(multiple, ['a', 'b']).parts).toEqual({ a: true, b: false, c: false, d: true });
    expect(scoreQuestion(order, ['b', 'a', 'c', 'd']).parts).toEqual({
      a: false,
      b: false,
      c: true,
      d: true,
    });
    expect(scoreQuestion(match, { a: '1', b: '1' }).parts).toEqual({ a: true, b: false, c: false, d: false });
  });

  test('the number that was meant is the reading that is right', () => {
    expect(readAnswer(money, '1.600')).toBe(1600);
    expect(readAnswer(money, '1.700')).toBe(1.7);
    expect(readAnswer(money, 'many')).toBeNull();
  });

  test('a question without a right option is answered by ticking none', () => {
    const none: ScorableQuestion = { ...multiple, options: options('') };
    expect(scoreQuestion(none, []).verdict).toBe('right');
    expect(scoreQuestion(none, ['a']).verdict).toBe('wrong');
    expect(scoreQuestion(none, null).verdict).toBe('unanswered');
  });
});

describe('the score of a quiz', () => {
  test('is weighted by points', () => {
    const { score, results } = scoreQuiz([single, multiple], { multiple: ['a', 'c'], stranger: 'x' });
    expect(score).toBeCloseTo(2 / 3, 8);
    expect(Object.keys(results)).toEqual(['single', 'multiple']);
  });

  test('passes at exactly the pass mark, whatever the points', () => {
    const tenth = { ...single, points: 0.1 };
    const questions = Array.from({ length: 10 }, (_, index) => ({ ...tenth, id: `q${index}` }));
    const answers = Object.fromEntries(questions.map(({ id }, index) => [id, index < 7 ? 'b' : 'a']));
    const { score } = scoreQuiz(questions, answers);
    expect(score).toBe(0.7);
    expect(passes(score, 0.7)).toBe(true);
    expect(passes(0.1 + 0.2 + 0.4, 0.7)).toBe(true);
    expect(passes(0.699, 0.7)).toBe(false);
  });

  test('per cent never rounds up to a pass mark that was missed', () => {
    expect(toPercent(0.696)).toBe(69);
    expect(toPercent(0.7)).toBe(70);
    expect(toPercent(0.29)).toBe(29);
    expect(toPercent(2 / 3, 2)).toBe(66.66);
  });

  test('answers named like parts of every object are no answers', () => {
    expect(scoreQuiz([{ ...single, id: 'constructor' }], {}).results).toEqual({
      constructor: { fraction: 0, verdict: 'unanswered' },
    });
  });
});

describe('a response from outside', () => {
  test.each<[ScorableQuestion, unknown, Response | null]>([
    [single, 'b', 'b'],
    [single, ['b'], null],
    [single, { $ne: null }, null],
    [multiple, 'c', ['c']],
    [multiple, ['c', 'c', 'a', 'z', 7], ['a', 'c']],
    [multiple, undefined, null],
    [order, ['d', 'c', 'b', 'a', 'a', 'x'], ['d', 'c', 'b', 'a']],
    [order, 'abcd', null],
    [match, { a: '1', b: '9', z: '1', c: '' }, { a: '1' }],
    [match, [], null],
    [match, JSON.parse('{"__proto__": "1"}'), null],
    [numeric, 7, '7'],
    [numeric, '  ', null],
    [text, ` ${'x'.repeat(300)}`, 'x'.repeat(250)],
    [text, ['x'], null],
  ])('%j keeps of %j only what belongs to it', (question, value, kept) => {
    expect(cleanResponse(question, value)).toEqual(kept);
  });

  test('of any value: cleaning twice changes nothing, and scoring stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.anything(), (question, value) => {
        const once = cleanResponse(question, value);
        expect(cleanResponse(question, once)).toEqual(once);
        const { fraction } = scoreQuestion(question, value as Response);
        expect(fraction >= 0 && fraction <= 1).toBe(true);
      }),
    );
  });
});

describe('an attempt', () => {
  test('repeats with the same seed and differs with another', () => {
    const quiz = { draw: 5, shuffle: true, questions: all };
    const drawn = (seed: number) => drawAttempt(quiz, seededRandom(seed));
    expect(drawn(1)).toEqual(drawn(1));
    expect(drawn(1)).not.toEqual(drawn(2));
    expect(drawn(1)).toHaveLength(5);
  });

  test('asks every question in the order of the file when the quiz draws all', () => {
    const drawn = drawAttempt({ draw: 99, shuffle: false, questions: all }, Math.random);
    expect(drawn.map(({ question }) => question)).toEqual(all.map(({ id }) => id));
    expect(drawn[0]?.options).toEqual(['a', 'b', 'c', 'd']);
    expect(drawn[4]).toMatchObject({ options: ['a', 'b', 'c', 'd'], targets: ['1', '2', '3', '4'] });
    expect(drawn[5]?.options).toBeNull();
  });

  test('keeps true before false', () => {
    const drawn = drawAttempt({ draw: null, shuffle: true, questions: [trueFalse] }, () => 0.99);
    expect(drawn[0]?.options).toEqual(['a', 'b']);
  });

  test('never shows an ordering already solved, and shows all other orders', () => {
    const three = { ...order, items: items('abc') };
    const random = seededRandom(7);
    const seen = new Set<string>();
    for (let time = 0; time < 300; time += 1) {
      seen.add(
        (drawAttempt({ draw: null, shuffle: false, questions: [three] }, random)[0]?.options ?? []).join(''),
      );
    }
    expect([...seen].sort()).toEqual(['acb', 'bac', 'bca', 'cab', 'cba']);
  });

  test('draws each question of a bank about equally often', () => {
    const random = seededRandom(11);
    const counts = new Map<string, number>();
    for (let time = 0; time < 7000; time += 1) {
      for (const { question } of drawAttempt({ draw: 1, shuffle: true, questions: all }, random)) {
        counts.set(question, (counts.get(question) ?? 0) + 1);
      }
    }
    expect([...counts.values()].every((count) => count > 880 && count < 1120)).toBe(true);
  });
});
