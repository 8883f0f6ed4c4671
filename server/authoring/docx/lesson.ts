/** A document that was read, as the file of a lesson. */
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../content/module.ts';
import { WORDS_A_MINUTE } from '../../content/statistics.ts';
import { translate } from '../../rendering/index.ts';
import { lossSentences } from './told.ts';
import type { LossGroup } from './losses.ts';

const LONGEST_MINUTES = 240;
const FrontMatter = z.object({
  minutes: z.number().int().positive(),
  objectives: z.array(z.string()).default([]),
});

export interface LessonParts {
  /** The document's own name, where it has no title. */
  name: string;
  title: string | null;
  /** With the images' own addresses. */
  markdown: string;
  language: Language;
  losses: readonly LossGroup[];
  /** What a lesson without a twin teaches. */
  objectives: readonly string[];
  /** The same lesson in the other language, where there is one. */
  twin: string | null;
}

/** What could not be carried stands at the top as the writer's own note, which no reader sees. */
export function lessonText({
  name,
  title,
  markdown,
  language,
  losses,
  objectives,
  twin,
}: LessonParts): string {
  const shared = twin === null ? null : frontMatterOf(twin);
  const data = {
    title: title ?? titleFrom(name),
    minutes: shared?.minutes ?? minutesFor(markdown),
    objectives: shared?.objectives ?? objectives,
  };
  const body = twin === null ? markdown : withIdsOf(twin, markdown);
  const parts = [`---\n${stringify(data, { lineWidth: 0 })}---`, noteOf(name, losses, language), body];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function noteOf(name: string, losses: readonly LossGroup[], language: Language): string {
  if (losses.length === 0) return '';
  const told = lossSentences(losses, language).map(
    ({ sentence, places }) => `- ${[sentence, ...places].join(' ')}`,
  );
  const lead = translate(language, 'authoring.docx.note', { name: name.replace(/-{2,}|[<>]/g, '–') });
  return `<!-- ${lead}\n${told.join('\n')}\n-->`;
}

/** “informe_final.docx” as “Informe final”. */
function titleFrom(name: string): string {
  const words = name
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim();
  return words === '' ? 'Word' : words.charAt(0).toUpperCase() + words.slice(1);
}

const minutesFor = (markdown: string): number =>
  Math.min(LONGEST_MINUTES, Math.max(1, Math.ceil((markdown.match(/\S+/g)?.length ?? 0) / WORDS_A_MINUTE)));

/** Null while the twin's own cannot be read. */
function frontMatterOf(text: string): z.infer<typeof FrontMatter> | null {
  try {
    return FrontMatter.parse(parse(/^---\n([^]*?)\n---/.exec(text)?.[1] ?? '', { maxAliasCount: 0 }));
  } catch {
    return null;
  }
}

const HEADING = /^(#{2,6}) (?!.*\{#(?:check|q)-).*$/gm;

/** Both languages share the ids of their headings. They are taken over where the headings are the same in number and depth. */
function withIdsOf(twin: string, markdown: string): string {
  const theirs = [...twin.matchAll(HEADING)].map(([line, marks]) => ({
    marks,
    id: /\{#[\w-]+\}\s*$/.exec(line)?.[0].trim() ?? '',
  }));
  const own = [...markdown.matchAll(HEADING)].map(([, marks]) => marks);
  if (own.join(' ') !== theirs.map(({ marks }) => marks).join(' ')) return markdown;
  let at = 0;
  return markdown.replace(HEADING, (line) => `${line} ${theirs[at++]?.id ?? ''}`.trimEnd());
}
