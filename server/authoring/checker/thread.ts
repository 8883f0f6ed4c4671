/** A thread of its own for checks, so that a module of a hundred pages holds up no learner. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../root.ts';
import type { CheckAnswer, CheckedModule, CheckJob } from './job.ts';

/** Why there is no answer: too many wait already, or the check took more memory or time than any module needs. */
export class NotChecked extends Error {
  readonly why: 'busy' | 'gave-up';
  constructor(why: 'busy' | 'gave-up') {
    super(`A draft was not checked: ${why}.`);
    this.why = why;
  }
}

interface Waiting {
  job: CheckJob;
  done: (checked: CheckedModule) => void;
  fail: (reason: Error) => void;
}

const MOST_WAITING = 50;
const MOST_MEGABYTES = 512;
const MOST_MS = 60_000;

/** Starts with the first job, stays warm for the next ones, and is begun anew when it dies. */
export class CheckingThread {
  readonly #waiting: Waiting[] = [];
  #current: Waiting | null = null;
  #worker: Worker | null = null;
  #limit: NodeJS.Timeout | undefined;

  /** @throws NotChecked */
  async check(job: CheckJob): Promise<CheckedModule> {
    if (this.#waiting.length >= MOST_WAITING) throw new NotChecked('busy');
    return await new Promise((done, fail) => {
      this.#waiting.push({ job, done, fail });
      this.#next();
    });
  }

  /** What waits is not checked any more. */
  async stop(): Promise<void> {
    for (const { fail } of this.#waiting.splice(0)) fail(new NotChecked('gave-up'));
    await this.#worker?.terminate();
  }

  #next(): void {
    if (this.#current) return;
    const next = this.#waiting.shift();
    if (!next) return;
    this.#current = next;
    this.#worker ??= this.#start();
    this.#worker.ref();
    this.#limit = setTimeout(() => void this.#worker?.terminate(), MOST_MS);
    this.#worker.postMessage(next.job);
  }

  #start(): Worker {
    const worker = new Worker(join(projectRoot, 'dist/server/authoring/checker/worker.js'), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    worker.on('message', (answer: CheckAnswer) => {
      this.#settle((current) => {
        if ('checked' in answer) current.done(answer.checked);
        else current.fail(new Error(answer.fault));
      });
    });
    // Out of memory, mostly: the exit that follows says it to who waits.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      this.#worker = null;
      this.#settle(({ fail }) => {
        fail(new NotChecked('gave-up'));
      });
    });
    return worker;
  }

  /** The one under way has its answer; an idle thread keeps no process alive. */
  #settle(answer: (current: Waiting) => void): void {
    clearTimeout(this.#limit);
    this.#worker?.unref();
    const current = this.#current;
    this.#current = null;
    if (current) answer(current);
    this.#next();
  }
}
