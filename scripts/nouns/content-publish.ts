/** `rumbo content publish`: what changed in modules-content/ becomes new revisions. */
import { resolve } from 'node:path';
import { forgetCatalogue, publishContent } from '../../server/catalogue/index.ts';
import { readConfig } from '../../server/config.ts';
import { hasError, loadContent } from '../../server/content/index.ts';
import { connectDatabase } from '../../server/database/index.ts';
import { projectRoot } from '../../server/root.ts';
import type { Io } from '../noun.ts';
import { DEFAULT_FOLDER, lineOf } from './content-check.ts';

export async function publish(io: Io): Promise<number> {
  const database = await connectDatabase(readConfig(io.env));
  try {
    const content = await loadContent(resolve(projectRoot, DEFAULT_FOLDER));
    for (const finding of content.findings.filter(({ severity }) => severity === 'error')) {
      io.err(lineOf(finding, DEFAULT_FOLDER, 'es'));
    }
    const publications = await publishContent(content);
    forgetCatalogue();
    for (const { module, revision, isNew, findings } of publications) {
      io.out(`${isNew ? '+' : hasError(findings) ? '!' : '='} ${module}, ${revision}`);
      for (const finding of findings) io.err(lineOf(finding, DEFAULT_FOLDER, 'es'));
    }
    const isRefused = publications.some(({ findings }) => hasError(findings));
    return content.failed.length > 0 || isRefused ? 1 : 0;
  } finally {
    await database.close();
  }
}
