import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../root.ts';
import { toError, type OpeningFault } from './opening-errors.ts';

export * from './opening-errors.ts';

export interface EmbeddedDatabase {
  /** Where any MongoDB driver reaches the database while it is open. */
  readonly uri: string;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  /** False only for the temporary folders of tests: a write is answered before it is on disk. */
  readonly durable?: boolean;
  /** False to look at a copy without removing what has expired in it. */
  readonly upkeep?: boolean;
}

/** What the worker says: once, whether it serves; and when it has closed. */
export type FromWorker = { readonly uri: string } | { readonly fault: OpeningFault };

/**
 * Opens the database that lives in `folder`, making it when it is not there, and serves it on a unix socket from a
 * thread of its own, so that its work never stops the web.
 * @throws DatabaseInUse with the owner's address, or another DatabaseNotOpened with a sentence for the operator
 */
export async function openEmbeddedDatabase({
  folder,
  durable = true,
  upkeep = true,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const path = resolve(folder);
  const worker = new Worker(join(projectRoot, 'dist/server/database/embedded/worker.js'), {
    workerData: { folder: path, durable, upkeep },
  });
  const [answer] = (await once(worker, 'message')) as [FromWorker];
  if ('fault' in answer) {
    await worker.terminate();
    throw toError(path, answer.fault);
  }
  return {
    uri: answer.uri,
    async close() {
      const exited = once(worker, 'exit');
      worker.postMessage('close');
      await exited;
    },
  };
}
