/** What item analysis asks of the database: sums, never attempts. First attempts only. */
import type { PipelineStage } from 'mongoose';
import { AttemptModel } from '../attempt.model.ts';
import type { Response } from '../scoring/index.ts';
import type { SameAnswer } from './statistics.ts';

/** Attempts that were given the same answer to the same question. */
export interface AnswerSums extends SameAnswer {
  question: string;
  /** Null when it was not answered. */
  response: Response | null;
  /** In how many of them it was left as it was shown. */
  omitted: number;
  /** What it took in each of them; null where the time could not be measured. */
  seconds: (number | null)[];
}

/** Attempts that count: submitted, on one revision. All of it stands in an index, so that none is read to be told. */
const submittedOn = (module: string, revision: number) => ({ module, submitted: true as const, revision });

/**
 * How many attempts a report looks at, the latest ones. From 5,000 a share is known to about one hundredth even
 * where each attempt draws half of the bank: more would cost patience and tell nothing.
 */
export const MOST_ATTEMPTS = 5_000;

/** The stages that find them: each its person's first at the quiz. */
const latestFirst = (module: string, revision: number): PipelineStage[] => [
  { $match: { ...submittedOn(module, revision), first: true } },
  { $sort: { submittedAt: -1 } },
  { $limit: MOST_ATTEMPTS },
];

/**
 * Everything that facility, discrimination, counts of options and times are made of, in one pass: grouped by answer,
 * because the same answer to a question always has the same score, so that no sum of products is needed.
 */
export async function sumAnswers(module: string, revision: number): Promise<AnswerSums[]> {
  const found = await AttemptModel.aggregate<Omit<AnswerSums, 'question' | 'response'> & { _id: AnswerSums }>(
    [
      ...latestFirst(module, revision),
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
          seconds: { $push: '$item.seconds' },
        },
      },
    ],
  );
  return found.map(({ _id: { question, response }, ...sums }) => ({ question, response, ...sums }));
}

/** Attempts are counted so far; a page says “more than”. */
export const MOST_COUNTED = 10_000;

export interface AttemptCounts {
  /** First attempts: the latest of them are what the figures are about. */
  first: number;
  later: number;
}

/** Submitted attempts on a revision, each kind up to `MOST_COUNTED`. */
export async function countAttempts(module: string, revision: number): Promise<AttemptCounts> {
  const [first, later] = await Promise.all(
    [true, false].map(
      async (isFirst) =>
        await AttemptModel.countDocuments(
          { ...submittedOn(module, revision), first: isFirst },
          { limit: MOST_COUNTED },
        ),
    ),
  );
  return { first: first ?? 0, later: later ?? 0 };
}

/** Revisions with a submitted first attempt, the newest first: one look at the index for each. */
export async function attemptedRevisions(module: string): Promise<number[]> {
  const revisions: number[] = [];
  for (let below = Infinity; ;) {
    const next = await AttemptModel.findOne(
      { module, first: true, submitted: true, revision: { $lt: below } },
      { _id: 0, revision: 1 },
    )
      .sort({ revision: -1 })
      .lean();
    if (!next) return revisions;
    revisions.push((below = next.revision));
  }
}
