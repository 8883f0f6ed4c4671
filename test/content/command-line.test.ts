import { afterEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Io } from '../../scripts/noun.ts';
import { content } from '../../scripts/nouns/content.ts';
import { smallFolder } from './support/folder.ts';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function onDisk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rumbo-content-'));
  folders.push(folder);
  for (const [name, bytes] of smallFolder()) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return folder;
}

async function run(verb: string, ...args: string[]): Promise<{ code: number; out: string[]; err: string[] }> {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stdin: () => Promise.resolve(''),
    env: {},
  };
  const code = (await content.verbs[verb]?.run(args, io)) ?? -1;
  return { code, out: out.join('\n').split('\n'), err };
}

const BROKEN = 'test/content/fixtures/broken';

test('content check tells findings by line in the language asked for, and exits with 1 on an error', async () => {
  const spanish = await run('check', BROKEN);
  expect(spanish.code).toBe(1);
  expect(spanish.out).toContain(
    `${BROKEN}/overview/broken/es/01-all-rules.md:28:1: «check-none»: ninguna opción está marcada como correcta con «[x]». (right-answer)`,
  );
  const english = await run('check', `${BROKEN}/`, '--lang', 'en');
  expect(english.out).toContain(
    `${BROKEN}/overview/broken/es/01-all-rules.md:28:1: “check-none”: no option is marked as right with “[x]”. (right-answer)`,
  );
});

test('content check --json is an array for machines', async () => {
  const { out } = await run('check', BROKEN, '--json', '--lang', 'en');
  const findings: unknown = JSON.parse(out.join('\n'));
  expect(findings).toContainEqual({
    file: `${BROKEN}/overview/broken/es/quiz.md`,
    line: 12,
    column: 1,
    rule: 'question',
    severity: 'error',
    message: 'The question needs a stable id, the same in both languages: {#q-name}.',
  });
});

test('the real modules have no error, and the report tells words, parity, minutes and reading ease', async () => {
  const { code, out } = await run('check', 'modules-content');
  expect(code).toBe(0);
  expect(out.find((line) => line.startsWith('overview-2 · '))).toMatch(
    /^overview-2 · \d{4} \/ \d{4} \(\d{2,3} %\) · \d{3,4} \/ \d{3,4} · \d+ min \(\d+ \/ \d+\) · \d+ \/ \d+ · .*single \d+/,
  );
});

test('a track or a module alone can be named, inside the others or standing by itself', async () => {
  const folder = await onDisk();
  const lesson = join(folder, 'overview/the-chain/es/01-the-steps.md');
  await writeFile(lesson, (await readFile(lesson, 'utf8')).replace('Texto.', 'Texto de [[nada]].'));
  const sentence = 'es/01-the-steps.md:7:10: El glosario no tiene «nada». (terms)';
  for (const within of ['overview', 'overview/the-chain']) {
    const { code, out } = await run('check', join(folder, within));
    expect(code).toBe(1);
    expect(out).toContain(`${folder}/overview/the-chain/${sentence}`);
  }
  await rm(join(folder, 'tracks.yaml'));
  const alone = await run('check', join(folder, 'overview/the-chain'));
  expect(alone.out).toContain(`${folder}/overview/the-chain/${sentence}`);
  expect(alone.out.join('\n')).not.toContain('tracks.yaml');
});

test('a folder without modules has one finding', async () => {
  expect(JSON.parse((await run('check', 'scripts', '--json', '--lang', 'en')).out.join('\n'))).toEqual([
    {
      file: 'scripts/tracks.yaml',
      line: 1,
      column: 1,
      rule: 'tracks',
      severity: 'error',
      message: 'tracks.yaml, the list of the tracks, is missing.',
    },
  ]);
});

test('a folder that is not there is one finding; a wrong option is refused', async () => {
  expect(await run('check', '/nowhere', '--lang', 'en')).toMatchObject({
    code: 1,
    out: expect.arrayContaining(['/nowhere:1:1: The folder cannot be read: ENOENT (folder)']),
  });
  await expect(run('check', '--lang', 'fr')).rejects.toThrow('--lang is es or en.');
});

test('content check --against holds ids against an earlier copy', async () => {
  const folder = await onDisk();
  const earlier = await onDisk();
  const quiz = join(folder, 'overview/the-chain/es/quiz.md');
  for (const language of ['es', 'en']) {
    const file = quiz.replace('/es/', `/${language}/`);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/- \[x\][^]*?(?=### 2)/, '= 12\n\n**Explicación.** Así.\n\n'));
  }
  const { out, code } = await run('check', folder, '--against', earlier, '--lang', 'en');
  expect(code).toBe(1);
  expect(out.join('\n')).toContain(
    '“q-1” was published as single and is now numeric: give it another id. (stable-ids)',
  );
});

test('content confirm writes hashes beside the module, and never into the prose', async () => {
  const folder = await onDisk();
  const before = await readFile(join(folder, 'overview/the-chain/es/quiz.md'), 'utf8');
  expect((await run('confirm', 'overview/the-chain', '--folder', folder)).code).toBe(0);
  expect(await readFile(join(folder, 'overview/the-chain/twins.yaml'), 'utf8')).toMatch(
    /01-the-steps\.md:\n {2}- \["?\w{12}"?, "?\w{12}"?\]\n/,
  );
  expect(await readFile(join(folder, 'overview/the-chain/es/quiz.md'), 'utf8')).toBe(before);
  expect((await run('check', folder)).out).toContain('Ningún hallazgo.');
});

test('after content confirm each block that changes in one language is told, until its file is confirmed again', async () => {
  const folder = await onDisk();
  const confirmed = await run('confirm', 'overview/the-chain', '--folder', folder, '--lang', 'en');
  expect(confirmed.out).toEqual([
    'overview/the-chain/01-the-steps.md: confirmed.',
    'overview/the-chain/quiz.md: confirmed.',
  ]);
  const module = join(folder, 'overview/the-chain');
  for (const [file, from, to] of [
    ['es/01-the-steps.md', 'Texto.', 'Texto corregido.'],
    ['en/quiz.md', '- [ ]', '- [ ] Now'],
  ] as const)
    await writeFile(join(module, file), (await readFile(join(module, file), 'utf8')).replace(from, to));
  const stale = async () =>
    (await run('check', folder, '--lang', 'en')).out
      .filter((line) => line.endsWith('(stale)'))
      .map((line) => line.slice(module.length + 1));
  const [lesson, quiz] = [
    'en/01-the-steps.md:7:1: The Spanish block has changed since this one was confirmed. (stale)',
    'es/quiz.md:7:1: The English block has changed since this one was confirmed. (stale)',
  ];
  expect(await stale()).toEqual([lesson, quiz]);
  await run('confirm', 'overview/the-chain', 'quiz.md', '--folder', folder);
  expect(await stale()).toEqual([lesson]);
  await run('confirm', 'overview/the-chain', '--folder', folder);
  expect(await stale()).toEqual([]);
  await expect(run('confirm', 'overview/the-chain', '09-nothing.md', '--folder', folder)).rejects.toThrow(
    'There is no 09-nothing.md in overview/the-chain.',
  );
});
