/** Time spent in a module, by the server's clock: a page in view reports every half minute that it is being read. */
import { ProgressModel } from './progress.model.ts';

/** Seconds that one report stands for; `views/client/reading.ts` sends one after so many in view. */
export const BEAT_SECONDS = 30;
/** Networks deliver a report a little sooner or later than it was sent. */
const SLACK_SECONDS = 3;

/**
 * Counts half a minute of reading. The browser says no number: two tabs, a repeated request or a script that sends
 * a hundred at once count no more than the time that passed, because one report in half a minute is taken.
 */
export async function countBeat(user: string, module: string, now = new Date()): Promise<void> {
  const earliest = new Date(now.getTime() - (BEAT_SECONDS - SLACK_SECONDS) * 1_000);
  await ProgressModel.updateOne(
    { user, module, $or: [{ beatAt: null }, { beatAt: { $lte: earliest } }] },
    { $inc: { seconds: BEAT_SECONDS }, $set: { beatAt: now } },
  );
}
