/** The history of a module: what changed, for whom, and back again; and its place in the track. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { getCatalogue, getModule } from '../../server/catalogue/index.ts';
import { changesBetween } from '../../server/authoring/changes.ts';
import { changedLines, textChanges } from '../../server/authoring/text-changes.ts';
import { readFolder } from '../../server/content/index.ts';
import { projectRoot } from '../../server/root.ts';
import { readArchive } from '../../server/zip/reading.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const WORKSHOP = '/es/trainer/workshop';
const MODULE = `${WORKSHOP}/overview-2`;
const DRAFT = '/es/trainer/drafts/overview-2';
const LESSON = `${DRAFT}/texts/es/02-the-results-chain.md`;

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
});
afterAll(async () => {
  await rumbo.stop();
});

const hidden = (page: string, name: string) =>
  new RegExp(`name="${name}" value="(\\d+)"`).exec(page)?.[1] ?? '';

async function rename(title: string): Promise<void> {
  const page = (await trainer.get(LESSON)).text;
  const text = (/<textarea[^>]*name="text"[^>]*>\n([^]*?)<\/textarea>/.exec(page)?.[1] ?? '')
    .replace(/&#x3D;/g, '=')
    .replace(/&quot;/g, '"')
    .replace(/&gt;/g, '>')
    .replace(/&lt;/g, '<')
    .replace(/&#x27;/g, "'")
    .replace(/&#x60;/g, '`')
    .replace(/&amp;/g, '&');
  await trainer.post(LESSON, LESSON, {
    text: text.replace(/^title: .*$/m, `title: ${title}`),
    base: hidden(page, 'base'),
  });
}

async function publish(note: string): Promise<void> {
  const version = hidden((await trainer.get(DRAFT)).text, 'version');
  expect((await trainer.post(DRAFT, `${DRAFT}/publish`, { version, note, staleToo: 'yes' })).status).toBe(
    303,
  );
}

/** A module's files in modules-content/. */
async function folderFiles(folder: string): Promise<Map<string, Buffer>> {
  const { files } = await readFolder(join(projectRoot, 'modules-content'));
  return new Map([...files].filter(([path]) => path.startsWith(`${folder}/`)).toSorted());
}

test('before publishing one sees what changes for learners, line by line and page by page', async () => {
  await trainer.post(WORKSHOP, `${MODULE}/open`, {});
  await rename('La cadena y sus peldaños');
  const draft = (await trainer.get(DRAFT)).text;
  expect(draft).toContain('La lección «La cadena de resultados» pasa a llamarse «La cadena y sus peldaños»');
  const page = (await trainer.get(`${MODULE}/compare/1/draft`)).text;
  expect(page).toMatch(/<del>[^<]*resultados<\/del>/);
  expect(page).toMatch(/<ins>[^<]*peldaños<\/ins>/);
  expect(page).toContain('id="old-the-results-chain--');
  expect(page).toContain('id="new-the-results-chain--');
  const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(new Set(ids).size);
});

test('each revision says who published it, when and why; an earlier one comes back as a new one', async () => {
  await publish('Un título más claro');
  const page = (await trainer.get(`${MODULE}/history`)).text;
  expect(page).toContain('Un título más claro');
  expect(page).toContain('Ana Prueba');
  expect(page).toContain('Desde la carpeta de contenidos');

  const zip = await trainer.download(`${MODULE}/history/1/zip`);
  const { files } = await readArchive(zip.body as Buffer, { entries: 1_000, bytes: 1e8 });
  expect(files).toEqual(await folderFiles('overview/country-results-framework'));
  expect((await trainer.get(`${MODULE}/history/9/zip`)).status).toBe(404);

  await trainer.post(`${MODULE}/history`, `${MODULE}/history/1/restore`, {});
  const second = await trainer.post(WORKSHOP, `${MODULE}/history/1/restore`, {});
  expect(second.status).toBe(409);
  expect(second.text).toContain('Ya hay un borrador de este módulo.');
  await publish('Vuelve el título de antes');
  const { module } = await getModule('overview-2');
  expect(module.revision).toBe(3);
  expect(module.content.lessons[1]?.title.es).toBe('La cadena de resultados');
  expect((await trainer.get(`${MODULE}/compare/1/3`)).text).toContain('No hay diferencias.');
});

