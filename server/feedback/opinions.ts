/** What trainers see: counts and comments by lesson and revision. Who said it is not read from the database at all. */
import { FeedbackModel, type Feedback } from './feedback.model.ts';
import { scaleNames, scales, type Answer, type Scale } from './scales.ts';

export const COMMENTS_A_PAGE = 20;

export interface Opinions {
  people: number;
  comments: number;
  /** How many gave each answer. */
  answers: { [S in Scale]: Record<Answer<S>, number> };
}

export type Comment = Pick<Feedback, 'lesson' | 'language' | 'clear' | 'useful' | 'length' | 'comment'>;

/** Lessons of a module's revision, or one of them. */
export interface OpinionFilter {
  module: string;
  revision: number;
  lesson?: string;
}

/** Counts by lesson id, for the lessons of which somebody has said something. */
export async function opinionsByLesson(filter: OpinionFilter): Promise<Map<string, Opinions>> {
  const counters = scaleNames.flatMap((scale) =>
    scales[scale].map((answer) => [counter(scale, answer), countWhen({ $eq: [`$${scale}`, answer] })]),
  );
  const found = await FeedbackModel.aggregate<Record<string, number> & { _id: string }>([
    { $match: filter },
    {
      $group: {
        _id: '$lesson',
        people: { $sum: 1 },
        comments: countWhen({ $ne: ['$comment', ''] }),
        ...(Object.fromEntries(counters) as Record<string, ReturnType<typeof countWhen>>),
      },
    },
  ]);
  return new Map(found.map(({ _id, ...counts }) => [_id, asOpinions(counts)]));
}

const counter = (scale: Scale, answer: string): string => `${scale}_${answer}`;
const countWhen = (condition: object) => ({ $sum: { $cond: [condition, 1, 0] } });

function asOpinions(counts: Record<string, number>): Opinions {
  const of = <S extends Scale>(scale: S) =>
    Object.fromEntries(
      scales[scale].map((answer) => [answer, counts[counter(scale, answer)] ?? 0]),
    ) as Record<Answer<S>, number>;
  return {
    people: counts.people ?? 0,
    comments: counts.comments ?? 0,
    answers: { clear: of('clear'), useful: of('useful'), length: of('length') },
  };
}

/**
 * Comments, the latest first.
 * @param page 1, 2, 3…
 */
export async function findComments(
  filter: OpinionFilter,
  page: number,
): Promise<{ comments: Comment[]; total: number }> {
  const written = { ...filter, comment: { $ne: '' } };
  const [comments, total] = await Promise.all([
    FeedbackModel.find(written, {
      _id: 0,
      lesson: 1,
      language: 1,
      clear: 1,
      useful: 1,
      length: 1,
      comment: 1,
    })
      .sort({ at: -1, _id: -1 })
      .skip((page - 1) * COMMENTS_A_PAGE)
      .limit(COMMENTS_A_PAGE)
      .lean<Comment[]>(),
    FeedbackModel.countDocuments(written),
  ]);
  return { comments, total };
}

/** Numbers of the revisions of which somebody has said something. */
export async function revisionsWithOpinions(module: string): Promise<number[]> {
  return await FeedbackModel.distinct('revision', { module });
}
