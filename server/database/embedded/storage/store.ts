import { statfsSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { asServerError, ServerError } from '../errors.ts';

interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

interface Range {
  /** The first key, included. */
  readonly from: Buffer;
  /** The key that ends the range, itself excluded. */
  readonly to: Buffer;
  readonly reverse?: boolean;
  /** Where an earlier reading stopped: the range goes on behind this key. */
  readonly after?: Buffer | undefined;
}

interface Waiting {
  readonly run: () => void;
  readonly failed: (error: unknown) => void;
  readonly kept: () => void;
}

/** How long a batch of writes may hold the thread before reads get their turn, in milliseconds. */
const BATCH_MS = 20;

/** Writes are refused when the disk has less room than this, in bytes: more than one batch can need. */
const ROOM_BYTES = 128 * 1024 * 1024;
const ONLY_READS = 'The database only reads until it is started again:';
const FULL = 'The disk is full: nothing is written until there is room again. What is stored can be read.';

/**
 * One ordered map of bytes on disk (LMDB). Writers wait in a queue; a batch of them shares one transaction and one
 * fsync, and each is answered only after that (group commit).
 */
export class Store {
  readonly #db: RootDatabase<Buffer, Buffer>;
  #queue: Waiting[] = [];
  #scheduled = false;
  #stopped: ServerError | undefined;
  readonly #file: string;
  /** Called when a transaction was taken back, so that nothing in memory believes in it. */
  onRollback: () => void = () => undefined;
  /** Called at the end of each transaction, to write what is kept in memory meanwhile. */
  beforeCommit: () => void = () => undefined;

  constructor(file: string, durable: boolean) {
    this.#file = file;
    // overlappingSync would answer before the data is on disk; noSync is for the temporary folders of tests only.
    this.#db = open<Buffer, Buffer>({
      path: file,
      noSubdir: true,
      maxDbs: 1,
      encoding: 'binary',
      keyEncoding: 'binary',
      overlappingSync: false,
      noSync: !durable,
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.#db.get(key);
  }

  /** To be called within `write` only. */
  put(key: Buffer, value: Buffer): void {
    this.#db.putSync(key, value);
  }

  /** To be called within `write` only. */
  remove(key: Buffer): void {
    this.#db.removeSync(key);
  }

  /** Entries in order. To be left within the same turn: a reader that stays open would let the file grow. */
  range({ from, to, reverse = false, after }: Range): Iterable<Entry> {
    return reverse
      ? this.#db.getRange({
          start: after ?? to,
          exclusiveStart: true,
          end: from,
          inclusiveEnd: true,
          reverse,
          snapshot: false,
        })
      : this.#db.getRange({
          start: after ?? from,
          exclusiveStart: after !== undefined,
          end: to,
          snapshot: false,
        });
  }

  /**
   * Runs `step` with others in one transaction.
   * @returns what `step` returned, once it is on disk; a `ServerError` of it leaves the others alone, so it must
   *   check everything before its first put
   */
  write<T>(step: () => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let outcome: () => void = () => undefined;
      const run = (): void => {
        try {
          const value = step();
          outcome = () => {
            resolve(value);
          };
        } catch (error) {
          // A refusal comes before the first put. Anything else may have come between two: take the batch back.
          if (!(error instanceof ServerError)) throw error;
          outcome = () => {
            reject(error);
          };
        }
      };
      this.#queue.push({
        run,
        failed: reject,
        kept: () => {
          outcome();
        },
      });
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#commit();
      if (this.#queue.length > 0) this.#schedule();
    });
  }

  #commit(): void {
    const batch: Waiting[] = [];
    const until = performance.now() + BATCH_MS;
    const step = { committing: false };
    try {
      this.#checkRoom();
      this.#db.transactionSync(() => {
        do {
          const next = this.#queue.shift();
          if (!next) break;
          batch.push(next);
          next.run();
        } while (performance.now() < until);
        this.beforeCommit();
        step.committing = true;
      });
    } catch (error) {
      const refusal = asServerError(error);
      if (step.committing)
        this.#stopped = new ServerError(refusal.codeName, `${ONLY_READS} ${refusal.message}`);
      if (batch.length > 0) this.onRollback();
      for (const { failed } of batch.length > 0 ? batch : this.#queue.splice(0)) failed(refusal);
      return;
    }
    for (const { kept } of batch) kept();
  }

  /** LMDB must not meet a full disk: after a commit that failed half-way it may not be written to any more. */
  #checkRoom(): void {
    if (this.#stopped) throw this.#stopped;
    const { bavail, bsize } = statfsSync(this.#file);
    if (bavail * bsize < ROOM_BYTES) throw new ServerError('OutOfDiskSpace', FULL);
  }

  /** Writes a consistent, compact copy while reads and writes go on. */
  async backup(file: string): Promise<void> {
    await this.#db.backup(file, true);
  }

  get fileBytes(): number {
    const { lastPageNumber, pageSize } = this.#db.getStats() as { lastPageNumber: number; pageSize: number };
    return (lastPageNumber + 1) * pageSize;
  }

  async close(): Promise<void> {
    while (this.#queue.length > 0) await new Promise(setImmediate);
    await this.#db.close();
  }
}
