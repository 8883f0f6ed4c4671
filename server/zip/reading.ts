/** An archive in memory that may be anyone's, read whole or not at all. */
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { faultOf, pathOf, readEntry, type EntryFault } from './entry.ts';

export interface ArchiveLimits {
  entries: number;
  /** Of all files together once they are opened. */
  bytes: number;
}

export type ArchiveFault =
  | EntryFault
  | { rule: 'not-zip' | 'overlap'; values: Record<string, never> }
  | { rule: 'too-many'; values: { count: number; most: number } }
  | { rule: 'too-large'; values: { most: number } }
  | { rule: 'duplicate' | 'damaged'; values: { path: string } };

export type ArchiveReading =
  { files: Map<string, Buffer>; fault: null } | { files: null; fault: ArchiveFault };

const refuse = (fault: ArchiveFault): ArchiveReading => ({ files: null, fault });

/** @returns bytes by path, folders left out; or the first thing that speaks against the archive */
export async function readArchive(
  bytes: Buffer,
  { entries: most, bytes: mostBytes }: ArchiveLimits,
): Promise<ArchiveReading> {
  try {
    const zip = await fromBufferPromise(bytes, { decodeStrings: false, validateEntrySizes: true });
    if (zip.entryCount > most) return refuse({ rule: 'too-many', values: { count: zip.entryCount, most } });
    return await readEntries(zip, bytes.length, mostBytes);
  } catch {
    return refuse({ rule: 'not-zip', values: {} });
  }
}

/** Judges all that the directory says before a single file is opened. */
async function readEntries(zip: ZipFile, length: number, most: number): Promise<ArchiveReading> {
  const entries = new Map<string, Entry>();
  const folded = new Set<string>();
  let [size, packed] = [0, 0];
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry);
    const attack = faultOf(entry, path);
    if (attack) return refuse(attack);
    size += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (path.endsWith('/')) continue;
    if (folded.has(path.toLowerCase())) return refuse({ rule: 'duplicate', values: { path } });
    folded.add(path.toLowerCase());
    entries.set(path, entry);
  }
  if (size > most) return refuse({ rule: 'too-large', values: { most: most / 1024 ** 2 } });
  // Many entries that share one stretch of the file: each is small, together they fill a memory.
  if (packed > length) return refuse({ rule: 'overlap', values: {} });
  const files = new Map<string, Buffer>();
  for (const [path, entry] of entries) {
    try {
      files.set(path, await readEntry(zip, entry, true));
    } catch {
      return refuse({ rule: 'damaged', values: { path } });
    }
  }
  return { files, fault: null };
}
