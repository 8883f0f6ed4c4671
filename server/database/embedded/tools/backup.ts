import { chmodSync, existsSync, linkSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { syncToDisk, ToolRefused, withDatabase, type Report } from './access.ts';
import { checkEverything } from './check.ts';

/**
 * Writes a consistent copy of the database to one file, beside a running server or without one. The copy is made
 * under another name, read from end to end, and given its name only then.
 */
export async function backUp(folder: string, file: string, report: Report): Promise<void> {
  const target = resolve(file);
  const place = dirname(target);
  if (existsSync(target))
    throw new ToolRefused(`${target} exists already and is not overwritten. Give another name.`);
  if (!existsSync(place)) throw new ToolRefused(`There is no folder ${place}.`);
  if (!existsSync(join(folder, 'data.mdb'))) throw new ToolRefused(`There is no database in ${folder}.`);
  const work = mkdtempSync(join(place, `.${basename(target)}-`));
  try {
    const copy = join(work, 'data.mdb');
    report('Copying the database.');
    await withDatabase({ folder }, (client) => client.db('admin').command({ rumboBackup: copy }));
    report(`Copied ${megabytes(statSync(copy).size)} MB. Checking the copy.`);
    const faulty = await withDatabase({ folder: work, upkeep: false }, (client) =>
      checkEverything(client, report),
    );
    if (faulty > 0)
      throw new ToolRefused('The copy has faults and was thrown away: run “npx rumbo db check”.');
    chmodSync(copy, 0o600);
    syncToDisk(copy);
    linkSync(copy, target);
    syncToDisk(place);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);
