/** A data folder of one test, what `npx rumbo db …` does in it, and something to put into its database. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from '@jest/globals';
import { mongo } from 'mongoose';
import { db } from '../../scripts/nouns/db.ts';
import type { EmbeddedDatabase } from '../../server/database/embedded/index.ts';
import { ownEngines, type Engines } from './engine.ts';

export interface Tools {
  /** The data folder. */
  place: (...names: string[]) => string;
  /** Opens the database in the data folder, as the server does. */
  database: () => Promise<EmbeddedDatabase>;
  connect: Engines['connect'];
  /** `npx rumbo db …` */
  rumboDb: (verb: string, ...args: string[]) => Promise<{ code: number; out: string; err: string }>;
  /** Puts something of each kind into a database. */
  fill: (uri: string, documents?: number) => Promise<mongo.MongoClient>;
}

export function operatorsTools(): Tools {
  const { open, connect } = ownEngines();
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'rumbo-tools-'));
  });
  afterEach(() => {
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    place: (...names) => join(dataDir, ...names),
    database: () => open({ folder: join(dataDir, 'database') }),
    connect,
    async rumboDb(verb, ...args) {
      const [out, err]: [string[], string[]] = [[], []];
      const io = {
        out: (line: string) => void out.push(line),
        err: (line: string) => void err.push(line),
        stdin: () => Promise.resolve(''),
        env: { DATA_DIR: dataDir, SESSION_SECRET: 'x'.repeat(32) },
      };
      const code = await db.verbs[verb]?.run(args, io);
      return { code: code ?? -1, out: out.join('\n'), err: err.join('\n') };
    },
    async fill(uri, documents = 300) {
      const client = await connect(uri);
      const people = client.db().collection('people');
      await people.createIndexes([
        { key: { mail: 1 }, unique: true },
        { key: { seen: 1 }, expireAfterSeconds: 3600 },
      ]);
      const rows = Array.from({ length: documents }, (_, i) => ({
        mail: `p${String(i)}@x`,
        n: new mongo.Double(i),
        long: mongo.Long.fromNumber(i),
        text: 'ñ'.repeat(i % 50),
      }));
      await people.insertMany(rows);
      const upload = new mongo.GridFSBucket(client.db()).openUploadStream('file');
      upload.end(randomBytes(600_000));
      await new Promise((resolve) => upload.once('finish', resolve));
      return client;
    },
  };
}
