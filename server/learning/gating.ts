/** What must be finished before a module of a track opens: `needs` in tracks.yaml. */
import type { ModuleInTrack, PublishedModule, PublishedTrack } from '../catalogue/index.ts';
import { Refusal } from '../errors.ts';
import { LimitedMap } from '../limited-map.ts';
import { paths } from '../paths.ts';
import { requireEnrolment } from './enrolment.ts';
import { ProgressModel, type Progress } from './progress.model.ts';

/** The modules that this one needs and that are not finished, in the track's order. */
export function unmetNeeds(
  track: PublishedTrack,
  module: string,
  progress: ReadonlyMap<string, Pick<Progress, 'finishedAt'>>,
): PublishedModule[] {
  const needs = track.needs[module] ?? [];
  return track.published.filter(({ id }) => needs.includes(id) && !progress.get(id)?.finishedAt);
}

/** Modules found open a moment ago: what is finished stays finished, so that a page need not ask again. */
const seen = new LimitedMap<string, true>(10_000);

/**
 * The one gate before lessons, quizzes and everything else inside a module.
 * @throws Refusal forbidden: not enrolled in the track, or `learning.moduleLocked` while it needs another module
 */
export async function requireModule(user: string, { track, module }: ModuleInTrack): Promise<void> {
  await requireEnrolment(user, track);
  const needs = track.needs[module.id] ?? [];
  const key = `${user}/${module.id}/${needs.join()}`;
  if (needs.length === 0 || seen.get(key)) return;
  const done = await ProgressModel.find(
    { user, module: { $in: needs } },
    { module: 1, finishedAt: 1 },
  ).lean();
  const [missing] = unmetNeeds(
    track,
    module.id,
    new Map(done.map((progress) => [progress.module, progress])),
  );
  if (missing) {
    throw new Refusal(
      'forbidden',
      'learning.moduleLocked',
      {},
      { url: (lang) => paths.module({ lang, module: missing.id }), label: 'learning.goToModule' },
    );
  }
  seen.set(key, true);
}
