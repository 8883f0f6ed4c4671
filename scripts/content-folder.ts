/** The folder that a command names: all modules, a track or a module inside them, or a track or module standing alone. */
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import {
  examine,
  readFolder,
  type Examination,
  type ExamineOptions,
  type Finding,
} from '../server/content/index.ts';

export interface ContentFolder {
  /** What is read. */
  root: string;
  /** The part that was asked for, from the root with forward slashes; empty for all of it. */
  within: string;
  /** Where the files of a track or module that stands alone are read as standing; empty otherwise. */
  standsAt: string;
}

/** @throws the file system's error when the folder cannot be read */
export async function contentFolder(folder: string): Promise<ContentFolder> {
  const all = { root: folder, within: '', standsAt: '' };
  const names = await readdir(folder);
  if (names.includes('tracks.yaml')) return all;
  const isModule = names.includes('module.yaml');
  if (!isModule && !(await holdsModules(folder, names))) return all;
  const own = basename(resolve(folder));
  const above = join(folder, '..');
  const root = isModule ? join(above, '..') : above;
  if (await isThere(join(root, 'tracks.yaml'))) {
    return { root, within: isModule ? `${basename(resolve(above))}/${own}` : own, standsAt: '' };
  }
  return { ...all, standsAt: isModule ? `track/${own}/` : `${own}/` };
}

/** Examines what a command named; a track or module that stands alone is not asked for its place among others. */
export async function examineContent(
  { root, within, standsAt }: ContentFolder,
  options: ExamineOptions = {},
): Promise<Examination> {
  const { files, findings } = await readFolder(root);
  const standing = new Map([...files].map(([name, bytes]) => [standsAt + name, bytes]));
  const examination = await examine(standing, options);
  const isOwn = (file: string) => within === '' || file === within || file.startsWith(`${within}/`);
  const shown = (finding: Finding) => ({ ...finding, file: finding.file.slice(standsAt.length) || '.' });
  return {
    ...examination,
    findings: [
      ...findings,
      ...(standsAt === ''
        ? examination.findings.filter(({ file }) => isOwn(file))
        : examination.findings.filter(({ rule }) => rule !== 'tracks').map(shown)),
    ],
    statistics: examination.statistics.filter((one) => isOwn(one.folder)),
  };
}

async function holdsModules(folder: string, names: readonly string[]): Promise<boolean> {
  for (const name of names.slice(0, 100)) if (await isThere(join(folder, name, 'module.yaml'))) return true;
  return false;
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
