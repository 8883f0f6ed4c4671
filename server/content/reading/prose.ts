/**
 * The prose of a file: what is code, address, formula or mark becomes spaces, so that every word keeps its
 * offset. The rules on numbers, spelling and reading read this instead of tokens, which have lost their places.
 */
import type { TextDraft } from './drafts.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const NOT_PROSE = new RegExp(
  [
    '`[^`\\n]{1,200}`',
    '\\$\\$[^$]{1,2000}\\$\\$',
    '(?<![\\p{L}\\p{N}\\\\])\\$(?![\\s$])(?:\\\\.|[^\\\\$\\n]){1,500}\\$(?![\\d\\p{L}])',
    '\\]\\([^()\\s]{1,300}',
    '\\{\\{[^{}\\n]{1,80}\\}\\}',
    '\\{[#a-z][^{}\\n]{0,120}\\}',
    '\\[\\^[\\w-]{1,40}\\]:?',
    '\\[\\[[^\\]|\\n]{1,100}\\|',
    '</?[a-z][^<>\\n]{0,200}>',
    '<!--[^]{0,2000}?-->',
    'https?://[^\\s)>]{1,500}',
    '[\\w.+-]{1,64}@[\\w-]{1,64}\\.[\\w.-]{2,64}',
    '\\[![A-Z]{3,12}\\]',
    '&[a-zA-Z#0-9]{2,8};',
    '^[ |:-]{3,}$',
  ].join('|'),
  'gimu',
);
const ANSWER = /^= ?\S[^\n]*$/gm;

const blank = (text: string): string => text.replace(/[^\n]/g, ' ');

const known = new WeakMap<TextDraft, string>();

/** Several rules read it; it is made once. */
export function proseOf(text: TextDraft): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const prose = proseFrom(text.source.text, text.bodyOffset);
  known.set(text, prose);
  return prose;
}

/** @param from offset of the first character that may be prose; what is before it becomes spaces */
export function proseFrom(text: string, from: number): string {
  const body = withoutFences(text.slice(from)).replace(NOT_PROSE, blank).replace(ANSWER, blank);
  return blank(text.slice(0, from)) + body;
}

function withoutFences(text: string): string {
  if (!text.includes('```') && !text.includes('~~~')) return text;
  let open: string | null = null;
  return text
    .split('\n')
    .map((line) => {
      const mark = FENCE.exec(line)?.[1] ?? null;
      if (open === null) {
        open = mark;
        return mark === null ? line : blank(line);
      }
      if (mark?.startsWith(open)) open = null;
      return blank(line);
    })
    .join('\n');
}
