/**
 * What a translator has said to be up to date: pairs of hashes of a Spanish block and its English one, kept in
 * twins.yaml beside the module. When one of a pair changes and the other does not, the other has become stale.
 */
import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Place } from '../finding.ts';
import type { Language } from '../module.ts';
import { textsOf, type ModuleDraft, type TextDraft } from './drafts.ts';

export interface HashedBlock {
  hash: string;
  at: () => Place;
}

const COMMENT =
  '# Which block is the translation of which, as hashes of the Spanish and the English text.\n# Written by `rumbo content confirm`.\n';

export const fileName = (text: TextDraft): string => ('name' in text ? text.name : 'quiz.md');

export function hashedBlocks(text: TextDraft): HashedBlock[] {
  const blocks = text.blocks.map(({ node, offset }) => ({
    hash: hashOf(node.raw.trim()),
    at: () => text.source.at(offset),
  }));
  return 'title' in text ? [{ hash: hashOf(text.title), at: () => text.at('title') }, ...blocks] : blocks;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

export interface Confirmation {
  /** The content of twins.yaml. */
  yaml: string;
  confirmed: string[];
  /** Files whose languages have different numbers of blocks, so that no pairs can be made. */
  uneven: string[];
}

/** @param only confirm this file alone and keep what was said of the others; null for all of them */
export function confirm(draft: ModuleDraft, only: string | null = null): Confirmation {
  const pairs = new Map(draft.confirmed ?? []);
  const confirmed: string[] = [];
  const uneven: string[] = [];
  const english = byName(draft, 'en');
  for (const [name, es] of byName(draft, 'es')) {
    if (only !== null && name !== only) continue;
    const spanish = hashedBlocks(es);
    const twin = english.get(name);
    const translated = twin ? hashedBlocks(twin) : [];
    if (spanish.length === translated.length) {
      confirmed.push(name);
      pairs.set(
        name,
        spanish.map(({ hash }, index): [string, string] => [hash, translated[index]?.hash ?? '']),
      );
    } else uneven.push(name);
  }
  return {
    yaml:
      COMMENT +
      [...pairs]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(linesOf)
        .join(''),
    confirmed,
    uneven,
  };
}

/** A pair a line, so that a diff shows what was confirmed. */
function linesOf([name, pairs]: [string, readonly (readonly [string, string])[]]): string {
  const inline = (value: unknown) =>
    stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false }).trim();
  if (pairs.length === 0) return `${inline(name)}: []\n`;
  return `${inline(name)}:\n${pairs.map((pair) => `  - ${inline(pair)}\n`).join('')}`;
}

export const byName = (draft: ModuleDraft, language: Language): Map<string, TextDraft> =>
  new Map(textsOf(draft, language).map((text) => [fileName(text), text]));
