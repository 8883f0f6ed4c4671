import { z } from 'zod';
import type { MessageKey } from '../rendering/index.ts';
import { LONGEST_COMMENT, scales } from './scales.ts';

const say = (key: MessageKey): MessageKey => key;

const tap = <const A extends readonly [string, ...string[]]>(answers: A) =>
  z
    .enum(answers, say('feedback.chooseOne'))
    .optional()
    .transform((answer) => answer ?? null);

const comment = z
  .string(say('feedback.commentTooLong'))
  // A browser counts the end of a line as one character and sends two; other control characters say nothing.
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  )
  .pipe(z.string().max(LONGEST_COMMENT, say('feedback.commentTooLong')))
  .optional()
  .transform((text) => text ?? '');

/** Which revision the form stood on: a new one may have been published since the page was opened. */
export const RevisionField = z.object({ revision: z.coerce.number().int().min(1).max(1_000_000) });

/** `whole` comes from the form that shows all that the person has said so far. */
export const FeedbackForm = z
  .object({
    clear: tap(scales.clear),
    useful: tap(scales.useful),
    length: tap(scales.length),
    comment,
    whole: z.literal('1').optional(),
  })
  .refine((form) => form.whole ?? form.clear ?? form.useful ?? form.length ?? form.comment, {
    path: ['clear'],
    error: say('feedback.nothingSaid'),
  });
