import { spawnSync } from 'node:child_process';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Where LMDB's meta page has its fields (lmdb.h and mdb.c of LMDB 0.9.90: a page header of 24 bytes, then MDB_meta). */
const META = { magic: 24, version: 28, pageSize: 48, lastPage: 144, transaction: 152, end: 160 } as const;
const MAGIC = 0xbeefc0de;

type FileState = 'missing' | 'good' | 'foreign' | 'torn';

/**
 * Looks at a data file before it is mapped into memory: reading behind the end of a torn one would kill the process.
 */
export function inspectDataFile(file: string): FileState {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    const { size } = fstatSync(descriptor);
    if (size === 0) return 'missing';
    const first = meta(descriptor, 0);
    if (!first) return size < META.end ? 'torn' : 'foreign';
    const second = meta(descriptor, first.pageSize);
    if (!second) return 'torn';
    const last = Math.max(first.lastPage, second.lastPage);
    return size >= (last + 1) * first.pageSize || readsToTheEnd(file) ? 'good' : 'torn';
  } finally {
    closeSync(descriptor);
  }
}

function meta(descriptor: number, at: number): { pageSize: number; lastPage: number } | undefined {
  const bytes = Buffer.alloc(META.end);
  if (readSync(descriptor, bytes, 0, META.end, at) < META.end || bytes.readUInt32LE(META.magic) !== MAGIC)
    return undefined;
  const pageSize = bytes.readUInt32LE(META.pageSize);
  if (pageSize < 512 || pageSize > 65_536) return undefined;
  return { pageSize, lastPage: Number(bytes.readBigUInt64LE(META.lastPage)) };
}

/** A file may end a few free pages early after a kill. Whether anything that is used lies behind the end is tried in another process. */
function readsToTheEnd(file: string): boolean {
  const code = `
    import { open, ABORT } from 'lmdb';
    const db = open({ path: ${JSON.stringify(file)}, noSubdir: true, encoding: 'binary', keyEncoding: 'binary', overlappingSync: false });
    for (const { value } of db.getRange({ start: Buffer.from([0]) })) value.length;
    db.transactionSync(() => { db.putSync(Buffer.from([255]), Buffer.alloc(100000)); return ABORT; });`;
  const { status } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: import.meta.dirname,
  });
  return status === 0;
}
