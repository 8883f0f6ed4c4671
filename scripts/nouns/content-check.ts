/** `rumbo content check`: every finding of a folder in one run, then how much there is to read. */
import { parseArgs } from 'node:util';
import {
  hasError,
  loadContent,
  systemCode,
  unreadable,
  type Examination,
  type ExamineOptions,
  type Finding,
  type ModuleStatistics,
} from '../../server/content/index.ts';
import { LanguageSchema, type Language, type Module } from '../../server/content/module.ts';
import { contentFolder, examineContent } from '../content-folder.ts';
import { UsageError, type Io, type Verb } from '../noun.ts';

export const DEFAULT_FOLDER = 'modules-content';

export const check: Verb = {
  summary:
    'Tells every mistake in a folder of modules, with its file, line and column. Exit code 1 when there is an error.',
  usage: 'content check [FOLDER] [--json] [--lang es|en] [--against FOLDER | --published] [--quiet]',
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'es' },
        against: { type: 'string' },
        published: { type: 'boolean', default: false },
        quiet: { type: 'boolean', default: false },
      },
    });
    const language = readLanguage(values.lang);
    const [folder = DEFAULT_FOLDER, ...others] = positionals;
    if (others.length > 0) throw new UsageError('One folder at a time.');
    if (values.published && values.against !== undefined)
      throw new UsageError('--against or --published, one of them.');
    const { examination, root } = await examineOrTell(folder, async () => {
      // The database is asked only when it is meant.
      if (values.published)
        return { published: await (await import('./published-modules.ts')).publishedModules(io.env) };
      return values.against === undefined ? {} : { published: await modulesOf(values.against) };
    });
    if (values.json) {
      io.out(
        JSON.stringify(
          examination.findings.map((finding) => ({
            ...finding,
            file: pathOf(finding.file, root),
            message: finding.message[language],
          })),
          null,
          2,
        ),
      );
    } else {
      report(examination, root, language, io, values.quiet);
    }
    return hasError(examination.findings) ? 1 : 0;
  },
};

export function readLanguage(value: string): Language {
  const language = LanguageSchema.safeParse(value);
  if (!language.success) throw new UsageError('--lang is es or en.');
  return language.data;
}

interface Checked {
  examination: Examination;
  /** The folder from which findings name their files. */
  root: string;
}

async function examineOrTell(folder: string, options: () => Promise<ExamineOptions>): Promise<Checked> {
  try {
    const found = await contentFolder(folder);
    return { examination: await examineContent(found, await options()), root: found.root };
  } catch (failure) {
    const code = systemCode(failure);
    if (code === null || !['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM'].includes(code)) throw failure;
    const content = { tracks: [], modules: [], failed: [], findings: [] };
    const findings = [unreadable(folder, code)];
    return { examination: { content, findings, statistics: [], spelled: true }, root: folder };
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
    es: 'módulo · palabras es / en (paridad) · cuestionario es / en · minutos anunciados (de pura lectura es / en) · facilidad es (Fernández Huerta) / en (Flesch) · preguntas',
    en: 'module · words es / en (parity) · quiz es / en · minutes announced (of reading alone es / en) · ease es (Fernández Huerta) / en (Flesch) · questions',
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
    for (const finding of list) io.out(lineOf(finding, folder, language));
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
export const lineOf = (
  { file, line, column, message, rule }: Finding,
  folder: string,
  language: Language,
): string => `${pathOf(file, folder)}:${line}:${column}: ${message[language]} (${rule})`;

/** Findings name files from the content folder; whoever reads the report stands where the command was given. */
const pathOf = (file: string, folder: string): string =>
  file === folder || file === '.' ? folder : `${folder.replace(/\/+$/, '')}/${file}`;

function statisticsLine({ id, es, en, parity, questions }: ModuleStatistics): string {
  const round = (value: number | null) => (value === null ? '–' : String(Math.round(value)));
  const kinds = Object.entries(questions).map(([kind, count]) => `${kind} ${count}`);
  return [
    id,
    `${es.lessonWords} / ${en.lessonWords} (${parity === null ? '–' : `${Math.round(parity * 100)} %`})`,
    `${es.quizWords} / ${en.quizWords}`,
    `${es.minutes} min (${es.readingMinutes} / ${en.readingMinutes})`,
    `${round(es.ease)} / ${round(en.ease)}`,
    kinds.join(', '),
  ].join(' · ');
}
