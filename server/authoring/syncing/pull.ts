/** Brings what the platform has published into a folder, three-way: nothing changed on either side is overwritten. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import {
  getCatalogue,
  historyOf,
  readRecord,
  sourceHash,
  sourceOf,
  writeRecord,
  type PublishedRecord,
  type RevisionSummary,
} from '../../catalogue/index.ts';
import { contentOf, readFolder, type ContentFiles } from '../../content/index.ts';
import { threeWay, type FileStep } from './three-way.ts';

export interface PulledModule {
  module: string;
  /** In the folder: `track/name`. */
  folder: string;
  revision: number;
  steps: FileStep[];
}

export interface Pull {
  /** Those in which the two sides differ. */
  modules: PulledModule[];
  /** Modules that tracks.yaml gained, `track: module`. */
  tracks: string[];
}

export interface PullOptions {
  /** Only tells what would be done. */
  dryRun: boolean;
  /** What to do where both sides changed the same lines; without it such a file is left as it is. */
  take: 'platform' | 'folder' | null;
}

/** @throws the file system's error when the folder cannot be read or written */
export async function pullContent(folder: string, { dryRun, take }: PullOptions): Promise<Pull> {
  const { files } = await readFolder(folder);
  const record = await readRecord(folder);
  const folders = foldersById(files);
  const { tracks } = await getCatalogue();
  const modules: PulledModule[] = [];
  for (const { id, revision } of tracks.flatMap(({ published }) => published)) {
    const known = folders.get(id);
    const history = await historyOf(id);
    if (known !== undefined && history[0]?.source === sourceHash(under(files, known))) {
      record[id] = revision;
      continue;
    }
    const source = await sourceOf(id, revision);
    if (!source) continue;
    const at = known ?? source.folder;
    const mine = under(files, at);
    const base = await baseOf(id, record, mine, history);
    const steps = threeWay(base, mine, source.files).map((step) => decided(step, take));
    modules.push({ module: id, folder: at, revision, steps });
    if (dryRun) continue;
    for (const step of steps) await apply(step, join(folder, at));
    if (steps.every(({ step }) => step !== 'conflict')) record[id] = revision;
  }
  const gained = await pullTracks(folder, files, tracks, dryRun);
  if (!dryRun) await writeRecord(folder, record);
  return { modules, tracks: gained };
}

const decided = (step: FileStep, take: PullOptions['take']): FileStep => {
  if (step.step !== 'conflict' || take === null) return step;
  return take === 'folder'
    ? { path: step.path, step: 'keep' }
    : { path: step.path, step: 'take', bytes: step.theirs };
};

/** Whole or not at all, also when the power fails. */
async function apply(step: FileStep, folder: string): Promise<void> {
  if (step.step !== 'take' && step.step !== 'merge') return;
  const path = join(folder, step.path);
  if (step.bytes === null) {
    await rm(path, { force: true });
    return;
  }
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}~`, step.bytes);
  await rename(`${path}~`, path);
}

/** The files of the revision that the folder was last level with: as recorded, or the newest that it equals. */
async function baseOf(
  module: string,
  record: PublishedRecord,
  mine: ContentFiles,
  history: readonly RevisionSummary[],
): Promise<ReadonlyMap<string, Buffer> | null> {
  if (mine.size === 0) return new Map();
  const known = record[module];
  if (known !== undefined) return (await sourceOf(module, known))?.files ?? null;
  const hash = sourceHash(mine);
  for (const { number, source } of history)
    if (source === hash) return (await sourceOf(module, number))?.files ?? null;
  return null;
}

function foldersById(files: ContentFiles): Map<string, string> {
  const ids = contentOf(files).drafts.flatMap(({ folder, manifest }) =>
    manifest ? [[manifest.value.id, folder] as const] : [],
  );
  return new Map(ids);
}

const under = (files: ContentFiles, folder: string): Map<string, Buffer> =>
  new Map(
    [...files]
      .filter(([name]) => name.startsWith(`${folder}/`))
      .map(([name, bytes]) => [name.slice(folder.length + 1), bytes]),
  );

interface PlatformTrack {
  id: string;
  modules: string[];
  published: { id: string }[];
}

/** Adds to tracks.yaml the published modules that it does not name; its comments and its order stay. */
async function pullTracks(
  folder: string,
  files: ContentFiles,
  tracks: readonly PlatformTrack[],
  dryRun: boolean,
): Promise<string[]> {
  const document = parseDocument(files.get('tracks.yaml')?.toString() ?? '[]');
  const named = document.toJS() as { id: string; modules: string[] }[];
  const gained: string[] = [];
  for (const { id, published } of tracks) {
    const index = named.findIndex((track) => track.id === id);
    if (index === -1) continue;
    for (const module of published.filter((one) => !named[index]?.modules.includes(one.id))) {
      document.addIn([index, 'modules'], module.id);
      gained.push(`${id}: ${module.id}`);
    }
  }
  if (gained.length > 0 && !dryRun)
    await writeFile(
      join(folder, 'tracks.yaml'),
      document.toString({ lineWidth: 0, flowCollectionPadding: false }),
    );
  return gained;
}
