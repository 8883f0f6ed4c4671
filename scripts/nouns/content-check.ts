/** `rumbo content check`: every finding of a folder in one run, then how much there is to read. */
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  examineFolder,
  hasError,
  loadContent,
  unreadable,
  type Examination,
  type Finding,
  type ModuleStatistics,
} from '../../server/content/index.ts';
import { LanguageSchema, type Language, type Module } from '../../server/content/module.ts';
import { UsageError, type Io, type Verb } from '../noun.ts';

export const DEFAULT_FOLDER = 'modules-content';

export const check: Verb = {
  summary:
    'Tells every mistake in a folder of modules, with its file, line and column. Exit code 1 when there is an error.',
  usage: 'content check [FOLDER] [--json] [--lang es|en] [--against FOLDER] [--quiet]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'es' },
        against: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    });
    const language = readLanguage(values.lang);
    const [folder = DEFAULT_FOLDER, ...others] = positionals;
    if (others.length > 0) throw new UsageError('One folder at a time.');
    const examination = await examineOrTell(folder, values.against);
    if (values.json) {
      io.out(
        JSON.stringify(
          examination.findings.map((finding) => ({ ...finding, message: finding.message[language] })),
          null,
          2,
        ),
      );
    } else {
      report(examination, folder, language, io, values.quiet);
    }
    return hasError(examination.findings) ? 1 : 0;
  },
};

export function readLanguage(value: string): Language {
  const language = LanguageSchema.safeParse(value);
  if (!language.success) throw new UsageError('--lang is es or en.');
  return language.data;
}

async function examineOrTell(folder: string, against: string | undefined): Promise<Examination> {
  const problem = await folderProblem(folder);
  if (problem !== null) {
    const content = { tracks: [], modules: [], failed: [], findings: [] };
    return { content, findings: [unreadable(folder, problem)], statistics: [], spelled: true };
  }
  return examineFolder(folder, against === undefined ? {} : { published: await modulesOf(against) });
}

async function folderProblem(folder: string): Promise<string | null> {
  try {
    return (await stat(folder)).isDirectory() ? null : 'ENOTDIR';
  } catch (failure) {
    return typeof failure === 'object' && failure !== null && 'code' in failure
      ? String(failure.code)
      : 'unknown';
  }
}

const modulesOf = async (folder: string): Promise<Map<string, Module>> =>
  new Map((await loadContent(folder)).modules.map(({ module }) => [module.id, module]));

const WORDS = {
  errors: { es: 'Errores', en: 'Errors' },
  advice: { es: 'Consejos', en: 'Advice' },
  none: { es: 'Ningún hallazgo.', en: 'No findings.' },
  unspelled: {
    es: 'No se revisó la ortografía: los diccionarios no están instalados.',
    en: 'Spelling was not checked: the dictionaries are not installed.',
  },
  header: {
    es: 'módulo · palabras es / en (paridad) · cuestionario es / en · minutos · lectura es (Fernández Huerta) / en (Flesch) · preguntas',
    en: 'module · words es / en (parity) · quiz es / en · minutes · reading es (Fernández Huerta) / en (Flesch) · questions',
  },
};

function report(
  { findings, statistics, spelled }: Examination,
  folder: string,
  language: Language,
  io: Io,
  quiet: boolean,
): void {
  const tell = (title: string, list: readonly Finding[]) => {
    if (list.length === 0) return;
    io.out(`${title}: ${list.length}`);
    for (const finding of list) io.out(`  ${lineOf(finding, folder, language)}`);
    io.out('');
  };
  tell(
    WORDS.errors[language],
    findings.filter(({ severity }) => severity === 'error'),
  );
  tell(
    WORDS.advice[language],
    findings.filter(({ severity }) => severity === 'advice'),
  );
  if (findings.length === 0) io.out(`${WORDS.none[language]}\n`);
  if (!spelled) io.err(WORDS.unspelled[language]);
  if (quiet || statistics.length === 0) return;
  io.out(WORDS.header[language]);
  for (const one of statistics) io.out(statisticsLine(one));
}

/** `folder/file:line:column: sentence (rule)`, which editors and terminals make into a link. */
export function lineOf(
  { file, line, column, message, rule }: Finding,
  folder: string,
  language: Language,
): string {
  const path = file === folder || file === '.' ? folder : `${folder.replace(/\/+$/, '')}/${file}`;
  return `${path}:${line}:${column}: ${message[language]} (${rule})`;
}

function statisticsLine({ id, es, en, parity, questions }: ModuleStatistics): string {
  const round = (value: number | null) => (value === null ? '–' : String(Math.round(value)));
  const kinds = Object.entries(questions).map(([kind, count]) => `${kind} ${count}`);
  return [
    id,
    `${es.lessonWords} / ${en.lessonWords} (${parity === null ? '–' : `${Math.round(parity * 100)} %`})`,
    `${es.quizWords} / ${en.quizWords}`,
    `${es.minutes} min`,
    `${round(es.ease)} / ${round(en.ease)}`,
    kinds.join(', '),
  ].join(' · ');
}
