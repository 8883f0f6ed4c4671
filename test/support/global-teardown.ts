import { rm } from 'node:fs/promises';

export default async function globalTeardown(): Promise<void> {
  const database = globalThis.rumboTestDatabase;
  if (!database) return;
  await database.server.close();
  await rm(database.folder, { recursive: true, force: true });
}
