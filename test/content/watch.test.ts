/** `content watch`: the preview shows what learners will see, and follows the files while they are edited. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { servePreview } from '../../scripts/nouns/content-watch.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { FOLDER, smallFolder } from './support/folder.ts';

const LESSON = `${FOLDER}/es/01-the-steps.md`;
const lesson = (text: string, title = 'Los pasos') =>
  `---\ntitle: ${title}\nminutes: 1\nobjectives: [o1]\n---\n\n${text}\n`;

let folder: string;
let address: string;
let stop: AbortController;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rumbo-watch-'));
  for (const [name, bytes] of smallFolder()) await write(name, bytes);
  stop = new AbortController();
});
afterEach(async () => {
  stop.abort();
  await rm(folder, { recursive: true });
});

async function write(name: string, content: string | Buffer): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}
const serve = async () => {
  address = await servePreview(folder, { port: 0, language: 'en', stop: stop.signal });
};
const get = async (path: string) => (await fetch(new URL(path, address))).text();

test('it shows lessons, the quiz with its answers, worksheets, the guide, and what the checker finds', async () => {
  await cp(
    'test/content/fixtures/broken/overview/broken/assets/pale.svg',
    join(folder, FOLDER, 'assets/pale.svg'),
  );
  for (const language of ['es', 'en']) {
    await write(`${FOLDER}/${language}/01-the-steps.md`, lesson('Texto.\n\n{{worksheet:sheet}}'));
    await write(
      `${FOLDER}/${language}/facilitator.md`,
      '---\ntitle: Guía\nminutes: 90\n---\n\nPara el taller.\n',
    );
  }
  await write(
    `${FOLDER}/worksheets/sheet.yaml`,
    'id: sheet\ntitle: { es: Mi hoja, en: My sheet }\ninstructions: { es: Complete., en: Complete. }\n' +
      'parts: [{ kind: form, id: f, title: { es: Nota, en: Note }, fields: [{ id: x, type: text, label: { es: Por qué, en: Why } }] }]\n',
  );
  await serve();
  expect(await get('/')).toContain('No lesson uses this file.');
  expect(await get('/assets/overview-1/pale.svg')).not.toContain('onload');
  const shown = await get('/es/overview-1/the-steps');
  expect(shown).toContain('<p>Texto.</p>');
  expect(shown).toContain('Mi hoja');
  expect(shown).toContain('Por qué');
  const quiz = await get('/en/overview-1/quiz');
  expect(quiz).toContain('Yes, it changes.');
  expect(quiz).toContain('type="radio"');
  expect(await get('/es/overview-1/facilitator')).toContain('<p>Para el taller.</p>');
  for (const [path, status] of [
    ['/es/overview-1/nothing', 404],
    ['/%', 404],
    ['/assets/overview-1/nothing.svg', 404],
  ] as const)
    expect((await fetch(new URL(path, address))).status).toBe(status);
});

(hasBrowser ? describe : describe.skip)('in Chromium (skipped where there is no /usr/bin/chromium)', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('the page follows the file, however an editor writes it, through a mistake and back', async () => {
    await serve();
    page = await browser.newPage();
    await page.goto(new URL('/es/overview-1/the-steps', address).href);
    await page.getByText('Texto.', { exact: true }).waitFor();

    await write(LESSON, lesson('Escrito en su lugar.'));
    await page.getByText('Escrito en su lugar.').waitFor();

    for (const text of ['Puesto encima.', 'Otra vez encima.']) {
      await write(`${LESSON}.tmp~`, lesson(text));
      await rename(join(folder, `${LESSON}.tmp~`), join(folder, LESSON));
      await page.getByText(text).waitFor();
    }
    await write(LESSON, lesson('En su lugar, después.'));
    await page.getByText('En su lugar, después.').waitFor();

    await write(LESSON, lesson('Con <b>HTML</b> y [[nada]].'));
    await page.getByText('The glossary does not have “nada”.').waitFor();
    await write(LESSON, lesson('De nuevo bien.'));
    await page.getByText('De nuevo bien.').waitFor();

    for (const language of ['es', 'en'])
      await write(`${FOLDER}/${language}/02-more.md`, lesson('Una lección nueva.', 'Más'));
    await page.goto(new URL('/es/overview-1/more', address).href);
    await page.getByText('Una lección nueva.').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Más');
    await page.close();
  });
});
