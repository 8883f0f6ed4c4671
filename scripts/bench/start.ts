/**
 * Time from `npm start` to the first page, on a database whose content is published already.
 * Run: npx tsx scripts/bench/start.ts
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../server/root.ts';

const PORT = '3999';
const RUNS = 6;
const dataDir = await mkdtemp(join(tmpdir(), 'rumbo-start-'));
const times: number[] = [];
for (let run = 0; run < RUNS; run++) {
  const started = performance.now();
  const server = spawn('npm', ['start', '--silent'], {
    cwd: projectRoot,
    env: { ...process.env, PORT, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
    detached: true,
  });
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, 20));
  times.push(performance.now() - started);
  const ended = new Promise((resolve) => server.once('exit', resolve));
  // The group that this very run started: npm and the server below it.
  process.kill(-(server.pid ?? 0), 'SIGTERM');
  await ended;
}
const [first = 0, ...later] = times;
console.log(`First start, which publishes: ${first.toFixed(0)} ms`);
console.log(`Later starts: ${later.map((time) => time.toFixed(0)).join(', ')} ms`);
await rm(dataDir, { recursive: true });

async function answers(): Promise<boolean> {
  try {
    return (await fetch(`http://localhost:${PORT}/es`)).ok;
  } catch {
    return false;
  }
}
