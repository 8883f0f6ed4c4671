import {
  againstPublished,
  hasError,
  type Finding,
  type LoadedContent,
  type LoadedModule,
} from '../content/index.ts';
import { storeAsset } from './assets.ts';
import { RevisionModel } from './revision.model.ts';
import { CatalogueStateModel } from './state.model.ts';

export interface Publication {
  module: string;
  /** The revision that learners see after it. */
  revision: number;
  /** Whether this publication made that revision. */
  isNew: boolean;
  /** What the new text would do to those who are in the midst of the published one; an error kept it back. */
  findings: Finding[];
}

/**
 * Makes what was loaded the published content. A module whose bytes are those of its newest revision is left
 * alone, so that publishing twice changes nothing; modules with errors are not in `content.modules` at all. One in
 * which a published id has become something else is not published either: learners' answers hang on it.
 */
export async function publishContent(content: LoadedContent): Promise<Publication[]> {
  const publications: Publication[] = [];
  for (const loaded of content.modules) publications.push(await publishModule(loaded));
  await announce(
    content,
    publications.some(({ isNew }) => isNew),
  );
  return publications;
}

async function publishModule(loaded: LoadedModule): Promise<Publication> {
  const { module, hash, assets } = loaded;
  const newest = await RevisionModel.findOne({ module: module.id }, { number: 1, hash: 1, since: 1 })
    .sort({ number: -1 })
    .lean();
  if (newest?.hash === hash)
    return { module: module.id, revision: newest.number, isNew: false, findings: [] };
  const published = newest ? await RevisionModel.findById(newest._id, { content: 1 }).lean() : null;
  const findings = againstPublished(loaded, published?.content);
  if (newest && hasError(findings)) {
    return { module: module.id, revision: newest.number, isNew: false, findings };
  }

  // Images first: a revision never names one that is not there.
  for (const asset of module.assets) {
    const bytes = assets.get(asset.name);
    if (bytes) await storeAsset(asset, bytes);
  }
  const number = (newest?.number ?? 0) + 1;
  try {
    await RevisionModel.create({
      module: module.id,
      number,
      hash,
      content: module,
      publishedAt: new Date(),
      since: Object.fromEntries(module.lessons.map(({ id }) => [id, newest?.since[id] ?? number])),
    });
  } catch (error) {
    // Another process published at the same moment: what it made is what we see now.
    if (error instanceof Error && 'code' in error && error.code === 11_000) {
      return await publishModule(loaded);
    }
    throw error;
  }
  return { module: module.id, revision: number, isNew: true, findings };
}

/** Tells every process that the catalogue has changed, when it has. */
async function announce({ tracks }: LoadedContent, hasNewRevisions: boolean): Promise<void> {
  const state = await CatalogueStateModel.findById('current').lean();
  const sameTracks = state !== null && JSON.stringify(state.tracks) === JSON.stringify(tracks);
  if (sameTracks && !hasNewRevisions) return;
  await CatalogueStateModel.updateOne(
    { _id: 'current' },
    { $set: { tracks }, $inc: { version: 1 } },
    { upsert: true },
  );
}