test('coordinators arrange a track; trainers do not', async () => {
  const coordinator = await rumbo.person('coordinator', 'coordina@example.org');
  const order = async () => (await getCatalogue()).tracks[0]?.modules;
  const before = await order();
  expect((await trainer.post(WORKSHOP, `${MODULE}/move`, { to: 'up' })).status).toBe(403);
  expect(await order()).toEqual(before);

  await coordinator.post(WORKSHOP, `${MODULE}/move`, { to: 'up' });
  expect((await order())?.slice(0, 2)).toEqual(['overview-2', 'overview-1']);
  await coordinator.post(WORKSHOP, `${MODULE}/move`, { to: 'up' });
  await coordinator.post(WORKSHOP, `${MODULE}/move`, { to: 'down' });
  expect(await order()).toEqual(before);

  await coordinator.post(WORKSHOP, `${WORKSHOP}/overview-3/archive`, {});
  expect(await order()).not.toContain('overview-3');
  expect((await coordinator.get('/es/tracks/overview')).text).not.toContain(
    'Vincular el plan y el presupuesto',
  );
  expect((await coordinator.get(WORKSHOP)).text).toContain('Módulos archivados');
  await coordinator.post(WORKSHOP, `${WORKSHOP}/overview-3/unarchive`, { track: 'overview' });
  expect((await order())?.at(-1)).toBe('overview-3');
});

test('lines are told apart by their words, and long equal stretches are left out', () => {
  const same = Array.from({ length: 10 }, (_, index) => `line ${String(index)}`).join('\n');
  expect(changedLines(`${same}\nold end\n`, `${same}\nnew end\n`)).toEqual([
    { kind: 'skipped', count: 8 },
    { kind: 'same', text: 'line 8' },
    { kind: 'same', text: 'line 9' },
    {
      kind: 'out',
      pieces: [
        { text: 'old', isChanged: true },
        { text: ' end', isChanged: false },
      ],
    },
    {
      kind: 'in',
      pieces: [
        { text: 'new', isChanged: true },
        { text: ' end', isChanged: false },
      ],
    },
  ]);
  expect(changedLines('', 'a\nb\n')).toEqual([
    { kind: 'in', pieces: [{ text: 'a', isChanged: true }] },
    { kind: 'in', pieces: [{ text: 'b', isChanged: true }] },
  ]);
});

test('files that come and go are named, and equal ones are not', () => {
  const file = (text: string) => Buffer.from(text);
  const before = new Map([
    ['es/a.md', file('a')],
    ['assets/x.png', file('1')],
    ['gone.yaml', file('x: 1')],
  ]);
  const after = new Map([
    ['es/a.md', file('a')],
    ['assets/x.png', file('2')],
    ['new.yaml', file('y: 1')],
  ]);
  expect(textChanges(before, after)).toEqual([
    { path: 'assets/x.png', kind: 'changed', lines: [] },
    {
      path: 'gone.yaml',
      kind: 'gone',
      lines: [{ kind: 'out', pieces: [{ text: 'x: 1', isChanged: true }] }],
    },
    { path: 'new.yaml', kind: 'new', lines: [{ kind: 'in', pieces: [{ text: 'y: 1', isChanged: true }] }] },
  ]);
});

test('a module against itself has no change', async () => {
  const { content } = (await getModule('overview-2')).module;
  expect(Object.values(changesBetween(content, structuredClone(content))).flat()).toEqual([]);
  const none = changesBetween(null, content);
  expect(none.newLessons).toHaveLength(content.lessons.length);
  expect(none.newQuestions).toHaveLength(content.quiz.questions.length);
});
