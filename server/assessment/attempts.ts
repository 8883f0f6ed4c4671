import { randomInt } from 'node:crypto';
import { Types } from 'mongoose';
import type { ModuleInTrack, PublishedModule } from '../catalogue/index.ts';
import type { Question } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { recordQuizResult } from '../learning/index.ts';
import { AttemptModel, type Attempt } from './attempt.model.ts';
import { drawAttempt, passes, scoreQuiz, type DrawnQuestion, type Response } from './scoring/index.ts';
import { attemptItems, timeSpent } from './timing.ts';

export const random = () => randomInt(2 ** 32) / 2 ** 32;

/** The attempt that a person has begun and not submitted, or null. */
export async function findOpenAttempt(user: string, module: string): Promise<Attempt | null> {
  return await AttemptModel.findOne({ user, module, open: true }).lean();
}

/** Submitted attempts, newest first. */
export async function submittedAttempts(user: string, module: string): Promise<Attempt[]> {
  return await AttemptModel.find({ user, module, submittedAt: { $ne: null } })
    .sort({ submittedAt: -1 })
    .limit(50)
    .lean();
}

/** @throws Refusal not-found: there is none, or it is somebody else's */
export async function getOwnAttempt(user: string, id: string): Promise<Attempt> {
  const attempt = Types.ObjectId.isValid(id) ? await AttemptModel.findOne({ _id: id, user }).lean() : null;
  if (!attempt) throw new Refusal('not-found', 'assessment.noSuchAttempt');
  return attempt;
}

/** What an attempt is of, and what it asks. */
export interface NewAttempt {
  user: string;
  /** A module's id, or the name of a placement quiz. */
  module: string;
  revision: number;
  sources?: Record<string, number>;
  /** Least time between a submitted attempt and the next one, milliseconds. */
  pause: number;
  draw: () => DrawnQuestion[];
}

/**
 * Begins an attempt, or leaves the one that is open: two clicks, or two tabs, begin one.
 * @throws Refusal too-many while the pause between attempts lasts
 */
export async function beginAttempt({ pause, draw, ...of }: NewAttempt): Promise<void> {
  if (await findOpenAttempt(of.user, of.module)) return;
  const submitted = await submittedAttempts(of.user, of.module);
  const [last] = submitted;
  const readyAt = (last?.submittedAt?.getTime() ?? 0) + pause;
  if (readyAt > Date.now()) {
    const seconds = Math.ceil((readyAt - Date.now()) / 1_000);
    throw new Refusal('too-many', 'assessment.pause', { count: Math.ceil(seconds / 60), seconds });
  }
  const now = new Date();
  try {
    await AttemptModel.create({
      ...of,
      drawn: draw(),
      responses: {},
      first: submitted.length === 0,
      startedAt: now,
      savedAt: now,
      open: true,
    });
  } catch (error) {
    // The unique indexes: another tab began it at the same moment.
    if (!(error instanceof Error && 'code' in error && error.code === 11_000)) throw error;
  }
}

/** Begins an attempt of a module's quiz. @throws Refusal too-many while the module's pause lasts */
export async function startAttempt(user: string, module: PublishedModule): Promise<void> {
  const { quiz } = module.content;
  await beginAttempt({
    user,
    module: module.id,
    revision: module.revision,
    pause: quiz.pauseMinutes * 60_000,
    draw: () => drawAttempt(quiz, random),
  });
}

/**
 * Keeps what was answered so far, and how long it took. What is not among the responses stays as it was.
 * @param bank the questions that the attempt was drawn from
 * @returns false when the attempt is already submitted: then nothing changes
 */
export async function saveResponses(
  attempt: Attempt,
  bank: readonly Question[],
  responses: Map<string, Response | null>,
): Promise<boolean> {
  const now = new Date();
  const answered = [...responses].filter((entry): entry is [string, Response] => entry[1] !== null);
  const cleared = [...responses].filter(([, response]) => response === null);
  const open = { _id: attempt._id, open: true as const };
  const change = {
    $set: { savedAt: now, ...fields(answered) },
    ...(cleared.length > 0 ? { $unset: fields(cleared.map(([id]) => [id, ''])) } : {}),
  };
  const time = timeSpent(attempt, bank, responses, now);
  if (time) {
    // Only if nobody saved since this attempt was read: two tabs never count the same minutes twice.
    const { matchedCount } = await AttemptModel.updateOne(
      { ...open, savedAt: attempt.savedAt },
      { ...change, $inc: { [`spent.${time.question}`]: time.ms } },
    );
    if (matchedCount === 1) return true;
  }
  return (await AttemptModel.updateOne(open, change)).matchedCount === 1;
}

function fields(entries: [string, unknown][]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([id, value]) => [`responses.${id}`, value]));
}

/**
 * Submits an attempt and takes its result into the person's progress. Safe to repeat.
 * @param responses the last answers, which count on top of what was saved
 */
export async function submitAttempt(
  attempt: Attempt,
  { track, module }: ModuleInTrack,
  responses: Map<string, Response | null>,
): Promise<void> {
  await closeAttempt(attempt, module.content.quiz.questions, track.passMark, responses);
  await takeIntoProgress(attempt._id, { track, module });
}

/**
 * Scores an attempt and closes it in one atomic update; a second submission finds it closed and changes nothing.
 * @param bank the questions that it was drawn from
 * @param passMark 0 to 1
 */
export async function closeAttempt(
  attempt: Attempt,
  bank: readonly Question[],
  passMark: number,
  responses: Map<string, Response | null>,
): Promise<void> {
  if (!attempt.open) return;
  const given = { ...attempt.responses };
  for (const [id, response] of responses) {
    if (response === null) Reflect.deleteProperty(given, id);
    else given[id] = response;
  }
  const now = new Date();
  const drawn = new Set(attempt.drawn.map(({ question }) => question));
  const asked = bank.filter(({ id }) => drawn.has(id));
  const result = scoreQuiz(asked, given);
  await AttemptModel.updateOne(
    { _id: attempt._id, open: true },
    {
      $set: {
        responses: given,
        submittedAt: now,
        submitted: true,
        result: { ...result, passed: passes(result.score, passMark) },
        items: attemptItems(attempt, asked, given, result, timeSpent(attempt, bank, responses, now)),
      },
      $unset: { open: '' },
    },
  );
}

/** Repeats safely what a crash between the two writes may have left out. */
async function takeIntoProgress(id: Types.ObjectId, { track, module }: ModuleInTrack): Promise<void> {
  const attempt = await AttemptModel.findById(id).lean();
  if (!attempt?.result || !attempt.submittedAt) return;
  const { score, passed } = attempt.result;
  await recordQuizResult(
    attempt.user.toString(),
    { track: track.id, module },
    { score, passed, at: attempt.submittedAt },
  );
}
