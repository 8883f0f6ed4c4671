/** MongoDB's largest message, 48,000,000 bytes (`maxMessageSizeBytes`), and its header of four int32. */
export const MAX_MESSAGE_BYTES = 48_000_000;
export const HEADER_BYTES = 16;

export interface Frame {
  readonly requestId: number;
  readonly opCode: number;
  readonly body: Buffer;
}

/** The bytes do not speak the wire protocol: the connection cannot go on. */
export class BadFrame extends Error {}

/**
 * Cuts a stream of bytes into messages (MongoDB Wire Protocol: int32 length, request id, response to, op code).
 * Holds only what has come, whatever length a header claims.
 */
export class FrameReader {
  #chunks: Buffer[] = [];
  #held = 0;

  /** Bytes of a message that is not complete yet. */
  get held(): number {
    return this.#held;
  }

  /** @returns the messages that are now complete */
  push(chunk: Buffer): Frame[] {
    this.#chunks.push(chunk);
    this.#held += chunk.length;
    const frames: Frame[] = [];
    for (
      let length = this.#nextLength();
      length !== undefined && this.#held >= length;
      length = this.#nextLength()
    ) {
      const bytes = this.#take(length);
      frames.push({
        requestId: bytes.readInt32LE(4),
        opCode: bytes.readInt32LE(12),
        body: bytes.subarray(HEADER_BYTES),
      });
    }
    return frames;
  }

  #nextLength(): number | undefined {
    if (this.#held < HEADER_BYTES) return undefined;
    let [first] = this.#chunks;
    if (!first || first.length < HEADER_BYTES) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
    }
    const length = first.readInt32LE(0);
    if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES)
      throw new BadFrame(`A message of ${length} bytes.`);
    return length;
  }

  #take(length: number): Buffer {
    const all = this.#chunks.length === 1 && this.#chunks[0] ? this.#chunks[0] : Buffer.concat(this.#chunks);
    const rest = all.subarray(length);
    this.#chunks = rest.length > 0 ? [rest] : [];
    this.#held = rest.length;
    return all.subarray(0, length);
  }
}
