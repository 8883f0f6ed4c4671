import type { Collection } from '../collection/collection.ts';
import type { Index } from '../collection/entries.ts';
import { turn } from '../collection/scan.ts';
import type { Engine } from '../engine.ts';
import { ServerError } from '../errors.ts';
import { after, RECORD_BYTES } from '../storage/keys.ts';
import { decode, type Doc } from '../values/bson.ts';
import { namespaceOf, type Call, type Command } from './command.ts';

const SLICE_MS = 10;
const MOST_ERRORS = 20;

/**
 * Re-reads every document against every index entry, and every entry against its document (MongoDB Manual,
 * "validate"). Works while others write: a document and its entries are compared within one turn.
 */
async function validate(call: Call): Promise<Doc> {
  const { engine } = call;
  const ns = namespaceOf(call);
  const collection = engine.catalog.find(ns);
  if (!collection)
    throw new ServerError('NamespaceNotFound', `Collection '${ns}' does not exist to validate.`);
  const errors: string[] = [];
  const fault = (sentence: string): void => {
    if (errors.length < MOST_ERRORS) errors.push(sentence);
  };
  const indexes = collection.indexes.filter(({ building }) => !building);
  const before = { ...collection.counts };
  const nrecords = await eachEntry(engine, collection.space, (key, value) =>
    checkDocument(engine, indexes, key.subarray(4), value, fault),
  );
  const still =
    before.nextRecord === collection.counts.nextRecord && before.documents === collection.counts.documents;
  if (still && nrecords !== before.documents)
    fault(`${nrecords} documents are there, ${before.documents} were counted.`);
  const keysPerIndex: Record<string, number> = {};
  for (const index of indexes) {
    keysPerIndex[index.spec.name] = await eachEntry(engine, index.space, (key, record) =>
      checkEntry(collection, index, key, record, fault),
    );
  }
  return { ns, nrecords, nIndexes: indexes.length, keysPerIndex, valid: errors.length === 0, errors, ok: 1 };
}

async function eachEntry(
  engine: Engine,
  space: Buffer,
  visit: (key: Buffer, value: Buffer) => void,
): Promise<number> {
  let last: Buffer | undefined;
  let count = 0;
  for (let more = true; more;) {
    await turn();
    more = false;
    const ends = performance.now() + SLICE_MS;
    for (const { key, value } of engine.store.range({ from: space, to: after(space), after: last })) {
      last = key;
      count++;
      visit(key, value);
      if (performance.now() > ends) {
        more = true;
        break;
      }
    }
  }
  return count;
}

function checkDocument(
  engine: Engine,
  indexes: readonly Index[],
  record: Buffer,
  bytes: Buffer,
  fault: (sentence: string) => void,
): void {
  let doc: Doc;
  try {
    doc = decode(bytes);
  } catch {
    fault(`The document of record ${record.toString('hex')} cannot be read.`);
    return;
  }
  for (const index of indexes) {
    for (const key of index.keysOf(doc).keys) {
      if (engine.store.get(index.entryKey(key, record))?.equals(record) !== true) {
        fault(`The index ${index.spec.name} lacks an entry for record ${record.toString('hex')}.`);
      }
    }
  }
}

function checkEntry(
  collection: Collection,
  index: Index,
  key: Buffer,
  record: Buffer,
  fault: (sentence: string) => void,
): void {
  const bytes = record.length === RECORD_BYTES ? collection.get(record) : undefined;
  const expected =
    bytes && index.keysOf(decode(bytes)).keys.some((known) => index.entryKey(known, record).equals(key));
  if (!expected)
    fault(
      `The index ${index.spec.name} has an entry for record ${record.toString('hex')} that its document does not have.`,
    );
}

export const validation: Readonly<Record<string, Command>> = {
  validate: { fields: ['full'], run: validate },
};
