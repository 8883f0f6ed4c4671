/** A lesson written in a real browser: seen and saved as one types, kept without a connection, with a second writer. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { expectSound, expectSoundIn } from '../support/axe.ts';
import { hasBrowser } from '../support/browser.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

const LESSON = 'es/02-the-results-chain.md';
const drafts = 'trainer/drafts/overview-2';
const texts = `${drafts}/texts`;
/** Longer than a line. */
const RAFAEL = ' De Rafael, que escribe más de lo que cabe en una línea de un teléfono.';
const SHORT = [
  '---',
  'title: La cadena',
  'minutes: 5',
  'objectives: [o1]',
  '---',
  '',
  'Primera frase.',
  '',
  '## Una sección {#one}',
  '',
  'Segunda frase.',
  '',
].join('\n');

(hasBrowser ? describe : describe.skip)(
  'the editor, in Chromium (skipped where there is no /usr/bin/chromium)',
  () => {
    let site: RumboInBrowser;
    let ines: BrowserContext;
    /** What a page said in its console: a style or script that the policy refused would be there. */
    const complaints: string[] = [];

    beforeAll(async () => {
      site = await startRumboInBrowser();
      const trainer = await site.rumbo.person('trainer', 'ines@example.org');
      await site.rumbo.person('trainer', 'rafael@example.org');
      await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-2/open', {});
      ines = await signIn('ines@example.org');
    });
    beforeEach(async () => {
      complaints.length = 0;
      const at = new Date();
      await DraftModel.updateOne(
        { _id: 'overview-2', 'texts.path': LESSON },
        { $set: { 'texts.$.text': SHORT, openedAt: at }, $inc: { 'texts.$.version': 1 } },
      );
    });
    afterAll(async () => {
      await site.stop();
    });

    const signIn = (email: string) =>
      site.signIn(email, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    const open = async (context = ines, path = `${texts}/${LESSON}`, lang = 'es'): Promise<Page> => {
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      await page.goto(`${site.base}/${lang}/${path}`);
      await page.locator('.cm-content').waitFor();
      return page;
    };
    /** Puts words after others, as a writer would. */
    const typeAfter = async (page: Page, there: string, words: string): Promise<void> => {
      await page.locator('.cm-line', { hasText: there }).click();
      // First the end of what the screen shows as a line, then of the line itself.
      await page.keyboard.press('End');
      await page.keyboard.press('End');
      await page.keyboard.type(words);
    };
    const says = (page: Page, text: string | RegExp) =>
      page.locator('[data-status]', { hasText: text }).waitFor();
    const kept = async (): Promise<string> => {
      const draft = await DraftModel.findById('overview-2').lean();
      return draft?.texts.find(({ path }) => path === LESSON)?.text ?? '';
    };
    const copies = (page: Page) =>
      page.evaluate('Object.keys(localStorage).filter((key) => key.startsWith("rumbo-draft/")).length');

    test('what is typed is seen at once, saved by itself, and there after a reload', async () => {
      const page = await open();
      await typeAfter(page, 'Primera frase.', ' Y otra **fuerte**.');
      await page.locator('.preview p', { hasText: 'Primera frase. Y otra fuerte.' }).waitFor();
      expect(await page.locator('#text').inputValue()).toContain('Primera frase. Y otra **fuerte**.');
      await says(page, 'Guardado a las');
      expect(await kept()).toContain('Primera frase. Y otra **fuerte**.');
      expect(await copies(page)).toBe(0);
      await page.reload();
      await page.locator('.cm-line', { hasText: 'Y otra **fuerte**.' }).waitFor();
      expect(await page.locator('[data-offer]').isVisible()).toBe(false);
      expect(complaints).toEqual([]);
      await page.close();
    });

    test('a mistake is told at its line, and the list leads to it', async () => {
      const page = await open();
      await typeAfter(page, 'Segunda frase.', ' [[no-existe]]');
      await page.locator('.cm-lint-marker').first().waitFor();
      const finding = page.locator('[data-findings] a[data-line="11"]').first();
      await finding.click();
      expect(await page.evaluate('document.activeElement.className')).toContain('cm-content');
      expect(await page.locator('.cm-activeLine').textContent()).toContain('Segunda frase.');
      await says(page, 'Guardado a las');
      await page.close();
      const there = await open(ines, `${texts}/${LESSON}?line=9`);
      expect(await there.locator('.cm-activeLine').textContent()).toContain('Una sección');
      await there.close();
    });

    test('what the whole module says is told once saved, and stays while one goes on writing', async () => {
      const page = await open();
      const told = page.locator('[data-findings] .finding', { hasText: 'gobiernno' });
      await typeAfter(page, 'Primera frase.', ' El gobiernno decide.');
      await told.waitFor();
      await typeAfter(page, 'Segunda frase.', ' [[no-existe]]');
      await page.locator('[data-findings] .finding', { hasText: 'no-existe' }).waitFor();
      expect(await told.count()).toBe(1);
      await says(page, 'Guardado a las');
      await page.close();
    });

    test('without a connection it is kept in the browser, offered on return, and handed over', async () => {
      const page = await open();
      await ines.setOffline(true);
      await typeAfter(page, 'Segunda frase.', ' Escrita en el tren.');
      await says(page, 'Sin conexión');
      expect(await kept()).toBe(SHORT);
      expect(await copies(page)).toBe(1);
      // The laptop is closed: nothing asks, and the window is gone.
      await page.close({ runBeforeUnload: false });
      await ines.setOffline(false);
      const rafael = await signIn('rafael@example.org');
      const other = await open(rafael);
      await typeAfter(other, 'Primera frase.', ' De Rafael.');
      await says(other, 'Guardado a las');
      await rafael.close();

      const back = await open();
      await back.getByRole('heading', { name: 'Hay un texto suyo sin guardar' }).waitFor();
      expect(await back.locator('.cm-content').textContent()).not.toContain('en el tren');
      await expectSound(back, 1280);
      await back.getByRole('button', { name: 'Recuperarlo' }).click();
      await says(back, 'Guardado junto con los cambios de Ana Prueba');
      expect(await kept()).toContain('Primera frase. De Rafael.');
      expect(await kept()).toContain('Segunda frase. Escrita en el tren.');
      expect(await back.locator('.cm-content').textContent()).toContain('De Rafael.');
      expect(await copies(back)).toBe(0);
      await back.close();
    });

    test('when the connection comes back, the open page saves', async () => {
      const page = await open();
      await ines.setOffline(true);
      await typeAfter(page, 'Segunda frase.', ' Sin red.');
      await says(page, 'Sin conexión');
      await ines.setOffline(false);
      await says(page, 'Guardado a las');
      expect(await kept()).toContain('Segunda frase. Sin red.');
      await page.close();
    });

    test('two writers on the same line: both are shown, and one puts them together', async () => {
      const rafael = await signIn('rafael@example.org');
      const [one, two] = [await open(), await open(rafael)];
      await typeAfter(one, 'Segunda frase.', ' De Inés.');
      await says(one, 'Guardado a las');
      // Who came first is told as well.
      await one.getByText('Abierto ahora por').waitFor();
      await two.setViewportSize({ width: 360, height: 900 });
      await typeAfter(two, 'Segunda frase.', RAFAEL);
      await two.getByRole('heading', { name: 'Dos personas cambiaron las mismas líneas' }).waitFor();
      expect(await kept()).toContain('Segunda frase. De Inés.');
      expect(await two.locator('[data-mine]').textContent()).toBe(`Segunda frase.${RAFAEL}`);
      expect(await two.locator('[data-theirs]').textContent()).toBe('Segunda frase. De Inés.');
      await expectSound(two, 360);
      // Going on to write overwrites nothing.
      await typeAfter(two, 'De Rafael', ' Más.');
      await two.locator('[data-mine]', { hasText: `${RAFAEL} Más.` }).waitFor();
      expect(await kept()).toContain('Segunda frase. De Inés.');
      await two.getByLabel('Las dos, primero la suya').check();
      await two.getByRole('button', { name: 'Juntar y guardar' }).click();
      await says(two, 'Guardado a las');
      expect(await kept()).toContain(`Segunda frase.${RAFAEL} Más.\nSegunda frase. De Inés.\n`);
      expect(await two.locator('[data-clash]').isVisible()).toBe(false);
      await one.close();
      await rafael.close();
    });

    test('by the keyboard alone: Tab indents, Escape and Tab leave, Ctrl+S saves', async () => {
      const page = await open();
      await page.locator('.cm-line', { hasText: 'Segunda frase.' }).click();
      await page.keyboard.press('Tab');
      expect(await page.locator('#text').inputValue()).toContain('  Segunda frase.');
      await page.keyboard.press('Control+s');
      await says(page, 'Guardado a las');
      expect(await kept()).toContain('  Segunda frase.');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.closest(".cm-editor")')).toBeNull();
      expect(await page.evaluate('document.activeElement.className')).not.toContain('cm-');
      await page.close();
    });

    test('the other language stands beside, part by part, and shows the question that one is at', async () => {
      const page = await open(ines, `${texts}/es/quiz.md?beside=twin`);
      expect(await page.evaluate('document.querySelector("[data-twin-pane]").scrollTop')).toBe(0);
      await page.locator('.cm-content').focus();
      await page.keyboard.press('Control+End');
      await page.waitForFunction('document.querySelector("[data-twin-pane]").scrollTop > 500');
      const question = /\{#(q-[a-z0-9-]+)[^}]*\}(?![^]*\{#q-)/.exec(
        await page.locator('#text').inputValue(),
      )?.[1];
      const shown = page.locator('[data-part]').last();
      expect(await shown.textContent()).toContain(`{#${question ?? ''}`);
      expect((await shown.boundingBox())?.y).toBeLessThan(900);
      await page.close();
    });

    test('words are found in the whole text, and replaced, in the writer’s language', async () => {
      const page = await open();
      // Longer than the lines that the editor keeps in the page, which the browser's own search would find.
      await typeAfter(page, 'Segunda frase.', '');
      await page.keyboard.insertText('\n\nOtro párrafo.'.repeat(400));
      await page.keyboard.press('Control+Home');
      await page.getByRole('button', { name: 'Buscar' }).click();
      await page.getByLabel('Buscar').fill('frase');
      await page.getByLabel('Reemplazar por').fill('oración');
      await page.getByRole('button', { name: 'reemplazar todos' }).click();
      expect(await page.locator('#text').inputValue()).toContain('Primera oración.');
      expect(await page.locator('#text').inputValue()).toContain('Segunda oración.');
      await expectSound(page, 1280);
      await page.keyboard.press('Escape');
      expect(await page.locator('.cm-search').count()).toBe(0);
      await says(page, 'Guardado a las');
      await page.close();
    });

    test('buttons and completions write the blocks of the format', async () => {
      const page = await open();
      await page.locator('.cm-line', { hasText: 'Primera frase.' }).click();
      await page.locator('summary', { hasText: 'Autocomprobación' }).click();
      await expectSound(page, 1280);
      await page.getByRole('button', { name: 'Una respuesta correcta' }).click();
      await page.keyboard.type('¿Qué es un efecto?');
      await page.locator('.preview .check legend', { hasText: '¿Qué es un efecto?' }).waitFor();
      expect(await page.locator('#text').inputValue()).toContain(
        'Primera frase.\n\n### ¿Qué es un efecto? {#check-1 objective=o1}\n\n- [ ] ',
      );
      await typeAfter(page, 'Segunda frase.', ' [[efec');
      await page.locator('.cm-tooltip-autocomplete li').first().click();
      expect(await page.locator('#text').inputValue()).toMatch(/Segunda frase\. \[\[[a-z-]+\]\]\n/);
      await says(page, 'Guardado a las');
      await page.close();
    });

    test.each(['es', 'en'])(
      'the pages of the workshop are sound in %s, on a phone and at a desk',
      async (lang) => {
        const page = await ines.newPage();
        const written = [LESSON, 'en/quiz.md', 'module.yaml'].map((path) => `${texts}/${path}`);
        const pages = ['trainer/workshop', drafts, ...written, `${texts}/${LESSON}?beside=twin`];
        for (const path of pages) {
          await page.goto(`${site.base}/${lang}/${path}`);
          if (path.startsWith(texts)) await page.locator('.cm-content').waitFor();
          await expectSoundIn(page, [
            { width: 360, colorScheme: 'dark' },
            { width: 1280, colorScheme: 'light' },
          ]);
        }
        await page.close();
      },
    );

    test('without scripts the text area and its buttons are there', async () => {
      const context = await site.browser.newContext({
        storageState: await ines.storageState(),
        javaScriptEnabled: false,
      });
      const page = await context.newPage();
      await page.goto(`${site.base}/es/${texts}/${LESSON}`);
      await page.locator('textarea[name=text]').fill(`${SHORT}\nSin guiones.\n`);
      await page.getByRole('button', { name: 'Ver sin guardar' }).click();
      await page.locator('.preview p', { hasText: 'Sin guiones.' }).waitFor();
      await page.getByRole('button', { name: 'Guardar', exact: true }).click();
      await page.waitForURL(/saved=saved/);
      expect(await kept()).toContain('Sin guiones.');
      await context.close();
    });
  },
);
