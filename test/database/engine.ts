import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from '@jest/globals';
import { mongo } from 'mongoose';
import {
  openEmbeddedDatabase,
  type EmbeddedDatabase,
  type EmbeddedOptions,
} from '../../server/database/embedded/index.ts';

/** Folders and engines of one test, closed and removed after it. */
export interface Engines {
  folder: () => string;
  open: (options: EmbeddedOptions) => Promise<EmbeddedDatabase>;
  connect: (uri: string, options?: mongo.MongoClientOptions) => Promise<mongo.MongoClient>;
}

/** For what concerns the embedded engine alone: its files, its locks, its manners. */
export function ownEngines(): Engines {
  let undo: (() => Promise<void> | void)[] = [];
  afterEach(async () => {
    for (const step of undo.reverse()) await step();
    undo = [];
  });
  return {
    folder: () => {
      const folder = mkdtempSync(join(tmpdir(), 'rumbo-engine-'));
      undo.push(() => rmSync(folder, { recursive: true, force: true }));
      return folder;
    },
    open: async (options) => {
      const database = await openEmbeddedDatabase(options);
      let closed = false;
      const close = async (): Promise<void> => {
        if (!closed) await database.close();
        closed = true;
      };
      undo.push(close);
      return { uri: database.uri, close };
    },
    connect: async (uri, options = {}) => {
      const client = await new mongo.MongoClient(uri, {
        serverSelectionTimeoutMS: 5000,
        ...options,
      }).connect();
      undo.push(() => client.close());
      return client;
    },
  };
}
