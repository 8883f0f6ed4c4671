import { createHash } from 'node:crypto';
import {
  againstPublished,
  hasError,
  type Finding,
  type LoadedContent,
  type LoadedModule,
} from '../content/index.ts';
import type { Track } from '../content/module.ts';
import { makeRevision, newestRevision, type Newest } from './make-revision.ts';
import type { PublishedRecord } from './published-record.ts';
import { RevisionModel } from './revision.model.ts';
import { sourceHash, storeSource } from './sources.ts';
import { CatalogueStateModel, type CatalogueState } from './state.model.ts';

export interface Publication {
  module: string;
  /** The revision that learners see after it. */
  revision: number;
  /** Whether this publication made that revision. */
  isNew: boolean;
  /** Whether learners now have what the folder holds; false where the platform has moved on, or it was refused. */
  isLevel: boolean;
  /** What the new text would do to those who are in the midst of the published one; an error kept it back. */
  findings: Finding[];
}

type Remembered = NonNullable<CatalogueState['fromFolder']>;

/**
 * Makes what was loaded from the content folder the published content. A module whose bytes are those of its newest
 * revision is left alone, so that publishing twice changes nothing; so is one that the folder has not changed since
 * it was last published from there, whatever the platform made of it in the meantime. Modules with errors are not in
 * `content.modules` at all. One in which a published id has become something else is not published either: learners'
 * answers hang on it.
 * @param seen the revisions that the folder has taken in: what is written on top of the newest one follows it
 */
export async function publishContent(
  content: LoadedContent,
  seen: PublishedRecord = {},
): Promise<Publication[]> {
  const state = await CatalogueStateModel.findById('current').lean();
  const remembered = state?.fromFolder ?? { tracks: '', modules: {} };
  const publications: Publication[] = [];
  for (const loaded of content.modules)
    publications.push(
      await publishModule(loaded, remembered.modules[loaded.module.id], seen[loaded.module.id]),
    );
  await announce(content, publications, state, remembered);
  return publications;
}

/** @param before the hash of the module when it was last published from the folder */
async function publishModule(
  loaded: LoadedModule,
  before: string | undefined,
  seen: number | undefined,
): Promise<Publication> {
  const { module, hash } = loaded;
  const newest = await newestRevision(module.id);
  const leave = (findings: Finding[] = []): Publication => ({
    module: module.id,
    revision: newest?.number ?? 0,
    isNew: false,
    isLevel: newest?.hash === hash,
    findings,
  });
  if (newest?.hash === hash) {
    await renewSource(loaded, newest);
    return leave();
  }
  const hasMovedOn =
    newest !== null && before !== undefined && newest.hash !== before && newest.number !== seen;
  if (hasMovedOn && before === hash) return leave();
  if (hasMovedOn) return leave([movedOn(loaded, newest.number)]);
  const published = newest
    ? await RevisionModel.findOne({ module: module.id, number: newest.number }, { content: 1 }).lean()
    : null;
  const findings = againstPublished(loaded, published?.content);
  if (newest && hasError(findings)) return leave(findings);
  const number = await makeRevision(loaded, newest);
  // Another process published at the same moment: what it made is what we see now.
  if (number === null) return await publishModule(loaded, before, seen);
  return { module: module.id, revision: number, isNew: true, isLevel: true, findings };
}

/** What learners see is the same; the writer's files may have other comments or other line breaks. */
async function renewSource({ files, module }: LoadedModule, newest: Newest): Promise<void> {
  if (sourceHash(files) === newest.source) return;
  const source = await storeSource(files);
  await RevisionModel.updateOne({ module: module.id, number: newest.number }, { $set: { source } });
}

const movedOn = ({ folder, module }: LoadedModule, revision: number): Finding => ({
  file: `${folder}/module.yaml`,
  line: 1,
  column: 1,
  rule: 'moved-on',
  severity: 'error',
  message: {
    es: `«${module.id}» cambió en la carpeta y también en la plataforma (revisión ${String(revision)}): traiga primero lo publicado con rumbo content pull.`,
    en: `“${module.id}” changed in the folder and on the platform too (revision ${String(revision)}): first bring what is published with rumbo content pull.`,
  },
});

/** Tells every process that the catalogue has changed, when it has, and remembers what the folder held. */
async function announce(
  { modules, tracks }: LoadedContent,
  publications: readonly Publication[],
  state: CatalogueState | null,
  remembered: Remembered,
): Promise<void> {
  const hashes = new Map(modules.map(({ module, hash }) => [module.id, hash]));
  const held = publications
    .filter(({ findings }) => !hasError(findings))
    .map(({ module }): [string, string] => [module, hashes.get(module) ?? '']);
  const fromFolder = {
    tracks: hashOfTracks(tracks),
    modules: { ...remembered.modules, ...Object.fromEntries(held) },
  };
  const wanted = withOwnOfPlatform(tracks, state?.tracks ?? [], fromFolder.modules);
  const keepsTracks =
    state !== null &&
    (fromFolder.tracks === remembered.tracks || JSON.stringify(state.tracks) === JSON.stringify(wanted));
  const isNews = !keepsTracks || publications.some(({ isNew }) => isNew);
  if (!isNews && JSON.stringify(fromFolder) === JSON.stringify(state.fromFolder)) return;
  await CatalogueStateModel.updateOne(
    { _id: 'current' },
    {
      $set: { fromFolder, ...(keepsTracks ? {} : { tracks: wanted }) },
      ...(isNews ? { $inc: { version: 1 } } : {}),
    },
    { upsert: true },
  );
}

/** The folder's tracks, each with the modules that were made on the platform and that no folder has ever held. */
function withOwnOfPlatform(
  tracks: readonly Track[],
  current: readonly Track[],
  fromFolder: Readonly<Record<string, string>>,
): Track[] {
  return tracks.map((track) => {
    const own = current
      .find(({ id }) => id === track.id)
      ?.modules.filter((id) => !(id in fromFolder) && !track.modules.includes(id));
    return { ...track, modules: [...track.modules, ...(own ?? [])] };
  });
}

const hashOfTracks = (tracks: readonly Track[]): string =>
  createHash('sha256').update(JSON.stringify(tracks)).digest('hex');
