import { Long } from 'bson';
import { ServerError } from '../errors.ts';
import { compileFilter } from '../query/match.ts';
import { encode, isTrue, type Doc } from '../values/bson.ts';
import { cursorAnswer } from '../wire/raw.ts';
import { documentArgument, textArgument } from './arguments.ts';
import { namespaceOf, type Call, type Command } from './command.ts';
import { sweep } from './upkeep.ts';

async function create(call: Call): Promise<Doc> {
  const { engine } = call;
  const namespace = namespaceOf(call);
  await engine.store.write(() => {
    if (engine.catalog.find(namespace))
      throw new ServerError('NamespaceExists', `Collection ${namespace} already exists.`);
    engine.catalog.ensure(namespace);
  });
  return { ok: 1 };
}

/** The collection is gone with the commit; its pages are given back piece by piece afterwards. */
async function drop(call: Call): Promise<Doc> {
  const { engine } = call;
  const namespace = namespaceOf(call);
  const nIndexesWas = await engine.store.write(() => {
    const collection = engine.catalog.find(namespace);
    if (!collection) return undefined;
    engine.catalog.drop(collection);
    return collection.indexes.length;
  });
  sweep(engine);
  return nIndexesWas === undefined ? { ok: 1 } : { nIndexesWas, ns: namespace, ok: 1 };
}

async function dropDatabase({ engine, database }: Call): Promise<Doc> {
  await engine.store.write(() =>
    engine.catalog.list(database).forEach((collection) => engine.catalog.drop(collection)),
  );
  sweep(engine);
  return { dropped: database, ok: 1 };
}

function listCollections({ engine, database, body }: Call): Buffer {
  const all = engine.catalog.list(database).map(({ name }) => ({
    name: name.slice(database.length + 1),
    type: 'collection',
    options: {},
    info: { readOnly: false },
    idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
  }));
  const found = all.filter(compileFilter(documentArgument(body, 'filter'), engine.expression));
  const shown: Doc[] = isTrue(body.nameOnly) ? found.map(({ name, type }) => ({ name, type })) : found;
  return cursorAnswer(
    { id: Long.ZERO, ns: `${database}.$cmd.listCollections` },
    'firstBatch',
    shown.map(encode),
  );
}

function listDatabases({ engine, body }: Call): Doc {
  const names = [...new Set(engine.catalog.list().map(({ name }) => name.split('.')[0] ?? ''))].sort();
  const all: Doc[] = names.map((name) => ({ name, ...sizes(engine.catalog.list(name)) }));
  const databases = all.filter(compileFilter(documentArgument(body, 'filter'), engine.expression));
  if (isTrue(body.nameOnly)) return { databases: databases.map(({ name }) => ({ name })), ok: 1 };
  return { databases, totalSize: engine.store.fileBytes, ok: 1 };
}

function sizes(collections: { counts: { bytes: number } }[]): Doc {
  const sizeOnDisk = collections.reduce((sum, { counts }) => sum + counts.bytes, 0);
  return { sizeOnDisk, empty: collections.length === 0 };
}

function collStats(call: Call): Doc {
  const ns = namespaceOf(call);
  const collection = call.engine.catalog.find(ns);
  const { documents: count = 0, bytes: size = 0 } = collection?.counts ?? {};
  return {
    ns,
    count,
    size,
    storageSize: size,
    avgObjSize: count > 0 ? Math.round(size / count) : 0,
    nindexes: collection?.indexes.length ?? 0,
    ok: 1,
  };
}

function dbStats({ engine, database }: Call): Doc {
  const collections = engine.catalog.list(database);
  const objects = collections.reduce((sum, { counts }) => sum + counts.documents, 0);
  const dataSize = collections.reduce((sum, { counts }) => sum + counts.bytes, 0);
  const indexes = collections.reduce((sum, collection) => sum + collection.indexes.length, 0);
  return {
    db: database,
    collections: collections.length,
    objects,
    dataSize,
    storageSize: engine.store.fileBytes,
    indexes,
    ok: 1,
  };
}

function serverStatus({ engine }: Call): Doc {
  const uptime = Math.round((Date.now() - engine.startedAt.getTime()) / 1000);
  const mem = { resident: Math.round(process.memoryUsage().rss / 1024 / 1024) };
  return {
    version: '7.0.0',
    process: 'rumbo-embedded',
    pid: process.pid,
    uptime,
    mem,
    connections: { current: engine.connections() },
    metrics: { cursor: { open: { total: engine.cursors.size } } },
    ok: 1,
  };
}

/** The one parameter that can be set: how often expired documents are removed. */
function setParameter({ engine, body }: Call): Doc {
  const seconds = Number(body.ttlMonitorSleepSecs);
  if (!Number.isInteger(seconds) || seconds < 1)
    throw new ServerError(
      'InvalidOptions',
      'The embedded database knows the parameter ttlMonitorSleepSecs only.',
    );
  const was = engine.ttlSeconds;
  engine.ttlSeconds = seconds;
  return { was, ok: 1 };
}

function getParameter({ engine, body }: Call): Doc {
  if ('ttlMonitorSleepSecs' in body) return { ttlMonitorSleepSecs: engine.ttlSeconds, ok: 1 };
  throw new ServerError('InvalidOptions', 'no option found to get');
}

async function backup({ engine, body }: Call): Promise<Doc> {
  await engine.store.backup(textArgument(body, 'rumboBackup'));
  return { ok: 1 };
}

export const collections: Readonly<Record<string, Command>> = {
  create: { fields: [], run: create },
  drop: { fields: [], run: drop },
  dropDatabase: { fields: [], run: dropDatabase },
  listCollections: {
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    run: listCollections,
  },
  listDatabases: { fields: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
  collStats: { fields: ['scale'], run: collStats },
  dbStats: { fields: ['scale', 'freeStorage'], run: dbStats },
  serverStatus: { fields: '*', run: serverStatus },
  setParameter: { fields: ['ttlMonitorSleepSecs'], run: setParameter },
  getParameter: { fields: '*', run: getParameter },
  rumboBackup: { fields: [], run: backup },
};
