import { Catalog } from './collection/catalog.ts';
import { Cursors } from './commands/cursors.ts';
import type { Expression } from './query/match.ts';
import type { Store } from './storage/store.ts';

/** All that the commands work on. */
export interface Engine {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly cursors: Cursors;
  readonly expression: Expression;
  readonly startedAt: Date;
  /** How many clients are connected. */
  readonly connections: () => number;
  /** Seconds between two removals of expired documents; MongoDB's parameter `ttlMonitorSleepSecs`. */
  ttlSeconds: number;
}

export async function makeEngine(
  store: Store,
  expression: Expression,
  connections: () => number,
): Promise<Engine> {
  const catalog = new Catalog(store, expression);
  await catalog.prepare();
  const startedAt = new Date();
  return { store, catalog, cursors: new Cursors(), expression, startedAt, connections, ttlSeconds: 60 };
}
