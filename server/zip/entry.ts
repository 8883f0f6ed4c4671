/** What an entry of anyone's archive is judged by before it is used, and how it is read. Nothing in it is believed. */
import { crc32 } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';

/** Text of the same letter shrinks a thousand times; honest files hardly a hundred. */
const MOST_RATIO = 200;
/** Below this size a file may shrink as it likes. */
const SMALL = 1024 ** 2;
const STORED = 0;
const DEFLATED = 8;
const SYMLINK = 0o120000;
const FILE_TYPE = 0o170000;

export interface EntryFault {
  rule: 'unsafe-path' | 'symlink' | 'encrypted' | 'method' | 'bomb';
  values: Record<string, string | number>;
}

/** The name as UTF-8 where its bytes allow it: many tools forget the flag. Other bytes show as question marks. */
export function pathOf(entry: Entry): string {
  // With `decodeStrings: false` the names are the bytes of the archive.
  const name: unknown = entry.fileName;
  return Buffer.isBuffer(name) ? name.toString('utf8') : entry.fileName;
}

/** @returns what makes the entry an attack, or one that cannot be read; null when it may be read */
export function faultOf(entry: Entry, path: string): EntryFault | null {
  const mode = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  if (isUnsafe(path)) return { rule: 'unsafe-path', values: { path } };
  if (mode === SYMLINK) return { rule: 'symlink', values: { path } };
  if ((entry.generalPurposeBitFlag & 1) !== 0) return { rule: 'encrypted', values: { path } };
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED)
    return { rule: 'method', values: { path, method: entry.compressionMethod } };
  if (entry.uncompressedSize > SMALL && entry.uncompressedSize > MOST_RATIO * entry.compressedSize)
    return { rule: 'bomb', values: { path, ratio: MOST_RATIO } };
  return null;
}

function isUnsafe(path: string): boolean {
  return (
    path === '' ||
    /^\/|^[A-Za-z]:|\\|[\u0000-\u001f]/.test(path) ||
    path
      .split('/')
      .some((part, index, all) => part === '..' || part === '.' || (part === '' && index < all.length - 1))
  );
}

/**
 * Reads an entry to its end, which checks its size, and compares its checksum.
 * @param keep whether to keep the bytes
 * @throws Error when it is not what the directory says
 */
export async function readEntry(zip: ZipFile, entry: Entry, keep: boolean): Promise<Buffer> {
  const stream = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let sum = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    if (keep) kept.push(chunk);
  }
  if (sum !== entry.crc32) throw new Error('checksum');
  return Buffer.concat(kept);
}
