/** Two versions of a folder's texts, line by line, with the words that changed. */
import { diffLines, diffWordsWithSpace } from 'diff';

export interface Piece {
  text: string;
  /** Whether this piece is only on its side. */
  isChanged: boolean;
}

export type ChangedLine =
  | { kind: 'same'; text: string }
  | { kind: 'out' | 'in'; pieces: Piece[] }
  /** Unchanged lines that are not shown. */
  | { kind: 'skipped'; count: number };

export interface FileChange {
  path: string;
  kind: 'new' | 'gone' | 'changed';
  /** Empty for files that are not text. */
  lines: ChangedLine[];
}

/** Unchanged lines shown around a change. */
const AROUND = 2;
/** Beyond it, words are not compared: what differs so much is read whole. */
const MOST_WORDS_COMPARED = 20_000;

/** @param before and after: files by path; those that are equal are left out */
export function textChanges(
  before: ReadonlyMap<string, Buffer>,
  after: ReadonlyMap<string, Buffer>,
): FileChange[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return paths.flatMap((path): FileChange[] => {
    const [old, now] = [before.get(path), after.get(path)];
    if (old && now && old.equals(now)) return [];
    const isText = /\.(?:md|yaml)$/.test(path);
    const lines = isText ? changedLines(old?.toString() ?? '', now?.toString() ?? '') : [];
    return [{ path, kind: !old ? 'new' : !now ? 'gone' : 'changed', lines }];
  });
}

export function changedLines(before: string, after: string): ChangedLine[] {
  const changes = diffLines(before, after);
  const lines: ChangedLine[] = [];
  for (const [index, change] of changes.entries()) {
    const text = linesOf(change.value);
    if (change.removed) {
      const next = changes[index + 1];
      lines.push(...(next?.added ? replaced(text, linesOf(next.value)) : whole('out', text)));
    } else if (change.added) {
      if (!changes[index - 1]?.removed) lines.push(...whole('in', text));
    } else lines.push(...unchanged(text, index === 0, index === changes.length - 1));
  }
  return lines;
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n');

const whole = (kind: 'in' | 'out', lines: readonly string[]): ChangedLine[] =>
  lines.map((text) => ({ kind, pieces: [{ text, isChanged: true }] }));

/** Lines that took the place of others: pair by pair as far as there are pairs. */
function replaced(old: readonly string[], now: readonly string[]): ChangedLine[] {
  if (old.length !== now.length) return [...whole('out', old), ...whole('in', now)];
  return old.flatMap((from, index) => {
    const to = now[index] ?? '';
    if (from.length + to.length > MOST_WORDS_COMPARED) return [...whole('out', [from]), ...whole('in', [to])];
    const words = diffWordsWithSpace(from, to);
    const side = (kind: 'in' | 'out'): ChangedLine => ({
      kind,
      pieces: words
        .filter(({ added, removed }) => (kind === 'out' ? !added : !removed))
        .map(({ value, added, removed }) => ({ text: value, isChanged: added || removed })),
    });
    return [side('out'), side('in')];
  });
}

function unchanged(lines: readonly string[], isFirst: boolean, isLast: boolean): ChangedLine[] {
  const head = isFirst ? 0 : AROUND;
  const tail = isLast ? 0 : AROUND;
  const same = (some: readonly string[]): ChangedLine[] => some.map((text) => ({ kind: 'same', text }));
  const skipped = lines.length - head - tail;
  if (skipped < 2) return same(lines);
  return [
    ...same(lines.slice(0, head)),
    { kind: 'skipped', count: skipped },
    ...same(tail === 0 ? [] : lines.slice(-tail)),
  ];
}
