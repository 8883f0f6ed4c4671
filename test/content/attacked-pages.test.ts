/** Whole pages made of attacks: on the site, in the preview and in a package, opened in Chromium. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { publishContent } from '../../server/catalogue/index.ts';
import { contentOf } from '../../server/content/index.ts';
import type { Module } from '../../server/content/module.ts';
import { modulePage } from '../../server/scorm/pages/page.ts';
import { previewPage } from '../../scripts/nouns/content-preview.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { PASSWORD, startRumbo } from '../support/rumbo.ts';
import { collections, inPages, PIECES } from './support/attacks.ts';
import { smallFolder } from './support/folder.ts';
import { attackedModule, countExecuted } from './support/hostile.ts';

const A_MODULE = 40;
const attacks = [
  PIECES.filter((piece) => piece.length > 3),
  ...(await collections()).map(({ vectors }) => vectors.slice(0, 240)),
].flatMap((vectors) => inPages(vectors, A_MODULE));
const modules = attacks.map((vectors, index) => attackedModule(`attack-${index}`, vectors));

(hasBrowser ? describe : describe.skip)('in Chromium, past the content security policy', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** Opens each page in turn and tells how many attacks ran. */
  async function executedOn(open: (page: Page) => Promise<void>): Promise<number> {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    const executed = await countExecuted(page);
    await open(page);
    await page.waitForTimeout(150);
    await context.close();
    return executed();
  }

  test('the judge counts what runs', async () => {
    const ran = await executedOn((page) => page.setContent('<img src="data:," onerror="alert(1)">'));
    expect(ran).toBe(1);
  });

  describe('on the site', () => {
    let rumbo: Awaited<ReturnType<typeof startRumbo>>;
    let server: Server;
    let base: string;
    beforeAll(async () => {
      rumbo = await startRumbo();
      server = createServer(rumbo.app);
      base = await listen(server);
      const { tracks, ...rest } = contentOf(smallFolder());
      const listed = tracks.map((track) => ({ ...track, modules: modules.map(({ module }) => module.id) }));
      const published = await publishContent({ ...rest, tracks: listed, modules });
      expect(published.every(({ isNew }) => isNew)).toBe(true);
      await rumbo.person('learner', 'ana@example.org');
    });
    afterAll(async () => {
      server.closeAllConnections();
      server.close();
      await rumbo.stop();
    });

    test.each(modules)('lessons, self-checks and the quiz of $module.id run nothing', async ({ module }) => {
      const ran = await executedOn(async (page) => {
        await page.goto(`${base}/es/sign-in`);
        await page.locator('#email').fill('ana@example.org');
        await page.locator('#password').fill(PASSWORD);
        await page.locator('main form .btn').first().click();
        await page.goto(`${base}/es/tracks/overview`);
        const enrol = page.getByRole('button', { name: /Inscribirme/ });
        if (await enrol.isVisible()) await enrol.click();
        await page.goto(`${base}/es/modules/${module.id}`);
        for (const { id } of module.lessons) {
          await page.goto(`${base}/es/modules/${module.id}/lessons/${id}`);
          expect(await page.locator('.check').count()).toBe(1);
        }
        await page.goto(`${base}/es/modules/${module.id}/quiz`);
        await page.getByRole('button', { name: 'Empezar el cuestionario' }).click();
        expect(await page.locator('fieldset.q').count()).toBe(module.quiz.questions.length);
        await page.getByRole('button', { name: 'Enviar respuestas' }).click();
        await page.getByRole('heading', { level: 1 }).waitFor();
      });
      expect(ran).toBe(0);
    });
  });

  test('the preview runs nothing', async () => {
    const content = { ...contentOf(smallFolder()), modules };
    const examination = { content, findings: [], statistics: [], spelled: true };
    const ran = await executedOn(async (page) => {
      await page.setContent(previewPage(examination, '/', 'es').html);
      for (const { module } of modules) {
        for (const part of [...module.lessons.map(({ id }) => id), 'quiz']) {
          const { status, html } = previewPage(examination, `/es/${module.id}/${part}`, 'en');
          expect(status).toBe(200);
          await page.setContent(html, { waitUntil: 'commit' });
        }
      }
    });
    expect(ran).toBe(0);
  });

  test('a package’s pages run nothing', async () => {
    const ran = await executedOn(async (page) => {
      for (const { module } of modules) await page.setContent(pageOf(module), { waitUntil: 'commit' });
    });
    expect(ran).toBe(0);
  });
});

const pageOf = (module: Module): string =>
  modulePage(module, {
    format: '1.2',
    languages: ['es', 'en'],
    revision: 1,
    passMark: 0.7,
    exitWhenComplete: 'suspend',
    shared: '',
    track: null,
    asset: (name) => `assets/${name}`,
  });

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
