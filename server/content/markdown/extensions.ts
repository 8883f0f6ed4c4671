/**
 * What our Markdown has beyond GitHub's: formulas, footnotes, definition lists and glossary terms.
 * Every expression here is anchored and takes time in proportion to what it looks at.
 */
import type { Token, TokenizerAndRendererExtension, TokenizerThis } from 'marked';
import type { DefinitionsToken, MathToken, NoteMarkToken, NoteToken, TermToken } from './tokens.ts';

// A dollar sign of money does not open a formula: US$100, $5 and $10.
const MATH = /^\$(?![\s$])((?:\\.|[^\\$\n])+)\$(?![\d\p{L}])/u;
const BEFORE_MATH = /[\p{L}\p{N}\\]$/u;
const MATH_BLOCK = /^ {0,3}\$\$((?:\\[^]|[^\\$])+)\$\$[ \t]*(?:\n|$)/;
const NOTE_MARK = /^\[\^([\w-]{1,40})\](?!:)/;
const NOTE_START = /^\[\^([\w-]{1,40})\]:[ \t]*/;
const TERM = /^\[\[([^[\]|\n]{1,100})(?:\|([^[\]|\n]{1,200}))?\]\]/;
const DEFINITION_TERM = /^(?![ \t]|[>#|:]|[-*+] |\d{1,9}[.)] |```|~~~)([^\n]+)\n(?:[ \t]*\n)?(?=: )/;
const DEFINITION = /^: +([^\n]+(?:\n(?!: )[ \t]*\S[^\n]*)*)(?:\n|$)/;

function mathBlock(src: string): MathToken | undefined {
  const match = MATH_BLOCK.exec(src);
  return match ? { type: 'math', raw: match[0], tex: (match[1] ?? '').trim(), display: true } : undefined;
}

function math(src: string): MathToken | undefined {
  const match = MATH.exec(src);
  const tex = match?.[1];
  if (match === null || tex === undefined || /\s$/.test(tex)) return undefined;
  return { type: 'math', raw: match[0], tex, display: false };
}

/** Looks from dollar to dollar: marked asks again at every mark, and most paragraphs have none. */
function mathStart(src: string): number | undefined {
  for (let at = src.indexOf('$'); at !== -1; at = src.indexOf('$', at + 1)) {
    if (/[^\s$]/.test(src.charAt(at + 1)) && !BEFORE_MATH.test(src.slice(Math.max(0, at - 2), at))) return at;
  }
  return undefined;
}

function noteMark(src: string): NoteMarkToken | undefined {
  const match = NOTE_MARK.exec(src);
  return match ? { type: 'noteMark', raw: match[0], id: match[1] ?? '' } : undefined;
}

function term(src: string): TermToken | undefined {
  const match = TERM.exec(src);
  return match
    ? { type: 'term', raw: match[0], name: (match[1] ?? '').trim(), words: match[2]?.trim() ?? null }
    : undefined;
}

/** Goes on over indented lines, and over plain ones until a blank line or the next footnote. */
function note(this: TokenizerThis, src: string): NoteToken | undefined {
  const start = NOTE_START.exec(src);
  if (!start) return undefined;
  let end = lineEnd(src, start[0].length);
  while (end < src.length) {
    const next = src.slice(end, lineEnd(src, end));
    const after = src.slice(end + next.length, lineEnd(src, end + next.length));
    const goesOn = next.trim() === '' ? /^ {2,}\S/.test(after) : !NOTE_START.test(next);
    if (!goesOn) break;
    end += next.length;
  }
  const raw = src.slice(0, end);
  const text = raw
    .slice(start[0].length)
    .replace(/^ {1,4}/gm, '')
    .trim();
  return { type: 'note', raw, id: start[1] ?? '', tokens: this.lexer.blockTokens(text, []) };
}

const lineEnd = (src: string, from: number): number => {
  const at = src.indexOf('\n', from);
  return at === -1 ? src.length : at + 1;
};

function definitions(this: TokenizerThis, src: string): DefinitionsToken | undefined {
  const entries: { term: Token[]; definitions: Token[][] }[] = [];
  let at = 0;
  for (;;) {
    const rest = src.slice(at);
    const head = DEFINITION_TERM.exec(rest);
    if (!head) break;
    let inside = head[0].length;
    const found: string[] = [];
    for (let one = DEFINITION.exec(rest.slice(inside)); one; one = DEFINITION.exec(rest.slice(inside))) {
      found.push((one[1] ?? '').replace(/\n[ \t]*/g, '\n'));
      inside += one[0].length;
    }
    if (found.length === 0) break;
    entries.push({
      term: this.lexer.inline(head[1] ?? '', []),
      definitions: found.map((text) => this.lexer.inline(text, [])),
    });
    at += inside;
    // A blank line may stand between two terms of one list.
    const gap = /^(?:[ \t]*\n)+/.exec(src.slice(at))?.[0].length ?? 0;
    if (gap === 0 || !DEFINITION_TERM.test(src.slice(at + gap, at + gap + 2000))) break;
    at += gap;
  }
  return entries.length > 0 ? { type: 'definitions', raw: src.slice(0, at), entries } : undefined;
}

export const extensions: TokenizerAndRendererExtension[] = [
  { name: 'mathBlock', level: 'block', tokenizer: mathBlock },
  { name: 'note', level: 'block', tokenizer: note },
  { name: 'definitions', level: 'block', tokenizer: definitions },
  {
    name: 'math',
    level: 'inline',
    start: mathStart,
    tokenizer: math,
  },
  { name: 'noteMark', level: 'inline', tokenizer: noteMark },
  { name: 'term', level: 'inline', tokenizer: term },
];
