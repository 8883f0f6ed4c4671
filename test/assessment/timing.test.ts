/** The time of a question, by the server's clock alone. */
import { expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import type { Attempt } from '../../server/assessment/attempt.model.ts';
import { scoreQuiz, type Response } from '../../server/assessment/scoring/index.ts';
import { attemptItems, timeSpent } from '../../server/assessment/timing.ts';
import type { Question } from '../../server/content/module.ts';

const both = (text: string) => ({ es: text, en: text });
const base = { points: 1, objective: null, hint: null, explanation: null };
const option = (id: string, right: boolean) => ({ id, right, text: both(id), feedback: null });
const single: Question = {
  ...base,
  id: 'q-single',
  kind: 'single',
  prompt: both('?'),
  options: [option('a', true), option('b', false)],
};
const order: Question = {
  ...base,
  id: 'q-order',
  kind: 'order',
  prompt: both('?'),
  items: ['a', 'b', 'c'].map((id) => ({ id, text: both(id) })),
};
const bank = [single, order];
const START = new Date('2026-11-24T10:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1_000);

const attempt = (responses: Record<string, Response> = {}): Attempt => ({
  _id: new Types.ObjectId(),
  user: new Types.ObjectId(),
  module: 'm',
  revision: 1,
  drawn: [
    { question: 'q-single', options: ['b', 'a'] },
    { question: 'q-order', options: ['c', 'a', 'b'] },
  ],
  responses,
  first: true,
  startedAt: START,
  savedAt: START,
  open: true,
  submittedAt: null,
  result: null,
});
const save = (responses: Record<string, Response | null>, seconds: number, of = attempt()) =>
  timeSpent(of, bank, new Map(Object.entries(responses)), after(seconds));

test('the time since the last save belongs to the one answer that changed', () => {
  expect(save({ 'q-single': 'a' }, 40)).toEqual({ question: 'q-single', ms: 40_000 });
  expect(save({ 'q-single': 'b', 'q-order': ['a', 'b', 'c'] }, 9, attempt({ 'q-single': 'b' }))).toEqual({
    question: 'q-order',
    ms: 9_000,
  });
  expect(save({ 'q-single': null }, 5, attempt({ 'q-single': 'b' }))).toEqual({
    question: 'q-single',
    ms: 5_000,
  });
});

test('an ordering that stands as it was shown has not changed', () => {
  expect(save({ 'q-single': 'a', 'q-order': ['c', 'a', 'b'] }, 40)).toEqual({
    question: 'q-single',
    ms: 40_000,
  });
});

test('two answers at once, none, a long pause or a clock that went back count for nobody', () => {
  expect(save({ 'q-single': 'a', 'q-order': ['a', 'b', 'c'] }, 40)).toBeNull();
  expect(save({ 'q-single': 'a' }, 40, attempt({ 'q-single': 'a' }))).toBeNull();
  expect(save({ 'q-single': 'a' }, 600)).not.toBeNull();
  expect(save({ 'q-single': 'a' }, 601)).toBeNull();
  expect(save({ 'q-single': 'a' }, -3)).toBeNull();
});

test('a submitted attempt lists each question: answer, score, whether it was left open, seconds', () => {
  const responses: Record<string, Response> = { 'q-single': 'a', 'q-order': ['c', 'a', 'b'] };
  const taken = { ...attempt(), spent: { 'q-single': 40_400 } };
  const last = { question: 'q-single', ms: 2_000 };
  expect(attemptItems(taken, bank, responses, scoreQuiz(bank, responses), last)).toEqual([
    { question: 'q-single', response: 'a', score: 1, omitted: false, seconds: 42 },
    { question: 'q-order', response: ['c', 'a', 'b'], score: 0, omitted: true, seconds: null },
  ]);
  expect(attemptItems(attempt(), bank, {}, scoreQuiz(bank, {}), null)).toMatchObject([
    { response: null, score: 0, omitted: true, seconds: null },
    { response: null, score: 0, omitted: true, seconds: null },
  ]);
});
