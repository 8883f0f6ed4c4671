import { join } from 'node:path';
import mongoose from 'mongoose';
import { DatabaseInUse, openEmbeddedDatabase, type EmbeddedDatabase } from './embedded/index.ts';

/** Strings from forms never act as operators, and a filter on an unknown path is a mistake, not a match of all. */
mongoose.set('sanitizeFilter', false);
mongoose.set('strictQuery', 'throw');

export interface Database {
  /** Whether the database answers now. */
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The embedded database under `dataDir` is used when null. */
  mongodbUri: string | null;
  dataDir: string;
}

/** The folder of the embedded database. */
export function databaseFolder(dataDir: string): string {
  return join(dataDir, 'database');
}

/**
 * Connects mongoose to the server of `mongodbUri`, or opens the embedded database and connects to that. A
 * process that finds the embedded database open already (the command line beside a running server) talks to
 * its owner.
 */
export async function connectDatabase({ mongodbUri, dataDir }: DatabaseOptions): Promise<Database> {
  const embedded = mongodbUri === null ? await openOrJoin(databaseFolder(dataDir)) : null;
  await mongoose.connect(mongodbUri ?? embedded?.uri ?? '', {
    // A page waits this long at most for a database that went away; then it says so (503).
    serverSelectionTimeoutMS: 5_000,
    ...(mongodbUri === null ? {} : { writeConcern: { w: 'majority' as const, journal: true } }),
    autoIndex: false,
  });
  await ensureIndexes();
  return {
    isReady: ping,
    async close() {
      await mongoose.disconnect();
      await embedded?.close();
    },
  };
}

/** Creates the indexes that the models declare, where they are missing. Safe to repeat. */
export async function ensureIndexes(): Promise<void> {
  for (const model of Object.values(mongoose.models)) await model.createIndexes();
}

async function openOrJoin(folder: string): Promise<EmbeddedDatabase> {
  try {
    return await openEmbeddedDatabase({ folder });
  } catch (error) {
    if (error instanceof DatabaseInUse) return { uri: error.uri, close: () => Promise.resolve() };
    throw error;
  }
}

async function ping(): Promise<boolean> {
  try {
    await mongoose.connection.db?.command({ ping: 1 }, { timeoutMS: 1_000 });
    return mongoose.connection.readyState === mongoose.ConnectionStates.connected;
  } catch {
    return false;
  }
}
