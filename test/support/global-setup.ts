/** One database server for the whole run: the embedded engine on a temporary folder, or `MONGODB_URI`. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../server/database/embedded/index.ts';

declare global {
  var rumboTestDatabase: { server: EmbeddedDatabase; folder: string } | undefined;
}

export default async function globalSetup(): Promise<void> {
  if (process.env.MONGODB_URI) {
    process.env.RUMBO_TEST_MONGODB_URI = process.env.MONGODB_URI;
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-test-'));
  const server = await openEmbeddedDatabase({ folder, durable: false });
  globalThis.rumboTestDatabase = { server, folder };
  process.env.RUMBO_TEST_MONGODB_URI = server.uri;
  process.env.RUMBO_TEST_PUBLISHED = 'rumbo-test-published';
}
