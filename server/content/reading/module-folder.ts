/** Reads one module's folder: everything in it, or findings that say what is missing or foreign. */
import { error, type Finding } from '../finding.ts';
import { readAsset } from '../figures/asset.ts';
import { WorksheetSchema, type Language } from '../module.ts';
import type { LanguageDraft, ModuleDraft, WorksheetDraft } from './drafts.ts';
import { ConfirmedFile, GUIDE_NAME, LESSON_NAME, ManifestFile } from './files.ts';
import type { ContentFiles } from './folder.ts';
import { readGuide } from './guide.ts';
import { readLesson } from './lesson.ts';
import { readQuiz } from './quiz.ts';
import { readSource, type Source } from './source.ts';
import { readYaml, validate, type Yaml } from './yaml.ts';

export const CONFIRMED_FILE = 'twins.yaml';

/** @param folder from the content folder, `track/module` */
export function readModuleFolder(
  files: ContentFiles,
  folder: string,
): { draft: ModuleDraft; findings: Finding[] } {
  const findings: Finding[] = [];
  const own = [...files.keys()]
    .filter((file) => file.startsWith(`${folder}/`))
    .map((file) => file.slice(folder.length + 1))
    // Lessons come in the order of their names, in whatever order a disk or an archive lists them.
    .toSorted();
  const draft: ModuleDraft = {
    folder,
    track: folder.split('/')[0] ?? '',
    manifest: null,
    es: { lessons: [], quiz: null, guide: null },
    en: { lessons: [], quiz: null, guide: null },
    worksheets: [],
    assets: [],
    confirmed: null,
  };
  const open = (name: string): Source | null => {
    const { source, findings: refused } = readSource(
      `${folder}/${name}`,
      files.get(`${folder}/${name}`) ?? Buffer.alloc(0),
    );
    findings.push(...refused);
    return source;
  };
  const openYaml = (name: string): { source: Source; yaml: Yaml } | null => {
    const source = open(name);
    if (!source) return null;
    const { yaml, findings: broken } = readYaml(source);
    findings.push(...broken);
    return yaml ? { source, yaml } : null;
  };
  for (const name of own) {
    const [under = '', file = ''] = name.split('/', 2);
    if (name === 'module.yaml') {
      const opened = openYaml(name);
      const checked = opened && validate(ManifestFile, opened.yaml);
      findings.push(...(checked?.findings ?? []));
      if (opened && checked?.value) draft.manifest = { value: checked.value, ...opened };
    } else if (name === CONFIRMED_FILE) {
      const opened = openYaml(name);
      const checked = opened && validate(ConfirmedFile, opened.yaml);
      findings.push(...(checked?.findings ?? []));
      if (checked?.value) draft.confirmed = new Map(Object.entries(checked.value));
    } else if (name.split('/').length !== 2) {
      findings.push(foreign(folder, name));
    } else if (under === 'es' || under === 'en') {
      findings.push(...readText(draft[under], file, open(name), folder, name));
    } else if (under === 'worksheets' && file.endsWith('.yaml')) {
      const opened = openYaml(name);
      const checked = opened && validate(WorksheetSchema, opened.yaml);
      findings.push(...(checked?.findings ?? []));
      if (opened && checked?.value)
        draft.worksheets.push({ worksheet: checked.value, ...opened } satisfies WorksheetDraft);
    } else if (under === 'assets') {
      const read = readAsset(file, `${folder}/${name}`, files.get(`${folder}/${name}`) ?? Buffer.alloc(0));
      findings.push(...read.findings);
      if (read.asset) draft.assets.push(read.asset);
    } else findings.push(foreign(folder, name));
  }
  return { draft, findings: [...findings, ...missing(folder, own)] };
}

function readText(
  language: LanguageDraft,
  file: string,
  source: Source | null,
  folder: string,
  name: string,
): Finding[] {
  if (!source) return [];
  if (file === 'quiz.md') {
    const { quiz, findings } = readQuiz(source);
    language.quiz = quiz;
    return findings;
  }
  if (file === GUIDE_NAME) {
    const { guide, findings } = readGuide(source);
    language.guide = guide;
    return findings;
  }
  if (!LESSON_NAME.test(file)) return [foreign(folder, name)];
  const { lesson, findings } = readLesson(file, source);
  if (lesson) language.lessons.push(lesson);
  return findings;
}

function foreign(folder: string, name: string): Finding {
  return error(
    'file-names',
    { file: `${folder}/${name}`, line: 1, column: 1 },
    'Este archivo no pertenece a un módulo. Las lecciones se llaman 01-nombre.md; las imágenes van en assets/.',
    'This file does not belong to a module. Lessons are called 01-name.md; images go into assets/.',
  );
}

function missing(folder: string, own: readonly string[]): Finding[] {
  const isLesson = (language: Language) => (name: string) =>
    name.startsWith(`${language}/`) && LESSON_NAME.test(name.slice(3));
  const needs: [boolean, string][] = [
    [own.includes('module.yaml'), 'module.yaml'],
    [own.includes('es/quiz.md'), 'es/quiz.md'],
    [own.includes('en/quiz.md'), 'en/quiz.md'],
    [own.some(isLesson('es')), 'es/01-….md'],
    [own.some(isLesson('en')), 'en/01-….md'],
  ];
  return needs
    .filter(([there]) => !there)
    .map(([, name]) =>
      error(
        'file-names',
        { file: folder, line: 1, column: 1 },
        `Al módulo le falta ${name}.`,
        `The module lacks ${name}.`,
      ),
    );
}
