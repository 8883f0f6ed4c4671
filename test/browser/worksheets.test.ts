/** A worksheet filled in a real browser: as one types, in two tabs, by the keyboard alone, without a connection. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { UserModel } from '../../server/accounts/index.ts';
import { getTrack } from '../../server/catalogue/index.ts';
import { admit } from '../../server/learning/index.ts';
import { WorksheetModel } from '../../server/worksheets/index.ts';
import { expectSound } from '../support/axe.ts';
import { hasBrowser } from '../support/browser.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

const SHEET = 'modules/overview-4/worksheets/landscape-basics';
const SHARE = 'Otros ingresos públicos (sin donaciones), % del PIB 2025';
const CHANGE = 'Otros ingresos públicos (sin donaciones), Cambio en dinero, %';

(hasBrowser ? describe : describe.skip)(
  'worksheets, in Chromium (skipped where there is no /usr/bin/chromium)',
  () => {
    let site: RumboInBrowser;
    let context: BrowserContext;

    beforeAll(async () => {
      site = await startRumboInBrowser();
      const learner = await site.rumbo.person('learner', 'learner@example.org');
      await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
      const user = String((await UserModel.findOne({ email: 'learner@example.org' }).lean())?._id);
      await admit(user, await getTrack('dfa-expert'), user);
      context = await site.signIn('learner@example.org', {
        viewport: { width: 360, height: 800 },
        reducedMotion: 'reduce',
      });
    });
    beforeEach(async () => {
      await WorksheetModel.deleteMany({});
    });
    afterAll(async () => {
      await site.stop();
    });

    const open = async (lang = 'es', path = SHEET): Promise<Page> => {
      const page = await context.newPage();
      await page.goto(`${site.base}/${lang}/${path}`);
      return page;
    };
    const state = (page: Page, text: string | RegExp) =>
      page.locator('[data-state]', { hasText: text }).waitFor();

    test('saves as one types and computes at once, and shows it in the other language', async () => {
      const page = await open('es', 'modules/overview-3/worksheets/programme-matrix');
      await page.getByLabel('Fila 1, Presupuesto').fill('1.600,5');
      await page.getByLabel('Fila 1, Alineado, %').fill('50');
      expect(await page.locator('[data-computed="programmes/1/aligned"]').textContent()).toBe('800.3');
      expect(await page.locator('[data-computed="programmes/total/aligned"]').textContent()).toBe('800.3');
      await state(page, /versión 1/);
      await page.close();
      const english = await open('en', 'modules/overview-3/worksheets/programme-matrix');
      expect(await english.getByLabel('Row 1, Budget').inputValue()).toBe('1,600.5');
      await english.close();
    });

    test('says beside the cell what is no number, keeps it, and saves the rest', async () => {
      const page = await open();
      await page.getByLabel(SHARE).fill('mucho');
      await page.getByLabel(CHANGE).fill('12.5');
      await state(page, /corrija las celdas marcadas/);
      const field = page.getByLabel(SHARE);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      expect(
        await page.locator(`#${(await field.getAttribute('aria-describedby')) ?? ''}`).textContent(),
      ).toContain('Escriba un número');
      await expectSound(page, 360);
      await field.fill('2.3');
      await state(page, /versión 2/);
      const cells = (await WorksheetModel.findOne({}).lean())?.cells;
      expect([
        cells?.['flows/other-revenue/share2025']?.value,
        cells?.['flows/other-revenue/change']?.value,
      ]).toEqual([2.3, 12.5]);
      await page.close();
    });

    test('two tabs: other cells come together, the same cell asks', async () => {
      const [one, two] = [await open(), await open()];
      await one.getByLabel(SHARE).fill('2.3');
      await state(one, /versión 1/);
      await two.getByLabel(CHANGE).fill('12.5');
      await state(two, /versión 2/);
      expect(await two.getByLabel(SHARE).inputValue()).toBe('2.3');
      await one.getByLabel(CHANGE).fill('13');
      await one.getByRole('button', { name: 'Comparar las dos versiones' }).click();
      await one.getByRole('heading', { name: 'Dos versiones de la misma hoja' }).waitFor();
      await expectSound(one, 360);
      await one.getByLabel(/^Lo guardado .*: 12.5$/).check();
      await one.getByRole('button', { name: 'Guardar lo que elegí' }).click();
      await state(one, /Guardado/);
      expect(await one.getByLabel(CHANGE).inputValue()).toBe('12.5');
      await Promise.all([one.close(), two.close()]);
    });

    test('without a connection it says so, keeps what was typed and sends it later', async () => {
      const page = await open();
      await context.setOffline(true);
      await page.getByLabel(SHARE).fill('2.3');
      await state(page, /No se pudo guardar/);
      await context.setOffline(false);
      await state(page, /versión 1/);
      expect((await WorksheetModel.findOne({}).lean())?.cells).toMatchObject({
        'flows/other-revenue/share2025': { value: 2.3 },
      });
      await page.close();
    });

    test('draws its charts anew with each save, on a phone too', async () => {
      const page = await open('es', 'modules/dfa-expert-8/worksheets/roadmap');
      await page
        .getByLabel('Fila 1, 1. Acción, con un verbo que termina')
        .fill('Crear el fondo de preinversión');
      await page.getByLabel('Fila 1, 5. Comienza').fill('t3 2026');
      await page.getByLabel('Fila 1, 5. Termina').fill('2028-T2');
      const chart = page.getByRole('img', { name: 'Las acciones de su país en el tiempo' });
      await chart.waitFor();
      expect(await chart.textContent()).toContain('de 2026-T3 a 2028-T2');
      expect(await page.getByLabel('Fila 1, 5. Comienza').inputValue()).toBe('2026-T3');
      await expectSound(page, 360);
      await page.close();
    });

    test('is filled by the keyboard alone, rows added and a choice made', async () => {
      const page = await open('es', 'modules/overview-4/worksheets/landscape-basics');
      await page.getByLabel(SHARE).focus();
      await page.keyboard.type('2.3');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toContain(
        '% del PIB 2025',
      );
      await page.keyboard.type('2');
      await page.getByRole('button', { name: 'Agregar una fila' }).press('Enter');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Fila 5, Flujo');
      await page.keyboard.type('Remesas');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await state(page, /versión/);
      await page.reload();
      expect(await page.getByLabel('Fila 5, Flujo').inputValue()).toBe('Remesas');
      expect(await page.getByLabel('Fila 5, Familia').inputValue()).toBe('domestic-public');
      // The bar that stays in sight covers nothing that has the focus.
      const field = page.getByLabel('La nota que pondría al pie de la tabla');
      await field.focus();
      const [below, bar] = [await field.boundingBox(), await page.locator('.ws-bar').boundingBox()];
      expect((below?.y ?? 0) + (below?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
      await page.close();
    });

    test('every worksheet of every module fits a small phone and a desk, in both languages', async () => {
      const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
      const page = await context.newPage();
      const wide: string[] = [];
      for (const { id, content } of [...overview.published, ...expert.published]) {
        for (const worksheet of content.worksheets) {
          for (const [lang, ...widths] of [
            ['es', 320, 900],
            ['en', 1280],
          ] as const) {
            await page.goto(`${site.base}/${lang}/modules/${id}/worksheets/${worksheet.id}`);
            await page.locator('form[data-worksheet]').waitFor();
            for (const width of widths) {
              await page.setViewportSize({ width, height: 800 });
              const shown = Number(await page.evaluate('document.documentElement.scrollWidth'));
              if (shown > width) wide.push(`${id}/${worksheet.id} ${shown} > ${width}`);
            }
          }
        }
      }
      expect(wide).toEqual([]);
      await page.close();
    });

    test('without scripts a save keeps all, and a mistake keeps what was typed', async () => {
      const plain = await site.browser.newContext({
        javaScriptEnabled: false,
        storageState: await context.storageState(),
      });
      const page = await plain.newPage();
      await page.goto(`${site.base}/en/${SHEET}`);
      await page.getByLabel('Other public revenue (without grants), % of GDP 2025').fill('a lot');
      await page.getByRole('button', { name: 'Save the worksheet' }).last().click();
      expect(await page.getByRole('alert').textContent()).toContain('Enter a number');
      await page.getByLabel('Other public revenue (without grants), % of GDP 2025').fill('2.3');
      await page.getByRole('button', { name: 'Save the worksheet' }).last().click();
      await state(page, /Saved today at .*, version 1/);
      await plain.close();
    });
  },
);
