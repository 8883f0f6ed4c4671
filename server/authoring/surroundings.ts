/** What a draft is checked among: the glossary and the figures of modules-content/, the tracks and modules published. */
import { join } from 'node:path';
import { stringify } from 'yaml';
import { getCatalogue } from '../catalogue/index.ts';
import { readFolder, type ContentFiles } from '../content/index.ts';
import { TrackEntry, type Module, type Track } from '../content/module.ts';
import { projectRoot } from '../root.ts';

export interface Surroundings {
  files: ContentFiles;
  /** The newest revisions by module id. */
  published: ReadonlyMap<string, Module>;
}

/** Read once: the folder of a running server does not change. */
let shared: Promise<ContentFiles> | null = null;

/** @param folder of the module, `track/name`; its track counts as naming it */
export async function surroundingsOf(module: string, folder: string): Promise<Surroundings> {
  const { tracks } = await getCatalogue();
  const files = new Map(await sharedFiles());
  files.set('tracks.yaml', Buffer.from(stringify(tracks.map((track) => entryOf(track, module, folder)))));
  const published = new Map(
    tracks.flatMap((track) => track.published.map(({ id, content }) => [id, content] as const)),
  );
  return { files, published };
}

function entryOf(track: Track, module: string, folder: string): unknown {
  const shape = Object.keys(TrackEntry.shape);
  const entry = Object.fromEntries(Object.entries(track).filter(([key]) => shape.includes(key)));
  const isNew = folder.startsWith(`${track.id}/`) && !track.modules.includes(module);
  return { ...entry, modules: isNew ? [...track.modules, module] : track.modules };
}

async function sharedFiles(): Promise<ContentFiles> {
  shared ??= readFolder(join(projectRoot, 'modules-content')).then(
    ({ files }) =>
      new Map([...files].filter(([name]) => /^(?:glossary\.(?:es|en)\.yaml|data\/.*)$/.test(name))),
  );
  return await shared;
}
