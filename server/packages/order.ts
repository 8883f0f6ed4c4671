import mongoose, { type Types } from 'mongoose';
import { getCatalogue, getModule, getTrack, type PublishedModule } from '../catalogue/index.ts';
import type { InBoth } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { PackageModel, type Package, type PackageOrder } from './package.model.ts';

/** More than this in the queue is nobody's intention. */
const MOST_WAITING = 20;

export interface Scope {
  title: InBoth<string>;
  modules: PublishedModule[];
  /** Of the track: what a package asks for unless something else is said. */
  passMark: number;
  revision: number;
}

/** What is published under that name now. @throws Refusal not-found */
export async function getScope(scope: 'module' | 'track', of: string): Promise<Scope> {
  if (scope === 'module') {
    const { track, module } = await getModule(of);
    const { title } = module.content;
    return { title, modules: [module], passMark: track.passMark, revision: module.revision };
  }
  const { passMark, published, title } = await getTrack(of);
  if (published.length === 0) throw new Refusal('not-found', 'packages.emptyTrack');
  const revision = published.reduce((sum, module) => sum + module.revision, 0);
  return { title, modules: published, passMark, revision };
}

/**
 * Asks for a package of what is published now. The same request, sent twice, asks once.
 * @param request of the form, made when it was shown
 * @throws Refusal not-found, or too-many as long as others wait
 */
export async function orderPackage(
  order: PackageOrder,
  request: string,
  by: { id: string; name: string },
): Promise<Types.ObjectId> {
  const { modules, revision, title } = await getScope(order.scope, order.of);
  const waiting = await PackageModel.countDocuments({ state: { $in: ['waiting', 'building'] } });
  if (waiting >= MOST_WAITING) throw new Refusal('too-many', 'packages.tooMany', { seconds: 60 });
  const wanted: Omit<Package, '_id' | 'request'> = {
    ...order,
    title,
    revision,
    modules: modules.map(({ id, revision, hash, content }) => ({ id, revision, hash, title: content.title })),
    by: { id: new mongoose.Types.ObjectId(by.id), name: by.name },
    requestedAt: new Date(),
    state: 'waiting',
    progress: { step: 'pages', done: 0, total: modules.length },
    lease: null,
    tries: 0,
    file: null,
    findings: [],
  };
  const asked = await PackageModel.findOneAndUpdate(
    { request },
    { $setOnInsert: wanted },
    { upsert: true, returnDocument: 'after', projection: { _id: 1 } },
  )
    .orFail()
    .lean();
  return asked._id;
}

/** Builds again what failed, of the same revisions. Safe to repeat. */
export async function retryPackage(id: string): Promise<void> {
  await PackageModel.updateOne(
    { _id: id, state: 'failed' },
    { $set: { state: 'waiting', lease: null, tries: 0, findings: [] } },
  );
}

/** Whether what is published now differs from what was packed; the revision that a new package would have. */
export async function newerRevision({ scope, of, modules }: Package): Promise<number | null> {
  const { tracks } = await getCatalogue();
  const published =
    scope === 'track'
      ? (tracks.find(({ id }) => id === of)?.published ?? [])
      : tracks.flatMap((track) => track.published).filter(({ id }) => id === of);
  const same = (one: { id: string; hash: string }, other: { id: string; hash: string } | undefined) =>
    one.id === other?.id && one.hash === other.hash;
  const unchanged =
    published.length === modules.length && published.every((module, index) => same(module, modules[index]));
  if (unchanged || published.length === 0) return null;
  return published.reduce((sum, { revision }) => sum + revision, 0);
}
