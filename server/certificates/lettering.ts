/** Names in the letters that people write them with: which font file has them, and in which order they stand. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { unpackWoff } from './woff.ts';

/** The files of the fonts, each with the letters that it has, as Fontsource cuts them. The first that fits is taken. */
const sets = [
  {
    font: 'noto-serif',
    set: 'latin',
    has: /[\u0000-\u00ff\u02bb-\u02bc\u02c6\u02da\u02dc\u2000-\u206f\u20ac]/u,
  },
  {
    font: 'noto-serif',
    set: 'vietnamese',
    has: /[\u0102\u0103\u01a0\u01a1\u01af\u01b0\u0300-\u0329\u1ea0-\u1ef9]/u,
  },
  { font: 'noto-serif', set: 'cyrillic', has: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1]/u },
  { font: 'noto-serif', set: 'cyrillic-ext', has: /\p{Script=Cyrillic}/u },
  { font: 'noto-serif', set: 'greek', has: /[\u0370-\u03ff]/u },
  { font: 'noto-serif', set: 'greek-ext', has: /\p{Script=Greek}/u },
  { font: 'noto-naskh-arabic', set: 'arabic', has: /\p{Script=Arabic}/u },
  { font: 'noto-serif-hebrew', set: 'hebrew', has: /\p{Script=Hebrew}/u },
  { font: 'noto-serif', set: 'latin-ext', has: /./su },
] as const;
export type LetterSet = (typeof sets)[number]['set'];

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;

const { resolve } = createRequire(import.meta.url);
/** Each font that was needed so far, unpacked. */
const unpacked = new Map<string, Buffer>();

/** The font that has the letters of a run. */
export function fontOf(set: LetterSet, weight: 400 | 700): Buffer {
  const font = sets.find((one) => one.set === set)?.font ?? 'noto-serif';
  const name = `${font}-${set}-${weight}-normal.woff`;
  const known = unpacked.get(name);
  if (known) return known;
  const folder = dirname(resolve(`@fontsource/${font}/package.json`));
  const bytes = unpackWoff(readFileSync(join(folder, 'files', name)));
  unpacked.set(name, bytes);
  return bytes;
}

export interface Run {
  set: LetterSet;
  text: string;
}

/** Whether a text has letters that are written from right to left. */
export const isRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

/**
 * A line cut into runs of one font each, in the order in which they stand on paper from left to right. The first
 * letter says which way the line is read, as `dir="auto"` does on pages; a simple case of the Unicode
 * bidirectional algorithm (UAX #9), enough for names.
 */
export function runsOf(text: string): Run[] {
  const runs = cut(text);
  const first = LETTER.exec(text)?.[0] ?? '';
  const goesLeft = isRightToLeft(first);
  const directions = runs.map(({ text: run }) =>
    isRightToLeft(run) ? 'left' : LETTER.test(run) ? 'right' : null,
  );
  const isAgainst = runs.map((_, index) => {
    const against = goesLeft ? 'right' : 'left';
    const own = directions[index];
    if (own) return own === against;
    // Spaces go with the letters on both sides where these agree, else with the line.
    const before = directions.slice(0, index).findLast(Boolean);
    const after = directions.slice(index + 1).find(Boolean);
    return before === against && after === against;
  });
  const inOrder = goesLeft ? runs.toReversed() : runs;
  const marks = goesLeft ? isAgainst.toReversed() : isAgainst;
  return reverseStretches(inOrder, marks);
}

/** Letters that follow each other in one file; spaces are in the Latin one, so that other scripts come word by word. */
function cut(text: string): Run[] {
  const runs: Run[] = [];
  for (const letter of text.normalize('NFC')) {
    const set = sets.find(({ has }) => has.test(letter))?.set ?? 'latin-ext';
    const last = runs.at(-1);
    if (last?.set === set) last.text += letter;
    else runs.push({ set, text: letter });
  }
  return runs;
}

function reverseStretches(runs: readonly Run[], marked: readonly boolean[]): Run[] {
  const ordered: Run[] = [];
  let stretch: Run[] = [];
  for (const [index, run] of runs.entries()) {
    if (marked[index]) {
      stretch.unshift(run);
    } else {
      ordered.push(...stretch, run);
      stretch = [];
    }
  }
  return [...ordered, ...stretch];
}

/** A long name in two lines, parted at the space nearest its middle; one line where it has no space. */
export function inTwoLines(name: string): string[] {
  const spaces = [...name.matchAll(/ +/g)].map(({ index }) => index);
  const middle = name.length / 2;
  const [nearest] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return nearest === undefined ? [name] : [name.slice(0, nearest), name.slice(nearest).trimStart()];
}
