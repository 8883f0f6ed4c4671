import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../root.ts';
import type { DocumentInput, ReadDocument } from './reading.ts';

export type Conversion =
  { read: ReadDocument; fault: null } | { read: null; fault: 'docx-damaged' | 'docx-too-much' };

/** The 43,000 words that a lesson may have take three on a busy machine. */
const SECONDS = 20;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads a document in a thread with a memory and a time of its own: whatever is in it, the web does not wait for it.
 * One document after another, so that the memory is that of one.
 */
export async function convertDocument(document: DocumentInput): Promise<Conversion> {
  const own = before.then(async () => await convert(document));
  before = own.catch(() => null);
  return await own;
}

async function convert(document: DocumentInput): Promise<Conversion> {
  const worker = new Worker(join(projectRoot, 'dist/server/authoring/docx/worker.js'), {
    workerData: document,
    resourceLimits: MEMORY,
    env: {},
  });
  try {
    const signal = AbortSignal.timeout(SECONDS * 1_000);
    const [read] = (await once(worker, 'message', { signal })) as [ReadDocument];
    return { read, fault: null };
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : null;
    const isTooMuch = code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ABORT_ERR';
    return { read: null, fault: isTooMuch ? 'docx-too-much' : 'docx-damaged' };
  } finally {
    await worker.terminate();
  }
}
