/** Lessons, guides and worksheets that come into a draft, and leave it. */
import { languages, type Language } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import type { MessageKey } from '../../rendering/index.ts';
import { describePath, type TextKind } from '../draft-paths.ts';
import type { Draft, Writer } from '../draft.model.ts';
import { objectivesOf } from '../titles.ts';
import { changeFiles, newText } from './changing.ts';
import { guideText, lessonText, worksheetText } from './templates.ts';

/** Why a part cannot be added, by field of its form. */
export type AddingErrors = Record<string, MessageKey>;
/** The draft that the person looked at, and who it is. */
export interface Adding {
  module: string;
  openedAt: Date;
  by: Writer;
}

export interface NewLesson {
  number: number;
  name: string;
  titleEs: string;
  titleEn: string;
}

/** Both languages from a template; one alone where the other is there. @returns null when it is there now */
export async function addLesson(adding: Adding, lesson: NewLesson): Promise<AddingErrors | null> {
  const titles = { es: lesson.titleEs, en: lesson.titleEn };
  return await addTexts(
    adding,
    (draft) =>
      bothLanguages(lessonFile(lesson), (language) =>
        lessonText(titles[language], language, objectivesOf(draft).slice(0, 1)),
      ),
    (draft) => lessonErrors(draft, lesson),
    { name: 'authoring.lessonTaken' },
  );
}

export async function addGuide(adding: Adding): Promise<AddingErrors | null> {
  return await addTexts(adding, () => bothLanguages('facilitator.md', guideText));
}

export async function addWorksheet(
  adding: Adding,
  {
    worksheet: id,
    worksheetEs: es,
    worksheetEn: en,
  }: Record<'worksheet' | 'worksheetEs' | 'worksheetEn', string>,
): Promise<AddingErrors | null> {
  const files = new Map([[`worksheets/${id}.yaml`, worksheetText(id, { es, en })]]);
  return await addTexts(adding, () => files, undefined, { worksheet: 'authoring.worksheetTaken' });
}

const bothLanguages = (name: string, text: (language: Language) => string): Map<string, string> =>
  new Map(languages.map((language) => [`${language}/${name}`, text(language)]));

export const lessonFile = ({ number, name }: Pick<NewLesson, 'number' | 'name'>): string =>
  `${String(number).padStart(2, '0')}-${name}.md`;

/** The number orders lessons, the name is their id: each stands once, in both languages together. */
export function lessonErrors(draft: Draft, lesson: Pick<NewLesson, 'number' | 'name'>): AddingErrors | null {
  const file = lessonFile(lesson);
  const others = lessonNames(draft).filter((name) => name !== file);
  if (others.some((name) => name.startsWith(file.slice(0, 3)))) return { number: 'authoring.numberTaken' };
  if (others.some((name) => name.slice(3) === file.slice(3))) return { name: 'authoring.lessonTaken' };
  return null;
}

const lessonNames = ({ texts }: Draft): string[] =>
  texts.map(({ path }) => describePath(path)).flatMap(({ kind, name }) => (kind === 'lesson' ? [name] : []));

export const nextNumber = (draft: Draft): number =>
  Math.min(99, Math.max(0, ...lessonNames(draft).map((name) => Number(name.slice(0, 2)))) + 1);

async function addTexts(
  { module, openedAt, by }: Adding,
  make: (draft: Draft) => ReadonlyMap<string, string>,
  judge: (draft: Draft) => AddingErrors | null = () => null,
  taken: AddingErrors | null = null,
): Promise<AddingErrors | null> {
  let errors: AddingErrors | null = null;
  await changeFiles(module, openedAt, by, (draft) => {
    const wanted = make(draft);
    const missing = [...wanted].filter(([path]) => !draft.texts.some((text) => text.path === path));
    if (missing.length === 0) {
      // The same form sent twice finds what it made.
      const isOwn = draft.texts.every(({ path, text }) => (wanted.get(path) ?? text) === text);
      errors = isOwn ? null : taken;
      return null;
    }
    errors = judge(draft);
    const made = missing.map(([path, text]) => newText(draft, path, text, by));
    return errors ? null : { texts: [...draft.texts, ...made] };
  });
  return errors;
}

const removable: readonly TextKind[] = ['lesson', 'facilitator', 'worksheet', 'other'];

/** What may leave: the module's own file and its quiz stay. */
export const isRemovable = (path: string): boolean => removable.includes(describePath(path).kind);

/**
 * Takes a text out, its twin with it. Asked for twice, it is gone once.
 * @param name the file's name without its language's folder
 * @param version of the draft that the person looked at: what changed since is not thrown away unseen
 * @throws Refusal not-found; conflict
 */
export async function removeText(
  { module, openedAt, by }: Adding,
  name: string,
  version: number,
): Promise<void> {
  await changeFiles(module, openedAt, by, (draft) => {
    const kept = draft.texts.filter(({ path }) => describePath(path).name !== name);
    const gone = draft.texts.filter((text) => !kept.includes(text));
    if (!gone.every(({ path }) => isRemovable(path))) throw new Refusal('not-found', 'authoring.noFile');
    if (gone.length === 0) return null;
    if (draft.version !== version) throw new Refusal('conflict', 'authoring.changedMeanwhile');
    return { texts: kept };
  });
}
