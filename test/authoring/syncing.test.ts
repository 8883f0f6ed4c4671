/** The folder and the platform, each changed by someone, brought level: `rumbo content pull` and `push`. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pullContent } from '../../server/authoring/index.ts';
import { threeWay } from '../../server/authoring/syncing/three-way.ts';
import {
  forgetCatalogue,
  getModule,
  publishContent,
  readRecord,
  releaseModule,
} from '../../server/catalogue/index.ts';
import { contentOf, loadContent, readFolder } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';
import { startRumbo } from '../support/rumbo.ts';

const AT = 'overview/linking-plan-and-budget';
const LESSON = 'es/01-why-they-do-not-meet.md';
const by = { id: 'a'.repeat(24), name: 'Persona Ficticia' };

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let folder: string;
beforeAll(async () => {
  rumbo = await startRumbo();
  folder = await mkdtemp(join(tmpdir(), 'rumbo-sync-'));
  await cp(join(projectRoot, 'modules-content'), folder, { recursive: true });
});
afterAll(async () => {
  await rumbo.stop();
  await rm(folder, { recursive: true });
});

const read = (path: string) => readFile(join(folder, AT, path), 'utf8');
const change = async (path: string, how: (text: string) => string) =>
  await writeFile(join(folder, AT, path), how(await read(path)));
const options = { dryRun: false, take: null };
const stepsOf = async (how: Parameters<typeof pullContent>[1]) =>
  (await pullContent(folder, how)).modules.flatMap(({ steps }) =>
    steps.map(({ path, step }) => [path, step]),
  );

/** Publishes a change of one text on the platform, as the workshop does. */
async function onPlatform(path: string, how: (text: string) => string, from = folder): Promise<void> {
  const { files } = await readFolder(from);
  const name = `${AT}/${path}`;
  files.set(name, Buffer.from(how(files.get(name)?.toString() ?? '')));
  const loaded = contentOf(files).modules.find((one) => one.folder === AT);
  if (!loaded) throw new Error('The module has an error.');
  const { revision } = (await getModule(loaded.module.id)).module;
  expect(await releaseModule(loaded, revision, { by, note: 'Cambio' })).toMatchObject({
    outcome: 'published',
  });
}

test('a folder that is level has nothing to do, and notes the revision of each module', async () => {
  expect(await stepsOf(options)).toEqual([]);
  expect((await readRecord(folder))['overview-3']).toBe(1);
});

test('what only the platform changed is taken, and a dry run only says so', async () => {
  await onPlatform(LESSON, (text) => text.replace(/^title: .*$/m, 'title: Relojes distintos'));
  expect(await stepsOf({ ...options, dryRun: true })).toEqual([[LESSON, 'take']]);
  expect(await read(LESSON)).not.toContain('Relojes distintos');
  expect(await stepsOf(options)).toEqual([[LESSON, 'take']]);
  expect(await read(LESSON)).toContain('title: Relojes distintos');
  expect((await readRecord(folder))['overview-3']).toBe(2);
});

test('changes of both sides on different lines are put together, and then pushed', async () => {
  await onPlatform(LESSON, (text) => text.replace(/^title: .*$/m, 'title: Relojes distintos, un solo país'));
  await change(LESSON, (text) => `${text.trimEnd()}\n\nEscrito en la carpeta.\n`);
  const late = await publishContent(await loadContent(folder), await readRecord(folder));
  expect(late.find(({ module }) => module === 'overview-3')).toMatchObject({ isNew: false, isLevel: false });

  expect(await stepsOf(options)).toEqual([[LESSON, 'merge']]);
  const merged = await read(LESSON);
  expect(merged).toContain('title: Relojes distintos, un solo país');
  expect(merged).toContain('Escrito en la carpeta.');
  const pushed = await publishContent(await loadContent(folder), await readRecord(folder));
  expect(pushed.find(({ module }) => module === 'overview-3')).toMatchObject({ isNew: true, revision: 4 });
  forgetCatalogue();
  await pullContent(folder, options);
});

test('changes of the same lines are told and left, until someone decides', async () => {
  const before = await mkdtemp(join(tmpdir(), 'rumbo-sync-'));
  await cp(folder, before, { recursive: true });
  await change(LESSON, (text) => text.replace('Escrito en la carpeta.', 'Escrito aquí.'));
  await onPlatform(LESSON, (text) => text.replace('Escrito en la carpeta.', 'Escrito allá.'), before);
  await rm(before, { recursive: true });
  expect(await stepsOf(options)).toEqual([[LESSON, 'conflict']]);
  expect(await read(LESSON)).toContain('Escrito aquí.');
  // Nothing is forgotten: asked again, it is still in conflict.
  expect(await stepsOf(options)).toEqual([[LESSON, 'conflict']]);
  expect(await stepsOf({ ...options, take: 'platform' })).toEqual([[LESSON, 'take']]);
  expect(await read(LESSON)).toContain('Escrito allá.');
});

test('a change of one side is never lost, whatever the other does', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 })
    .map((lines) => lines.join('\n'));
  const side = fc.option(
    text.map((one) => Buffer.from(one)),
    { nil: undefined },
  );
  fc.assert(
    fc.property(side, side, side, (base, mine, theirs) => {
      const files = (bytes: Buffer | undefined) => new Map(bytes ? [['es/a.md', bytes]] : []);
      const [step] = threeWay(files(base), files(mine), files(theirs));
      const equal = (one?: Buffer, other?: Buffer) => one?.toString() === other?.toString();
      const wanted = equal(mine, theirs)
        ? [undefined]
        : equal(mine, base)
          ? ['take']
          : equal(theirs, base)
            ? ['keep']
            : ['merge', 'conflict'];
      expect(wanted).toContain(step?.step);
    }),
    { numRuns: 300 },
  );
});
