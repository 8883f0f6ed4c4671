/** LibreOffice, which computes a workbook as its reader's own program does. Without it, its tests say so and are skipped. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const soffice = process.env.SOFFICE ?? '/usr/bin/soffice';
export const hasOffice = existsSync(soffice);

/** Every sheet as CSV, figures as they are and not as they are shown. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/**
 * Opens workbooks and computes them.
 * @param books bytes by name
 * @returns rows of cells of each sheet, as `name-sheet`
 */
export async function computeBooks(books: ReadonlyMap<string, Buffer>): Promise<Map<string, string[][]>> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-office-'));
  try {
    const files = await Promise.all(
      [...books].map(async ([name, bytes]) => {
        const file = join(folder, `${name}.xlsx`);
        await writeFile(file, bytes);
        return file;
      }),
    );
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [profile, '--headless', '--norestore', '--convert-to', FILTER, '--outdir', out, ...files];
    await promisify(execFile)(soffice, args, { env: { ...process.env, HOME: folder } });
    const sheets = await Promise.all(
      (await readdir(out)).map(
        async (name) =>
          [name.slice(0, -'.csv'.length), cellsOf(await readFile(join(out, name), 'utf8'))] as const,
      ),
    );
    return new Map(sheets);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines of CSV as LibreOffice writes it. */
function cellsOf(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows[rows.length - 1]?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
  }
  return rows;
}
