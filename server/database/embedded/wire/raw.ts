import { encode, type Doc } from '../values/bson.ts';

const KIND = { document: 3, array: 4 } as const;

/** A document with one more element at its end, whose bytes are at hand: stored documents are not decoded to be sent. */
function append(document: Buffer, kind: number, name: string, bytes: Buffer): Buffer {
  const head = Buffer.from(`${String.fromCharCode(kind)}${name}\0`);
  const longer = Buffer.concat([document.subarray(0, -1), head, bytes, Buffer.alloc(1)]);
  longer.writeInt32LE(longer.length, 0);
  return longer;
}

export function withDocument(doc: Doc, name: string, bytes: Buffer): Buffer {
  return append(encode(doc), KIND.document, name, bytes);
}

/** BSON's array is a document whose names count from 0. */
function arrayBytes(documents: readonly Buffer[]): Buffer {
  const size = documents.reduce((sum, bytes, i) => sum + bytes.length + String(i).length + 2, 5);
  const array = Buffer.allocUnsafe(size);
  array.writeInt32LE(size, 0);
  let at = 4;
  for (const [i, bytes] of documents.entries()) {
    array[at] = KIND.document;
    at += 1 + array.write(`${i}\0`, at + 1, 'latin1');
    at += bytes.copy(array, at);
  }
  array[at] = 0;
  return array;
}

/** The answer of `find`, `aggregate` and `getMore`. */
export function cursorAnswer(
  cursor: Doc,
  batch: 'firstBatch' | 'nextBatch',
  documents: readonly Buffer[],
): Buffer {
  return withDocument({ ok: 1 }, 'cursor', append(encode(cursor), KIND.array, batch, arrayBytes(documents)));
}
