/** How much there is to read, and how hard it is. */
import type { Language } from '../module.ts';
import type { TextDraft } from '../reading/drafts.ts';
import { proseOf } from '../reading/prose.ts';
import { syllables } from './syllables.ts';

export interface Reading {
  words: number;
  sentences: number;
  syllables: number;
}

export interface ReadingCount {
  /** Words and numbers, tables included. */
  all: number;
  /** What has sentences: the measure of the level. */
  running: Reading;
}

export const NOTHING_READ: Reading = { words: 0, sentences: 0, syllables: 0 };

const WORD = /\p{L}+(?:[’'-]\p{L}+)*/gu;
const NUMBER = /(?<![\p{L}\d])\d+(?:[.,\u00a0 ]\d+)*/gu;
const LINE_MARKS = /^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]|\d{1,3}[.)][ \t])?(?:\[[ xX]\][ \t])?(?:#{1,6}[ \t])?/;

/**
 * Counts prose whose marks have become spaces (see prose.ts). Table rows count as words to read, but not towards
 * the level: they have no sentences.
 */
export function readingOf(prose: string, language: Language): ReadingCount {
  let all = 0;
  const running = { ...NOTHING_READ };
  const counted = new Map<string, number>();
  const syllablesOf = (word: string): number => {
    const before = counted.get(word);
    if (before !== undefined) return before;
    const count = syllables(word, language);
    counted.set(word, count);
    return count;
  };
  for (const paragraph of paragraphsOf(prose)) {
    const words = paragraph.text.match(WORD) ?? [];
    all += words.length + (paragraph.text.match(NUMBER)?.length ?? 0);
    if (!paragraph.isRunning || words.length === 0) continue;
    running.words += words.length;
    running.sentences += sentencesIn(paragraph.text);
    for (const word of words) running.syllables += syllablesOf(word);
  }
  return { all, running };
}

const known = new WeakMap<TextDraft, ReadingCount>();

/** Rules and the report ask for the same counts; they are made once. */
export function readingOfText(text: TextDraft, language: Language): ReadingCount {
  const before = known.get(text);
  if (before) return before;
  const count = readingOf(proseOf(text), language);
  known.set(text, count);
  return count;
}

/** Lists and headings are sentences line by line; hard-wrapped lines of a paragraph belong together. */
function paragraphsOf(prose: string): { text: string; isRunning: boolean }[] {
  const paragraphs: { text: string; isRunning: boolean }[] = [];
  let open = false;
  for (const line of prose.split('\n')) {
    const text = line.replace(LINE_MARKS, '');
    const isRow = /^\s*\|/.test(line);
    const isHeading = /^\s*#/.test(line);
    const begins =
      isRow ||
      isHeading ||
      line.trim() === '' ||
      text.length < line.trimStart().length ||
      /^\s*: /.test(line);
    const last = paragraphs.at(-1);
    if (!begins && open && last) last.text += `\n${text}`;
    else if (line.trim() !== '') paragraphs.push({ text, isRunning: !isRow && !isHeading });
    open = line.trim() !== '' && !isRow && !isHeading;
  }
  return paragraphs;
}

/** Ends of sentences; a point inside a number or an abbreviation of one letter ends none. */
function sentencesIn(text: string): number {
  let ends = 0;
  for (const { 0: marks, index } of text.matchAll(/[.!?…]+/g)) {
    const before = text.slice(Math.max(0, index - 2), index);
    if (BEFORE_END.test(before) && AFTER_END.test(text.slice(index + marks.length, index + marks.length + 6)))
      ends += 1;
  }
  return Math.max(1, LAST_END.test(text.trimEnd().slice(-8)) ? ends : ends + 1);
}

const BEFORE_END = /^[\p{L}\d)»”"'*\]]{2}$/u;
const AFTER_END = /^[*»”")\]]*(?:\s|$)/;
const LAST_END = /[.!?…][*»”")\]\s]*$/;

export const add = (one: Reading, other: Reading): Reading => ({
  words: one.words + other.words,
  sentences: one.sentences + other.sentences,
  syllables: one.syllables + other.syllables,
});

/**
 * Reading ease, 0 (hard) to 100 (easy). Spanish: Fernández Huerta 1959 in its corrected form,
 * 206.84 − 60 syllables a word − 1.02 words a sentence. English: Flesch 1948.
 */
export function readingEase(
  { words, sentences, syllables: count }: Reading,
  language: Language,
): number | null {
  if (words === 0 || sentences === 0) return null;
  return language === 'es'
    ? 206.84 - 60 * (count / words) - 1.02 * (words / sentences)
    : 206.835 - 84.6 * (count / words) - 1.015 * (words / sentences);
}
