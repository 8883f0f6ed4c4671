import { parseArgs } from 'node:util';
import { readConfig } from '../../server/config.ts';
import { databaseFolder } from '../../server/database/connection.ts';
import { DatabaseNotOpened, openEmbeddedDatabase } from '../../server/database/embedded/index.ts';
import {
  findOwnerUri,
  ToolRefused,
  withClient,
  withDatabase,
} from '../../server/database/embedded/tools/access.ts';
import { backUp } from '../../server/database/embedded/tools/backup.ts';
import { checkEverything } from '../../server/database/embedded/tools/check.ts';
import { moveDatabase } from '../../server/database/embedded/tools/move.ts';
import { restore } from '../../server/database/embedded/tools/restore.ts';
import { UsageError, type Io, type Noun } from '../noun.ts';

/** The embedded database's folder; with a server of its own, that server's tools do this work. */
function folderOf(io: Io): string {
  const { dataDir, mongodbUri } = readConfig(io.env);
  if (mongodbUri !== null) {
    throw new ToolRefused(
      'MONGODB_URI is set: these commands are for the embedded database. Use mongodump and mongorestore for that server.',
    );
  }
  return databaseFolder(dataDir);
}

function reportTo(io: Io): (line: string) => void {
  return (line) => {
    io.out(line);
  };
}

/** Runs a command; what an operator can put right is told in its sentence. */
async function telling(io: Io, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ToolRefused || error instanceof DatabaseNotOpened)) throw error;
    io.err(error.message);
    return 1;
  }
}

function oneFile(
  args: string[],
  options: { replace?: { type: 'boolean' } },
): { file: string; replace: boolean } {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError('Name one file.');
  return { file, replace: values.replace === true };
}

export const db: Noun = {
  name: 'db',
  summary: 'Look after the embedded database.',
  verbs: {
    backup: {
      summary: 'Write a checked copy of the database to a file, also while the server runs.',
      usage: 'db backup FILE',
      run: (args, io) =>
        telling(io, async () => {
          const { file } = oneFile(args, {});
          await backUp(folderOf(io), file, reportTo(io));
          io.out(`The backup is in ${file}.`);
          return 0;
        }),
    },
    restore: {
      summary: 'Put a backup in the place of the database. The server must be stopped.',
      usage: 'db restore FILE [--replace]',
      run: (args, io) =>
        telling(io, async () => {
          const { file, replace } = oneFile(args, { replace: { type: 'boolean' } });
          const earlier = await restore(folderOf(io), file, replace, reportTo(io));
          io.out('The backup is restored. Start the server.');
          if (earlier !== undefined)
            io.out(`The earlier data is kept in ${earlier}; delete it when you no longer need it.`);
          return 0;
        }),
    },
    check: {
      summary: 'Re-read every document against every index entry, also while the server runs.',
      usage: 'db check',
      run: (args, io) =>
        telling(io, async () => {
          parseArgs({ args });
          const faulty = await withDatabase({ folder: folderOf(io), upkeep: false }, (client) =>
            checkEverything(client, reportTo(io)),
          );
          io.out(
            faulty === 0 ? 'No faults.' : `${faulty} collections have faults. Restore the last good backup.`,
          );
          return faulty === 0 ? 0 : 1;
        }),
    },
    uri: {
      summary: 'Print where the running embedded database answers, for mongosh or any MongoDB driver.',
      usage: 'db uri',
      run: (args, io) =>
        telling(io, async () => {
          parseArgs({ args });
          const uri = await findOwnerUri(folderOf(io));
          if (uri === undefined)
            throw new ToolRefused('The embedded database is not running: start the server first.');
          io.out(uri);
          return 0;
        }),
    },
    move: {
      summary: 'Copy everything to a MongoDB server and compare both sides. The server must be stopped.',
      usage: 'db move --to MONGODB_URI',
      run: (args, io) => telling(io, () => move(args, io)),
    },
  },
};

async function move(args: string[], io: Io): Promise<number> {
  const { to } = parseArgs({ args, options: { to: { type: 'string' } } }).values;
  if (to === undefined || !/^mongodb(\+srv)?:\/\//.test(to)) {
    throw new UsageError(
      'Say where to with --to and an address that begins with mongodb:// or mongodb+srv://.',
    );
  }
  const database = await openEmbeddedDatabase({ folder: folderOf(io), upkeep: false });
  try {
    const different = await withClient(database.uri, (source) =>
      withClient(to, (target) => moveDatabase(source.db(), target.db(), reportTo(io))),
    );
    if (different.length > 0) {
      io.err(
        `These collections differ and were not kept on the other side: ${different.join(', ')}. Run the command again.`,
      );
      return 1;
    }
  } finally {
    await database.close();
  }
  io.out(
    'All is copied, and the same on both sides. Now set MONGODB_URI to that address and start the server.',
  );
  io.out('Keep the folder of the embedded database until you have made a backup of the new server.');
  return 0;
}
