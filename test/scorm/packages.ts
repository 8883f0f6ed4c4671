/** Packages on disk for tests. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';
import { buildPackage, writePackage, type PackageOptions } from '../../server/scorm/index.ts';
import { assetBytes, sampleModule } from './modules.ts';

export const samplePackage: PackageOptions = {
  modules: [sampleModule],
  languages: ['es'],
  format: '1.2',
  passMark: 0.7,
  revision: 3,
  assets: assetBytes,
};

/** A folder that is gone when the test file is. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'rumbo-scorm-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

export async function packTo(file: string, options: Partial<PackageOptions> = {}): Promise<string> {
  const plan = await buildPackage({ ...samplePackage, ...options });
  await writePackage(plan, createWriteStream(file));
  return file;
}

/** The files of an archive as an unrelated library reads them. */
export async function unpack(file: string): Promise<Map<string, string>> {
  const zip = await openPromise(file);
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  zip.close();
  return files;
}
