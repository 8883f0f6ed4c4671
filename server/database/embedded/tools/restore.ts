import { copyFileSync, existsSync, linkSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseInUse, DatabaseNotOpened } from '../opening-errors.ts';
import { removeSocket, socketPath, takeOwnership, uriOf } from '../storage/owner.ts';
import { syncToDisk, ToolRefused, withDatabase, type Report } from './access.ts';
import { checkEverything } from './check.ts';

/**
 * Puts a backup in the place of the database. The server must be stopped. The backup is copied beside the data and
 * read from end to end before the one step that changes anything, a rename.
 * @param replace whether a database that is there already may be replaced; it is kept under another name
 * @returns the name under which the earlier data is kept, if there was any
 */
export async function restore(
  folder: string,
  file: string,
  replace: boolean,
  report: Report,
): Promise<string | undefined> {
  if (!existsSync(file)) throw new ToolRefused(`There is no file ${file}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return asOwner(folder, async () => {
    const data = join(folder, 'data.mdb');
    const earlier = existsSync(data)
      ? `${data}.before-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
      : undefined;
    if (earlier !== undefined && !replace) {
      throw new ToolRefused(
        `There is a database in ${folder} already. To replace it, and keep it under another name, say --replace.`,
      );
    }
    const work = mkdtempSync(join(folder, 'restoring-'));
    try {
      const copy = join(work, 'data.mdb');
      report('Copying the backup and checking the copy.');
      copyFileSync(file, copy);
      await checkCopy(work, file, report);
      syncToDisk(copy);
      if (earlier !== undefined) linkSync(data, earlier);
      rmSync(`${data}-lock`, { force: true });
      renameSync(copy, data);
      syncToDisk(folder);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
    return earlier;
  });
}

async function checkCopy(work: string, file: string, report: Report): Promise<void> {
  try {
    const faulty = await withDatabase({ folder: work, upkeep: false }, (client) =>
      checkEverything(client, report),
    );
    if (faulty > 0) throw new ToolRefused(`The backup ${file} has faults. Nothing was changed.`);
  } catch (error) {
    if (!(error instanceof DatabaseNotOpened)) throw error;
    throw new ToolRefused(`${file} is not a backup of Rumbo, or it is damaged. Nothing was changed.`, {
      cause: error,
    });
  }
}

/** Holds the folder while `work` runs, so that no server starts in it meanwhile. */
async function asOwner<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const socket = socketPath(folder);
  const server = createServer((client) => client.destroy());
  await new Promise<void>((resolve) => server.listen(socket, resolve));
  try {
    const owner = await takeOwnership(folder, socket);
    if (owner !== undefined) throw new DatabaseInUse(folder, uriOf(owner));
    return await work();
  } finally {
    server.close();
    removeSocket(folder, socket);
  }
}
