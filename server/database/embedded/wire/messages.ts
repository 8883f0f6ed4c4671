import { deserialize } from 'bson';
import { decode, encode, isTooDeep, type Doc } from '../values/bson.ts';
import { BadFrame, HEADER_BYTES, type Frame } from './frames.ts';

const OP = { reply: 1, query: 2004, msg: 2013 } as const;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Flag bits 0 to 15 must be understood; 16 (exhaustAllowed) and above may be ignored (OP_MSG, "Flag Bits"). */
const MUST_UNDERSTAND = 0xffff;

/** A command as it came: its document, and documents that came beside it as bytes. */
export interface Request {
  readonly requestId: number;
  readonly name: string;
  readonly body: Doc;
  readonly documents: ReadonlyMap<string, readonly Buffer[]>;
  /** Came as OP_QUERY, which is for greeting only. */
  readonly legacy: boolean;
  /** The client wants no answer (an unacknowledged write). */
  readonly silent: boolean;
}

export function readRequest({ requestId, opCode, body }: Frame): Request {
  if (opCode === OP.msg) return readMsg(requestId, body);
  if (opCode === OP.query) return readQuery(requestId, body);
  throw new BadFrame(`The op code ${opCode} is not served.`);
}

/** OP_MSG: flags, then sections; kind 0 is the command, kind 1 a named sequence of documents. */
function readMsg(requestId: number, bytes: Buffer): Request {
  if (bytes.length < 5) throw new BadFrame('A message without a section.');
  const flags = bytes.readUInt32LE(0);
  if ((flags & MUST_UNDERSTAND & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0)
    throw new BadFrame('Unknown flags.');
  const end = (flags & CHECKSUM_PRESENT) === 0 ? bytes.length : bytes.length - 4;
  const documents = new Map<string, Buffer[]>();
  let command: Buffer | undefined;
  for (let at = 4; at < end;) {
    const kind = bytes[at];
    const section = sized(bytes.subarray(0, end), at + 1);
    at += 1 + section.length;
    if (kind === 0 && !command) command = section;
    else if (kind === 1) readSequence(section, documents);
    else throw new BadFrame('A section that is not served.');
  }
  if (!command) throw new BadFrame('A message without a command.');
  const { name, body } = readCommand(command, documents);
  return { requestId, name, body, documents, legacy: false, silent: (flags & MORE_TO_COME) !== 0 };
}

function readSequence(section: Buffer, documents: Map<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd === -1) throw new BadFrame('A section without a name.');
  const list: Buffer[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const document = sized(section, at);
    list.push(document);
    at += document.length;
  }
  documents.set(section.toString('utf8', 4, nameEnd), list);
}

/** A stretch that begins with its own length. */
function sized(bytes: Buffer, at: number): Buffer {
  const length = at + 4 <= bytes.length ? bytes.readInt32LE(at) : 0;
  if (length < 5 || at + length > bytes.length) throw new BadFrame('A length that does not fit its message.');
  return bytes.subarray(at, at + length);
}

/** The first field names the command. Documents to insert stay bytes: what came is what is stored. */
function readCommand(bytes: Buffer, documents: Map<string, Buffer[]>): { name: string; body: Doc } {
  const name = bytes.toString('utf8', 5, Math.max(bytes.indexOf(0, 5), 5));
  try {
    if (name !== 'insert') {
      const body = decode(bytes);
      if (isTooDeep(body)) throw new BadFrame('A command that is nested too deeply.');
      return { name, body };
    }
    const body = deserialize(bytes, {
      promoteValues: false,
      bsonRegExp: true,
      fieldsAsRaw: { documents: true },
    });
    if (Array.isArray(body.documents)) {
      const list: unknown[] = body.documents;
      documents.set(
        'documents',
        list.map((document) => (document instanceof Uint8Array ? Buffer.from(document) : Buffer.alloc(0))),
      );
      delete body.documents;
    }
    return { name, body };
  } catch (error) {
    throw new BadFrame(error instanceof Error ? error.message : 'Not BSON.');
  }
}

/** OP_QUERY: flags, collection, skip, count, document. Drivers greet with it and use OP_MSG from then on. */
function readQuery(requestId: number, bytes: Buffer): Request {
  const nameEnd = bytes.indexOf(0, 4);
  if (nameEnd === -1) throw new BadFrame('A query without a name.');
  const namespace = bytes.toString('utf8', 4, nameEnd);
  const { name, body } = readCommand(sized(bytes, nameEnd + 9), new Map());
  if (!['hello', 'ismaster', 'isMaster'].includes(name)) throw new BadFrame('OP_QUERY serves hello only.');
  return {
    requestId,
    name,
    body: { $db: namespace.split('.')[0], ...body },
    documents: new Map(),
    legacy: true,
    silent: false,
  };
}

let nextId = 1;

/** The answer's bytes, with header. */
export function answerBytes(request: Request, answer: Buffer | Doc): Buffer {
  const document = Buffer.isBuffer(answer) ? answer : encode(answer);
  const head = Buffer.alloc(HEADER_BYTES + (request.legacy ? 20 : 5));
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE((nextId = (nextId + 1) & 0x7fffffff), 4);
  head.writeInt32LE(request.requestId, 8);
  head.writeInt32LE(request.legacy ? OP.reply : OP.msg, 12);
  if (request.legacy) {
    head.writeInt32LE(8, HEADER_BYTES); // AwaitCapable, as every server since 1.6 says
    head.writeInt32LE(1, HEADER_BYTES + 16);
  }
  return Buffer.concat([head, document]);
}
