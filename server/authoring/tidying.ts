/** Uploads that were taken out again, or whose draft was discarded, do not stay for ever. */
import { dropOriginals, originalsOfSources } from '../catalogue/index.ts';
import { DraftModel } from './draft.model.ts';

/** Milliseconds. */
const DAY = 24 * 60 * 60_000;
/** How long after the start: the first visitors come first. Milliseconds. */
const FIRST_AFTER = 60 * 60_000;

/** Deletes uploads that no draft and no revision has named for a day. @returns how many */
export async function dropUnusedUploads(now = new Date()): Promise<number> {
  const [inDrafts, inRevisions] = await Promise.all([
    DraftModel.distinct('assets.hash'),
    originalsOfSources(),
  ]);
  return await dropOriginals(new Set([...inDrafts, ...inRevisions]), new Date(now.getTime() - DAY));
}

/**
 * Does so an hour from now and then once a day, without keeping the process alive. Several processes may do it at once.
 * @param tell takes how many were deleted
 * @param report takes the error of one that failed; the next day it is tried again
 */
export function dropUnusedUploadsDaily(
  tell: (dropped: number) => void,
  report: (error: unknown) => void,
): void {
  const drop = () => void dropUnusedUploads().then(tell, report);
  setTimeout(drop, FIRST_AFTER).unref();
  setInterval(drop, DAY).unref();
}
