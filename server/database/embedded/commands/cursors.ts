import { Long } from 'bson';
import { ServerError } from '../errors.ts';
import { MAX_DOCUMENT_BYTES } from '../values/bson.ts';
import { cursorAnswer } from '../wire/raw.ts';

/** MongoDB's `cursorTimeoutMillis`: an idle cursor is closed after ten minutes. */
const IDLE_MS = 10 * 60_000;
const DEFAULT_FIRST_BATCH = 101;

interface Cursor {
  readonly namespace: string;
  readonly source: AsyncGenerator<Buffer[]>;
  /** Read from the source, not sent yet. */
  ready: Buffer[];
  lastUsed: number;
  busy: boolean;
}

/** Result sets that a client reads in batches. */
export class Cursors {
  readonly #open = new Map<bigint, Cursor>();
  #next = 1n;

  get size(): number {
    return this.#open.size;
  }

  /** Answers with the first batch and keeps the rest, if any, under a number. */
  async first(
    namespace: string,
    source: AsyncGenerator<Buffer[]>,
    batchSize: number | undefined,
    single = false,
  ): Promise<Buffer> {
    const cursor: Cursor = { namespace, source, ready: [], lastUsed: Date.now(), busy: false };
    const { batch, done } = await this.#take(cursor, batchSize ?? DEFAULT_FIRST_BATCH);
    if (done || single) {
      await source.return(undefined);
      return cursorAnswer({ id: Long.ZERO, ns: namespace }, 'firstBatch', batch);
    }
    const id = this.#next++;
    this.#open.set(id, cursor);
    return cursorAnswer({ id: Long.fromBigInt(id), ns: namespace }, 'firstBatch', batch);
  }

  async more(id: bigint, namespace: string, batchSize: number): Promise<Buffer> {
    const cursor = this.#open.get(id);
    if (cursor?.namespace !== namespace)
      throw new ServerError('CursorNotFound', `cursor id ${id.toString()} not found`);
    if (cursor.busy) throw new ServerError('OperationFailed', `cursor id ${id.toString()} is already in use`);
    cursor.busy = true;
    try {
      const { batch, done } = await this.#take(cursor, batchSize === 0 ? Infinity : batchSize);
      if (done) this.#open.delete(id);
      return cursorAnswer({ id: done ? Long.ZERO : Long.fromBigInt(id), ns: namespace }, 'nextBatch', batch);
    } catch (error) {
      this.#open.delete(id);
      throw error;
    } finally {
      cursor.busy = false;
      cursor.lastUsed = Date.now();
    }
  }

  /** @returns whether there was such a cursor */
  kill(id: bigint): boolean {
    const cursor = this.#open.get(id);
    if (!cursor) return false;
    this.#open.delete(id);
    void cursor.source.return(undefined);
    return true;
  }

  closeIdle(now = Date.now()): void {
    for (const [id, { lastUsed, busy }] of this.#open) if (!busy && now - lastUsed > IDLE_MS) this.kill(id);
  }

  /** Up to `size` documents and 16 MiB; one document at least. */
  async #take(cursor: Cursor, size: number): Promise<{ batch: Buffer[]; done: boolean }> {
    const batch: Buffer[] = [];
    let bytes = 0;
    let at = 0;
    while (batch.length < size) {
      const next = cursor.ready[at];
      if (!next) {
        const read = await cursor.source.next();
        if (read.done) return { batch, done: true };
        cursor.ready = read.value;
        at = 0;
        continue;
      }
      if (batch.length > 0 && bytes + next.length > MAX_DOCUMENT_BYTES) break;
      batch.push(next);
      bytes += next.length;
      at++;
    }
    cursor.ready = cursor.ready.slice(at);
    if (cursor.ready.length > 0 || size === 0) return { batch, done: false };
    const read = await cursor.source.next();
    cursor.ready = read.done ? [] : read.value;
    return { batch, done: read.done === true };
  }
}
