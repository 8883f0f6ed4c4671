/** Reads one file of a module's folder: what it is by its name, and its content or what is wrong with it. */
import { error, type Finding } from '../finding.ts';
import { readAsset, type AssetFile } from '../figures/asset.ts';
import { WorksheetSchema, type Language } from '../module.ts';
import { OncePerFile } from '../once.ts';
import type { GuideDraft, LessonDraft, ModuleDraft, QuizDraft, WorksheetDraft } from './drafts.ts';
import { ConfirmedFile, GUIDE_NAME, LESSON_NAME, ManifestFile } from './files.ts';
import { readGuide } from './guide.ts';
import { readLesson } from './lesson.ts';
import { readQuiz } from './quiz.ts';
import { readSource, type Source } from './source.ts';
import { readYaml, validate, type Yaml } from './yaml.ts';

const CONFIRMED_FILE = 'twins.yaml';

export type Part =
  | { kind: 'manifest'; manifest: NonNullable<ModuleDraft['manifest']> }
  | { kind: 'confirmed'; confirmed: NonNullable<ModuleDraft['confirmed']> }
  | { kind: 'lesson'; language: Language; lesson: LessonDraft }
  | { kind: 'quiz'; language: Language; quiz: QuizDraft }
  | { kind: 'guide'; language: Language; guide: GuideDraft }
  | { kind: 'worksheet'; worksheet: WorksheetDraft }
  | { kind: 'asset'; asset: AssetFile };

export interface PartRead {
  /** Null where the file is refused. */
  part: Part | null;
  findings: Finding[];
}

const read = new OncePerFile<PartRead>();

/** @param name of the file inside the folder */
export const readPart = (folder: string, name: string, bytes: Buffer): PartRead =>
  read.of(bytes, `${folder}: ${name}`, () => readAnew(folder, name, bytes));

function readAnew(folder: string, name: string, bytes: Buffer): PartRead {
  const file = `${folder}/${name}`;
  const [under = '', inside = ''] = name.split('/', 2);
  if (name === 'module.yaml') {
    const { source, yaml, findings } = openYaml(file, bytes);
    const checked = yaml && validate(ManifestFile, yaml);
    const manifest = source && yaml && checked?.value && { value: checked.value, source, yaml };
    return partOf(manifest ? { kind: 'manifest', manifest } : null, findings, checked?.findings);
  }
  if (name === CONFIRMED_FILE) {
    const { yaml, findings } = openYaml(file, bytes);
    const checked = yaml && validate(ConfirmedFile, yaml);
    const confirmed = checked?.value && new Map(Object.entries(checked.value));
    return partOf(confirmed ? { kind: 'confirmed', confirmed } : null, findings, checked?.findings);
  }
  if (name.split('/').length !== 2) return foreign(file);
  if (under === 'es' || under === 'en') return readText(under, inside, file, bytes);
  if (under === 'worksheets' && inside.endsWith('.yaml')) {
    const { source, yaml, findings } = openYaml(file, bytes);
    const checked = yaml && validate(WorksheetSchema, yaml);
    const worksheet = source && yaml && checked?.value && { worksheet: checked.value, source, yaml };
    return partOf(worksheet ? { kind: 'worksheet', worksheet } : null, findings, checked?.findings);
  }
  if (under === 'assets') {
    const { asset, findings } = readAsset(inside, file, bytes);
    return partOf(asset ? { kind: 'asset', asset } : null, findings);
  }
  return foreign(file);
}

function readText(language: Language, name: string, file: string, bytes: Buffer): PartRead {
  const { source, findings } = readSource(file, bytes);
  if (!source) return partOf(null, findings);
  if (name === 'quiz.md') {
    const { quiz, findings: inQuiz } = readQuiz(source);
    return partOf(quiz ? { kind: 'quiz', language, quiz } : null, findings, inQuiz);
  }
  if (name === GUIDE_NAME) {
    const { guide, findings: inGuide } = readGuide(source);
    return partOf(guide ? { kind: 'guide', language, guide } : null, findings, inGuide);
  }
  if (!LESSON_NAME.test(name)) return foreign(file);
  const { lesson, findings: inLesson } = readLesson(name, source);
  return partOf(lesson ? { kind: 'lesson', language, lesson } : null, findings, inLesson);
}

const partOf = (part: Part | null, ...findings: (Finding[] | undefined)[]): PartRead => ({
  part,
  findings: findings.flatMap((some) => some ?? []),
});

function openYaml(
  file: string,
  bytes: Buffer,
): { source: Source | null; yaml: Yaml | null; findings: Finding[] } {
  const { source, findings } = readSource(file, bytes);
  if (!source) return { source, yaml: null, findings };
  const { yaml, findings: broken } = readYaml(source);
  return { source, yaml, findings: [...findings, ...broken] };
}

const foreign = (file: string): PartRead =>
  partOf(null, [
    error(
      'file-names',
      { file, line: 1, column: 1 },
      'Este archivo no pertenece a un módulo. Las lecciones se llaman 01-nombre.md; las imágenes van en assets/.',
      'This file does not belong to a module. Lessons are called 01-name.md; images go into assets/.',
    ),
  ]);
