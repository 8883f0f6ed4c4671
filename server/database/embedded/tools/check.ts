import type { mongo } from 'mongoose';
import type { Report } from './access.ts';

/**
 * Re-reads every document of every collection against every index entry. Safe beside a running server.
 * @returns how many collections have faults
 */
export async function checkEverything(client: mongo.MongoClient, report: Report): Promise<number> {
  let faulty = 0;
  const { databases } = await client.db().admin().listDatabases();
  for (const { name } of databases) {
    const collections = await client.db(name).listCollections({}, { nameOnly: true }).toArray();
    for (const collection of collections) {
      const result = await client.db(name).command({ validate: collection.name, full: true });
      const documents = Number(result.nrecords);
      const faults = result.errors as string[];
      report(
        `${name}.${collection.name}: ${documents} documents, ${Number(result.nIndexes)} indexes, ${faults.length === 0 ? 'good' : 'FAULTY'}`,
      );
      for (const fault of faults) report(`  ${fault}`);
      if (faults.length > 0) faulty++;
    }
  }
  return faulty;
}
