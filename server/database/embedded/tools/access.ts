import { closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { mongo } from 'mongoose';
import { DatabaseInUse, openEmbeddedDatabase, type EmbeddedOptions } from '../index.ts';
import { findOwner, uriOf } from '../storage/owner.ts';

/** Says how far a tool has come. */
export type Report = (line: string) => void;

/** A tool cannot do what it was asked to, for a reason that its user can do something about. */
export class ToolRefused extends Error {}

/** Works on the database in a folder: through its live owner, or by opening it. */
export async function withDatabase<T>(
  options: EmbeddedOptions,
  use: (client: mongo.MongoClient) => Promise<T>,
): Promise<T> {
  const database = await openOrJoin(options);
  try {
    return await withClient(database.uri, use);
  } finally {
    await database.close();
  }
}

export async function withClient<T>(uri: string, use: (client: mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = await connectTo(uri);
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}

/** Waits ten seconds for a server, unless the address says otherwise. */
async function connectTo(uri: string): Promise<mongo.MongoClient> {
  const options = /[?&]serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: 10_000 };
  try {
    return await new mongo.MongoClient(uri, options).connect();
  } catch (error) {
    if (!(error instanceof mongo.MongoError)) throw error;
    throw new ToolRefused(`No MongoDB server lets us in at that address: ${error.message}`, { cause: error });
  }
}

async function openOrJoin(options: EmbeddedOptions): Promise<{ uri: string; close(): Promise<void> }> {
  try {
    return await openEmbeddedDatabase(options);
  } catch (error) {
    if (error instanceof DatabaseInUse) return { uri: error.uri, close: () => Promise.resolve() };
    throw error;
  }
}

/** Makes sure that a file, or the names in a folder, are on disk. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Where the live owner of a folder answers, if it has one. */
export async function findOwnerUri(folder: string): Promise<string | undefined> {
  const socket = existsSync(folder) ? await findOwner(folder) : undefined;
  return socket === undefined ? undefined : uriOf(socket);
}
