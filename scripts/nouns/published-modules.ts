/** The modules that the platform has published, from its database. */
import { getCatalogue } from '../../server/catalogue/index.ts';
import { readConfig } from '../../server/config.ts';
import type { Module } from '../../server/content/module.ts';
import { connectDatabase } from '../../server/database/index.ts';

/** @returns the newest revision of each, by id */
export async function publishedModules(env: NodeJS.ProcessEnv): Promise<Map<string, Module>> {
  const database = await connectDatabase(readConfig(env));
  try {
    const { tracks } = await getCatalogue();
    return new Map(tracks.flatMap(({ published }) => published.map(({ id, content }) => [id, content])));
  } finally {
    await database.close();
  }
}
