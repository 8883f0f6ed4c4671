/** How far each language of a module is, without the rest of a check. */
import type { Finding } from './finding.ts';
import type { InBoth, Language } from './module.ts';
import { readModuleFolder } from './reading/module-folder.ts';
import type { ContentFiles } from './reading/folder.ts';
import { findStale, stale } from './rules/stale.ts';

export interface Completeness {
  /** How many texts one of the languages has. */
  of: number;
  texts: InBoth<number>;
  /** Blocks whose twin has changed since they were confirmed. */
  stale: InBoth<number>;
}

/** @param files of one module, by path inside its folder */
export function completenessOf(files: ContentFiles): Completeness {
  const names = (language: Language) =>
    [...files.keys()].filter((path) => path.startsWith(`${language}/`)).map((path) => path.slice(3));
  const [es, en] = [names('es'), names('en')];
  return {
    of: new Set([...es, ...en]).size,
    texts: { es: es.length, en: en.length },
    stale: staleIn(staleBlocks(files)),
  };
}

/** Of the findings of one module, their files named inside its folder. */
export function staleIn(findings: readonly Finding[]): InBoth<number> {
  const count = (language: Language) =>
    findings.filter(({ rule, file }) => rule === stale.name && file.startsWith(`${language}/`)).length;
  return { es: count('es'), en: count('en') };
}

const FOLDER = 'track/module';

function staleBlocks(files: ContentFiles): Finding[] {
  const placed = new Map([...files].map(([path, bytes]) => [`${FOLDER}/${path}`, bytes]));
  return findStale(readModuleFolder(placed, FOLDER).draft).map((finding) => ({
    ...finding,
    file: finding.file.slice(FOLDER.length + 1),
  }));
}
