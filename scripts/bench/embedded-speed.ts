/** How fast the embedded database writes and reads: `npx tsx scripts/bench/embedded-speed.ts`. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import mongoose, { Schema } from 'mongoose';
import { openEmbeddedDatabase } from '../../server/database/embedded/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'rumbo-speed-'));
const LARGE = 1_000_000;

/** Transactions a second with one small put and one fsync each: what the disk allows. */
function rawRate(): number {
  const db = open<string, number>({ path: join(folder, 'raw', 'data.mdb'), overlappingSync: false });
  const rounds = 400;
  const start = performance.now();
  for (let i = 0; i < rounds; i++) db.transactionSync(() => db.putSync(i, 'x'.repeat(100)));
  const rate = (rounds * 1000) / (performance.now() - start);
  void db.close();
  return rate;
}

async function rate(times: number, atOnce: number, work: (i: number) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  let next = 0;
  const run = async (): Promise<void> => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, run));
  return (times * 1000) / (performance.now() - start);
}

const schema = new Schema({ _id: String, n: Number, at: Date });
const rowSchema = new Schema({ _id: Number, user: Number, module: String, text: String });
rowSchema.index({ user: 1, module: 1 });

const database = await openEmbeddedDatabase({ folder: join(folder, 'database') });
await mongoose.connect(database.uri);
const Thing = mongoose.model('Thing', schema);
await Thing.createIndexes();
const upsert = (i: number): Promise<unknown> =>
  Thing.updateOne(
    { _id: `thing${i % 500}` },
    { $inc: { n: 1 }, $set: { at: new Date() } },
    { upsert: true },
  ).exec();
await rate(200, 1, upsert);
for (let round = 1; round <= 3; round++) {
  const raw = rawRate();
  const [single, many] = [await rate(600, 1, upsert), await rate(6000, 32, upsert)];
  console.log(
    `durable upserts a second through mongoose: ${single.toFixed(0)} one at a time (${(single / raw).toFixed(2)} of raw), ` +
      `${many.toFixed(0)} with 32 at once (${(many / raw).toFixed(2)} of raw); raw lmdb transactions with fsync: ${raw.toFixed(0)}`,
  );
  rmSync(join(folder, 'raw'), { recursive: true });
}

async function fill(name: string, size: number) {
  const Rows = mongoose.model(name, rowSchema, name);
  await Rows.createIndexes();
  for (let at = 0; at < size; at += 5000) {
    const rows = Array.from({ length: Math.min(5000, size - at) }, (_, i) => ({
      _id: at + i,
      user: (at + i) >> 3,
      module: `m${(at + i) & 7}`,
      text: 'x'.repeat(800),
    }));
    await Rows.collection.insertMany(rows as never[], { ordered: false });
  }
  return Rows;
}

const [Small, Large] = [await fill('small', 1000), await fill('large', LARGE)];
/** The best of four rounds, so that other work on the machine counts less. */
const best = { small: { byId: 0, byIndex: 0 }, large: { byId: 0, byIndex: 0 } };
for (let round = 0; round < 4; round++) {
  for (const [place, Rows, size] of [
    ['small', Small, 1000],
    ['large', Large, LARGE],
  ] as const) {
    const pick = (): number => Math.floor(Math.random() * size);
    const byId = await rate(3000, 1, () => Rows.findOne({ _id: pick() }).lean().exec());
    const question = (): object => ({ user: pick() >> 3, module: 'm3' });
    const byIndex = await rate(3000, 1, () => Rows.findOne(question()).lean().exec());
    best[place].byId = Math.max(best[place].byId, byId);
    best[place].byIndex = Math.max(best[place].byIndex, byIndex);
  }
}
for (const way of ['byId', 'byIndex'] as const) {
  const [small, large] = [best.small[way], best.large[way]];
  console.log(
    `reads a second ${way}: ${small.toFixed(0)} with 1,000 documents, ${large.toFixed(0)} with ${LARGE}: ${(small / large).toFixed(2)} times as slow`,
  );
}
await mongoose.disconnect();
await database.close();
const { size } = statSync(join(folder, 'database', 'data.mdb'));
const start = performance.now();
const again = await openEmbeddedDatabase({ folder: join(folder, 'database') });
console.log(`opening a file of ${(size / 1e9).toFixed(2)} GB: ${(performance.now() - start).toFixed(0)} ms`);
await again.close();
rmSync(folder, { recursive: true });
