import type { Language } from '../content/module.ts';
import { FeedbackModel, type Feedback } from './feedback.model.ts';

/** A lesson as it was in a revision. */
export interface LessonRevision {
  module: string;
  lesson: string;
  revision: number;
}

/** The taps and the comment that a form brought. */
export type Said = Pick<Feedback, 'clear' | 'useful' | 'length' | 'comment'>;

/** What a person said of a lesson's revision, or null. */
export async function findFeedback(user: string, at: LessonRevision): Promise<Feedback | null> {
  return await FeedbackModel.findOne({ user, ...at }).lean();
}

/**
 * Keeps what a person says of a lesson's revision: one document, which sending again changes.
 * @param whole whether `said` is all that the person wants to have said; otherwise what it leaves open stays
 *   as it was, because the lesson's page shows an empty form to those who have answered too
 */
export async function giveFeedback(
  user: string,
  at: LessonRevision,
  { said, language, whole }: { said: Said; language: Language; whole: boolean },
): Promise<void> {
  const given = Object.entries(said).filter(([, value]) => whole || (value !== null && value !== ''));
  await FeedbackModel.updateOne(
    { user, ...at },
    { $set: { ...Object.fromEntries(given), language, at: new Date() } },
    { upsert: true, setDefaultsOnInsert: true },
  );
}
