/** Makes a draft of a module that was handed in; an open draft is replaced only when the person says so. */
import { getCatalogue, historyOf, sourceOf, storeOriginal } from '../../catalogue/index.ts';
import type { Finding } from '../../content/index.ts';
import type { Draft, DraftAsset, DraftText, Writer } from '../draft.model.ts';
import { createDraft, findDraft } from '../drafts.ts';
import { changeFiles, newText } from './changing.ts';
import { MOST_ASSETS } from './assets.ts';
import type { ReceivedModule } from './module-upload.ts';
import { refusal } from './refusing.ts';

export type TakenIn =
  | { outcome: 'kept' }
  | { outcome: 'refused'; refused: Finding }
  /** There is a draft, which may be replaced as it is now. */
  | { outcome: 'confirm'; draft: Draft };

/** @param seen the version of the open draft that may be replaced; null while nobody has said so */
export async function takeIn(
  name: string,
  { id, folder, files }: ReceivedModule,
  seen: { openedAt: Date; version: number } | null,
  by: Writer,
): Promise<TakenIn> {
  const draft = await findDraft(id);
  const [revision] = draft ? [] : await historyOf(id);
  const place = draft?.folder ?? (revision ? (await sourceOf(id, revision.number))?.folder : null);
  if (place && place !== folder)
    return { outcome: 'refused', refused: refusal(name, 'zip-other-place', { id, place }) };
  const { tracks } = await getCatalogue();
  const track = folder.split('/')[0] ?? '';
  if (!tracks.some((one) => one.id === track))
    return { outcome: 'refused', refused: refusal(name, 'zip-no-track', { track }) };
  if ([...files.keys()].filter((path) => path.startsWith('assets/')).length > MOST_ASSETS)
    return { outcome: 'refused', refused: refusal(name, 'many-assets', { most: MOST_ASSETS }) };
  if (!draft && (await createDraft(id, folder, files, revision?.number ?? null, by)))
    return { outcome: 'kept' };
  const current = draft ?? (await findDraft(id));
  if (!current) return await takeIn(name, { id, folder, files }, seen, by);
  const isSeen = seen?.version === current.version && seen.openedAt.getTime() === current.openedAt.getTime();
  if (!isSeen) return { outcome: 'confirm', draft: current };
  return (await replaceFiles(current, files, by))
    ? { outcome: 'kept' }
    : { outcome: 'confirm', draft: current };
}

/** @returns whether the draft was still the one that the person saw */
async function replaceFiles(
  { _id, openedAt, version }: Draft,
  files: ReadonlyMap<string, Buffer>,
  by: Writer,
): Promise<boolean> {
  const hashes = new Map<string, string>();
  for (const [path, bytes] of files)
    if (path.startsWith('assets/')) hashes.set(path, await storeOriginal(bytes));
  let isDone = false;
  await changeFiles(_id, openedAt, by, (draft) => {
    isDone = draft.version === version;
    if (!isDone) return null;
    const texts: DraftText[] = [];
    const assets: DraftAsset[] = [];
    for (const [path, bytes] of files) {
      const hash = hashes.get(path);
      if (hash === undefined) {
        const text = bytes.toString('utf8');
        const same = draft.texts.find((one) => one.path === path && one.text === text);
        texts.push(same ?? newText(draft, path, text, by));
      } else {
        const same = draft.assets.find((one) => one.path === path && one.hash === hash);
        assets.push(same ?? { path, hash, bytes: bytes.length });
      }
    }
    return { texts, assets };
  });
  return isDone;
}
