/** Single files out of a stored archive, read where they lie in GridFS: nothing is unpacked to a disk. */
import type { Readable } from 'node:stream';
import { fromRandomAccessReaderPromise, RandomAccessReader, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../errors.ts';
import { LimitedMap } from '../limited-map.ts';
import type { PackageFile } from './package.model.ts';
import { readArchive } from './storage.ts';

class StoredArchive extends RandomAccessReader {
  readonly #sha256: string;

  constructor(sha256: string) {
    super();
    this.#sha256 = sha256;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return readArchive(this.#sha256, { start, end });
  }
}

interface Directory {
  zip: ZipFile;
  entries: Map<string, Entry>;
}

/** Directories of the archives that are played now. */
const open = new LimitedMap<string, Promise<Directory>>(20);

export interface ContentFile {
  bytes: number;
  stream: Readable;
}

/**
 * @param path compared with the names in the archive as it is: what is not exactly one of them is not found
 * @throws Refusal not-found
 */
export async function openContentFile({ bytes, sha256 }: PackageFile, path: string): Promise<ContentFile> {
  const { zip, entries } = await directoryOf(sha256, bytes);
  const entry = entries.get(path);
  if (!entry) throw new Refusal('not-found', 'common.notFound');
  return { bytes: entry.uncompressedSize, stream: await zip.openReadStreamPromise(entry) };
}

async function directoryOf(sha256: string, bytes: number): Promise<Directory> {
  const known = open.get(sha256) ?? readDirectory(sha256, bytes);
  open.set(sha256, known);
  try {
    return await known;
  } catch (error) {
    open.delete(sha256);
    throw error;
  }
}

async function readDirectory(sha256: string, bytes: number): Promise<Directory> {
  // Left open: the reader holds nothing but a name.
  const zip = await fromRandomAccessReaderPromise(new StoredArchive(sha256), bytes, { autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return { zip, entries };
}
