/** What a file of a module's folder is, by its path. */
import type { Language } from '../content/module.ts';
import type { PreviewPart } from './preview.ts';

export type TextKind = 'manifest' | 'lesson' | 'quiz' | 'facilitator' | 'worksheet' | 'confirmed' | 'other';

export interface PathDescription {
  kind: TextKind;
  /** The language of its text; null where it holds both, or none. */
  language: Language | null;
  /** Without the language's folder: the twin has the same. */
  name: string;
  /** The page that it makes. */
  preview: PreviewPart | null;
}

export function describePath(path: string): PathDescription {
  const [, folder = '', name = ''] = /^(es|en)\/([^/]+)$/.exec(path) ?? [];
  const language = folder === 'es' || folder === 'en' ? folder : null;
  if (language) {
    const lesson = /^\d{2}-(.+)\.md$/.exec(name)?.[1];
    if (lesson !== undefined)
      return { kind: 'lesson', language, name, preview: { kind: 'lesson', id: lesson } };
    if (name === 'quiz.md') return { kind: 'quiz', language, name, preview: { kind: 'quiz' } };
    if (name === 'facilitator.md')
      return { kind: 'facilitator', language, name, preview: { kind: 'facilitator' } };
    return { kind: 'other', language, name, preview: null };
  }
  const worksheet = /^worksheets\/(.+)\.yaml$/.exec(path)?.[1];
  if (worksheet !== undefined)
    return { kind: 'worksheet', language, name: path, preview: { kind: 'worksheet', id: worksheet } };
  if (path === 'module.yaml') return { kind: 'manifest', language, name: path, preview: null };
  if (path === 'twins.yaml') return { kind: 'confirmed', language, name: path, preview: null };
  return { kind: 'other', language, name: path, preview: null };
}

export const twinOf = (path: string): string | null => {
  const { language, name } = describePath(path);
  return language === null ? null : `${language === 'es' ? 'en' : 'es'}/${name}`;
};
