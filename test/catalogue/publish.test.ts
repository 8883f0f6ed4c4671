import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  forgetCatalogue,
  getModule,
  publishContent,
  releaseModule,
  sourceOf,
} from '../../server/catalogue/index.ts';
import { loadContent } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';
import { startRumbo } from '../support/rumbo.ts';

const LESSON = 'overview/country-results-framework/es/02-the-results-chain.md';
let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let folder: string;
beforeAll(async () => {
  rumbo = await startRumbo();
  folder = await mkdtemp(join(tmpdir(), 'rumbo-content-'));
  await cp(join(projectRoot, 'modules-content'), folder, { recursive: true });
});
afterAll(async () => {
  await rumbo.stop();
  await rm(folder, { recursive: true });
});

const publish = async () => {
  const content = await loadContent(folder);
  const publications = await publishContent(content);
  forgetCatalogue();
  return { content, made: publications.filter(({ isNew }) => isNew) };
};
const QUIZ = 'overview/country-results-framework/LANG/quiz.md';
const edit = async (change: (text: string) => string) =>
  await writeFile(join(folder, LESSON), change(await readFile(join(folder, LESSON), 'utf8')));

test('publishing the same files again publishes nothing', async () => {
  expect((await publish()).made).toEqual([]);
});

test('a module with a mistake names file and line, and stays as it was while the others go on', async () => {
  const right = await readFile(join(folder, LESSON), 'utf8');
  await edit((text) => text.replace(/^title: .*$/m, 'title: [unfinished'));
  const { content, made } = await publish();
  expect(made).toEqual([]);
  expect(content.modules.map(({ module }) => module.id)).not.toContain('overview-2');
  expect(content.modules.length).toBeGreaterThan(0);
  expect(content.failed.map(({ folder: name }) => name)).toContainEqual(
    expect.stringContaining('country-results-framework'),
  );
  expect(content.findings).toContainEqual(
    expect.objectContaining({
      severity: 'error',
      file: expect.stringContaining(LESSON),
      line: expect.any(Number),
    }),
  );
  expect((await getModule('overview-2')).module.revision).toBe(1);
  await writeFile(join(folder, LESSON), right);
});

test('a new revision keeps what was read, and an attempt keeps the questions that it drew', async () => {
  const learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const lesson = '/es/modules/overview-2/lessons/the-results-chain';
  await learner.post(lesson, `${lesson}/done`, {});
  await learner.post('/es/modules/overview-2/quiz', '/es/modules/overview-2/quiz/start', {});
  const before = (await learner.get('/es/modules/overview-2/quiz')).text;

  await edit((text) => `${text.trimEnd()}\n\nUna frase nueva para esta revisión.\n`);
  const { made } = await publish();
  expect(made).toEqual([{ module: 'overview-2', revision: 2, isNew: true, isLevel: true, findings: [] }]);

  expect((await learner.get(lesson)).text).toContain('Una frase nueva para esta revisión.');
  expect((await learner.get('/es/modules/overview-2')).text).toContain('1 de 5 lecciones');
  const after = (await learner.get('/es/modules/overview-2/quiz')).text;
  const questions = (html: string) =>
    [...html.matchAll(/<fieldset class="q" id="([^"]+)"/g)].map(([, id]) => id);
  expect(questions(after)).toEqual(questions(before));
});

test('a published id that has become another kind of question is not published, and says where', async () => {
  const revision = (await getModule('overview-2')).module.revision;
  const right = new Map<string, string>();
  for (const language of ['es', 'en']) {
    const file = join(folder, QUIZ.replace('LANG', language));
    const text = await readFile(file, 'utf8');
    right.set(file, text);
    // The first choice of the bank becomes a number under the same id.
    await writeFile(
      file,
      text
        .replace(/^- \[[ x]\][^]*?(?=\n\n(?:\*\*Exp|###))/m, '= 12')
        .replace(/^= 12\n\n###/m, '= 12\n\n**Explicación.** Así.\n\n###'),
    );
  }
  const content = await loadContent(folder);
  expect(content.failed).toEqual([]);
  const refused = (await publishContent(content)).find(({ module }) => module === 'overview-2');
  expect(refused).toMatchObject({ isNew: false, revision });
  expect(refused?.findings.filter(({ severity }) => severity === 'error')).toEqual([
    expect.objectContaining({
      rule: 'stable-ids',
      file: QUIZ.replace('LANG', 'es'),
      message: expect.objectContaining({
        en: expect.stringContaining('is now numeric: give it another id.'),
      }),
    }),
  ]);
  forgetCatalogue();
  expect((await getModule('overview-2')).module.revision).toBe(revision);
  for (const [file, text] of right) await writeFile(file, text);
});

describe('what the platform publishes', () => {
  const by = { id: 'a'.repeat(24), name: 'Persona Ficticia' };
  const file = (id: string) => join(folder, MODULE, 'es', id);
  const MODULE = 'overview/linking-plan-and-budget';
  const loaded = async () => {
    const found = (await loadContent(folder)).modules.find(({ folder: name }) => name === MODULE);
    if (!found) throw new Error(`${MODULE} has an error.`);
    return found;
  };
  const name = '01-why-they-do-not-meet.md';

  test('stays when the folder, unchanged, is published again at the next start', async () => {
    const before = await readFile(file(name), 'utf8');
    const { module } = await loaded();
    const { revision: base } = (await getModule(module.id)).module;
    await writeFile(file(name), `${before.trimEnd()}\n\nEscrito en la plataforma.\n`);
    const changed = await loaded();
    expect(await releaseModule(changed, base, { by, note: 'Un párrafo más' })).toEqual({
      outcome: 'published',
      revision: base + 1,
    });
    expect(await releaseModule(changed, base, { by, note: '' })).toMatchObject({ outcome: 'moved-on' });
    expect(await releaseModule(changed, base + 1, { by, note: '' })).toMatchObject({ outcome: 'unchanged' });

    // The files that were handed in come back byte for byte.
    const source = await sourceOf(module.id, base + 1);
    expect(source?.folder).toBe(MODULE);
    expect(source?.files.get(`es/${name}`)?.toString()).toContain('Escrito en la plataforma.');
    expect(new Set(source?.files.keys())).toEqual(new Set(changed.files.keys()));

    await writeFile(file(name), before);
    expect((await publish()).made).toEqual([]);
    expect((await getModule(module.id)).module.revision).toBe(base + 1);

    // Changed on both sides: nothing is overwritten, and it is said.
    await writeFile(file(name), `${before.trimEnd()}\n\nEscrito en la carpeta.\n`);
    const content = await loadContent(folder);
    const told = (await publishContent(content)).find((one) => one.module === module.id);
    expect(told).toMatchObject({ isNew: false, findings: [{ rule: 'moved-on', severity: 'error' }] });
    await writeFile(file(name), before);
  });
});
