/** Comments on a worksheet: in its document, so that neither a lesson nor “My learning” reads more for them. */
import { Types } from 'mongoose';
import { Refusal } from '../../errors.ts';
import { WorksheetModel, type FilledWorksheet, type WorksheetComment } from '../worksheet.model.ts';

/** Characters. */
export const LONGEST_COMMENT = 2_000;
/** Of one worksheet, removed ones included. */
export const MOST_COMMENTS = 200;

/** A worksheet that its owner has begun. */
export interface Sheet {
  user: string;
  module: string;
  worksheet: string;
}

type Commented = Pick<FilledWorksheet, 'comments' | 'commentsSeenAt'>;

/** Those that were not removed. */
export function standing({ comments = [] }: Commented): WorksheetComment[] {
  return comments.filter(({ text }) => text !== '');
}

/** Whether the worksheet's owner has not seen it since it was written or changed. */
export function isNew({ at }: WorksheetComment, { commentsSeenAt }: Commented): boolean {
  return commentsSeenAt === undefined || at > commentsSeenAt;
}

/**
 * Says something of a worksheet; sent twice, or late, it is said once.
 * @throws Refusal not-found: nobody has begun this worksheet; conflict `comments.tooMany`
 */
export async function sayComment(
  sheet: Sheet,
  { id, by, text }: { id: string; by: string; text: string },
): Promise<void> {
  const comment = { id, by: new Types.ObjectId(by), text, version: 1, at: new Date() };
  const { matchedCount } = await WorksheetModel.updateOne(
    { ...sheet, 'comments.id': { $ne: id }, [`comments.${MOST_COMMENTS - 1}`]: { $exists: false } },
    { $push: { comments: comment } },
  );
  if (matchedCount === 1) return;
  const comments = await commentsOn(sheet);
  const known = comments.find((one) => one.id === id);
  if (!known) throw new Refusal('conflict', 'comments.tooMany');
  if (!known.by.equals(by)) throw new Refusal('forbidden', 'comments.unknown');
}

/** What came of a change: `changed` when another window changed it first; then nothing is stored. */
export type Changed = { kind: 'done' } | { kind: 'changed'; comment: WorksheetComment };

/**
 * Changes one's own comment, or removes it with an empty text. Sent twice, it is done once.
 * @param base the version that the form showed
 * @throws Refusal not-found: no such comment of this person, or it was removed
 */
export async function changeComment(
  sheet: Sheet,
  { id, by, base, text }: { id: string; by: string; base: number; text: string },
): Promise<Changed> {
  const comments = await commentsOn(sheet);
  const index = comments.findIndex((one) => one.id === id && one.by.equals(by));
  const comment = comments[index];
  if (!comment) throw new Refusal('not-found', 'comments.unknown');
  if (comment.text === text) return { kind: 'done' };
  if (comment.text === '') throw new Refusal('not-found', 'comments.removed');
  if (comment.version !== base) return { kind: 'changed', comment };
  // Comments only grow: what was at this place still is.
  const place = `comments.${index}`;
  const { matchedCount } = await WorksheetModel.updateOne(
    { ...sheet, [`${place}.id`]: id, [`${place}.version`]: base },
    { $set: { [`${place}.text`]: text, [`${place}.version`]: base + 1, [`${place}.at`]: new Date() } },
  );
  return matchedCount === 1 ? { kind: 'done' } : await changeComment(sheet, { id, by, base, text });
}

/** Notes that the owner has seen what was said until then. Later comments stay new. */
export async function markSeen(sheet: Sheet, until: Date): Promise<void> {
  await WorksheetModel.updateOne({ ...sheet }, { $max: { commentsSeenAt: until } });
}

/** @throws Refusal not-found */
async function commentsOn(sheet: Sheet): Promise<readonly WorksheetComment[]> {
  const stored = await WorksheetModel.findOne({ ...sheet }, { comments: 1 }).lean();
  if (!stored) throw new Refusal('not-found', 'comments.notBegun');
  return stored.comments ?? [];
}
