/** The quiz by which a person who knows a track's subject already opens the track after it. */
import { getRevision, getTrack, type PublishedModule, type PublishedTrack } from '../catalogue/index.ts';
import type { Question } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { admitByPlacement } from '../learning/index.ts';
import type { Attempt } from './attempt.model.ts';
import { beginAttempt, closeAttempt, random, submittedAttempts } from './attempts.ts';
import { drawAttempt, type DrawnQuestion, type Response } from './scoring/index.ts';

const DAY = 86_400_000;

/** A track with a placement quiz, and the track whose questions it asks. */
export interface Placement {
  track: PublishedTrack;
  asks: PublishedTrack;
  rules: NonNullable<PublishedTrack['placement']>;
}

/** @throws Refusal not-found: the track has none */
export async function getPlacement(id: string): Promise<Placement> {
  const track = await getTrack(id);
  if (!track.placement || track.opensAfter === null) throw new Refusal('not-found', 'assessment.noPlacement');
  return { track, asks: await getTrack(track.opensAfter), rules: track.placement };
}

/** What its attempts are kept under; no module's id has a colon. */
export const placementName = ({ track }: Placement): string => `placement:${track.id}`;

/** When the next try may begin, or null when it may now. */
export function nextTry({ rules }: Placement, last: Attempt | undefined, now = new Date()): Date | null {
  const ready = new Date((last?.submittedAt?.getTime() ?? 0) + rules.pauseDays * DAY);
  return ready > now ? ready : null;
}

/** @throws Refusal too-many until the pause since the last try is over */
export async function startPlacement(user: string, placement: Placement): Promise<void> {
  const { published } = placement.asks;
  await beginAttempt({
    user,
    module: placementName(placement),
    revision: 0,
    sources: Object.fromEntries(published.map(({ id, revision }) => [id, revision])),
    pause: placement.rules.pauseDays * DAY,
    draw: () => drawEvenly(published, placement.rules.questions),
  });
}

/** As many questions from each module; what does not divide goes to the first ones. */
function drawEvenly(modules: readonly PublishedModule[], total: number): DrawnQuestion[] {
  const least = Math.floor(total / modules.length);
  return modules.flatMap((module, index) => {
    const draw = least + (index < total % modules.length ? 1 : 0);
    return drawAttempt({ draw, shuffle: true, questions: questionsOf(module) }, random);
  });
}

/** A module's questions under names that are unique among the modules: two may use the same id. */
export function questionsOf(module: PublishedModule): Question[] {
  return module.content.quiz.questions.map((question) => ({
    ...question,
    id: `${module.id}--${question.id}`,
    objective: null,
  }));
}

/** The modules that an attempt drew from, in the revisions that it drew from. */
export async function sourcesOf(attempt: Attempt | undefined): Promise<PublishedModule[]> {
  return await Promise.all(
    Object.entries(attempt?.sources ?? {}).map(([id, number]) => getRevision(id, number)),
  );
}

/** Scores a try, and lets the person in when it passes. Safe to repeat. */
export async function submitPlacement(
  attempt: Attempt,
  placement: Placement,
  responses: Map<string, Response | null>,
): Promise<void> {
  const bank = (await sourcesOf(attempt)).flatMap(questionsOf);
  await closeAttempt(attempt, bank, placement.rules.passMark, responses);
  await settlePlacement(attempt.user.toString(), placement);
}

/** Lets in whoever has passed; also mends what a crash between scoring and letting in left undone. */
export async function settlePlacement(user: string, placement: Placement): Promise<Attempt[]> {
  const submitted = await submittedAttempts(user, placementName(placement));
  if (submitted.some(({ result }) => result?.passed === true)) await admitByPlacement(user, placement.track);
  return submitted;
}
