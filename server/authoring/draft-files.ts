/**
 * The files of a draft as bytes. What was seen before is the very same bytes again, so that the content room knows what
 * it has read of them: a keystroke in one text reads no other file anew.
 */
import { findOriginal } from '../catalogue/index.ts';
import { LimitedMap } from '../limited-map.ts';
import type { Draft } from './draft.model.ts';

const MOST_TEXT_BYTES = 8 * 1024 * 1024;
const MOST_ASSET_BYTES = 32 * 1024 * 1024;
const weigh = ({ length }: Buffer): number => length;

const heldTexts = new LimitedMap<string, Buffer>(MOST_TEXT_BYTES, weigh);
/** By the hash of their bytes. */
const heldAssets = new LimitedMap<string, Buffer>(MOST_ASSET_BYTES, weigh);

/**
 * Files by path inside the draft's folder.
 * @param wanted only those whose path it answers true for; all when absent
 */
export async function filesOf(
  { texts, assets }: Pick<Draft, 'texts' | 'assets'>,
  wanted: (path: string) => boolean = () => true,
): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const { path, text } of texts) if (wanted(path)) files.set(path, textBytes(text));
  for (const { path, hash } of assets) if (wanted(path)) files.set(path, await assetBytes(hash));
  return files;
}

function textBytes(text: string): Buffer {
  const bytes = heldTexts.get(text) ?? Buffer.from(text);
  heldTexts.set(text, bytes);
  return bytes;
}

async function assetBytes(hash: string): Promise<Buffer> {
  const bytes = heldAssets.get(hash) ?? (await findOriginal(hash));
  if (!bytes) throw new Error(`The original ${hash} is not in the database.`);
  heldAssets.set(hash, bytes);
  return bytes;
}
