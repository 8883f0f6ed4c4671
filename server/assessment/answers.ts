import { z } from 'zod';
import type { Question } from '../content/module.ts';
import { readResponse, withMove, type Query } from '../learning/index.ts';
import type { Attempt } from './attempt.model.ts';
import type { Response } from './scoring/index.ts';

/** `submit`, `leave` and `move` are the form's buttons; every other field is an answer, read question by question. */
export const AnswerForm = z.looseObject({
  submit: z.string().optional(),
  leave: z.string().optional(),
  move: z.string().max(200).optional(),
});

/** Answers to the questions that were drawn; anything else in the form is not looked at. */
export function readResponses(
  attempt: Attempt,
  bank: readonly Question[],
  form: z.infer<typeof AnswerForm>,
): Map<string, Response | null> {
  const drawn = new Set(attempt.drawn.map(({ question }) => question));
  const given = form as Query;
  return new Map(
    bank
      .filter(({ id }) => drawn.has(id))
      .map((question) => [question.id, withMove(question, readResponse(question, given), given)]),
  );
}
