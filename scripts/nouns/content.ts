import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { forgetCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { readConfig } from '../../server/config.ts';
import { loadContent, type Finding } from '../../server/content/index.ts';
import type { Language } from '../../server/content/module.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';
import type { Io, Noun } from '../noun.ts';

async function check(args: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, lang: { type: 'string', default: 'es' } },
  });
  const { findings } = await loadContent(resolve(positionals[0] ?? 'modules-content'));
  const language = values.lang === 'en' ? 'en' : 'es';
  if (values.json) {
    io.out(JSON.stringify(findings.map((finding) => ({ ...finding, message: finding.message[language] }))));
  } else {
    for (const finding of findings) io.out(lineOf(finding, language));
  }
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function publish(_args: string[], io: Io): Promise<number> {
  const database = await connectDatabase(readConfig(io.env));
  try {
    const content = await loadContent(resolve(projectRoot, 'modules-content'));
    for (const finding of content.findings.filter(({ severity }) => severity === 'error')) io.err(lineOf(finding, 'es'));
    const publications = await publishContent(content);
    forgetCatalogue();
    for (const { module, revision, isNew } of publications) io.out(`${isNew ? '+' : '='} ${module}, ${revision}`);
    return content.failed.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

function lineOf({ file, line, column, message, rule }: Finding, language: Language): string {
  return `${file}:${line}:${column}: ${message[language]} (${rule})`;
}

export const content: Noun = {
  name: 'content',
  summary: 'Checks and publishes modules.',
  verbs: {
    check: {
      summary: 'Lists every finding as file:line:column. Exit code 1 when one of them is an error.',
      usage: 'content check [FOLDER] [--json] [--lang es|en]',
      run: check,
    },
    publish: {
      summary: 'Publishes what changed in modules-content/; a module with errors stays as it was.',
      usage: 'content publish',
      run: publish,
    },
  },
};
