/**
 * Reads a package that may be anyone's. Nothing is written to disk, nothing is believed: sizes are counted while
 * inflating, names are judged before they are used, and what looks like an attack ends the reading.
 */
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { faultOf, pathOf, readEntry } from '../../zip/entry.ts';
import { advice, error, type PackageFinding } from './finding.ts';

const MOST_ENTRIES = 10_000;
const MOST_BYTES = 2 * 1024 ** 3;
const MOST_MANIFEST_BYTES = 5 * 1024 ** 2;
const LONGEST_NAME = 100;
const JUNK = /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|\.git)(\/|$)/i;
const PLAIN_NAME = /^[A-Za-z0-9._/-]+$/;

export interface ReadArchive {
  /** Paths of the files, as the archive writes them. */
  paths: string[];
  /** `imsmanifest.xml` at the root; null when there is none. */
  manifest: Buffer | null;
  findings: PackageFinding[];
  /** Whether the reading ended early: what is missing in `paths` says nothing. */
  refused: boolean;
}

export async function readArchive(file: string): Promise<ReadArchive> {
  const read: ReadArchive = { paths: [], manifest: null, findings: [], refused: false };
  let zip: ZipFile;
  try {
    zip = await openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: true });
  } catch (fault) {
    return { ...read, findings: [error('not-zip', { reason: reasonOf(fault) })], refused: true };
  }
  try {
    if (zip.entryCount > MOST_ENTRIES) {
      return refuse(read, error('too-many', { count: zip.entryCount, most: MOST_ENTRIES }));
    }
    return await readEntries(zip, read);
  } catch (fault) {
    return refuse(read, error('not-zip', { reason: reasonOf(fault) }));
  } finally {
    zip.close();
  }
}

function refuse(read: ReadArchive, finding: PackageFinding): ReadArchive {
  return { ...read, findings: [...read.findings, finding], refused: true };
}

/** Judges all that the directory says before a single file is opened. */
async function readEntries(zip: ZipFile, read: ReadArchive): Promise<ReadArchive> {
  const entries: { entry: Entry; path: string }[] = [];
  const byFoldedPath = new Map<string, string>();
  let size = 0;
  let packed = 0;
  for await (const entry of zip.eachEntry()) {
    const path = pathOf(entry);
    const attack = faultOf(entry, path);
    if (attack) return refuse(read, error(attack.rule, attack.values));
    size += entry.uncompressedSize;
    packed += entry.compressedSize;
    if (path.endsWith('/')) continue;
    const clash = byFoldedPath.get(path.toLowerCase());
    if (clash === path) read.findings.push(error('duplicate', { path }));
    else if (clash !== undefined) read.findings.push(error('case-clash', { path, other: clash }));
    byFoldedPath.set(path.toLowerCase(), path);
    read.findings.push(...judgeName(path));
    entries.push({ entry, path });
  }
  if (size > MOST_BYTES) return refuse(read, error('too-large', { most: MOST_BYTES / 1024 ** 2 }));
  // Many entries that share one stretch of the file: each is small, together they fill a disk.
  if (packed > zip.fileSize) return refuse(read, error('overlap'));
  for (const { entry, path } of entries) {
    read.paths.push(path);
    const isManifest = path === 'imsmanifest.xml';
    if (isManifest && entry.uncompressedSize > MOST_MANIFEST_BYTES) {
      return refuse(read, error('large-manifest', { most: MOST_MANIFEST_BYTES / 1024 ** 2 }));
    }
    try {
      const bytes = await readEntry(zip, entry, isManifest);
      if (isManifest) read.manifest = bytes;
    } catch (fault) {
      read.findings.push(error('damaged', { path, reason: reasonOf(fault) }));
    }
  }
  return read;
}

function judgeName(path: string): PackageFinding[] {
  if (JUNK.test(path)) return [advice('junk', { path })];
  const findings: PackageFinding[] = [];
  if (!PLAIN_NAME.test(path)) findings.push(advice('odd-name', { path }));
  if (path.length > LONGEST_NAME) {
    findings.push(advice('long-name', { path, length: path.length, most: LONGEST_NAME }));
  }
  return findings;
}

const reasonOf = (fault: unknown): string => (fault instanceof Error ? fault.message : String(fault));
