/** Several texts of a draft changed at once: all of them or none. */
import { DraftModel, type Draft, type DraftText, type Writer } from './draft.model.ts';
import { keepEarlier } from './saving.ts';

/**
 * @param draft as it was read: when anything of it changed since, nothing is done
 * @param changes new texts by path; a path that the draft does not have is added
 * @returns whether it was done
 */
export async function changeTexts(
  draft: Draft,
  changes: ReadonlyMap<string, string>,
  by: Writer,
): Promise<boolean> {
  const at = new Date();
  const texts: DraftText[] = [];
  for (const current of draft.texts) {
    const text = changes.get(current.path);
    if (text === undefined || text === current.text) texts.push(current);
    else {
      await keepEarlier(draft, current, at);
      texts.push({ path: current.path, text, version: current.version + 1, at, by });
    }
  }
  const known = new Set(draft.texts.map(({ path }) => path));
  for (const [path, text] of changes) if (!known.has(path)) texts.push({ path, text, version: 1, at, by });
  const { modifiedCount } = await DraftModel.updateOne(
    { _id: draft._id, openedAt: draft.openedAt, version: draft.version },
    { $set: { texts, changedAt: at, changedBy: by }, $inc: { version: 1 } },
  );
  return modifiedCount === 1;
}
