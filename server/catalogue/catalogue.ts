import type { InBoth, Module, Track } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { LimitedMap } from '../limited-map.ts';
import { RevisionModel } from './revision.model.ts';
import { CatalogueStateModel } from './state.model.ts';

export interface PublishedModule {
  id: string;
  content: Module;
  revision: number;
  hash: string;
  publishedAt: Date;
  /** Blocks that were published although their twin had changed since. */
  stale: InBoth<number>;
  /** The revision in which each lesson first appeared, by lesson id. */
  since: Record<string, number>;
}

export interface PublishedTrack extends Track {
  /** The track's modules that are published, in order. */
  published: PublishedModule[];
}

export interface Catalogue {
  tracks: PublishedTrack[];
}

/** How long a process may show what was published before another one published anew, milliseconds. */
const FRESH_FOR = 5_000;

let held: { catalogue: Catalogue; version: number; checkedAt: number } | null = null;
const olderRevisions = new LimitedMap<string, PublishedModule>(100);

/** What is published now: tracks, and the newest revision of each of their modules. Held in memory. */
export async function getCatalogue(): Promise<Catalogue> {
  if (held && Date.now() - held.checkedAt < FRESH_FOR) return held.catalogue;
  const state = await CatalogueStateModel.findById('current').lean();
  const version = state?.version ?? 0;
  const catalogue = held?.version === version ? held.catalogue : await read(state?.tracks ?? []);
  held = { catalogue, version, checkedAt: Date.now() };
  return catalogue;
}

/** Lets the next page see a publication of this very process at once. */
export function forgetCatalogue(): void {
  held = null;
}

/** @throws Refusal not-found */
export async function getTrack(id: string): Promise<PublishedTrack> {
  const track = (await getCatalogue()).tracks.find((known) => known.id === id);
  if (!track) throw new Refusal('not-found', 'catalogue.noSuchTrack');
  return track;
}

export interface ModuleInTrack {
  track: PublishedTrack;
  module: PublishedModule;
}

/** @throws Refusal not-found */
export async function getModule(id: string): Promise<ModuleInTrack> {
  for (const track of (await getCatalogue()).tracks) {
    const module = track.published.find((known) => known.id === id);
    if (module) return { track, module };
  }
  throw new Refusal('not-found', 'catalogue.noSuchModule');
}

/** The module as it was in a revision: attempts are shown and scored with the questions that they drew. */
export async function getRevision(id: string, revision: number): Promise<PublishedModule> {
  const current = (await getCatalogue()).tracks
    .flatMap(({ published }) => published)
    .find((known) => known.id === id);
  if (current?.revision === revision) return current;
  const key = `${id}@${String(revision)}`;
  const known = olderRevisions.get(key) ?? (await readRevision(id, revision));
  if (!known) throw new Refusal('not-found', 'catalogue.noSuchModule');
  olderRevisions.set(key, known);
  return known;
}

async function readRevision(id: string, revision?: number): Promise<PublishedModule | null> {
  const filter = revision === undefined ? { module: id } : { module: id, number: revision };
  const found = await RevisionModel.findOne(filter).sort({ number: -1 }).lean();
  if (!found) return null;
  const { content, number, hash, publishedAt, since, stale = { es: 0, en: 0 } } = found;
  return { id, content, revision: number, hash, publishedAt, stale, since };
}

async function read(tracks: Track[]): Promise<Catalogue> {
  return {
    tracks: await Promise.all(
      tracks.map(async (track) => {
        const found = await Promise.all(track.modules.map((id) => readRevision(id)));
        return { ...track, published: found.filter((module) => module !== null) };
      }),
    ),
  };
}
