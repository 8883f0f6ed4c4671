/** One package from the published revisions: rendered, written, checked, stored. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openAsset, getRevision, getTrack } from '../catalogue/index.ts';
import type { Module } from '../content/module.ts';
import {
  buildPackage,
  checkPackage,
  isSound,
  writePackage,
  type PackageLanguages,
  type PackagePlan,
} from '../scorm/index.ts';
import type { Package } from './package.model.ts';
import { storeArchive } from './storage.ts';

export type Built = Pick<Package, 'state' | 'findings'> & Partial<Pick<Package, 'file'>>;
export type Report = (progress: Package['progress']) => Promise<void>;

/** Progress is worth a write to the database this often, in milliseconds. */
const REPORT_EVERY = 400;

/** @returns the ready package, or a failed one with the check's findings; nothing unsound is stored */
export async function build(wanted: Package, report: Report): Promise<Built> {
  const plan = await planOf(wanted, report);
  // A file on disk: the check needs to go back and forth in it, and it may be too large for memory.
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-package-'));
  try {
    const path = join(folder, 'package.zip');
    const sha256 = await write(plan, path, report);
    await report({ step: 'check', done: 0, total: 1 });
    const check = await checkPackage(path);
    if (!isSound(check)) return { state: 'failed', findings: check.findings };
    await report({ step: 'storing', done: 0, total: 1 });
    await storeArchive(sha256, path);
    const { size } = await stat(path);
    const { files, launches, name } = plan;
    return {
      state: 'ready',
      findings: check.findings,
      file: { name, sha256, bytes: size, count: files.length, launches: [...launches] },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of the revisions that were asked for, whatever was published since. */
async function planOf(wanted: Package, report: Report): Promise<PackagePlan> {
  const { format, languages, modules, of, passMark, revision, scope } = wanted;
  const revisions = await Promise.all(modules.map(({ id, revision: number }) => getRevision(id, number)));
  const contents = revisions.map(({ content }) => content);
  return await buildPackage({
    modules: contents,
    ...(scope === 'track' ? { track: await getTrack(of) } : {}),
    languages: languages as readonly string[] as PackageLanguages,
    format,
    passMark,
    revision,
    revisionOf: ({ id }) => modules.find((module) => module.id === id)?.revision ?? revision,
    assets: assetOf,
    onModule: (done) => report({ step: 'pages', done, total: modules.length }),
  });
}

function assetOf({ assets, id }: Module, name: string): AsyncIterable<Buffer> {
  const asset = assets.find((known) => known.name === name);
  if (!asset) throw new Error(`The module ${id} has no image ${name}.`);
  return openAsset(asset.hash);
}

/** @returns the hash of the bytes */
async function write(plan: PackagePlan, path: string, report: Report): Promise<string> {
  const hash = createHash('sha256');
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  let reported = Date.now();
  let reporting: Promise<void> = Promise.resolve();
  const onFile = (done: number) => {
    if (Date.now() - reported < REPORT_EVERY) return;
    reported = Date.now();
    reporting = reporting.then(() => report({ step: 'files', done, total: plan.files.length }));
  };
  await report({ step: 'files', done: 0, total: plan.files.length });
  await Promise.all([writePackage(plan, through, onFile), pipeline(through, createWriteStream(path))]);
  await reporting;
  return hash.digest('hex');
}
