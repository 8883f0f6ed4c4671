/** What a draft is checked among: the glossary and the figures of modules-content/, the tracks and modules published. */
import { join } from 'node:path';
import { stringify } from 'yaml';
import { getCatalogue, type Catalogue } from '../catalogue/index.ts';
import {
  readFolder,
  readShared,
  type ContentFiles,
  type ModuleElsewhere,
  type Shared,
} from '../content/index.ts';
import { TrackEntry, type Module, type Track } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';
import { projectRoot } from '../root.ts';

export interface Surroundings {
  files: ContentFiles;
  shared: Shared;
  /** The newest revisions by module id. */
  published: ReadonlyMap<string, Module>;
  /** The little of them that other modules may name. */
  elsewhere: ReadonlyMap<string, ModuleElsewhere>;
}

/** Modules that no track names yet stand among tracks of their own making. */
const MOST_NEW_MODULES = 50;

/** Made once for each publication. */
let made: { catalogue: Catalogue; known: LimitedMap<string, Surroundings> } | null = null;

/** @param folder of the module, `track/name`; its track counts as naming it */
export async function surroundingsOf(module: string, folder: string): Promise<Surroundings> {
  const [catalogue, files] = await Promise.all([getCatalogue(), sharedFiles()]);
  if (made?.catalogue !== catalogue) made = { catalogue, known: new LimitedMap(MOST_NEW_MODULES) };
  const { known } = made;
  const isNew = catalogue.tracks.some((track) => isNewIn(track, module, folder));
  const key = isNew ? `${folder}: ${module}` : '';
  const surroundings = known.get(key) ?? surround(catalogue, files, module, folder);
  known.set(key, surroundings);
  return surroundings;
}

function surround({ tracks }: Catalogue, around: ContentFiles, module: string, folder: string): Surroundings {
  const entries = stringify(tracks.map((track) => entryOf(track, module, folder)));
  const files = new Map([...around, ['tracks.yaml', Buffer.from(entries)]]);
  const published = new Map(
    tracks.flatMap((track) => track.published.map(({ id, content }) => [id, content] as const)),
  );
  const elsewhere = new Map([...published].map(([id, { worksheets }]) => [id, { id, worksheets }] as const));
  return { files, shared: readShared(files), published, elsewhere };
}

const isNewIn = (track: Track, module: string, folder: string): boolean =>
  folder.startsWith(`${track.id}/`) && !track.modules.includes(module);

function entryOf(track: Track, module: string, folder: string): unknown {
  const shape = Object.keys(TrackEntry.shape);
  const entry = Object.fromEntries(Object.entries(track).filter(([key]) => shape.includes(key)));
  return { ...entry, modules: isNewIn(track, module, folder) ? [...track.modules, module] : track.modules };
}

/** Read once: the folder of a running server does not change. */
let reading: Promise<ContentFiles> | null = null;

async function sharedFiles(): Promise<ContentFiles> {
  reading ??= readFolder(join(projectRoot, 'modules-content')).then(
    ({ files }) =>
      new Map([...files].filter(([name]) => /^(?:glossary\.(?:es|en)\.yaml|data\/.*)$/.test(name))),
  );
  return await reading;
}
