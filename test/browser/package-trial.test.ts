/** A trainer orders a package, tries it inside the platform and sees all that it says to its LMS. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { expectSound } from '../support/axe.ts';
import { hasBrowser } from '../support/browser.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';
import * as ana from '../scorm/player/learner.ts';

(hasBrowser ? describe : describe.skip)(
  'a package inside the platform, in Chromium (skipped where there is no /usr/bin/chromium)',
  () => {
    let site: RumboInBrowser;
    let context: BrowserContext;
    let page: Page;
    const complaints: string[] = [];

    beforeAll(async () => {
      site = await startRumboInBrowser();
      await site.rumbo.person('trainer', 'trainer@example.org');
      context = await site.signIn('trainer@example.org', { viewport: { width: 1280, height: 900 } });
      page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(site.base) && !request.url().startsWith('data:'))
          complaints.push(request.url());
      });
    });
    afterAll(async () => {
      await site.stop();
    });

    const shown = async (label: string): Promise<string> =>
      (await page.locator('.told .facts div').filter({ hasText: label }).locator('dd').textContent()) ?? '';
    const calls = async (): Promise<string[]> => await page.locator('[data-calls] tr').allTextContents();
    const press = async (name: string) => await page.getByRole('button', { name, exact: true }).click();

    /** The course's frame, once it has found its LMS. */
    async function course(): Promise<Frame> {
      const frame = await (await page.locator('iframe').elementHandle()).contentFrame();
      if (!frame) throw new Error('There is no course.');
      await frame.locator('html[data-ready]').waitFor({ state: 'attached' });
      return frame;
    }

    async function order(format: string, languages: string): Promise<void> {
      await page.goto(`${site.base}/es/trainer/modules`);
      await page.getByRole('link', { name: 'Exportar «El Marco de Resultados de País» a SCORM' }).click();
      await page.locator(`input[name=format][value="${format}"]`).check();
      await page.locator(`input[name=languages][value="${languages}"]`).check();
      await press('Crear el paquete');
      // The page comes to its end by itself.
      await page.getByText('Listo y comprobado').waitFor();
    }

    test('SCORM 1.2: opened, left, resumed, begun afresh, with a platform that fails and in review', async () => {
      await order('1.2', 'es');
      await page.getByRole('link', { name: 'Probar', exact: true }).click();
      let frame = await course();
      expect(await ana.title(frame)).toBe('El Marco de Resultados de País');
      expect((await frame.locator('html').boundingBox())?.width).toBe(836);
      expect(await shown('Estado')).toBe('incomplete');
      await ana.begin(frame);
      await ana.finishLesson(frame);
      expect(await shown('Lugar')).toMatch(/^lesson\//);
      expect((await calls()).at(-1)).toMatch(/LMSInitialize.*true$/);
      expect(await calls()).toContainEqual(
        expect.stringMatching(/LMSSetValue cmi\.core\.lesson_status = incomplete\s*true$/),
      );
      const second = await ana.title(frame);

      // What the learner sees when the LMS does not save, and what it says.
      await page.getByLabel('La plataforma no logra guardar').check();
      await ana.finishLesson(frame);
      await frame.getByText('La plataforma no pudo guardar su avance').waitFor();
      expect((await calls()).join('\n')).toMatch(/LMSCommit error 101/);
      expect(await page.locator('[data-count]').textContent()).toContain('1 error');
      await page.getByLabel('La plataforma no logra guardar').uncheck();
      await frame.getByRole('button', { name: 'Reintentar' }).click();
      const third = await ana.title(frame);
      expect(third).not.toBe(second);

      // The window goes: the course ends its session by itself, and goes on where it was.
      await press('Cerrar la ventana del curso');
      expect(await page.getByText('La sesión 1 terminó.').isVisible()).toBe(true);
      expect((await calls())[0]).toMatch(/LMSFinish\s*true$/);
      await press('Retomar');
      frame = await course();
      expect(await ana.title(frame)).toBe(third);
      expect(await page.getByText('Sesión 2 en curso.').isVisible()).toBe(true);

      // Another visit of the page finds it again.
      await page.reload();
      await page.getByText('Hay una prueba anterior guardada en este navegador.').waitFor();
      await press('Retomar');
      expect(await ana.title(await course())).toBe(third);

      await page.getByLabel('Modo').selectOption('review');
      await press('Empezar de cero');
      frame = await course();
      await frame.getByText('Está repasando un módulo terminado').waitFor();
      const before = (await calls()).filter((call) => call.includes('SetValue')).length;
      await ana.begin(frame);
      await ana.finishLesson(frame);
      expect((await calls()).filter((call) => call.includes('SetValue'))).toHaveLength(before);
      expect(complaints).toEqual([]);
    });

    test('SCORM 2004, in two languages', async () => {
      await order('2004-4', 'es+en');
      await page.getByRole('link', { name: 'Probar', exact: true }).click();
      const frame = await course();
      await frame.getByRole('link', { name: 'Español' }).click();
      await ana.begin(frame);
      await ana.finishLesson(frame);
      expect(await shown('Avance')).toMatch(/^0\.1/);
      expect(await page.locator('[data-count]').textContent()).toMatch(/^\d+ llamadas, sin errores\.$/);
      await ana.leave(frame);
      expect(await page.getByText('La sesión 1 terminó.').isVisible()).toBe(true);
      await press('Retomar');
      await (await course()).getByRole('heading', { level: 1, name: 'La cadena de resultados' }).waitFor();
      expect(complaints).toEqual([]);
    });

    test('the pages are sound on a phone and at a desk, light and dark', async () => {
      await order('1.2', 'es+en');
      const url = page.url();
      for (const [width, colorScheme] of [
        [360, 'dark'],
        [768, 'light'],
        [1280, 'dark'],
        [1600, 'light'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        for (const address of [url, `${url}/play`, `${site.base}/en/trainer/packages`]) {
          await page.goto(address);
          if (address.endsWith('play')) {
            if (await page.getByText('Hay una prueba anterior').isVisible()) await press('Retomar');
            await course();
          }
          await expectSound(page, width);
        }
      }
    });

    test('the list is reached, a package ordered and a trial ended by keyboard alone', async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(`${site.base}/es/trainer/packages?what=module%3Aoverview-2`);
      await page.getByRole('button', { name: 'Crear el paquete' }).press('Enter');
      await page.getByText('Listo y comprobado').waitFor();
      await page.getByRole('link', { name: 'Probar', exact: true }).press('Enter');
      await page.getByRole('button', { name: 'Empezar de cero' }).press('Enter');
      await course();
      await page.getByRole('button', { name: 'Cerrar la ventana del curso' }).press('Enter');
      await page.getByText('terminó.').waitFor();
      const log = page.getByRole('region', { name: 'Llamadas a la plataforma' });
      await log.focus();
      expect(await log.evaluate('document.activeElement.getAttribute("aria-labelledby")')).toBe('calls');
    });

    test('without scripts it is made and downloaded all the same; the trial says what it needs', async () => {
      const plain = await site.browser.newContext({
        javaScriptEnabled: false,
        storageState: await context.storageState(),
      });
      const reader = await plain.newPage();
      await reader.goto(`${site.base}/es/trainer/packages?what=track%3Aoverview`);
      await reader.getByRole('button', { name: 'Crear el paquete' }).click();
      // The browser asks again by itself.
      await reader.getByText('Listo y comprobado').waitFor();
      const [download] = await Promise.all([
        reader.waitForEvent('download'),
        reader.getByRole('link', { name: 'Descargar' }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^rumbo-overview-es-scorm1\.2-r\d+\.zip$/);
      await reader.getByRole('link', { name: 'Probar', exact: true }).click();
      await reader.getByText('Para probar el paquete hace falta JavaScript').waitFor();
      expect(await reader.getByRole('button', { name: 'Empezar de cero' }).isVisible()).toBe(false);
      await plain.close();
    });
  },
);
