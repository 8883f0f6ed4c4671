/**
 * Writes a package as a ZIP archive: the same bytes for the same files, in every time zone and on every machine
 * with the same Node (deflate's bytes depend on its zlib).
 *
 * Written here rather than with yazl, which holds every entry in memory until the end and writes streamed entries
 * without their size before the data; Java's ZipInputStream, which some LMSs import with, refuses stored entries
 * written so. Here each file is read, written and forgotten, and media twice, because its checksum comes before it:
 * memory stays flat for packages of any size.
 */
import { Readable, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';

export interface ArchiveFile {
  /** Forward slashes, no leading one. */
  path: string;
  /** Media is read while it is written, piece by piece: twice, so that it must be the same both times. */
  data: Buffer | (() => AsyncIterable<Buffer>);
}

const deflate = promisify<Buffer, { level: number }, Buffer>(deflateRaw);

/** Packed already: packing them again costs time and wins nothing. */
const PACKED = /\.(png|jpe?g|gif|webp|avif|mp3|mp4|m4a|webm|ogg|woff2?|zip|xlsx|docx|pptx|pdf)$/;
/** 1 January 2000, 12:00, in DOS's own form: no clock reaches the archive. */
const DOS_TIME = 12 << 11;
const DOS_DATE = (20 << 9) | (1 << 5) | 1;
/** A regular file, readable by all, made on Unix. */
const MADE_ON_UNIX = (3 << 8) | 20;
const FILE_MODE = (0o100644 << 16) >>> 0;
const NEEDED_VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
/** What the plain format can address and count; nothing an LMS imports is larger. */
const LARGEST = 0xffff_fffe;
const MOST_FILES = 0xfffe;

/** @param onFile told after each file with the count of those written */
export async function writeArchive(
  files: readonly ArchiveFile[],
  output: Writable,
  onFile?: (done: number) => void,
): Promise<void> {
  await pipeline(
    Readable.from(archiveBytes(files, onFile), { objectMode: false, highWaterMark: 64 * 1024 }),
    output,
  );
}

async function* archiveBytes(
  files: readonly ArchiveFile[],
  onFile?: (done: number) => void,
): AsyncGenerator<Buffer> {
  if (files.length > MOST_FILES) throw new RangeError(`A package of ${files.length} files is too large.`);
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, data } of files) {
    const { method, sum, size, packedSize, content } = await prepare(path, data);
    const name = Buffer.from(path, 'utf8');
    const fields = commonFields(method, sum, packedSize, size, name.length);
    directory.push(directoryRecord(fields, offset), name);
    const header = Buffer.concat([signature(0x04034b50), fields, name]);
    offset += header.length + packedSize;
    if (offset > LARGEST)
      throw new RangeError('The package is larger than a ZIP archive without extensions can be.');
    yield header;
    yield* content;
    onFile?.(directory.length / 2);
  }
  const central = Buffer.concat(directory);
  yield central;
  yield endRecord(files.length, central.length, offset);
}

interface Prepared {
  method: number;
  /** CRC-32 of the bytes before packing. */
  sum: number;
  size: number;
  packedSize: number;
  content: Iterable<Buffer> | AsyncIterable<Buffer>;
}

async function prepare(path: string, data: ArchiveFile['data']): Promise<Prepared> {
  if (typeof data === 'function' && PACKED.test(path)) {
    let [sum, size] = [0, 0];
    for await (const piece of data()) {
      sum = crc32(piece, sum);
      size += piece.length;
    }
    return { method: STORED, sum, size, packedSize: size, content: data() };
  }
  const bytes = typeof data === 'function' ? await buffer(data()) : data;
  const deflated = PACKED.test(path) ? bytes : await deflate(bytes, { level: 9 });
  const smaller = deflated.length < bytes.length;
  const content = smaller ? deflated : bytes;
  return {
    method: smaller ? DEFLATED : STORED,
    sum: crc32(bytes),
    size: bytes.length,
    packedSize: content.length,
    content: [content],
  };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/** The 26 bytes that a local header and a directory record share (APPNOTE 4.3.7 and 4.3.12). */
function commonFields(
  method: number,
  crc: number,
  packedSize: number,
  size: number,
  nameLength: number,
): Buffer {
  const bytes = Buffer.alloc(26);
  bytes.writeUInt16LE(NEEDED_VERSION, 0);
  bytes.writeUInt16LE(NAMES_ARE_UTF8, 2);
  bytes.writeUInt16LE(method, 4);
  bytes.writeUInt16LE(DOS_TIME, 6);
  bytes.writeUInt16LE(DOS_DATE, 8);
  bytes.writeUInt32LE(crc, 10);
  bytes.writeUInt32LE(packedSize, 14);
  bytes.writeUInt32LE(size, 18);
  bytes.writeUInt16LE(nameLength, 22);
  return bytes;
}

function directoryRecord(fields: Buffer, offset: number): Buffer {
  const version = Buffer.alloc(2);
  version.writeUInt16LE(MADE_ON_UNIX);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(FILE_MODE, 6);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([signature(0x02014b50), version, fields, rest]);
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt32LE(0x06054b50, 0);
  bytes.writeUInt16LE(count, 8);
  bytes.writeUInt16LE(count, 10);
  bytes.writeUInt32LE(size, 12);
  bytes.writeUInt32LE(offset, 16);
  return bytes;
}
