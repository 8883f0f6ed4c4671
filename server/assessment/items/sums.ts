/** What item analysis asks of the database: sums, never attempts. First attempts only. */
import { AttemptModel } from '../attempt.model.ts';
import type { Response } from '../scoring/index.ts';
import { median, type SameAnswer } from './statistics.ts';

/** Attempts that were given the same answer to the same question. */
export interface AnswerSums extends SameAnswer {
  question: string;
  /** Null when it was not answered. */
  response: Response | null;
  /** In how many of them it was left as it was shown. */
  omitted: number;
}

/** Whose attempts count: those that are the person's first at the quiz, submitted, on one revision. */
const firstOnes = (module: string, revision: number) => ({
  module,
  first: true,
  revision,
  submittedAt: { $gt: new Date(0) },
});

/**
 * Everything that facility, discrimination and counts of options are made of, in one pass: grouped by answer,
 * because the same answer to a question always has the same score, so that no sum of products is needed.
 */
export async function sumAnswers(module: string, revision: number): Promise<AnswerSums[]> {
  const found = await AttemptModel.aggregate<Omit<AnswerSums, 'question' | 'response'> & { _id: AnswerSums }>(
    [
      { $match: firstOnes(module, revision) },
      {
        $project: {
          _id: 0,
          items: 1,
          total: { $sum: '$items.score' },
          others: { $subtract: [{ $size: '$items' }, 1] },
        },
      },
      { $match: { others: { $gt: 0 } } },
      { $unwind: '$items' },
      {
        $project: {
          item: '$items',
          rest: { $divide: [{ $subtract: ['$total', '$items.score'] }, '$others'] },
        },
      },
      {
        $group: {
          _id: { question: '$item.question', response: '$item.response' },
          n: { $sum: 1 },
          omitted: { $sum: { $cond: ['$item.omitted', 1, 0] } },
          score: { $first: '$item.score' },
          rest: { $sum: '$rest' },
          restSquared: { $sum: { $multiply: ['$rest', '$rest'] } },
        },
      },
    ],
  );
  return found.map(({ _id: { question, response }, ...sums }) => ({ question, response, ...sums }));
}

/** How many attempts the median time looks at: enough for a stable one, few enough to hold. */
const TIMED_ATTEMPTS = 2_000;

export interface Timing {
  /** Seconds. */
  median: number;
  /** In how many attempts the time could be measured. */
  n: number;
}

/** Median time by question id, of the latest attempts in which it could be measured. */
export async function medianTimes(module: string, revision: number): Promise<Map<string, Timing>> {
  const found = await AttemptModel.aggregate<{ _id: string; seconds: number[] }>([
    { $match: firstOnes(module, revision) },
    { $sort: { submittedAt: -1 } },
    { $limit: TIMED_ATTEMPTS },
    { $project: { _id: 0, 'items.question': 1, 'items.seconds': 1 } },
    { $unwind: '$items' },
    { $match: { 'items.seconds': { $ne: null } } },
    { $group: { _id: '$items.question', seconds: { $push: '$items.seconds' } } },
  ]);
  return new Map(found.map(({ _id, seconds }) => [_id, { median: median(seconds) ?? 0, n: seconds.length }]));
}

export interface AttemptCounts {
  /** First attempts: those that the figures are about. */
  first: number;
  all: number;
}

/** Submitted attempts on a revision. */
export async function countAttempts(module: string, revision: number): Promise<AttemptCounts> {
  const submitted = firstOnes(module, revision);
  const [first, later] = await Promise.all([
    AttemptModel.countDocuments(submitted),
    AttemptModel.countDocuments({ ...submitted, first: false }),
  ]);
  return { first, all: first + later };
}

/** Revisions with a submitted first attempt, the newest first: one look at the index for each. */
export async function attemptedRevisions(module: string): Promise<number[]> {
  const revisions: number[] = [];
  for (let below = Infinity; ;) {
    const next = await AttemptModel.findOne(
      { module, first: true, revision: { $lt: below }, submittedAt: { $gt: new Date(0) } },
      { _id: 0, revision: 1 },
    )
      .sort({ revision: -1 })
      .lean();
    if (!next) return revisions;
    revisions.push((below = next.revision));
  }
}
