/** What a file that calls itself a Word document is, before any reader of documents opens it. */
import { isUtf8 } from 'node:buffer';
import type { Finding } from '../../content/index.ts';
import { readArchive } from '../../zip/reading.ts';
import { archiveRefusal } from '../files/archive-fault.ts';
import { refusal } from '../files/refusing.ts';

export interface JudgedDocument {
  main: string;
  parts: Map<string, string>;
  /** Everything else in it by path, images among it. */
  others: Map<string, Buffer>;
}
export type Judgement = { document: JudgedDocument; refused: null } | { document: null; refused: Finding };

export const MOST_DOCX_BYTES = 20 * 1024 ** 2;
const LIMITS = { entries: 2_000, bytes: 60 * 1024 ** 2 };
/** The longest text that a lesson may have takes three as Word writes it. */
const MOST_XML_BYTES = 8 * 1024 ** 2;

const CONTENT_TYPES = '[Content_Types].xml';
/** The files of Word up to 2003, and those with a password (MS-CFB 2.2). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Right at the end, where no comment hides something more (APPNOTE.TXT 4.3.16). */
const END_OF_ARCHIVE = Buffer.from('504b0506', 'hex');
const END_LENGTH = 22;
const MAIN_TYPE =
  /PartName="\/(word\/[\w.-]+\.xml)"[^>]*ContentType="[^"]*wordprocessingml\.(?:document|template)\.main\+xml"|ContentType="[^"]*wordprocessingml\.(?:document|template)\.main\+xml"[^>]*PartName="\/(word\/[\w.-]+\.xml)"/;
const PART = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

const refuse = (refused: Finding): Judgement => ({ document: null, refused });

/** @param name of the file, for the sentences */
export async function judgeDocument(name: string, bytes: Buffer): Promise<Judgement> {
  if (bytes.length === 0) return refuse(refusal(name, 'empty'));
  if (bytes.subarray(0, 8).equals(COMPOUND_FILE)) return refuse(refusal(name, 'docx-old'));
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') return refuse(refusal(name, 'docx-type'));
  const { files, fault } = await readArchive(bytes, LIMITS);
  if (fault) return refuse(archiveRefusal(name, fault));
  if (!bytes.subarray(-END_LENGTH).subarray(0, 4).equals(END_OF_ARCHIVE))
    return refuse(refusal(name, 'docx-two-files'));
  return judgeParts(name, files);
}

function judgeParts(name: string, files: ReadonlyMap<string, Buffer>): Judgement {
  const types = files.get(CONTENT_TYPES)?.toString() ?? '';
  const runs = [...files.keys()].some((path) => /(?:^|\/)(?:vbaProject|vbaData|activeX)/i.test(path));
  if (runs || /macroEnabled|vbaProject/i.test(types)) return refuse(refusal(name, 'docx-macros'));
  const [, one, other] = MAIN_TYPE.exec(types) ?? [];
  const main = one ?? other;
  if (main === undefined || !files.has(main)) return refuse(refusal(name, 'docx-type'));
  const parts = new Map<string, string>();
  const others = new Map<string, Buffer>();
  let size = 0;
  for (const [path, bytes] of files) {
    if (/\.(?:xml|rels)$/i.test(path) && (bytes.includes('<!DOCTYPE') || bytes.includes('<!ENTITY')))
      return refuse(refusal(path, 'docx-entities'));
    if (!PART.test(path)) {
      others.set(path, bytes);
      continue;
    }
    if (!isUtf8(bytes) || bytes.includes(0)) return refuse(refusal(path, 'docx-encoding'));
    size += bytes.length;
    parts.set(path, bytes.toString('utf8'));
  }
  if (size > MOST_XML_BYTES) return refuse(refusal(name, 'docx-long', { most: MOST_XML_BYTES / 1024 ** 2 }));
  return { document: { main, parts, others }, refused: null };
}
