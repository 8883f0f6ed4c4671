/** The built platform as its operator runs it: start, signals, a second start, the command line beside it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { projectRoot } from '../../server/root.ts';

let dataDir: string;
let port: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rumbo-process-'));
  port = String(await freePort());
});
afterAll(async () => await rm(dataDir, { recursive: true, force: true }));

test('starts, serves, ends cleanly on SIGTERM, and keeps everything for the next start', async () => {
  const first = await start();
  expect(first.output()).toMatch(/"published":[1-9]/);
  const setup = /http\S+\/es\/setup\/\S+/.exec(first.output())?.[0] ?? '';
  expect((await fetch(setup)).status).toBe(200);
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${first.url}/readyz`)).status).toBe(200);

  // The command line talks to the database that the running server holds.
  const made = await rumbo(
    [
      'users',
      'create',
      '--email',
      'coordina@example.org',
      '--name',
      'Coordina Ejemplo',
      '--role',
      'coordinator',
      '--password-stdin',
    ],
    'una frase larga y segura',
  );
  expect(made).toMatchObject({ code: 0, out: 'coordina@example.org is now a coordinator.\n' });
  const earlier = 'test/content/fixtures/broken-before';
  const check = await rumbo(['content', 'check', earlier, '--published', '--quiet', '--lang', 'en']);
  expect(check).toMatchObject({ code: 0, out: expect.stringContaining('(stable-ids)') });
  expect((await rumbo(['demo'])).code).toBe(1);
  expect(await first.stop('SIGTERM')).toBe(0);

  const second = await start();
  expect(second.output()).toContain('"published":0');
  expect(second.output()).not.toContain('/setup/');
  expect(await second.stop('SIGINT')).toBe(0);
});

test('a bad environment stops the start with a sentence', async () => {
  const { code, err } = await run('node', ['dist/server/main.js'], '', { PORT: 'many' });
  expect({ code, err }).toEqual({ code: 1, err: 'PORT must be a whole number from 0 to 65535.\n' });
});

test('a wrong command says what is wrong and how it is called', async () => {
  expect(await rumbo(['fly'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('There is no command “fly”.'),
  });
  expect(await rumbo(['users', 'create', '--colour', 'red'])).toMatchObject({ code: 2 });
  expect(
    await rumbo(['users', 'create', '--email', 'x', '--name', 'X', '--password-stdin'], 'short'),
  ).toMatchObject({
    code: 1,
    err: expect.stringContaining('--password: The password needs 12 characters or more'),
  });
  expect(await rumbo(['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('rumbo scorm export'),
  });
});

test.each([
  ['output', []],
  ['errors', ['fly']],
] as const)('whoever stops reading the %s is told nothing more', async (stream, called) => {
  const args = called.length > 0 ? called : (['content', 'check', 'test/content/fixtures/broken'] as const);
  const child = spawn('node', ['scripts/rumbo.mjs', ...args], { cwd: projectRoot, env: environment() });
  const [read, closed] = stream === 'output' ? [child.stderr, child.stdout] : [child.stdout, child.stderr];
  closed.destroy();
  let told = '';
  read.on('data', (bytes: Buffer) => (told += bytes.toString()));
  await once(child, 'close');
  expect(told).toBe('');
  expect(child.signalCode).toBeNull();
});

async function start() {
  const child = spawn('node', ['dist/server/main.js'], { cwd: projectRoot, env: environment() });
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const url = `http://localhost:${port}`;
  while (!text.includes('Rumbo: http') || !(await answers(url))) {
    if (child.exitCode !== null) throw new Error(text);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { url, output: () => text, stop: async (signal: NodeJS.Signals) => await stop(child, signal) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const exit = once(child, 'exit');
  child.kill(signal);
  const [code] = (await exit) as [number | null];
  return code;
}

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function rumbo(args: string[], input = '') {
  return await run('node', ['scripts/rumbo.mjs', ...args], input);
}

async function run(command: string, args: string[], input: string, env: Record<string, string> = {}) {
  const child = spawn(command, args, { cwd: projectRoot, env: { ...environment(), ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

function environment(): NodeJS.ProcessEnv {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'info' };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
