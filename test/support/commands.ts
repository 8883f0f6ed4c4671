/** Counts what a piece of work asks of the database, by the driver's own events: a call is what a page costs. */
import mongoose from 'mongoose';

const READS = new Set(['find', 'getMore', 'aggregate', 'count', 'distinct']);
const WRITES = new Set(['insert', 'update', 'delete', 'findAndModify']);

export interface Commands {
  reads: number;
  writes: number;
  /** Each by its name and collection, in order. */
  names: string[];
}

/** Asked once in a few seconds whatever comes: neither a session nor a publication is read for each page. */
const NOW_AND_THEN = new Set(['sessions', 'catalogue']);

/** @param work runs on `startRumbo({ monitored: true })` */
export async function countCommands(work: () => Promise<unknown>): Promise<Commands> {
  const client = mongoose.connection.getClient();
  const seen: { name: string; on: string }[] = [];
  const listen = ({ commandName, command }: { commandName: string; command: Record<string, unknown> }) => {
    const on = String(command[commandName]);
    if (!NOW_AND_THEN.has(on)) seen.push({ name: commandName, on });
  };
  client.on('commandStarted', listen);
  try {
    await work();
  } finally {
    client.off('commandStarted', listen);
  }
  return {
    reads: seen.filter(({ name }) => READS.has(name)).length,
    writes: seen.filter(({ name }) => WRITES.has(name)).length,
    names: seen.map(({ name, on }) => `${name} ${on}`),
  };
}
