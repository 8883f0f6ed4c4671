import { findBytes } from '../collection/find.ts';
import { countArgument, documentArgument, documentsArgument } from '../commands/arguments.ts';
import { deadlineOf, namespaceOf, type Call, type Command } from '../commands/command.ts';
import { ServerError } from '../errors.ts';
import { readSort } from '../query/sort.ts';
import { checkSize, encode, isDocument, numberIn, type Doc } from '../values/bson.ts';
import { compilePipeline, read, splitPipeline, type Beginning, type Place } from './pipeline.ts';

const FIELDS = ['pipeline', 'cursor', 'allowDiskUse', 'hint', 'let', 'bypassDocumentValidation'];

async function aggregate(call: Call): Promise<Buffer> {
  const { engine, database, body } = call;
  if (typeof body.aggregate !== 'string')
    throw new ServerError('InvalidNamespace', 'The embedded database aggregates collections only.');
  const namespace = namespaceOf(call);
  const beginning = splitPipeline(documentsArgument(body, 'pipeline'));
  const place: Place = { engine, database, variables: {} };
  const run = compilePipeline(beginning.rest, place);
  const until = deadlineOf(call);
  const cursor = documentArgument(body, 'cursor');
  const batchSize = cursor.batchSize === undefined ? undefined : countArgument(cursor, 'batchSize');
  return engine.cursors.first(namespace, results(), batchSize);

  async function* results(): AsyncGenerator<Buffer[]> {
    const collection = engine.catalog.find(namespace);
    const { filter, sort, skip, limit, rest } = beginning;
    const search = { filter, sort: readSort(sort), skip, limit, until };
    if (collection && rest.length === 0) {
      yield* findBytes(engine, collection, search);
      return;
    }
    const counter = counterIn(beginning);
    if (collection && counter) {
      const all = Object.keys(filter).length === 0 && skip === 0 && limit === 0;
      let n = all ? collection.counts.documents : 0;
      if (!all) for await (const piece of findBytes(engine, collection, search)) n += piece.length;
      if (n > 0) yield [encode({ _id: counter.id, [counter.name]: n })];
      return;
    }
    for await (const piece of run(read(place, namespace, beginning, until))) yield piece.map(encodeResult);
  }
}

function encodeResult(doc: Doc): Buffer {
  const bytes = encode(doc);
  checkSize(bytes);
  return bytes;
}

/** What `countDocuments` sends, `{ $group: { _id: 1, n: { $sum: 1 } } }`, needs no document to be decoded. */
function counterIn({ rest, sort }: Beginning): { id: unknown; name: string } | undefined {
  const group = rest.length === 1 && Object.keys(sort).length === 0 ? rest[0]?.$group : undefined;
  if (!isDocument(group)) return undefined;
  const { _id: id, ...fields } = group;
  const [[name, field] = ['', undefined], second] = Object.entries(fields);
  const plainId = id === null || numberIn(id) !== undefined;
  return plainId && !second && isDocument(field) && numberIn(field.$sum) === 1 ? { id, name } : undefined;
}

export const aggregation: Readonly<Record<string, Command>> = {
  aggregate: { fields: FIELDS, run: aggregate },
};
