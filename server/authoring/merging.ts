/** Two people's changes to one text: put together where they touch different lines, told apart where they do not. */
import { diff3Merge } from 'node-diff3';

export type MergedPart =
  | { kind: 'same'; lines: string[] }
  /** Both changed the same lines. */
  | { kind: 'both'; mine: string[]; theirs: string[] };

export interface Merge {
  /** The text with both changes; null where some lines were changed by both. */
  text: string | null;
  parts: MergedPart[];
}

/** @param base what both began from */
export function mergeTexts(base: string, mine: string, theirs: string): Merge {
  const parts = diff3Merge(lines(mine), lines(base), lines(theirs), { excludeFalseConflicts: true }).map(
    ({ ok, conflict }): MergedPart =>
      conflict ? { kind: 'both', mine: conflict.a, theirs: conflict.b } : { kind: 'same', lines: ok ?? [] },
  );
  const isClean = parts.every(({ kind }) => kind === 'same');
  const merged = parts.flatMap((part) => (part.kind === 'same' ? part.lines : []));
  return { text: isClean ? merged.join('\n') : null, parts };
}

const lines = (text: string): string[] => text.split('\n');
