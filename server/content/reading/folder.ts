/** Reads a content folder into memory, or refuses what no folder of modules is. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { error, type Finding } from '../finding.ts';

/** Bytes by path from the content folder, with forward slashes. */
export type ContentFiles = ReadonlyMap<string, Buffer>;

const MOST_FILES = 10_000;
const MOST_FILE_BYTES = 20 * 1024 * 1024;
const DEEPEST = 6;

/** @throws the file system's error when the folder itself cannot be read */
export async function readFolder(
  folder: string,
): Promise<{ files: Map<string, Buffer>; findings: Finding[] }> {
  const files = new Map<string, Buffer>();
  const findings: Finding[] = [];
  const names = await listFiles(folder, '', 0);
  for (const name of names.toSorted().slice(0, MOST_FILES)) {
    const path = join(folder, name);
    const { size } = await stat(path);
    if (size > MOST_FILE_BYTES) {
      findings.push(
        error(
          'size',
          { file: name, line: 1, column: 1 },
          'El archivo pesa más de 20 MB.',
          'The file has more than 20 MB.',
        ),
      );
    } else files.set(name, await readFile(path));
  }
  if (names.length > MOST_FILES) {
    findings.push(
      error(
        'size',
        { file: '.', line: 1, column: 1 },
        `La carpeta tiene más de ${MOST_FILES} archivos.`,
        `The folder has more than ${MOST_FILES} files.`,
      ),
    );
  }
  return { files, findings };
}

/** Links and hidden files are passed over: what is published lies in the folder itself. */
async function listFiles(folder: string, under: string, depth: number): Promise<string[]> {
  const entries: Dirent[] = await readdir(join(folder, under), { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.') && !name.endsWith('~'))
      .map(async (entry) => {
        const name = under === '' ? entry.name : `${under}/${entry.name}`;
        if (entry.isFile()) return [name];
        return entry.isDirectory() && depth < DEEPEST ? listFiles(folder, name, depth + 1) : [];
      }),
  );
  return lists.flat();
}
