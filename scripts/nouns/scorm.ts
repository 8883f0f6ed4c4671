import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../../server/content/index.ts';
import { packageFormats, type PackageLanguages } from '../../server/scorm/format.ts';
import { buildPackage, writePackage } from '../../server/scorm/package.ts';
import { UsageError, type Io, type Noun } from '../noun.ts';

const languageChoices: Record<string, PackageLanguages> = { es: ['es'], en: ['en'], 'es+en': ['es', 'en'] };

async function exportModule(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      module: { type: 'string' },
      lang: { type: 'string', default: 'es' },
      format: { type: 'string', default: '1.2' },
      revision: { type: 'string', default: '1' },
      content: { type: 'string', default: 'modules-content' },
      out: { type: 'string' },
    },
  });
  const languages = languageChoices[values.lang];
  const format = packageFormats.find((known) => known === values.format);
  const revision = Number(values.revision);
  if (!values.module || !values.out) throw new UsageError('Name the module with --module and the file with --out.');
  if (!languages) throw new UsageError('--lang is es, en or es+en.');
  if (!format) throw new UsageError(`--format is one of ${packageFormats.join(', ')}.`);
  if (!Number.isInteger(revision) || revision < 1) throw new UsageError('--revision is a whole number from 1.');

  const { modules, tracks } = await loadContent(resolve(values.content));
  const loaded = modules.find(({ module }) => module.id === values.module);
  const track = tracks.find(({ modules: ids }) => values.module !== undefined && ids.includes(values.module));
  if (!loaded || !track) {
    io.err(`There is no module ${values.module} without errors; these can be exported: ${modules.map(({ module }) => module.id).join(', ')}`);
    return 1;
  }
  const plan = await buildPackage({
    modules: [loaded.module],
    languages,
    format,
    revision,
    passMark: track.passMark,
    assets: (_module, name) => {
      const bytes = loaded.assets.get(name);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`The module has no asset ${name}.`));
    },
  });
  // A name that promises a package belongs to a whole one only.
  const unfinished = `${values.out}.part`;
  await writePackage(plan, createWriteStream(unfinished));
  await rename(unfinished, values.out);
  io.out(`${values.out}: ${plan.files.length} files`);
  return 0;
}

export const scorm: Noun = {
  name: 'scorm',
  summary: 'SCORM packages.',
  verbs: {
    export: {
      summary: 'Writes a module of modules-content/ as a SCORM package.',
      usage: 'scorm export --module ID --lang es|en|es+en --format 1.2|2004-3|2004-4 --out FILE [--revision N]',
      run: exportModule,
    },
  },
};
