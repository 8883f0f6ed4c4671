/** Where the thirty learners stand: from “has just registered” to “in the expert track”, by the product's own rules. */
import { AttemptModel, findOpenAttempt, startAttempt, submitAttempt } from '../../server/assessment/index.ts';
import type { Response } from '../../server/assessment/scoring/index.ts';
import type { PublishedModule, PublishedTrack } from '../../server/catalogue/index.ts';
import type { Question } from '../../server/content/module.ts';
import { admit, enrol, markLessonDone, openLesson } from '../../server/learning/index.ts';
import { firstAnswer, rightAnswer } from './answers.ts';

export interface Tracks {
  overview: PublishedTrack;
  expert: PublishedTrack;
  /** The trainer who admits. */
  trainer: string;
  /** A number that stands for the learner: they answer as people do, and try again. Without it, they know everything. */
  person?: number;
}

/**
 * Walks a learner to a stage.
 * @param stage 0 registered · 1 enrolled · 2 reading the first module · 3 a quiz begun · 4 a quiz failed ·
 *   5 to 7 one, two, three modules finished · 8 overview finished and begun the expert track · 9 admitted to it early
 */
export async function walkTo(stage: number, user: string, tracks: Tracks): Promise<void> {
  const { overview, expert } = tracks;
  if (stage === 0) return;
  await enrol(user, overview);
  if (stage === 1) return;
  const [first] = overview.published;
  if (!first) return;
  if (stage === 9) {
    await admit(user, expert, tracks.trainer);
    await readSome(user, expert, expert.published[0], 2);
    return;
  }
  const finished = stage === 8 ? overview.published.length : Math.max(0, stage - 4);
  for (const module of overview.published.slice(0, finished)) await finish(user, tracks, module);
  const next = overview.published[finished];
  if (stage === 8) {
    await enrol(user, expert);
    await readSome(user, expert, expert.published[0], 1);
  } else if (stage === 3) {
    await readSome(user, overview, first, first.content.lessons.length);
    await startAttempt(user, first);
  } else if (stage === 4) {
    await readSome(user, overview, first, first.content.lessons.length);
    await takeQuiz(user, overview, first, () => null);
  } else {
    await readSome(user, overview, next, 1 + (stage % 3));
  }
}

async function finish(
  user: string,
  { overview: track, person }: Tracks,
  module: PublishedModule,
): Promise<void> {
  await readSome(user, track, module, module.content.lessons.length);
  const canRetry = person !== undefined && module.content.quiz.pauseMinutes === 0;
  if (canRetry && (await firstTry(user, track, module, person))) return;
  await takeQuiz(user, track, module, rightAnswer);
}

async function readSome(
  user: string,
  track: PublishedTrack,
  module: PublishedModule | undefined,
  lessons: number,
): Promise<void> {
  if (!module) return;
  const place = { track: track.id, module };
  for (const { id } of module.content.lessons.slice(0, lessons))
    await markLessonDone(user, { ...place, lesson: id });
  const next = module.content.lessons[lessons];
  if (next) await openLesson(user, { ...place, lesson: next.id });
}

async function takeQuiz(
  user: string,
  track: PublishedTrack,
  module: PublishedModule,
  answer: (question: Question) => Response | null,
): Promise<void> {
  await startAttempt(user, module);
  const attempt = await findOpenAttempt(user, module.id);
  if (!attempt) return;
  const responses = new Map(module.content.quiz.questions.map((question) => [question.id, answer(question)]));
  await submitAttempt(attempt, { track, module }, responses);
}

/** A first attempt as people make it, with the time it took them; nobody waits for it here. */
async function firstTry(
  user: string,
  track: PublishedTrack,
  module: PublishedModule,
  person: number,
): Promise<boolean> {
  await takeQuiz(user, track, module, (question) => firstAnswer(person, question).response);
  const attempt = await AttemptModel.findOne({ user, module: module.id, first: true }).orFail().lean();
  const bank = new Map(module.content.quiz.questions.map((question) => [question.id, question]));
  const items = attempt.items?.map((item) => {
    const question = bank.get(item.question);
    return question ? { ...item, seconds: firstAnswer(person, question).seconds } : item;
  });
  if (items) await AttemptModel.updateOne({ _id: attempt._id }, { $set: { items } });
  return attempt.result?.passed === true;
}
