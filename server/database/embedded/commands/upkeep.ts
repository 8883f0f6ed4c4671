import type { Engine } from '../engine.ts';
import { deleteAll } from './write.ts';

/** Gives back the pages of dropped collections and indexes, a piece for each turn. */
export function sweep(engine: Engine): void {
  const next = (): Promise<void> =>
    engine.store.write(() => engine.catalog.collectGarbage()).then((more) => (more ? next() : undefined));
  // The disk may be full: what is left is swept at the next start.
  next().catch(() => undefined);
}

/** Removes documents whose time has come (MongoDB Manual, "TTL Indexes"): dates only, older than the index says. */
async function removeExpired(engine: Engine): Promise<void> {
  for (const { name, indexes } of engine.catalog.list()) {
    for (const { spec, building } of indexes) {
      const [[path] = ['']] = spec.pattern;
      if (spec.expireAfterSeconds === undefined || building) continue;
      const limit = new Date(Date.now() - spec.expireAfterSeconds * 1000);
      const filter = { [path]: { $lt: limit } };
      await deleteAll(engine, name, { filter: spec.partial ? { $and: [filter, spec.partial] } : filter });
    }
  }
}

/** Runs what nobody asks for: expired documents, idle cursors, what a crash left half-dropped or half-built. */
export function startUpkeep(engine: Engine): () => void {
  let timer: NodeJS.Timeout;
  let busy = Promise.resolve();
  let lastTtl = Date.now();
  sweep(engine);
  const tick = (): void => {
    engine.cursors.closeIdle();
    if (Date.now() - lastTtl >= engine.ttlSeconds * 1000) {
      lastTtl = Date.now();
      busy = removeExpired(engine).catch(() => undefined);
    }
    void busy.then(() => (timer = setTimeout(tick, 1000)));
  };
  timer = setTimeout(tick, 1000);
  return () => clearTimeout(timer);
}
