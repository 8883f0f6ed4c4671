/** Reads a content folder into memory, or refuses what no folder of modules is. */
import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { error, type Finding } from '../finding.ts';

/** Bytes by path from the content folder, with forward slashes. */
export type ContentFiles = ReadonlyMap<string, Buffer>;

const MOST_FILES = 10_000;
const MOST_FILE_BYTES = 20 * 1024 * 1024;
/** Of all files together: what is read is held in memory. */
const MOST_BYTES = 512 * 1024 * 1024;
const DEEPEST = 6;

/** @throws the file system's error when the folder itself cannot be read */
export async function readFolder(
  folder: string,
): Promise<{ files: Map<string, Buffer>; findings: Finding[] }> {
  const files = new Map<string, Buffer>();
  const findings: Finding[] = [];
  const tell = (file: string, es: string, en: string, rule = 'size') =>
    findings.push(error(rule, { file, line: 1, column: 1 }, es, en));
  const unread = (name: string) => (reason: string) =>
    tell(name, `No se puede leer: ${reason}`, `It cannot be read: ${reason}`, 'folder');
  const names = await listFiles(folder, unread);
  if (names.length > MOST_FILES) {
    tell(
      '.',
      `La carpeta tiene más de ${MOST_FILES} archivos.`,
      `The folder has more than ${MOST_FILES} files.`,
    );
  }
  let total = 0;
  for (const name of names.slice(0, MOST_FILES)) {
    const path = join(folder, name);
    const size = (await ifThere(stat(path), unread(name)))?.size ?? 0;
    if (size > MOST_FILE_BYTES) {
      tell(name, 'El archivo pesa más de 20 MB.', 'The file has more than 20 MB.');
      continue;
    }
    total += size;
    if (total > MOST_BYTES) {
      tell(
        name,
        'La carpeta pesa más de 512 MB; desde aquí no se leyó.',
        'The folder has more than 512 MB; it was not read from here on.',
      );
      break;
    }
    const bytes = await ifThere(readFile(path), unread(name));
    if (bytes) files.set(name, bytes);
  }
  return { files, findings };
}

/** The file system's own word for a failure, as ENOENT; null for any other failure. */
export const systemCode = (failure: unknown): string | null =>
  typeof failure === 'object' && failure !== null && 'code' in failure ? String(failure.code) : null;

/** Editors write beside a file and rename: what was listed may be gone, which is nothing to tell. */
async function ifThere<T>(reading: Promise<T>, unread: (reason: string) => void): Promise<T | null> {
  try {
    return await reading;
  } catch (failure) {
    const code = systemCode(failure) ?? String(failure);
    if (code !== 'ENOENT') unread(code);
    return null;
  }
}

/**
 * Names in order, a few more than may be read at most. Links and hidden files are passed over: what is published
 * lies in the folder itself.
 */
async function listFiles(
  folder: string,
  unread: (name: string) => (reason: string) => void,
): Promise<string[]> {
  const files: string[] = [];
  const add = async (entries: readonly Dirent[], under: string, depth: number): Promise<void> => {
    for (const entry of entries) {
      if (files.length > MOST_FILES) return;
      if (entry.name.startsWith('.') || entry.name.endsWith('~')) continue;
      const name = under + entry.name;
      if (entry.isFile()) files.push(name);
      else if (entry.isDirectory() && depth < DEEPEST) {
        const inside = await ifThere(readdir(join(folder, name), { withFileTypes: true }), unread(name));
        await add(inside ?? [], `${name}/`, depth + 1);
      }
    }
  };
  await add(await readdir(folder, { withFileTypes: true }), '', 0);
  return files.toSorted();
}
