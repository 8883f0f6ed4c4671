import { Refusal } from '../errors.ts';
import { PackageModel, type Package, type PackageFile } from './package.model.ts';

export const PACKAGES_A_PAGE = 25;

/** @throws Refusal not-found */
export async function getPackage(id: string): Promise<Package> {
  const found = await PackageModel.findById(id).lean();
  if (!found) throw new Refusal('not-found', 'packages.noSuchPackage');
  return found;
}

/** A package that can be handed out. @throws Refusal not-found, or conflict as long as it is not ready */
export async function getReadyPackage(id: string): Promise<Package & { file: PackageFile }> {
  const found = await getPackage(id);
  const { file, state } = found;
  if (state !== 'ready' || !file) throw new Refusal('conflict', 'packages.notReady');
  return { ...found, file };
}

/**
 * The newest first.
 * @param before the id of the last one that was seen
 */
export async function findPackages(before: string | null): Promise<{ packages: Package[]; more: boolean }> {
  const found = await PackageModel.find(before === null ? {} : { _id: { $lt: before } })
    .sort({ _id: -1 })
    .limit(PACKAGES_A_PAGE + 1)
    .lean();
  return { packages: found.slice(0, PACKAGES_A_PAGE), more: found.length > PACKAGES_A_PAGE };
}
