/** `rumbo content publish`: what changed in the folder becomes what learners see. */
import { join } from 'node:path';
import { publishContent } from '../../server/catalogue/index.ts';
import { readConfig } from '../../server/config.ts';
import { loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';
import type { Io, Verb } from '../noun.ts';

async function run(_args: string[], io: Io): Promise<number> {
  const database = await connectDatabase(readConfig(io.env));
  try {
    const content = await loadContent(join(projectRoot, 'modules-content'));
    for (const { file, line, column, message, severity } of content.findings) {
      if (severity === 'error') io.err(`${file}:${line}:${column}: ${message.es}`);
    }
    for (const { module, revision, isNew } of await publishContent(content)) {
      io.out(`${isNew ? '+' : '='} ${module}, ${revision}`);
    }
    return content.failed.length > 0 ? 1 : 0;
  } finally {
    await database.close();
  }
}

export const publish: Verb = {
  summary: 'Publishes what changed in modules-content/; a module with errors stays as it was.',
  usage: 'content publish',
  run,
};
