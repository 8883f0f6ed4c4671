import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';
import type { Draft, DraftText } from './draft.model.ts';

const Title = z.object({ title: z.object({ es: z.string(), en: z.string() }) });
const Objectives = z.object({ objectives: z.array(z.object({ id: z.string() })) });

/** The module's title as its draft has it; null while module.yaml cannot be read. */
export function titleOf(draft: Draft, language: Language): string | null {
  return readManifest(draft, Title)?.title[language] ?? null;
}

/** Their ids; none while module.yaml cannot be read. */
export function objectivesOf(draft: Draft): string[] {
  return readManifest(draft, Objectives)?.objectives.map(({ id }) => id) ?? [];
}

/** By their text: a keystroke in another text, or a list of drafts, reads none anew. */
const manifests = new LimitedMap<string, { value: unknown }>(100);

function readManifest<T>({ texts }: Draft, shape: z.ZodType<T>): T | null {
  const manifest = texts.find(({ path }) => path === 'module.yaml')?.text ?? '';
  const read = manifests.get(manifest) ?? { value: readYaml(manifest) };
  manifests.set(manifest, read);
  return shape.safeParse(read.value).data ?? null;
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/** The title in its front matter, or the name of its file. */
export function titleOfText({ path, text }: Pick<DraftText, 'path' | 'text'>): string {
  const title = /^---\n(?:.*\n)*?title: *(.+)\n/.exec(text)?.[1]?.trim();
  return title ? title.replace(/^(['"])(.*)\1$/, '$2') : (path.split('/').at(-1) ?? path);
}
