/** The real modules, published: by the first file that each of Jest's workers runs, and copied for the others. */
import { join } from 'node:path';
import mongoose, { type mongo } from 'mongoose';
import { publishContent } from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';

/** What publishing writes last, and copying too: where it is, all the rest is. */
const LAST = 'catalogue';

/**
 * Publishes the real modules in the database that mongoose is connected to, which holds nothing yet. On a server of
 * someone else’s each file publishes anew: what it copies well is not what is tested.
 */
export async function publishRealModules(): Promise<void> {
  const client = mongoose.connection.getClient();
  const own = client.db(mongoose.connection.name);
  const { RUMBO_TEST_PUBLISHED: prefix, JEST_WORKER_ID: worker = '' } = process.env;
  const kept = prefix ? client.db(`${prefix}-${worker}`) : null;
  if (kept && (await kept.collection(LAST).findOne())) {
    await copyDatabase(kept, own);
    return;
  }
  await publishContent(await loadContent(join(projectRoot, 'modules-content')));
  if (kept) await copyDatabase(own, kept);
}

async function copyDatabase(from: mongo.Db, to: mongo.Db): Promise<void> {
  const names = (await from.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  for (const name of [...names.filter((one) => one !== LAST), LAST]) {
    const indexes = (await from.collection(name).indexes()).filter((index) => index.name !== '_id_');
    if (indexes.length > 0) await to.collection(name).createIndexes(indexes);
    // Numbers as they are stored: a double that is whole stays a double.
    const documents = await from.collection(name).find({}, { promoteValues: false }).toArray();
    if (documents.length > 0) await to.collection(name).insertMany(documents);
  }
}
