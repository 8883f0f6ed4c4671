/** Drafts: opened on what is published, or begun anew; changed file by file. */
import { getCatalogue, getModule, sourceOf, storeOriginal } from '../catalogue/index.ts';
import { Refusal } from '../errors.ts';
import { DraftModel, type Draft, type DraftState, type DraftText, type Writer } from './draft.model.ts';

/** How long someone who opened a file counts as being there, milliseconds. */
const PRESENT_FOR = 5 * 60_000;
/** How often someone who goes on writing is noted anew, milliseconds. */
const PRESENT_AGAIN = 60_000;

export async function findDraft(module: string): Promise<Draft | null> {
  return await DraftModel.findById(module).lean();
}

/** @throws Refusal not-found */
export async function getDraft(module: string): Promise<Draft> {
  const draft = await findDraft(module);
  if (!draft) throw new Refusal('not-found', 'authoring.noDraft');
  return draft;
}

/** Without their texts: for lists. The one changed last comes first. */
export async function findDrafts(): Promise<Omit<Draft, 'texts'>[]> {
  return await DraftModel.find({}, { texts: 0 }).sort({ changedAt: -1 }).lean();
}

/** @throws Refusal not-found */
export function textOf(draft: Draft, path: string): DraftText {
  const text = draft.texts.find((one) => one.path === path);
  if (!text) throw new Refusal('not-found', 'authoring.noFile');
  return text;
}

/**
 * Opens the published module for writing, or the draft that is open already.
 * @throws Refusal not-found
 */
export async function openDraft(module: string, by: Writer): Promise<void> {
  if (await DraftModel.exists({ _id: module })) return;
  const { revision } = (await getModule(module)).module;
  const source = await sourceOf(module, revision);
  if (!source) throw new Refusal('not-found', 'catalogue.noSuchModule');
  await createDraft(module, source.folder, source.files, revision, by);
}

/**
 * Keeps files as a draft, unless there is one of that module.
 * @param files by path inside the module's folder
 * @returns whether it was made
 */
export async function createDraft(
  module: string,
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  base: number | null,
  by: Writer,
): Promise<boolean> {
  const at = new Date();
  const texts: DraftText[] = [];
  const assets: Draft['assets'] = [];
  for (const [path, bytes] of files) {
    if (path.startsWith('assets/'))
      assets.push({ path, hash: await storeOriginal(bytes), bytes: bytes.length });
    else texts.push({ path, text: bytes.toString('utf8'), version: 1, at, by });
  }
  try {
    await DraftModel.create({
      _id: module,
      folder,
      state: 'draft',
      base,
      version: 1,
      texts,
      assets,
      openedAt: at,
      changedAt: at,
      changedBy: by,
      present: {},
    });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 11_000) return false;
    throw error;
  }
}

/** @throws Refusal not-found */
export async function changeState(module: string, state: DraftState, by: Writer): Promise<void> {
  const { matchedCount } = await DraftModel.updateOne(
    { _id: module },
    { $set: { state, changedAt: new Date(), changedBy: by }, $inc: { version: 1 } },
  );
  if (matchedCount === 0) throw new Refusal('not-found', 'authoring.noDraft');
}

/** Throws the draft away, unless it has changed since it was looked at. @returns whether it is gone */
export async function discardDraft(module: string, version: number): Promise<boolean> {
  const { deletedCount } = await DraftModel.deleteOne({ _id: module, version });
  return deletedCount === 1;
}

/** Notes that a person has a file open. */
export async function markPresent(module: string, path: string, { id, name }: Writer): Promise<void> {
  await DraftModel.updateOne(
    { _id: module },
    { $set: { [`present.${id}`]: { name, at: new Date(), path } } },
  );
}

/** The same while someone goes on writing there: one write a minute at most. */
export async function keepPresent(draft: Draft, path: string, by: Writer, now: Date): Promise<void> {
  const mine = draft.present[by.id];
  if (mine?.path === path && now.getTime() - mine.at.getTime() < PRESENT_AGAIN) return;
  await markPresent(draft._id, path, by);
}

/** Who else has it open; in one file when `path` is given. */
export function othersPresent(
  { present }: Pick<Draft, 'present'>,
  me: string,
  now: Date,
  path?: string,
): { name: string; at: Date; path: string }[] {
  return Object.entries(present)
    .filter(([id, one]) => id !== me && now.getTime() - one.at.getTime() < PRESENT_FOR)
    .map(([, one]) => one)
    .filter((one) => path === undefined || one.path === path);
}

/** Whether a module may be made under an id: nothing published and no draft has it. */
export async function isFree(module: string): Promise<boolean> {
  const { tracks } = await getCatalogue();
  const isPublished = tracks.some(({ modules }) => modules.includes(module));
  return !isPublished && !(await DraftModel.exists({ _id: module }));
}
