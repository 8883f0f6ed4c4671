import { readAsset } from '../content/index.ts';
import { Refusal } from '../errors.ts';
import type { Draft } from './draft.model.ts';

/**
 * An image of a draft as learners will get it: recognised by its bytes, a drawing cleaned.
 * @throws Refusal not-found when the draft has none of that name, or what it has may not be shown
 */
export async function draftAsset(
  draft: Draft,
  name: string,
  find: (hash: string) => Promise<Buffer | null>,
): Promise<{ type: string; bytes: Buffer }> {
  const known = draft.assets.find(({ path }) => path === `assets/${name}`);
  const bytes = known && (await find(known.hash));
  const asset = bytes ? readAsset(name, name, bytes).asset : null;
  if (!asset) throw new Refusal('not-found', 'authoring.noFile');
  return { type: asset.type, bytes: asset.bytes };
}
