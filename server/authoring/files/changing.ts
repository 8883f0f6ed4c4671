/** Changes to which files a draft has: one update of one document, on the very version that was judged. */
import { Refusal } from '../../errors.ts';
import { DraftModel, type Draft, type DraftAsset, type DraftText, type Writer } from '../draft.model.ts';
import { getDraft } from '../drafts.ts';

export type Files = Pick<Draft, 'texts' | 'assets'>;

/**
 * Replaces the files of a draft by what `change` makes of them, anew each time that someone was quicker.
 * @param openedAt of the draft that the person looked at: one that was begun since is another
 * @param change what the files become; null to leave them as they are. It may throw a Refusal.
 * @throws Refusal not-found; conflict when the draft is another
 */
export async function changeFiles(
  module: string,
  openedAt: Date,
  by: Writer,
  change: (draft: Draft) => Partial<Files> | null,
): Promise<void> {
  for (;;) {
    const draft = await getDraft(module);
    sameOpening(draft, openedAt);
    const changed = change(draft);
    if (changed === null) return;
    const { modifiedCount } = await DraftModel.updateOne(
      { _id: module, openedAt: draft.openedAt, version: draft.version },
      { $set: { ...changed, changedAt: new Date(), changedBy: writerOf(by) }, $inc: { version: 1 } },
    );
    if (modifiedCount === 1) return;
  }
}

/** @throws Refusal conflict when the draft was begun after the person looked at it */
export function sameOpening(draft: Draft, openedAt: Date): void {
  if (draft.openedAt.getTime() !== openedAt.getTime()) throw new Refusal('conflict', 'authoring.reloadFirst');
}

const writerOf = ({ id, name }: Writer): Writer => ({ id, name });

/** A text that begins. Its version is above that of any text that stood there before, so that no old page can save over it. */
export const newText = (draft: Draft, path: string, text: string, by: Writer): DraftText => ({
  path,
  text,
  version: draft.version + 1,
  at: new Date(),
  by: writerOf(by),
});

/** Whether a text of the draft links a file of `assets/`. */
export function isUsed({ texts }: Pick<Draft, 'texts'>, { path }: Pick<DraftAsset, 'path'>): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const link = new RegExp(`assets/${name}(?![a-z0-9.-])`);
  return texts.some(({ text }) => link.test(text));
}
