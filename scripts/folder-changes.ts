/**
 * Follows a folder while people edit in it. Asks the disk again and again: the system's own notices miss files that
 * an editor replaces by renaming (Node 20 on Linux), and network drives send none.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 200;

/**
 * Calls `changed` after each change once the folder has come to rest, never twice at a time; ends with `stop`.
 * @param since the folder as `stateOf` told it when its content was last looked at
 */
export async function followFolder(
  folder: string,
  since: string,
  stop: AbortSignal,
  changed: () => Promise<void>,
): Promise<void> {
  let told = since;
  let seen = since;
  while (await pause(stop)) {
    const now = await stateOf(folder);
    // Editors write in several steps: one examination follows when two looks see the same.
    if (now === seen && now !== told) {
      told = now;
      await changed();
    }
    seen = now;
  }
}

/** @returns whether to go on */
const pause = (stop: AbortSignal): Promise<boolean> =>
  wait(PAUSE_MS, undefined, { signal: stop }).then(
    () => true,
    () => false,
  );

/** Names, sizes and times of all files that are not hidden; empty while the folder cannot be read. */
export async function stateOf(folder: string): Promise<string> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const lines = await Promise.all(
      entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(async ({ parentPath, name }) => {
          const { mtimeMs, size, ino } = await stat(join(parentPath, name));
          return `${join(parentPath, name)} ${mtimeMs} ${size} ${ino}`;
        }),
    );
    return lines.sort().join('\n');
  } catch {
    return '';
  }
}
