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
  at: Place;
}

const COMMENT =
  '# Which block is the translation of which, as hashes of the Spanish and the English text.\n# Written by `rumbo content confirm`.\n';

export const fileName = (text: TextDraft): string => ('name' in text ? text.name : 'quiz.md');

export function hashedBlocks(text: TextDraft): HashedBlock[] {
  const blocks = text.blocks.map(({ node, offset }) => ({
    hash: hashOf(node.raw.trim()),
    at: text.source.at(offset),
  }));
  return 'title' in text ? [{ hash: hashOf(text.title), at: text.at('title') }, ...blocks] : blocks;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

export interface Confirmation {
  /** The content of twins.yaml. */
  yaml: string;
  /** Files whose languages have different numbers of blocks, so that no pairs can be made. */
  uneven: string[];
}

/** @param only confirm this file alone and keep what was said of the others */
export function confirm(draft: ModuleDraft, only: string | null = null): Confirmation {
  const pairs = new Map(draft.confirmed ?? []);
  const uneven: string[] = [];
  const english = byName(draft, 'en');
  for (const [name, es] of byName(draft, 'es')) {
    if (only !== null && name !== only) continue;
    const spanish = hashedBlocks(es);
    const twin = english.get(name);
    const translated = twin ? hashedBlocks(twin) : [];
    if (spanish.length === translated.length) {
      pairs.set(
        name,
        spanish.map(({ hash }, index): [string, string] => [hash, translated[index]?.hash ?? '']),
      );
    } else uneven.push(name);
  }
  const ordered = Object.fromEntries([...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return {
    yaml: COMMENT + stringify(ordered, { flowCollectionPadding: false, collectionStyle: 'any' }),
    uneven,
  };
}

export const byName = (draft: ModuleDraft, language: Language): Map<string, TextDraft> =>
  new Map(textsOf(draft, language).map((text) => [fileName(text), text]));
