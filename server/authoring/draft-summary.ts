/** What the list of modules says of a draft beyond its own fields. */
import { completenessOf, type Completeness } from '../content/index.ts';
import type { InBoth } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';
import { findDraft } from './drafts.ts';
import type { Draft } from './draft.model.ts';
import { titleOf } from './titles.ts';

export interface DraftSummary {
  /** Null while module.yaml cannot be read. */
  title: InBoth<string | null>;
  completeness: Completeness;
}

const held = new LimitedMap<string, DraftSummary>(100);

/** Reads the texts of a draft once for each of its versions. @returns null when the draft is gone */
export async function summaryOf(
  listed: Pick<Draft, '_id' | 'openedAt' | 'version'>,
): Promise<DraftSummary | null> {
  const key = `${listed._id}@${String(listed.openedAt.getTime())}.${String(listed.version)}`;
  const known = held.get(key);
  if (known) return known;
  const draft = await findDraft(listed._id);
  if (!draft) return null;
  const summary = {
    title: { es: titleOf(draft, 'es'), en: titleOf(draft, 'en') },
    completeness: completenessOf(new Map(draft.texts.map(({ path, text }) => [path, Buffer.from(text)]))),
  };
  held.set(key, summary);
  return summary;
}
