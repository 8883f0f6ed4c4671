/** `rumbo content pull` and `push`: the folder and the platform, brought level without overwriting either. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pullContent } from '../../server/authoring/index.ts';
import { forgetCatalogue, publishContent, readRecord, writeRecord } from '../../server/catalogue/index.ts';
import { readConfig } from '../../server/config.ts';
import { hasError, loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { UsageError, type Io } from '../noun.ts';
import { DEFAULT_FOLDER, lineOf } from './content-check.ts';

const MARKS = { take: '↓', keep: '↑', merge: '↕', conflict: '!' };

/** @returns 1 when a file was changed on both sides and nobody decided */
export async function pull(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, take: { type: 'string' } },
  });
  const take = values.take ?? null;
  if (take !== null && take !== 'platform' && take !== 'folder')
    throw new UsageError('--take is platform or folder.');
  const folder = resolve(folderOf(positionals));
  return await withDatabase(io, async () => {
    const { modules, tracks } = await pullContent(folder, { dryRun: values['dry-run'], take });
    for (const { folder: at, steps } of modules)
      for (const { path, step } of steps) io.out(`${MARKS[step]} ${at}/${path}`);
    for (const line of tracks) io.out(`+ tracks.yaml, ${line}`);
    const count = (wanted: keyof typeof MARKS) =>
      modules.flatMap(({ steps }) => steps).filter(({ step }) => step === wanted).length;
    io.out(
      `${String(count('take'))} taken, ${String(count('merge'))} merged, ${String(count('keep'))} to push, ${String(count('conflict'))} in conflict`,
    );
    if (count('conflict') === 0) return 0;
    io.err(
      'Both sides changed the files marked !: nothing was done with them. --take platform or --take folder decides.',
    );
    return 1;
  });
}

/** @returns 1 when a module has an error, or the platform has moved on */
export async function push(args: string[], io: Io): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const folder = resolve(folderOf(positionals));
  return await withDatabase(io, async () => {
    const content = await loadContent(folder);
    for (const finding of content.findings.filter(({ severity }) => severity === 'error'))
      io.err(lineOf(finding, folderOf(positionals), 'es'));
    const record = await readRecord(folder);
    const publications = await publishContent(content, record);
    forgetCatalogue();
    for (const { module, revision, isNew, isLevel, findings } of publications) {
      io.out(`${isNew ? '↑' : isLevel ? '=' : '!'} ${module}, revision ${String(revision)}`);
      for (const finding of findings) io.err(lineOf(finding, folderOf(positionals), 'es'));
      if (isLevel) record[module] = revision;
    }
    await writeRecord(folder, record);
    const isRefused = publications.some(({ findings }) => hasError(findings));
    return content.failed.length > 0 || isRefused ? 1 : 0;
  });
}

function folderOf([folder = DEFAULT_FOLDER, ...others]: string[]): string {
  if (others.length > 0) throw new UsageError('One folder at a time.');
  return folder;
}

async function withDatabase(io: Io, run: () => Promise<number>): Promise<number> {
  const database = await connectDatabase(readConfig(io.env));
  try {
    return await run();
  } finally {
    await database.close();
  }
}
