/** Which modules a track shows, and in which order, as coordinators arrange them on the platform. */
import type { InBoth } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { forgetCatalogue, getModule } from './catalogue.ts';
import { RevisionModel } from './revision.model.ts';
import { CatalogueStateModel } from './state.model.ts';

/** Changes the tracks only if nobody changed them since they were read; otherwise it looks again. */
export async function changeTrack(track: string, change: (modules: string[]) => string[]): Promise<void> {
  for (;;) {
    const state = await CatalogueStateModel.findById('current').lean();
    const known = state?.tracks.find(({ id }) => id === track);
    if (!state || !known) throw new Refusal('not-found', 'catalogue.noSuchTrack');
    const tracks = state.tracks.map((one) =>
      one.id === track ? { ...one, modules: change(one.modules) } : one,
    );
    const { modifiedCount } = await CatalogueStateModel.updateOne(
      { _id: 'current', version: state.version },
      { $set: { tracks }, $inc: { version: 1 } },
    );
    if (modifiedCount === 1) {
      forgetCatalogue();
      return;
    }
  }
}

/**
 * Moves a module one place up or down in its track; at the end of the list nothing happens.
 * @throws Refusal not-found; conflict when a module would come before one that it needs
 */
export async function moveModule(module: string, by: -1 | 1): Promise<void> {
  const { track } = await getModule(module);
  await changeTrack(track.id, (modules) => {
    const at = modules.indexOf(module);
    const neighbour = modules[at + by];
    if (at === -1 || neighbour === undefined) return modules;
    const [earlier, later] = by === 1 ? [neighbour, module] : [module, neighbour];
    if (track.needs[earlier]?.includes(later)) throw new Refusal('conflict', 'authoring.neededBefore');
    return modules.map((id) => (id === module ? neighbour : id === neighbour ? module : id));
  });
}

/**
 * Takes a module out of its track. What people did in it is kept; publishing it again brings it back.
 * @throws Refusal not-found; conflict when another module needs it, or the track would be empty
 */
export async function archiveModule(module: string): Promise<void> {
  const { track } = await getModule(module);
  const isNeeded = track.modules.some((id) => track.needs[id]?.includes(module));
  if (isNeeded) throw new Refusal('conflict', 'authoring.neededByOther');
  await changeTrack(track.id, (modules) => {
    const rest = modules.filter((id) => id !== module);
    if (rest.length === 0) throw new Refusal('conflict', 'authoring.lastModule');
    return rest;
  });
}

export interface ArchivedModule {
  id: string;
  title: InBoth<string>;
  /** Where it stood, and goes back to. */
  track: string;
}

/** Modules that have revisions and stand in no track, by id. */
export async function archivedModules(): Promise<ArchivedModule[]> {
  const state = await CatalogueStateModel.findById('current').lean();
  const shown = state?.tracks.flatMap(({ modules }) => modules) ?? [];
  const found = await RevisionModel.aggregate<Omit<ArchivedModule, 'id'> & { _id: string }>([
    { $match: { module: { $nin: shown } } },
    { $sort: { number: -1 } },
    { $group: { _id: '$module', title: { $first: '$content.title' }, track: { $first: '$content.track' } } },
    { $sort: { _id: 1 } },
  ]);
  return found.map(({ _id, title, track }) => ({ id: _id, title, track }));
}
