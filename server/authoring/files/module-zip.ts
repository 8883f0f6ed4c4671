/** A module as an archive: its files as they were written, where they stand in modules-content/. */
import type { Writable } from 'node:stream';
import { writeArchive } from '../../scorm/archive.ts';

/**
 * The same bytes each time for the same files.
 * @param folder `track/name`
 * @param files by path inside the folder
 */
export async function writeModuleZip(
  folder: string,
  files: ReadonlyMap<string, Buffer>,
  output: Writable,
): Promise<void> {
  const inOrder = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1));
  await writeArchive(
    inOrder.map(([path, data]) => ({ path: `${folder}/${path}`, data })),
    output,
  );
}
