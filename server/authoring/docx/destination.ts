/** Where a document goes: a lesson that is new, or the one that is missing in one language. */
import { languages, type Language } from '../../content/module.ts';
import { describePath, twinOf } from '../draft-paths.ts';
import type { Draft } from '../draft.model.ts';
import { lessonErrors, lessonFile, type AddingErrors } from '../files/texts.ts';

export type Destination =
  | { kind: 'new'; language: Language; number: number; name: string }
  | { kind: 'twin'; language: Language; path: string };

export const pathOf = (to: Destination): string =>
  to.kind === 'twin' ? to.path : `${to.language}/${lessonFile(to)}`;

/** Lessons that stand in one language, by the path that they lack. */
export function missingTwins({ texts }: Pick<Draft, 'texts'>): string[] {
  const there = new Set(texts.map(({ path }) => path));
  return texts.flatMap(({ path }) => {
    const twin = twinOf(path);
    return describePath(path).kind === 'lesson' && twin !== null && !there.has(twin) ? [twin] : [];
  });
}

/** @returns why a lesson cannot stand there, or null */
export function destinationErrors(draft: Draft, to: Destination): AddingErrors | null {
  if (draft.texts.some(({ path }) => path === pathOf(to)))
    return to.kind === 'twin' ? { place: 'authoring.docx.placeTaken' } : { name: 'authoring.lessonTaken' };
  if (to.kind === 'new') {
    const isHalf = languages.some((language) =>
      draft.texts.some(({ path }) => path === `${language}/${lessonFile(to)}`),
    );
    return isHalf ? { place: 'authoring.docx.isTwin' } : lessonErrors(draft, to);
  }
  const twin = twinOf(to.path);
  return draft.texts.some(({ path }) => path === twin) ? null : { place: 'authoring.docx.noTwin' };
}
