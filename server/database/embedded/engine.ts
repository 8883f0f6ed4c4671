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
  /** Seconds between two removals of expired documents; MongoDB's parameter `ttlMonitorSleepSecs`. */
  ttlSeconds: number;
}

export async function makeEngine(store: Store, expression: Expression): Promise<Engine> {
  const catalog = new Catalog(store, expression);
  await catalog.prepare();
  return { store, catalog, cursors: new Cursors(), expression, startedAt: new Date(), ttlSeconds: 60 };
}
