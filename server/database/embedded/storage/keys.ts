/** The store's one key space: four bytes say whose key it is (a collection's, an index's; 0 is the catalogue's). */
export function spaceOf(id: number): Buffer {
  const space = Buffer.allocUnsafe(4);
  space.writeUInt32BE(id);
  return space;
}

export const RECORD_BYTES = 6;

/** A record's number in six bytes, so that records stand in the order of their insertion. */
export function recordId(number: number): Buffer {
  const id = Buffer.allocUnsafe(RECORD_BYTES);
  id.writeUIntBE(number, 0, RECORD_BYTES);
  return id;
}

export function recordNumber(id: Buffer): number {
  return id.readUIntBE(0, RECORD_BYTES);
}

/** The first key behind all that begin with these bytes. */
export function after(prefix: Buffer): Buffer {
  const next = Buffer.from(prefix);
  for (let i = next.length - 1; i >= 0; i--) {
    const byte = next[i] ?? 0;
    if (byte < 255) {
      next[i] = byte + 1;
      return next.subarray(0, i + 1);
    }
  }
  return Buffer.alloc(prefix.length + 1, 255);
}
