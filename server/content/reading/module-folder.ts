/** Reads one module's folder: everything in it, or findings that say what is missing or foreign. */
import { error, type Finding } from '../finding.ts';
import type { Language } from '../module.ts';
import type { ModuleDraft } from './drafts.ts';
import { LESSON_NAME } from './files.ts';
import type { ContentFiles } from './folder.ts';
import { readPart, type Part } from './part.ts';

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
  for (const name of own) {
    const bytes = files.get(`${folder}/${name}`);
    if (!bytes) continue;
    const read = readPart(folder, name, bytes);
    findings.push(...read.findings);
    if (read.part) place(draft, read.part);
  }
  return { draft, findings: [...findings, ...missing(folder, own)] };
}

function place(draft: ModuleDraft, part: Part): void {
  switch (part.kind) {
    case 'manifest':
      draft.manifest = part.manifest;
      break;
    case 'confirmed':
      draft.confirmed = part.confirmed;
      break;
    case 'lesson':
      draft[part.language].lessons.push(part.lesson);
      break;
    case 'quiz':
      draft[part.language].quiz = part.quiz;
      break;
    case 'guide':
      draft[part.language].guide = part.guide;
      break;
    case 'worksheet':
      draft.worksheets.push(part.worksheet);
      break;
    case 'asset':
      draft.assets.push(part.asset);
      break;
  }
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
