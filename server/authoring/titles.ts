import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../content/module.ts';
import type { Draft, DraftText } from './draft.model.ts';

const Title = z.object({ title: z.object({ es: z.string(), en: z.string() }) });

/** The module's title as its draft has it; null while module.yaml cannot be read. */
export function titleOf({ texts }: Draft, language: Language): string | null {
  const manifest = texts.find(({ path }) => path === 'module.yaml')?.text ?? '';
  try {
    return Title.parse(parse(manifest, { maxAliasCount: 0 })).title[language];
  } catch {
    return null;
  }
}

/** The title in its front matter, or the name of its file. */
export function titleOfText({ path, text }: Pick<DraftText, 'path' | 'text'>): string {
  const title = /^---\n(?:.*\n)*?title: *(.+)\n/.exec(text)?.[1]?.trim();
  return title ? title.replace(/^(['"])(.*)\1$/, '$2') : (path.split('/').at(-1) ?? path);
}
