import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';
import type { Translate } from '../rendering/index.ts';
import type { Draft, DraftText } from './draft.model.ts';
import { describePath } from './draft-paths.ts';

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

function readManifest<T>({ texts }: Draft, shape: z.ZodType<T>): T | null {
  const manifest = texts.find(({ path }) => path === 'module.yaml')?.text ?? '';
  return shape.safeParse(knownYaml(manifest)).data ?? null;
}

/** By their text: a keystroke in another text, or a list of drafts, reads none anew. */
const known = new LimitedMap<string, { value: unknown }>(200);

function knownYaml(text: string): unknown {
  const read = known.get(text) ?? { value: readYaml(text) };
  known.set(text, read);
  return read.value;
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 0 });
  } catch {
    return null;
  }
}

/**
 * What a text is called: its own title where it has one, else what kind of text it is, else the name of its file.
 * @returns the title, and whether it is in the text's own language rather than in the reader's
 */
export function titleOfText(
  { path, text }: Pick<DraftText, 'path' | 'text'>,
  lang: Language,
  t: Translate,
): { title: string; isOwn: boolean } {
  const { kind } = describePath(path);
  const name = path.split('/').at(-1) ?? path;
  switch (kind) {
    case 'manifest':
    case 'quiz':
    case 'confirmed':
      return { title: t(`authoring.kind.${kind}`), isOwn: false };
    case 'worksheet':
      return { title: Title.safeParse(knownYaml(text)).data?.title[lang] ?? name, isOwn: false };
    case 'lesson':
    case 'facilitator':
    case 'other': {
      const title = /^---\n(?:.*\n)*?title: *(.+)\n/.exec(text)?.[1]?.trim();
      return { title: title?.replace(/^(['"])(.*)\1$/, '$2') ?? name, isOwn: title !== undefined };
    }
  }
}
