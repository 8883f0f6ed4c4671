/** The files that a revision was made from: for editing, for handing out, for comparing with another folder. */
import { createHash } from 'node:crypto';
import { printModule, type ContentFiles } from '../content/index.ts';
import type { Module } from '../content/module.ts';
import { findAsset } from './assets.ts';
import { findOriginal, storeOriginal } from './originals.ts';
import { RevisionModel } from './revision.model.ts';
import { ModuleSourceModel } from './source.model.ts';

const isAsset = (path: string): boolean => path.startsWith('assets/');

/** SHA-256 over the paths and bytes, in the order of the paths. */
export function sourceHash(files: ContentFiles): string {
  const hash = createHash('sha256');
  for (const path of [...files.keys()].toSorted()) {
    const bytes = files.get(path) ?? Buffer.alloc(0);
    hash.update(`${path}\0${String(bytes.length)}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Keeps a module's files. Safe to repeat. @returns the hash by which they are found again */
export async function storeSource(files: ContentFiles): Promise<string> {
  const id = sourceHash(files);
  if (await ModuleSourceModel.exists({ _id: id })) return id;
  const originals: { path: string; hash: string }[] = [];
  const texts: { path: string; bytes: Buffer }[] = [];
  for (const [path, bytes] of files) {
    if (isAsset(path)) originals.push({ path, hash: await storeOriginal(bytes) });
    else texts.push({ path, bytes });
  }
  await ModuleSourceModel.updateOne({ _id: id }, { $setOnInsert: { texts, originals } }, { upsert: true });
  return id;
}

/** @returns null where no such source is kept */
export async function findSource(hash: string): Promise<Map<string, Buffer> | null> {
  const source = await ModuleSourceModel.findById(hash).lean();
  if (!source) return null;
  // A lean document's binary is the driver's own kind.
  const files = new Map(source.texts.map(({ path, bytes }) => [path, Buffer.from(bytes.buffer)]));
  for (const { path, hash: original } of source.originals) {
    const bytes = await findOriginal(original);
    if (!bytes) throw new Error(`The original ${original} is not in the database.`);
    files.set(path, bytes);
  }
  return files;
}

/** The hashes of all originals that a revision was made from. */
export async function originalsOfSources(): Promise<string[]> {
  return await ModuleSourceModel.distinct('originals.hash');
}

export interface SourceOfRevision {
  /** Where the files stand in modules-content/, `track/name`. */
  folder: string;
  /** By path inside that folder. */
  files: Map<string, Buffer>;
}

/** The files of a revision, printed anew for one from before files were kept. @returns null for an unknown revision */
export async function sourceOf(module: string, number: number): Promise<SourceOfRevision | null> {
  const fields = { folder: 1, source: 1, content: 1 };
  const revision = await RevisionModel.findOne({ module, number }, fields).lean();
  if (!revision) return null;
  const { content, folder = `${content.track}/${module}`, source } = revision;
  const kept = source ? await findSource(source) : null;
  return { folder, files: kept ?? (await printed(content)) };
}

async function printed(content: Module): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const [path, text] of printModule(content)) files.set(path, Buffer.from(text));
  for (const { name, hash } of content.assets) {
    const asset = await findAsset(hash);
    if (asset) files.set(`assets/${name}`, asset.bytes);
  }
  return files;
}
