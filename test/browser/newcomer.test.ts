/** A newcomer's walk in a real browser: start, register, learn, quiz, finish; on a phone and at a desk, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { getModule } from '../../server/catalogue/index.ts';
import type { Language, Question } from '../../server/content/module.ts';
import { translator } from '../../server/rendering/index.ts';
import { expectSound } from '../support/axe.ts';
import { hasBrowser } from '../support/browser.ts';
import { PASSWORD } from '../support/rumbo.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

const walks: { language: Language; width: number; scripts: boolean }[] = [
  { language: 'es', width: 360, scripts: false },
  { language: 'es', width: 1280, scripts: true },
  { language: 'en', width: 360, scripts: true },
  { language: 'en', width: 1280, scripts: false },
];

(hasBrowser ? describe : describe.skip)(
  'a newcomer, in Chromium (skipped where there is no /usr/bin/chromium)',
  () => {
    let site: RumboInBrowser;

    beforeAll(async () => {
      site = await startRumboInBrowser();
    });
    afterAll(async () => {
      await site.stop();
    });

    test.each(walks)(
      'walks in $language at $width px, scripts: $scripts',
      async ({ language, width, scripts }) => {
        const t = translator(language);
        const context = await site.browser.newContext({
          viewport: { width, height: 800 },
          locale: language === 'es' ? 'es-GT' : 'en-BZ',
          javaScriptEnabled: scripts,
        });
        const page = await context.newPage();
        const faults = watch(page);
        const look = async () => await expectSound(page, width, scripts);

        await page.goto(site.base);
        expect(new URL(page.url()).pathname).toBe(`/${language}`);
        await look();
        await page
          .getByRole('link', { name: t('catalogue.createAccount') })
          .first()
          .click();
        await page.getByRole('button', { name: t('accounts.registerButton') }).click();
        expect(await page.getByRole('alert').textContent()).toContain(t('accounts.nameMissing'));
        await look();
        await page.getByLabel(t('accounts.name')).fill('Marta Ejemplo');
        await page.getByLabel(t('accounts.email')).fill(`marta-${language}-${String(width)}@example.org`);
        await page.getByLabel(t('accounts.country')).selectOption('PE');
        await page.getByLabel(t('accounts.institution')).fill('Ministerio (ejemplo)');
        await page.getByLabel(t('accounts.password')).fill(PASSWORD);
        if (language === 'en') await page.locator('input[name=language][value=en]').check();
        await page.getByRole('button', { name: t('accounts.registerButton') }).click();
        await page.getByRole('heading', { level: 1, name: t('common.myLearning') }).waitFor();
        await look();

        await page.goto(`${site.base}/${language}/tracks/overview`);
        await look();
        await page.locator('main form button').click();
        const { module, track } = await getModule('overview-2');
        await page.goto(`${site.base}/${language}/modules/overview-2`);
        await page.getByRole('link', { name: t('learning.beginModule') }).click();
        for (const lesson of module.content.lessons) {
          await page.getByRole('heading', { level: 1, name: lesson.title[language] }).waitFor();
          await look();
          await page.getByRole('button', { name: t('learning.markDone') }).click();
        }

        await page.getByRole('button', { name: t('assessment.start') }).click();
        await look();
        for (const question of module.content.quiz.questions) await answer(page, question);
        await page.getByRole('button', { name: t('assessment.submit') }).click();
        await page.getByRole('heading', { level: 1, name: t('assessment.passed') }).waitFor();
        await look();

        // The other language shows the same standing.
        await page.goto(`${site.base}/${language === 'es' ? 'en' : 'es'}/modules/overview-2`);
        await look();
        expect(await page.locator('main').textContent()).toContain(
          translator(language === 'es' ? 'en' : 'es')('learning.moduleFinished'),
        );
        await page.goto(`${site.base}/${language}/my-learning`);
        expect(await page.locator('main').textContent()).toContain(
          t('learning.modulesDone', { done: 1, count: track.published.length }),
        );
        for (const path of ['glossary', 'help', 'accessibility', 'privacy', 'account', 'modules/nothing']) {
          await page.goto(`${site.base}/${language}/${path}`);
          await look();
        }
        expect(faults()).toEqual([]);
        await context.close();
      },
    );
  },
);

/** Answers a question of the form, when it was drawn. */
async function answer(page: Page, question: Question): Promise<void> {
  const field = page.locator(`fieldset[id="${question.id}"]`);
  if ((await field.count()) === 0) return;
  switch (question.kind) {
    case 'numeric': {
      await field.getByRole('textbox').fill(String(question.value));
      return;
    }
    case 'text': {
      await field.getByRole('textbox').fill(question.accepted.es[0] ?? '');
      return;
    }
    case 'match':
      for (const { id, answer } of question.items)
        await field.locator(`[name="r.${question.id}.${id}"]`).selectOption(answer);
      return;
    case 'order': {
      await putInOrder(
        page,
        question.id,
        question.items.map(({ id }) => id),
      );
      return;
    }
    default:
      for (const { id } of question.options.filter(({ right }) => right))
        await field.locator(`input[value="${id}"]`).check();
  }
}

/** By its buttons only: without scripts each press is a new page. */
async function putInOrder(page: Page, question: string, order: string[]): Promise<void> {
  for (const [place, id] of order.entries()) {
    const shown = async () =>
      await page
        .locator(`[name="r.${question}"]`)
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value));
    for (let at = (await shown()).indexOf(id); at > place; at--) {
      await page.locator(`button[value="${question}:${id}:up"]`).click();
    }
    expect((await shown())[place]).toBe(id);
  }
}

/** Collects what the browser complains of: errors on the page, the content security policy, requests elsewhere. */
function watch(page: Page): () => string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 4')) faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1')) faults.push(request.url());
  });
  return () => faults;
}
