import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { mongo } from 'mongoose';

const WRITERS = 32;

export interface CrashResult {
  acknowledged: number;
  /** Acknowledged writes that are not there after the restart. */
  lost: number;
  /** Documents whose parts do not belong together. */
  torn: number;
  /** Faults between documents and indexes. */
  faults: string[];
}

interface Counter {
  _id: string;
  n: number;
  text: string;
  marks: number[];
}

/** What a counter's document must say at `n`: a half-written one could not. */
const textAt = (n: number): string => `${String(n)} `.repeat(20 + (n % 200));

/** Kills a database under 32 writers, `rounds` times, and looks each time at what is there after the restart. */
export async function crashRounds(
  folder: string,
  rounds: number,
  report: (line: string) => void,
  milliseconds = 300,
): Promise<CrashResult> {
  const result: CrashResult = { acknowledged: 0, lost: 0, torn: 0, faults: [] };
  const confirmed = Array.from({ length: WRITERS }, () => 0);
  for (let round = 0; round < rounds; round++) {
    const { server, uri } = await start(folder);
    const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 2000, maxPoolSize: WRITERS });
    const counters = client.db().collection<Counter>('counters');
    const events = client.db().collection('events');
    await counters.createIndexes([{ key: { n: 1 } }, { key: { marks: 1 } }]);
    await events.createIndexes([{ key: { writer: 1, n: 1 }, unique: true }]);
    const writers = confirmed.map((_, writer) => write(writer, confirmed, counters, events));
    await wait(milliseconds + ((round * 37) % 200));
    server.kill('SIGKILL');
    await once(server, 'exit');
    for (const acknowledged of await Promise.all(writers)) result.acknowledged += acknowledged;
    await client.close();
    await inspect(folder, confirmed, result);
    report(
      `round ${String(round + 1)}: ${String(result.acknowledged)} acknowledged, ${String(result.lost)} lost, ${String(result.torn)} torn, ${String(result.faults.length)} faults`,
    );
  }
  return result;
}

async function start(folder: string): Promise<{ server: ChildProcess; uri: string }> {
  const script = join(import.meta.dirname, 'crash-server.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: server.stdout });
  const [uri] = (await once(lines, 'line')) as [string];
  lines.close();
  return { server, uri };
}

/** Writes until the server has gone. Two writes a step: an event that must be there for good, then the counter. */
async function write(
  writer: number,
  confirmed: number[],
  counters: mongo.Collection<Counter>,
  events: mongo.Collection,
): Promise<number> {
  let acknowledged = 0;
  try {
    for (let n = (confirmed[writer] ?? 0) + 1; ; n++) {
      await events.updateOne({ writer, n }, { $setOnInsert: { text: textAt(n) } }, { upsert: true });
      acknowledged++;
      await counters.updateOne(
        { _id: `w${String(writer)}` },
        { $set: { n, text: textAt(n) }, $push: { marks: { $each: [n], $slice: -5 } } },
        { upsert: true },
      );
      acknowledged++;
      confirmed[writer] = n;
    }
  } catch (error) {
    if (error instanceof mongo.MongoServerError) throw error;
    return acknowledged;
  }
}

async function inspect(folder: string, confirmed: number[], result: CrashResult): Promise<void> {
  const { server, uri } = await start(folder);
  const client = new mongo.MongoClient(uri);
  const counters = client.db().collection<Counter>('counters');
  const events = client.db().collection('events');
  for (const [writer, n] of confirmed.entries()) {
    const counter = await counters.findOne({ _id: `w${String(writer)}` });
    const there = counter?.n ?? 0;
    // The write that was under way may have been kept, though nobody was told.
    if (there < n) result.lost += n - there;
    if (counter && (counter.text !== textAt(there) || counter.marks.at(-1) !== there)) result.torn++;
    const kept = await events.countDocuments({ writer, n: { $lte: n } });
    if (kept !== n) result.lost += n - kept;
    confirmed[writer] = there;
  }
  for await (const event of events.find({}, { sort: { _id: -1 }, limit: 2000 })) {
    if (event.text !== textAt(Number(event.n))) result.torn++;
  }
  for (const name of ['counters', 'events']) {
    const { errors } = await client.db().command({ validate: name });
    result.faults.push(...(errors as string[]));
  }
  await client.close();
  server.kill('SIGKILL');
  await once(server, 'exit');
}
