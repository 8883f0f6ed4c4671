import { Long } from 'bson';
import { find, findBytes } from '../collection/find.ts';
import { planFor } from '../collection/plan.ts';
import { ServerError } from '../errors.ts';
import { compileProjection } from '../query/project.ts';
import { readSort } from '../query/sort.ts';
import { decode, isDocument, type Doc } from '../values/bson.ts';
import { orderedBytes } from '../values/order.ts';
import { reaches } from '../values/paths.ts';
import { cursorAnswer } from '../wire/raw.ts';
import { countArgument, documentArgument, flagArgument, textArgument } from './arguments.ts';
import { deadlineOf, hintOf, namespaceOf, type Call, type Command } from './command.ts';

const FIND = [
  'filter',
  'sort',
  'skip',
  'limit',
  'projection',
  'batchSize',
  'singleBatch',
  'hint',
  'noCursorTimeout',
  'allowDiskUse',
  'allowPartialResults',
];

async function findCommand(call: Call): Promise<Buffer> {
  const { engine, body } = call;
  const namespace = namespaceOf(call);
  const filter = documentArgument(body, 'filter');
  const project = compileProjection(documentArgument(body, 'projection'), filter, engine.expression);
  const search = {
    filter,
    project,
    sort: readSort(body.sort),
    skip: countArgument(body, 'skip'),
    limit: countArgument(body, 'limit'),
    until: deadlineOf(call),
  };
  const collection = engine.catalog.find(namespace);
  if (!collection) return cursorAnswer({ id: Long.ZERO, ns: namespace }, 'firstBatch', []);
  const source = findBytes(engine, collection, { ...search, hint: hintOf(collection, body.hint) });
  const batchSize = body.batchSize === undefined ? undefined : countArgument(body, 'batchSize');
  return engine.cursors.first(namespace, source, batchSize, flagArgument(body, 'singleBatch'));
}

const cursorId = (value: unknown): bigint => {
  if (value instanceof Long) return value.toBigInt();
  throw new ServerError('TypeMismatch', 'A cursor id must be a long.');
};

function getMore({ engine, database, body }: Call): Promise<Buffer> {
  const namespace = `${database}.${textArgument(body, 'collection')}`;
  return engine.cursors.more(cursorId(body.getMore), namespace, countArgument(body, 'batchSize'));
}

function killCursors({ engine, body }: Call): Doc {
  const ids = Array.isArray(body.cursors) ? body.cursors.map(cursorId) : [];
  const killed = ids.filter((id) => engine.cursors.kill(id));
  const notFound = ids.filter((id) => !killed.includes(id));
  return {
    cursorsKilled: killed.map((id) => Long.fromBigInt(id)),
    cursorsNotFound: notFound.map((id) => Long.fromBigInt(id)),
    cursorsAlive: [],
    cursorsUnknown: [],
    ok: 1,
  };
}

async function count(call: Call): Promise<Doc> {
  const { engine, body } = call;
  const collection = engine.catalog.find(namespaceOf(call));
  const filter = documentArgument(body, 'query');
  const [skip, limit] = [countArgument(body, 'skip'), countArgument(body, 'limit')];
  if (!collection) return { n: 0, ok: 1 };
  if (Object.keys(filter).length === 0) {
    const n = Math.max(collection.counts.documents - skip, 0);
    return { n: limit === 0 ? n : Math.min(n, limit), ok: 1 };
  }
  let n = 0;
  const search = { filter, skip, limit, hint: hintOf(collection, body.hint), until: deadlineOf(call) };
  for await (const piece of find(engine, collection, search)) n += piece.length;
  return { n, ok: 1 };
}

async function distinct(call: Call): Promise<Doc> {
  const { engine, body } = call;
  const collection = engine.catalog.find(namespaceOf(call));
  const parts = textArgument(body, 'key').split('.');
  const filter = documentArgument(body, 'query');
  const values = new Map<string, unknown>();
  const keep = (value: unknown): void => {
    if (value !== undefined) values.set(orderedBytes(value).toString('latin1'), value);
  };
  if (collection) {
    for await (const piece of find(engine, collection, { filter, until: deadlineOf(call) })) {
      for (const { bytes } of piece) {
        reaches(decode(bytes), parts, (value, whole) => {
          if (Array.isArray(value) && !whole) value.forEach(keep);
          else keep(value);
          return false;
        });
      }
    }
  }
  const sorted = [...values].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  return { values: sorted, ok: 1 };
}

/** Which index a find would use: enough of MongoDB's answer to see that a page's query is not a scan. */
function explain(call: Call): Doc {
  const inner = documentArgument(call.body, 'explain');
  if (typeof inner.find !== 'string')
    throw new ServerError('CommandNotSupported', 'The embedded database explains find only.');
  const namespace = namespaceOf({ ...call, name: 'find', body: inner });
  const collection = call.engine.catalog.find(namespace);
  const filter = documentArgument(inner, 'filter');
  const plan =
    collection && planFor(collection, filter, readSort(inner.sort), hintOf(collection, inner.hint));
  const read: Doc = plan?.index
    ? {
        stage: 'FETCH',
        inputStage: {
          stage: 'IXSCAN',
          indexName: plan.index.spec.name,
          direction: plan.reverse ? 'backward' : 'forward',
        },
      }
    : { stage: collection ? 'COLLSCAN' : 'EOF' };
  const winningPlan = plan?.sorted === false ? { stage: 'SORT', inputStage: read } : read;
  return {
    queryPlanner: {
      namespace,
      parsedQuery: isDocument(filter) ? filter : {},
      winningPlan,
      rejectedPlans: [],
    },
    ok: 1,
  };
}

export const reading: Readonly<Record<string, Command>> = {
  find: { fields: FIND, run: findCommand },
  getMore: { fields: ['collection', 'batchSize'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
  count: { fields: ['query', 'skip', 'limit', 'hint'], run: count },
  distinct: { fields: ['key', 'query'], run: distinct },
  explain: { fields: ['verbosity'], run: explain },
};
