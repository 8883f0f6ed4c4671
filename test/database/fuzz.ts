import { mongo } from 'mongoose';
import { BadFrame, FrameReader } from '../../server/database/embedded/wire/frames.ts';
import { readRequest } from '../../server/database/embedded/wire/messages.ts';

/** Numbers that look random and are the same each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Good messages, to be mutated: commands with documents beside them, inserts, a greeting of the old kind. */
function samples(): Buffer[] {
  const { serialize } = mongo.BSON;
  const frame = (opCode: number, body: Buffer): Buffer => {
    const header = Buffer.alloc(16);
    header.writeInt32LE(16 + body.length, 0);
    header.writeInt32LE(opCode, 12);
    return Buffer.concat([header, body]);
  };
  const section = (doc: mongo.Document): Buffer => Buffer.concat([Buffer.alloc(1), serialize(doc)]);
  const beside = Buffer.concat([Buffer.from('documents\0'), serialize({ a: 1 }), serialize({ b: [1, 2] })]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(4 + beside.length);
  return [
    frame(
      2013,
      Buffer.concat([Buffer.alloc(4), section({ find: 'c', filter: { a: { $gt: 1 } }, $db: 'x' })]),
    ),
    frame(
      2013,
      Buffer.concat([Buffer.alloc(4), section({ insert: 'c', $db: 'x' }), Buffer.from([1]), size, beside]),
    ),
    frame(2013, Buffer.concat([Buffer.alloc(4), section({ insert: 'c', documents: [{ a: 1 }], $db: 'x' })])),
    frame(
      2004,
      Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8), serialize({ hello: 1 })]),
    ),
  ];
}

/**
 * Feeds messages, each to a reader of its own: good ones, mutated ones, cut ones and noise.
 * @throws what the reader throws, unless it is a refusal
 */
export function fuzzFrames(
  messages: number,
  seed: number,
): { messages: number; read: number; refused: number } {
  const random = numbers(seed);
  const good = samples();
  let [read, refused] = [0, 0];
  for (let i = 0; i < messages; i++) {
    let bytes = Buffer.from(good[random(good.length)] ?? Buffer.alloc(0));
    const kind = random(4);
    if (kind === 1) for (let n = 1 + random(4); n > 0; n--) bytes[random(bytes.length)] = random(256);
    if (kind === 2) bytes = bytes.subarray(0, random(bytes.length));
    if (kind === 3) {
      bytes = Buffer.from(Array.from({ length: random(200) }, () => random(256)));
      if (bytes.length > 4) bytes.writeInt32LE(random(2) === 0 ? bytes.length : random(2 ** 31), 0);
    }
    try {
      for (const frame of new FrameReader().push(bytes)) readRequest(frame);
      read++;
    } catch (error) {
      if (!(error instanceof BadFrame)) throw error;
      refused++;
    }
  }
  return { messages, read, refused };
}
