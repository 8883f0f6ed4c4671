/** Images and other files of `assets/` that come into a draft, and leave it. */
import { storeOriginal } from '../../catalogue/index.ts';
import type { Finding } from '../../content/index.ts';
import { Refusal } from '../../errors.ts';
import type { Draft, DraftAsset } from '../draft.model.ts';
import { getDraft } from '../drafts.ts';
import { changeFiles, isUsed, sameOpening } from './changing.ts';
import { assetName, judgeFile } from './judging.ts';
import { refusal } from './refusing.ts';
import type { Adding } from './texts.ts';

/** A module's assets are listed on one page and stand in one document. */
export const MOST_ASSETS = 200;

export type AddedAsset = { path: string; refused: null } | { path: null; refused: Finding };

/**
 * Keeps a file that someone hands in, under a name of `assets/`. The same file twice is kept once.
 * @param alt what it says, for those who cannot see it
 * @throws Refusal not-found; conflict
 */
export async function addAsset(
  { module, openedAt, by }: Adding,
  { name, bytes }: { name: string; bytes: Buffer },
  alt: string,
): Promise<AddedAsset> {
  // Told before the work, and before anything is stored.
  sameOpening(await getDraft(module), openedAt);
  const { file, refused } = await judgeFile(name, bytes);
  if (!file) return { path: null, refused };
  const hash = await storeOriginal(file.bytes);
  const kept: string[] = [];
  await changeFiles(module, openedAt, by, (draft) => {
    const path = freePath(draft, assetName(name, file.ending), hash);
    const others = draft.assets.filter((asset) => asset.path !== path);
    if (others.length >= MOST_ASSETS) return null;
    kept.push(path);
    return { assets: [...others, { path, hash, bytes: file.bytes.length, alt }] };
  });
  // Where someone was quicker, the last name is the one that was kept.
  const path = kept.at(-1) ?? null;
  return path === null
    ? { path, refused: refusal(name, 'many-assets', { most: MOST_ASSETS }) }
    : { path, refused: null };
}

/** The name, or with a number behind it when other bytes have it: nothing is replaced unseen. */
export function freePath({ assets }: Pick<Draft, 'assets'>, name: string, hash: string): string {
  for (let number = 1; ; number += 1) {
    const path = `assets/${number === 1 ? name : name.replace('.', `-${String(number)}.`)}`;
    const taken = assets.find((asset) => asset.path === path);
    if (!taken || taken.hash === hash) return path;
  }
}

/** Takes out a file that no text uses. Its bytes stay while a revision names them (tidying.ts). @throws Refusal not-found; conflict */
export async function removeAsset({ module, openedAt, by }: Adding, name: string): Promise<void> {
  await changeFiles(module, openedAt, by, (draft) => {
    const asset = draft.assets.find(({ path }) => path === `assets/${name}`);
    if (!asset) return null;
    if (isUsed(draft, asset)) throw new Refusal('conflict', 'authoring.used');
    return { assets: draft.assets.filter((one) => one !== asset) };
  });
}

/** The line that shows it in a lesson. */
export function lineOf({ path, alt }: Pick<DraftAsset, 'path' | 'alt'>): string {
  const words = (alt ?? '').replace(/\s+/g, ' ').replace(/[\\[\]]/g, '\\$&');
  return `${/\.(?:pdf|xlsx)$/.test(path) ? '' : '!'}[${words}](../${path})`;
}
