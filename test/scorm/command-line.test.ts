/** `npx rumbo scorm export` and `check`, as a trainer or an administrator of an LMS calls them. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError, type Io } from '../../scripts/noun.ts';
import { scorm } from '../../scripts/nouns/scorm.ts';
import { makeFolder, packTo, unpack } from './packages.ts';

let folder: Awaited<ReturnType<typeof makeFolder>>;
beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(() => folder.remove());
const path = (name: string) => join(folder.path, name);

async function run(verb: string, ...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io: Io = {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    stdin: () => Promise.resolve(''),
    env: {},
  };
  return { code: await scorm.verbs[verb]?.run(args, io), out, err };
}

describe('scorm check', () => {
  test('ends with 0 on a sound package and says what it is', async () => {
    const file = await packTo(path('sound.zip'));
    expect(await run('check', file)).toEqual({
      code: 0,
      out: ['SCORM 1.2, 10 files: 0 errors, 0 advice.'],
      err: [],
    });
  });

  test('ends with 1 and a sentence a finding, in the language asked for', async () => {
    await writeFile(path('notes.zip'), 'not a ZIP');
    const { code, out } = await run('check', path('notes.zip'), '--lang', 'es');
    expect(code).toBe(1);
    expect(out[0]).toMatch(/^✗ El archivo no es un ZIP, o está dañado \(.+\)\. \(not-zip\)$/);
    expect(out.at(-1)).toBe('unknown edition, 0 files: 1 errors, 0 advice.');
  });

  test('--json is for machines', async () => {
    await writeFile(path('notes.zip'), 'not a ZIP');
    const { code, out } = await run('check', path('notes.zip'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      format: null,
      files: 0,
      findings: [{ rule: 'not-zip', severity: 'error' }],
    });
  });

  test.each([[[]], [['a.zip', 'b.zip']], [['a.zip', '--lang', 'fr']]])(
    'called with %j it says how to call it',
    async (args) => {
      await expect(run('check', ...args)).rejects.toThrow(UsageError);
    },
  );
});

describe('scorm export', () => {
  test('writes a checked package of a module, the same bytes each time', async () => {
    const first = await run('export', '--module', 'overview-2', '--out', path('one.zip'));
    expect(first).toEqual({
      code: 0,
      out: [expect.stringMatching(/one\.zip: SCORM 1\.2, \d+ files, checked\.$/)],
      err: [],
    });
    await run('export', '--module', 'overview-2', '--out', path('two.zip'));
    expect(await readFile(path('two.zip'))).toEqual(await readFile(path('one.zip')));
  });

  test('writes a track in both languages, in another edition and with a pass mark of one’s own', async () => {
    const options = ['--lang', 'es+en', '--format', '2004-3', '--pass-mark', '85', '--exit', 'normal'];
    const { code } = await run('export', '--track', 'overview', '--out', path('track.zip'), ...options);
    expect(code).toBe(0);
    const files = await unpack(path('track.zip'));
    expect(files.get('imsmanifest.xml')).toContain('<schemaversion>2004 3rd Edition<');
    expect(files.get('imsmanifest.xml')).toContain('<imsss:minNormalizedMeasure>0.85<');
    const pages = [...files].filter(([name]) => name.endsWith('/index.html'));
    expect(pages.length).toBeGreaterThan(1);
    for (const [, page] of pages) {
      expect(page).toMatch(/lang="es"[^]*lang="en"/);
      expect(page).toContain('"exitWhenComplete":"normal"');
    }
    expect(await run('check', path('track.zip'))).toMatchObject({ code: 0 });
  });

  test('refuses what does not exist, and leaves no file behind', async () => {
    for (const [scope, id] of [
      ['--module', 'nothing'],
      ['--track', 'nothing'],
    ] as const) {
      const { code, err } = await run('export', scope, id, '--out', path('none.zip'));
      expect(code).toBe(1);
      expect(err.join('')).toMatch(/^There is no /);
    }
    expect((await readdir(folder.path)).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  test.each([
    [['--module', 'overview-2']],
    [['--out', 'x.zip']],
    [['--module', 'a', '--track', 'b', '--out', 'x.zip']],
    [['--module', 'a', '--out', 'x.zip', '--lang', 'fr']],
    [['--module', 'a', '--out', 'x.zip', '--format', '1.3']],
    [['--module', 'a', '--out', 'x.zip', '--pass-mark', 'most']],
    [['--module', 'a', '--out', 'x.zip', '--pass-mark', '101']],
    [['--module', 'a', '--out', 'x.zip', '--revision', '0']],
    [['--module', 'a', '--out', 'x.zip', '--exit', 'logout']],
  ])('called with %j it says how to call it', async (args) => {
    await expect(run('export', ...args)).rejects.toThrow(UsageError);
  });
});
