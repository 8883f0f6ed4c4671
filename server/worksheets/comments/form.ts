import { z } from 'zod';
import type { MessageKey } from '../../rendering/index.ts';
import { LONGEST_COMMENT } from './comments.ts';

const say = (key: MessageKey): MessageKey => key;

export const CommentId = z.string().regex(/^[0-9a-f]{24}$/);

/** A browser counts the end of a line as one character and sends two; other control characters say nothing. */
const typed = z.string().transform((text) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim(),
);

/** What our own forms send: the text may still need a correction. */
export const NewComment = z.object({ id: CommentId, text: typed });
export const ChangedComment = z.object({
  version: z.coerce.number().int().min(1).max(1e9),
  do: z.enum(['save', 'remove']),
  text: typed,
});

/** A text to keep. */
export const CommentText = z.object({
  text: z.string().min(1, say('comments.textMissing')).max(LONGEST_COMMENT, say('comments.textLong')),
});
