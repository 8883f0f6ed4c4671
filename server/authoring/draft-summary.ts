/** What the list of modules says of a draft beyond its own fields. */
import { completenessOf, type Completeness } from '../content/index.ts';
import type { InBoth } from '../content/module.ts';
import { LimitedMap } from '../limited-map.ts';
import { DraftModel, type Draft } from './draft.model.ts';
import { titleOf } from './titles.ts';

export interface DraftSummary {
  /** Null while module.yaml cannot be read. */
  title: InBoth<string | null>;
  completeness: Completeness;
}

const held = new LimitedMap<string, DraftSummary>(100);

/** Reads the texts of drafts once for each of their versions, all in one query. @returns summaries by module */
export async function summariesOf(
  listed: readonly Pick<Draft, '_id' | 'openedAt' | 'version'>[],
): Promise<Map<string, DraftSummary>> {
  const unknown = listed.filter((draft) => !held.get(keyOf(draft))).map(({ _id }) => _id);
  const changed = unknown.length > 0 ? await DraftModel.find({ _id: { $in: unknown } }).lean() : [];
  const made = new Map<string, DraftSummary>();
  for (const draft of changed) {
    const summary = summarise(draft);
    made.set(draft._id, summary);
    held.set(keyOf(draft), summary);
  }
  const found = listed.flatMap((draft) => {
    const summary = made.get(draft._id) ?? held.get(keyOf(draft));
    return summary ? [[draft._id, summary] as const] : [];
  });
  return new Map(found);
}

const keyOf = ({ _id, openedAt, version }: Pick<Draft, '_id' | 'openedAt' | 'version'>): string =>
  `${_id}@${String(openedAt.getTime())}.${String(version)}`;

const summarise = (draft: Draft): DraftSummary => ({
  title: { es: titleOf(draft, 'es'), en: titleOf(draft, 'en') },
  completeness: completenessOf(new Map(draft.texts.map(({ path, text }) => [path, Buffer.from(text)]))),
});
