/** What trainers said, beside the worksheet of whom it is for. */
import { namesOf } from '../../accounts/index.ts';
import { formatDayAndTime } from '../../rendering/index.ts';
import type { Filled } from '../saving.ts';
import type { WorksheetComment } from '../worksheet.model.ts';
import { anchorOf, type Wording } from '../wording.ts';
import { isNew, markSeen, standing, type Sheet } from './comments.ts';

/**
 * `views/partials/worksheet-comments.hbs`; showing them is what makes them seen. Reads and writes nothing where
 * nobody said anything.
 */
export async function commentsBeside(sheet: Sheet, filled: Filled, wording: Wording, now: Date) {
  const comments = standing(filled);
  if (comments.length === 0) return null;
  const fresh = comments.filter((comment) => isNew(comment, filled));
  const newest = new Date(Math.max(...fresh.map(({ at }) => at.getTime())));
  const [names] = await Promise.all([
    namesOf(comments.map(({ by }) => by)),
    fresh.length > 0 ? markSeen(sheet, newest) : null,
  ]);
  return {
    anchor: anchorOf(sheet.worksheet, 'comments'),
    title: wording.t('comments.title'),
    comments: comments.map((comment) => ({
      ...commentView(comment, names, wording, now),
      fresh: fresh.includes(comment),
      note: null,
    })),
  };
}
export type CommentsBeside = Awaited<ReturnType<typeof commentsBeside>>;

/** What anybody sees of a comment. */
export function commentView(
  { id, by, text, version, at }: WorksheetComment,
  names: ReadonlyMap<string, string>,
  { language, t }: Wording,
  now: Date,
) {
  const when = formatDayAndTime(at, now, language, t);
  return {
    id: `comment-${id}`,
    name: names.get(by.toString()) ?? t('assignment.somebody'),
    when: version > 1 ? t('comments.changedAt', { when }) : when,
    at: at.toISOString(),
    text,
  };
}
