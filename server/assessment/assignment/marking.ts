/** The trainer's side of a final assignment: what waits, and marking it by the rubric. */
import { Types } from 'mongoose';
import type { Assignment, Criterion } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { WorkModel, type Decision, type Mark, type Work } from './assignment.model.ts';

export const WORKS_A_PAGE = 25;

/** Submitted works, those that wait longest first; never the trainer's own. */
export async function waitingWorks(trainer: string, page: number): Promise<{ works: Work[]; total: number }> {
  const [works, total] = await Promise.all([
    WorkModel.find(waitingFor(trainer))
      .sort({ since: 1, _id: 1 })
      .skip((page - 1) * WORKS_A_PAGE)
      .limit(WORKS_A_PAGE)
      .lean(),
    countWaiting(trainer),
  ]);
  return { works, total };
}

/** How many works wait for a trainer. */
export async function countWaiting(trainer: string): Promise<number> {
  return await WorkModel.countDocuments(waitingFor(trainer));
}

const waitingFor = (trainer: string) => ({
  state: 'submitted' as const,
  user: { $ne: new Types.ObjectId(trainer) },
});

/** The works that were marked last. */
export async function markedWorks(trainer: string): Promise<Work[]> {
  return await WorkModel.find({
    state: { $in: ['returned', 'accepted'] },
    user: { $ne: new Types.ObjectId(trainer) },
  })
    .sort({ since: -1, _id: 1 })
    .limit(WORKS_A_PAGE)
    .lean();
}

/**
 * A work that was submitted at least once, for a trainer.
 * @throws Refusal not-found; forbidden `assignment.ownWork`: nobody marks their own
 */
export async function getSubmittedWork(id: string, trainer: string): Promise<Work> {
  const work = await WorkModel.findById(id).lean();
  if (!work || work.submissions.length === 0) throw new Refusal('not-found', 'assignment.unknown');
  if (work.user.equals(trainer)) throw new Refusal('forbidden', 'assignment.ownWork');
  return work;
}

export interface Marking {
  /** The version that the trainer read. */
  base: number;
  /** Points by criterion. */
  points: ReadonlyMap<string, number>;
  comment: string;
  decision: Decision;
  by: string;
}

/** The levels that were chosen, as they are kept; a criterion without a level is left out. */
export function marksOf({ criteria }: Assignment, points: ReadonlyMap<string, number>): Mark[] {
  return criteria.flatMap((criterion) => {
    const level = criterion.levels.find((one) => one.points === points.get(criterion.id));
    return level
      ? [
          {
            criterion: criterion.id,
            title: criterion.title,
            level: level.description,
            points: level.points,
            of: mostOf(criterion),
          },
        ]
      : [];
  });
}

export const mostOf = ({ levels }: Criterion): number => Math.max(...levels.map(({ points }) => points));
export const sumOf = (marks: readonly Pick<Mark, 'points'>[]): number =>
  marks.reduce((sum, { points }) => sum + points, 0);

/**
 * Marks what was submitted, once: of two trainers at the same work the first one's marks hold.
 * @returns false when the work is no longer what the trainer read; then nothing is stored
 */
export async function markWork(
  work: Work,
  assignment: Assignment,
  { base, points, comment, decision, by }: Marking,
): Promise<boolean> {
  const now = new Date();
  const review = {
    submission: work.submissions.length,
    marks: marksOf(assignment, points),
    comment,
    decision,
    by: new Types.ObjectId(by),
    at: now,
  };
  const { matchedCount } = await WorkModel.updateOne(
    { _id: work._id, state: 'submitted', version: base },
    { $set: { state: decision, since: now, version: base + 1 }, $push: { reviews: review } },
  );
  return matchedCount === 1;
}

/** When a person's assignment of a track was accepted; null until then. */
export async function acceptedAt(user: string, track: string): Promise<Date | null> {
  const work = await WorkModel.findOne({ user, track, state: 'accepted' }, { since: 1 }).lean();
  return work?.since ?? null;
}
