import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * Where LMDB's pages have their fields (lmdb.h and mdb.c of LMDB 0.9.90): a head of 24 bytes with the page's number
 * and flags; then, on a meta page, what the file is, and on others a list of where behind the head its nodes are.
 */
const HEAD = { number: 0, flags: 18, listBytes: 20, end: 24 } as const;
const META = {
  magic: 24,
  pageSize: 48,
  freeRoot: 88,
  root: 136,
  lastPage: 144,
  transaction: 152,
  end: 160,
} as const;
const MAGIC = 0xbeefc0de;
const FLAGS = { branch: 1, leaf: 2 } as const;
/** A node's head: a page's number in three pieces, or a value's size and flags; then the key's size, and the key. */
const NODE = { low: 0, high: 4, flags: 4, keySize: 6, end: 8 } as const;
/** In the place of a value that is too large for its leaf: its first page, a transaction, how many pages it has. */
const ELSEWHERE = { flag: 1, page: 0, count: 16 } as const;
const NO_PAGE = 2n ** 64n - 1n;

type FileState = 'missing' | 'good' | 'foreign' | 'torn';

interface Meta {
  readonly pageSize: number;
  readonly lastPage: number;
  readonly transaction: number;
  readonly roots: readonly bigint[];
}

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
    const first = readMeta(descriptor, 0);
    if (!first) return size < META.end ? 'torn' : 'foreign';
    const second = readMeta(descriptor, first.pageSize);
    if (!second) return 'torn';
    const { pageSize, lastPage, roots } = first.transaction > second.transaction ? first : second;
    if (size >= (lastPage + 1) * pageSize) return 'good';
    // After a kill a file may end a few free pages early: it is torn only when a page that is used is not there.
    const pages = new Pages(descriptor, pageSize, Math.floor(size / pageSize));
    return roots.every((root) => pages.hasTree(root)) ? 'good' : 'torn';
  } finally {
    closeSync(descriptor);
  }
}

function readMeta(descriptor: number, at: number): Meta | undefined {
  const bytes = Buffer.alloc(META.end);
  const read = readSync(descriptor, bytes, 0, META.end, at);
  if (read < META.end || bytes.readUInt32LE(META.magic) !== MAGIC) return undefined;
  const pageSize = bytes.readUInt32LE(META.pageSize);
  if (pageSize < 512 || pageSize > 65_536) return undefined;
  return {
    pageSize,
    lastPage: Number(bytes.readBigUInt64LE(META.lastPage)),
    transaction: Number(bytes.readBigUInt64LE(META.transaction)),
    roots: [META.freeRoot, META.root].map((root) => bytes.readBigUInt64LE(root)),
  };
}

/** The pages of a file that ends early, read one by one. */
class Pages {
  readonly #descriptor: number;
  readonly #size: number;
  readonly #count: number;

  constructor(descriptor: number, size: number, count: number) {
    this.#descriptor = descriptor;
    this.#size = size;
    this.#count = count;
  }

  /** Whether a page is in the file, with all pages below it and all pages of large values. */
  hasTree(number: bigint): boolean {
    if (number === NO_PAGE) return true;
    if (number >= this.#count) return false;
    const page = Buffer.alloc(this.#size);
    readSync(this.#descriptor, page, 0, this.#size, Number(number) * this.#size);
    const flags = page.readUInt16LE(HEAD.flags);
    if (page.readBigUInt64LE(HEAD.number) !== number || !(flags & (FLAGS.branch | FLAGS.leaf))) return false;
    const nodes = page.readUInt16LE(HEAD.listBytes) / 2;
    for (let i = 0; i < nodes; i++) {
      const node = page.subarray(HEAD.end + page.readUInt16LE(HEAD.end + 2 * i));
      if (!(flags & FLAGS.branch ? this.hasTree(child(node)) : this.#hasValue(node))) return false;
    }
    return true;
  }

  #hasValue(node: Buffer): boolean {
    if (!(node.readUInt16LE(NODE.flags) & ELSEWHERE.flag)) return true;
    const value = node.subarray(NODE.end + node.readUInt16LE(NODE.keySize));
    return value.readBigUInt64LE(ELSEWHERE.page) + value.readBigUInt64LE(ELSEWHERE.count) <= this.#count;
  }
}

function child(node: Buffer): bigint {
  return BigInt(node.readUInt32LE(NODE.low)) | (BigInt(node.readUInt16LE(NODE.high)) << 32n);
}
