import type { LoadedModule } from '../content/index.ts';
import { storeAsset } from './assets.ts';
import { RevisionModel, type Revision } from './revision.model.ts';
import { storeSource } from './sources.ts';

export type Newest = Pick<Revision, 'number' | 'hash' | 'since' | 'source'>;

/** What is published of a module, without its content; null when nothing is. */
export async function newestRevision(module: string): Promise<Newest | null> {
  return await RevisionModel.findOne({ module }, { number: 1, hash: 1, since: 1, source: 1 })
    .sort({ number: -1 })
    .lean();
}

/**
 * Makes the revision that follows `newest`. Images and files go first: a revision never names what is not there.
 * @returns the new number, or null when another publication took it at the same moment
 */
export async function makeRevision(
  { module, folder, hash, assets, files }: LoadedModule,
  newest: Newest | null,
  { by, note, stale }: Pick<Revision, 'by' | 'note' | 'stale'> = {},
): Promise<number | null> {
  for (const asset of module.assets) {
    const bytes = assets.get(asset.name);
    if (bytes) await storeAsset(asset, bytes);
  }
  const source = await storeSource(files);
  const number = (newest?.number ?? 0) + 1;
  try {
    await RevisionModel.create({
      module: module.id,
      number,
      hash,
      folder,
      source,
      content: module,
      publishedAt: new Date(),
      ...(by ? { by } : {}),
      ...(note ? { note } : {}),
      ...(stale ? { stale } : {}),
      since: Object.fromEntries(module.lessons.map(({ id }) => [id, newest?.since[id] ?? number])),
    });
    return number;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 11_000) return null;
    throw error;
  }
}
