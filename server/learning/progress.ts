import type { PublishedModule, PublishedTrack } from '../catalogue/index.ts';
import { getCatalogue } from '../catalogue/index.ts';
import { EnrolmentModel } from './enrolment.model.ts';
import { ProgressModel, type Progress } from './progress.model.ts';

/** A module as a person meets it, with the lesson they are at. */
export interface LessonPlace {
  track: string;
  module: PublishedModule;
  lesson: string;
}

/**
 * Notes that a lesson was opened: it is the place left off.
 * @returns the progress in the module, made now if this is the first lesson opened
 */
export async function openLesson(user: string, { track, module, lesson }: LessonPlace): Promise<Progress> {
  return await ProgressModel.findOneAndUpdate(
    { user, module: module.id },
    {
      $set: { lastLesson: lesson, lastAt: new Date(), revision: module.revision },
      $setOnInsert: { track, begunOn: module.revision },
    },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  ).lean();
}

/** Marks a lesson as done. Safe to repeat: a set takes each lesson once, whatever tab or retry it comes from. */
export async function markLessonDone(
  user: string,
  { track, module, lesson }: LessonPlace,
): Promise<Progress> {
  const progress = await ProgressModel.findOneAndUpdate(
    { user, module: module.id },
    {
      $addToSet: { lessonsDone: lesson },
      $set: { lastLesson: lesson, lastAt: new Date(), revision: module.revision },
      $setOnInsert: { track, begunOn: module.revision },
    },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  ).lean();
  return await finishWhenDone(user, module, progress);
}

/**
 * Takes a quiz result into the progress. Safe to repeat and to come late: the best score stays the best and a
 * pass stays a pass.
 * @param score 0 to 1
 */
export async function recordQuizResult(
  user: string,
  { track, module }: Omit<LessonPlace, 'lesson'>,
  { score, passed, at }: { score: number; passed: boolean; at: Date },
): Promise<Progress> {
  // One update, so that whichever comes last, this or a lesson marked in another tab, sees both.
  const progress = await ProgressModel.findOneAndUpdate(
    { user, module: module.id },
    {
      $max: { 'quiz.best': score, lastAt: at },
      ...(passed ? { $min: { 'quiz.passedAt': at } } : {}),
      $setOnInsert: { track, revision: module.revision, begunOn: module.revision },
    },
    { upsert: true, returnDocument: 'after', setDefaultsOnInsert: true },
  ).lean();
  return await finishWhenDone(user, module, progress);
}

/** A module is finished when its quiz is passed and every lesson is done. */
async function finishWhenDone(user: string, module: PublishedModule, progress: Progress): Promise<Progress> {
  const allRead = module.content.lessons.every(({ id }) => progress.lessonsDone.includes(id));
  if (progress.finishedAt || !allRead || !progress.quiz?.passedAt) return progress;
  const finishedAt = new Date();
  await ProgressModel.updateOne({ user, module: module.id, finishedAt: null }, { $set: { finishedAt } });
  await finishTrackWhenDone(user, module.id);
  return { ...progress, finishedAt };
}

async function finishTrackWhenDone(user: string, module: string): Promise<void> {
  const track = (await getCatalogue()).tracks.find(({ published }) =>
    published.some(({ id }) => id === module),
  );
  if (track) await settleTrack(user, track);
}

/** Closes a track whose modules are all finished. Safe to repeat; also mends what a crash left half-done. */
export async function settleTrack(user: string, track: PublishedTrack): Promise<void> {
  const modules = track.published.map(({ id }) => id);
  const finished = await ProgressModel.countDocuments({
    user,
    module: { $in: modules },
    finishedAt: { $ne: null },
  });
  if (modules.length === 0 || finished < modules.length) return;
  await EnrolmentModel.updateOne(
    { user, track: track.id, finishedAt: null },
    { $set: { finishedAt: new Date() } },
  );
}

/** A person's progress in every module they have opened, by module id. */
export async function progressOf(user: string | null): Promise<Map<string, Progress>> {
  if (user === null) return new Map();
  const all = await ProgressModel.find({ user }).lean();
  return new Map(all.map((progress) => [progress.module, progress]));
}
