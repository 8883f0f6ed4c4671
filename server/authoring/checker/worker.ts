/** The checking thread: one job after another, an answer to each. */
import { parentPort } from 'node:worker_threads';
import { examineJob } from './examine.ts';
import type { CheckAnswer, CheckJob } from './job.ts';

parentPort?.on('message', (job: CheckJob) => {
  void answer(job).then((said) => parentPort?.postMessage(said));
});

async function answer(job: CheckJob): Promise<CheckAnswer> {
  try {
    return { checked: await examineJob(job) };
  } catch (error) {
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
