/** The learner's side of a final assignment: write, submit, and write again when it comes back. */
import { isDuplicateKey } from '../../accounts/index.ts';
import { getTrack, type PublishedTrack } from '../../catalogue/index.ts';
import type { Assignment } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { WorkModel, type Submission, type Work } from './assignment.model.ts';

/** Some 3,000 words: half as much again as is asked for. */
export const LONGEST_STATEMENT = 20_000;

export interface TrackWithAssignment {
  track: PublishedTrack;
  assignment: Assignment;
}

/** @throws Refusal not-found: the track has none */
export async function getAssignment(id: string): Promise<TrackWithAssignment> {
  const track = await getTrack(id);
  if (!track.assignment) throw new Refusal('not-found', 'assignment.none');
  return { track, assignment: track.assignment };
}

export async function findWork(user: string, track: string): Promise<Work | null> {
  return await WorkModel.findOne({ user, track }).lean();
}

/** Whether the person has handed in the track's assignment, now or earlier: whoever marks it reads its worksheets. */
export async function hasHandedIn(user: string, track: string): Promise<boolean> {
  return (await WorkModel.exists({ user, track, 'submissions.0': { $exists: true } })) !== null;
}

/** What came of writing: `changed` when the work is no longer what the page showed; then nothing is stored. */
export type Written = { kind: 'written' } | { kind: 'changed'; work: Work };

export interface Draft {
  text: string;
  /** The version that the page showed; 0 before anything was saved. */
  base: number;
}

/**
 * Saves the text, and hands it in when it is `submitting`. Sending the same twice does it once.
 * @returns `changed` when another window saved or submitted, or a trainer marked, since the page was shown
 */
export async function writeWork(
  { user, track }: { user: string; track: string },
  { text, base }: Draft,
  submitting: boolean,
): Promise<Written> {
  const work = await findWork(user, track);
  if (isDone(work, text, submitting)) return { kind: 'written' };
  const now = new Date();
  const version = base + 1;
  const content = submitting
    ? { text, savedAt: now, version, state: 'submitted' as const, since: now }
    : { text, savedAt: now, version };
  const submission: Submission = { text, at: now };
  if (base === 0 && !work) {
    try {
      const submissions = submitting ? [submission] : [];
      const begun = { user, track, state: 'draft' as const, since: now, reviews: [], submissions };
      await WorkModel.create({ ...begun, ...content });
      return { kind: 'written' };
    } catch (error) {
      // Saved in two windows at once: the unique index let one in.
      if (!isDuplicateKey(error)) throw error;
      return await writeWork({ user, track }, { text, base }, submitting);
    }
  }
  const { matchedCount } = await WorkModel.updateOne(
    { user, track, version: base, state: { $in: ['draft', 'returned'] } },
    { $set: content, ...(submitting ? { $push: { submissions: submission } } : {}) },
  );
  if (matchedCount === 1) return { kind: 'written' };
  const current = await findWork(user, track);
  if (!current) throw new Refusal('conflict', 'assignment.changed');
  return isDone(current, text, submitting) ? { kind: 'written' } : { kind: 'changed', work: current };
}

/** Whether the very same was saved or submitted already: a button pressed twice, a page sent again. */
function isDone(work: Work | null, text: string, submitting: boolean): boolean {
  if (work?.text !== text) return false;
  return submitting ? work.state === 'submitted' : work.state === 'draft' || work.state === 'returned';
}
