import { rm } from 'node:fs/promises';
import { mongo } from 'mongoose';

export default async function globalTeardown(): Promise<void> {
  const database = globalThis.rumboTestDatabase;
  if (!database) {
    await dropPublished();
    return;
  }
  await database.server.close();
  await rm(database.folder, { recursive: true, force: true });
}

/** On a server that outlives the run, what the workers published for their files. */
async function dropPublished(): Promise<void> {
  const client = new mongo.MongoClient(process.env.RUMBO_TEST_MONGODB_URI ?? '');
  const { databases } = await client.db().admin().listDatabases({ nameOnly: true });
  for (const { name } of databases)
    if (name.startsWith(process.env.RUMBO_TEST_PUBLISHED ?? '')) await client.db(name).dropDatabase();
  await client.close();
}
