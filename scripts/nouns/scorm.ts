import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { loadContent, type LoadedContent } from '../../server/content/index.ts';
import { LanguageSchema, type Module, type Track } from '../../server/content/module.ts';
import {
  buildPackage,
  checkPackage,
  isSound,
  packageFormats,
  sentenceOf,
  writePackage,
  type PackageCheck,
  type PackageLanguages,
} from '../../server/scorm/index.ts';
import { UsageError, type Io, type Noun } from '../noun.ts';

const languageChoices: Record<string, PackageLanguages> = { es: ['es'], en: ['en'], 'es+en': ['es', 'en'] };

async function exportPackage(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      module: { type: 'string' },
      track: { type: 'string' },
      lang: { type: 'string', default: 'es' },
      format: { type: 'string', default: '1.2' },
      'pass-mark': { type: 'string' },
      revision: { type: 'string', default: '1' },
      exit: { type: 'string', default: 'suspend' },
      content: { type: 'string', default: 'modules-content' },
      out: { type: 'string' },
    },
  });
  const { module, out, track } = values;
  const languages = languageChoices[values.lang];
  const format = packageFormats.find((known) => known === values.format);
  const revision = Number(values.revision);
  if (!out || (module === undefined) === (track === undefined)) {
    throw new UsageError('Name a module with --module or a track with --track, and the file with --out.');
  }
  if (!languages) throw new UsageError('--lang is es, en or es+en.');
  if (!format) throw new UsageError(`--format is one of ${packageFormats.join(', ')}.`);
  if (!Number.isInteger(revision) || revision < 1)
    throw new UsageError('--revision is a whole number from 1.');
  if (values.exit !== 'suspend' && values.exit !== 'normal')
    throw new UsageError('--exit is suspend or normal.');
  const passMark = readPassMark(values['pass-mark']);

  const content = await loadContent(resolve(values.content));
  const scope = module === undefined ? ofTrack(content, track ?? '', io) : ofModule(content, module, io);
  if (!scope) return 1;
  const plan = await buildPackage({
    modules: scope.modules,
    ...(module === undefined ? { track: scope.track } : {}),
    languages,
    format,
    revision,
    passMark: passMark ?? scope.track.passMark,
    exitWhenComplete: values.exit,
    assets: (of, name) => assetOf(content, of, name),
  });
  // A name that promises a package belongs to a whole one that passed its check.
  const unfinished = `${out}.part`;
  try {
    await writePackage(plan, createWriteStream(unfinished));
    const result = await checkPackage(unfinished);
    if (!isSound(result)) return tell(result, 'en', io);
    await rename(unfinished, out);
  } finally {
    await rm(unfinished, { force: true });
  }
  io.out(`${out}: SCORM ${format}, ${plan.files.length} files, checked.`);
  return 0;
}

/** `70` or `0.7`; undefined for the track's own. */
function readPassMark(typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const number = Number(typed.replace('%', ''));
  const mark = number > 1 ? number / 100 : number;
  if (typed.trim() === '' || !(mark >= 0 && mark <= 1))
    throw new UsageError('--pass-mark is a per cent from 0 to 100.');
  return mark;
}

interface Scope {
  track: Track;
  modules: Module[];
}

function ofModule({ modules, tracks }: LoadedContent, id: string, io: Io): Scope | null {
  const loaded = modules.find(({ module }) => module.id === id);
  const track = tracks.find((candidate) => candidate.modules.includes(id));
  if (loaded && track) return { track, modules: [loaded.module] };
  io.err(`There is no module ${id} without errors in a track; these can be exported: ${idsOf(modules)}.`);
  return null;
}

function ofTrack({ modules, tracks }: LoadedContent, id: string, io: Io): Scope | null {
  const track = tracks.find((candidate) => candidate.id === id);
  const inOrder = (track?.modules ?? []).map(
    (of) => modules.find(({ module }) => module.id === of)?.module ?? of,
  );
  const missing = inOrder.filter((module) => typeof module === 'string');
  const found = inOrder.filter((module) => typeof module !== 'string');
  if (track && missing.length === 0 && found.length > 0) return { track, modules: found };
  io.err(
    track
      ? `The track ${id} cannot be exported: ${missing.join(', ') || 'no module'} is missing or has errors.`
      : `There is no track ${id}; there are: ${tracks.map((known) => known.id).join(', ')}.`,
  );
  return null;
}

const idsOf = (modules: LoadedContent['modules']): string =>
  modules.map(({ module }) => module.id).join(', ') || 'none';

function assetOf({ modules }: LoadedContent, module: Module, name: string): AsyncIterable<Buffer> {
  const bytes = modules.find((loaded) => loaded.module.id === module.id)?.assets.get(name);
  if (!bytes) throw new Error(`${module.id} has no asset ${name}.`);
  return Readable.from([bytes]);
}

async function checkFile(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { lang: { type: 'string', default: 'en' }, json: { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  const language = LanguageSchema.safeParse(values.lang);
  if (file === undefined || positionals.length > 1) throw new UsageError('Name one package.');
  if (!language.success) throw new UsageError('--lang is es or en.');
  const result = await checkPackage(resolve(file));
  if (values.json) {
    const findings = result.findings.map((finding) => ({
      ...finding,
      message: sentenceOf(finding, language.data),
    }));
    io.out(JSON.stringify({ ...result, findings }, null, 2));
    return isSound(result) ? 0 : 1;
  }
  return tell(result, language.data, io);
}

function tell(result: PackageCheck, language: 'es' | 'en', io: Io): number {
  for (const finding of result.findings) {
    const mark = finding.severity === 'error' ? '✗' : '·';
    io.out(`${mark} ${sentenceOf(finding, language)} (${finding.rule})`);
  }
  const errors = result.findings.filter(({ severity }) => severity === 'error').length;
  const edition = result.format === null ? 'unknown edition' : `SCORM ${result.format}`;
  io.out(`${edition}, ${result.files} files: ${errors} errors, ${result.findings.length - errors} advice.`);
  return errors > 0 ? 1 : 0;
}

export const scorm: Noun = {
  name: 'scorm',
  summary: 'SCORM packages.',
  verbs: {
    export: {
      summary: 'Writes a module or a whole track of modules-content/ as a SCORM package, and checks it.',
      usage:
        'scorm export --module ID | --track ID --out FILE [--lang es|en|es+en] [--format 1.2|2004-3|2004-4] [--pass-mark 70] [--revision N] [--exit suspend|normal] [--content FOLDER]',
      run: exportPackage,
    },
    check: {
      summary:
        'Checks a SCORM package, anyone’s, against the official schemas and the rules that LMSs add. Exit code 1 when there is an error.',
      usage: 'scorm check FILE.zip [--lang es|en] [--json]',
      run: checkFile,
    },
  },
};
