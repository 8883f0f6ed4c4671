import { accessSync, chmodSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { filterExpression } from './aggregation/expressions.ts';
import { answer } from './commands/index.ts';
import { dropUnfinished } from './commands/indexes.ts';
import { startUpkeep } from './commands/upkeep.ts';
import { makeEngine, type Engine } from './engine.ts';
import { asServerError } from './errors.ts';
import type { FromWorker } from './index.ts';
import type { OpeningFault } from './opening-errors.ts';
import { inspectDataFile } from './storage/data-file.ts';
import { removeSocket, socketPath, takeOwnership, uriOf } from './storage/owner.ts';
import { Store } from './storage/store.ts';
import { WireServer } from './wire/server.ts';

/** The database's own thread: opens the folder, serves its socket, and closes both when told. */
const { folder, durable, upkeep } = workerData as { folder: string; durable: boolean; upkeep: boolean };

function say(message: FromWorker): void {
  parentPort?.postMessage(message);
}

/** A reason not to open, already in its sentence. */
class Fault extends Error {
  readonly fault: OpeningFault;
  constructor(fault: OpeningFault) {
    super(fault.message);
    this.fault = fault;
  }
}

async function open(): Promise<() => Promise<void>> {
  prepareFolder();
  let engine: Engine | undefined;
  const opened = new AbortController();
  const server = new WireServer(async (request, connection) => {
    if (!engine)
      await new Promise((resolve) => {
        opened.signal.addEventListener('abort', resolve);
      });
    if (!engine) throw new Error('The database is not open.');
    return answer(engine, request, connection);
  });
  const socket = socketPath(folder);
  await server.listen(socket);
  try {
    const owner = await takeOwnership(folder, socket);
    if (owner !== undefined) throw new Fault({ kind: 'in-use', message: 'in use', uri: uriOf(owner) });
    const store = new Store(checkedFile(), durable);
    engine = await makeEngine(store, filterExpression(), () => server.connections);
    await dropUnfinished(engine);
    opened.abort();
    const stopUpkeep = upkeep ? startUpkeep(engine) : () => undefined;
    say({ uri: uriOf(socket) });
    return async () => {
      stopUpkeep();
      await server.close();
      await store.close();
      removeSocket(folder, socket);
    };
  } catch (error) {
    await server.close();
    removeSocket(folder, socket);
    throw error;
  }
}

function prepareFolder(): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    chmodSync(folder, 0o700);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Fault({
      kind: 'not-writable',
      message: `The folder ${folder} cannot be written by this user (${code}). Give it to the user who runs Rumbo, or set another data folder.`,
    });
  }
}

function checkedFile(): string {
  const file = join(folder, 'data.mdb');
  switch (inspectDataFile(file)) {
    case 'foreign':
      throw new Fault({
        kind: 'foreign',
        message: `The file ${file} is not a database of Rumbo. It was left as it is; set another data folder, or move the file away.`,
      });
    case 'torn':
      throw new Fault({
        kind: 'torn',
        message: `The file ${file} is cut short or damaged. It was left as it is; restore the last backup with "npx rumbo db restore".`,
      });
    default:
      return file;
  }
}

function faultOf(error: unknown): OpeningFault {
  if (error instanceof Fault) return error.fault;
  const { codeName, message } = asServerError(error);
  if (codeName === 'OutOfDiskSpace')
    return {
      kind: 'disk-full',
      message: `The disk of ${folder} is full or failing. Nothing was changed; make room and start again.`,
    };
  if (/EACCES|EPERM|EROFS|Permission denied|Read-only/i.test(message))
    return {
      kind: 'not-writable',
      message: `The data in ${folder} cannot be written by this user: ${message}`,
    };
  if (/MDB_INVALID|MDB_VERSION_MISMATCH|unknown format/.test(message))
    return {
      kind: 'foreign',
      message: `The data in ${folder} is not a database of this version of Rumbo (${message}). It was left as it is.`,
    };
  if (/MDB_CORRUPTED|MDB_PAGE_NOTFOUND/.test(message))
    return {
      kind: 'torn',
      message: `The data in ${folder} is damaged (${message}). It was left as it is; restore the last backup.`,
    };
  return { kind: 'other', message };
}

try {
  const close = await open();
  parentPort?.once('message', () => void close().finally(() => process.exit()));
} catch (error) {
  say({ fault: faultOf(error) });
}
