/** Two folders that began as one: what to do with each file so that no change on either side is lost. */
import { mergeTexts } from '../merging.ts';

export type FileStep =
  /** Only the other side changed it; null where it is gone there. */
  | { path: string; step: 'take'; bytes: Buffer | null }
  /** Only this side changed it. */
  | { path: string; step: 'keep' }
  /** Both changed it, on different lines. */
  | { path: string; step: 'merge'; bytes: Buffer }
  /** Both changed it, and a person has to decide. */
  | { path: string; step: 'conflict'; theirs: Buffer | null };

type Files = ReadonlyMap<string, Buffer>;

/**
 * @param base what both began from; null when that is not known: then every difference is a conflict
 * @returns steps for the files that are not the same on both sides, in the order of their paths
 */
export function threeWay(base: Files | null, mine: Files, theirs: Files): FileStep[] {
  const paths = [...new Set([...mine.keys(), ...theirs.keys()])].toSorted();
  return paths.flatMap((path): FileStep[] => {
    const [old, here, there] = [base?.get(path), mine.get(path), theirs.get(path)];
    if (same(here, there)) return [];
    if (base && same(here, old)) return [{ path, step: 'take', bytes: there ?? null }];
    if (base && same(there, old)) return [{ path, step: 'keep' }];
    const merged = old && here && there && isText(path) ? merge(old, here, there) : null;
    return [
      merged ? { path, step: 'merge', bytes: merged } : { path, step: 'conflict', theirs: there ?? null },
    ];
  });
}

const same = (one: Buffer | undefined, other: Buffer | undefined): boolean =>
  one === undefined || other === undefined ? one === other : one.equals(other);

const isText = (path: string): boolean => /\.(?:md|yaml)$/.test(path);

function merge(old: Buffer, here: Buffer, there: Buffer): Buffer | null {
  const { text } = mergeTexts(old.toString(), here.toString(), there.toString());
  return text === null ? null : Buffer.from(text);
}
