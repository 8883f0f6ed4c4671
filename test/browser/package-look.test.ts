/** Packages in the frames of LMSs, on a phone and at a desk, light and dark: nothing that axe-core knows to be wrong. */
import { expect, test } from '@jest/globals';
import { rightAnswers } from '../scorm/modules.ts';
import { describePackages } from '../scorm/player/describe.ts';
import * as ana from '../scorm/player/learner.ts';
import { expectSound } from '../support/axe.ts';

const looks = [
  { languages: ['es'], width: 836, height: 666, colorScheme: 'light' },
  { languages: ['es', 'en'], width: 360, height: 640, colorScheme: 'dark' },
  { languages: ['en'], width: 1280, height: 800, colorScheme: 'light' },
] as const;

describePackages('the look of a package', (install) => {
  test.each(looks)(
    '$languages at $width px, $colorScheme',
    async ({ languages, width, height, colorScheme }) => {
      const lms = await install({ languages });
      const page = await lms.openAlone('index.html');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await expectSound(page, width);
      if (languages.length > 1) await page.getByRole('link', { name: 'English' }).click();
      const language = languages[languages.length - 1] ?? 'es';
      for (const view of ['contents', 'l-first-steps', 'l-the-chain', 'quiz', 'glossary']) {
        await page.evaluate(`location.hash = '#${language}-${view}'`);
        await page.locator(`[id="${language}-${view}"]`).waitFor();
        // One view at a time, from its beginning, and its title in the first sight.
        expect(await page.evaluate('scrollY')).toBe(0);
        expect((await page.getByRole('heading', { level: 1 }).boundingBox())?.y).toBeLessThan(height / 2);
        await expectSound(page, width);
      }
      await page.evaluate(`location.hash = '#${language}-quiz'`);
      const submit = page.locator('[data-submit-row]:visible button');
      await submit.click();
      await expectSound(page, width);
      await ana.answerAll(page, { ...rightAnswers, 'q-single': 'a', 'q-multiple': ['a'], 'q-text': 'x' });
      await submit.click();
      await page.locator('[data-result]:visible').waitFor();
      await expectSound(page, width);
    },
  );

  test('in an LMS’s frame of 836 by 666 px nothing is cut off, the way out is in sight and lines are short enough', async () => {
    const play = await (await install()).launch();
    const { course } = play;
    await play.window.setViewportSize({ width: 1280, height: 720 });
    expect(await course.evaluate('[innerWidth, innerHeight]')).toEqual([836, 666]);
    await ana.begin(course);
    for (const view of ['es-contents', 'es-l-first-steps', 'es-l-the-chain', 'es-quiz', 'es-glossary']) {
      await course.evaluate(`location.hash = '#${view}'`);
      await course.locator(`[id="${view}"]`).waitFor();
      expect(await course.evaluate('document.documentElement.scrollWidth')).toBe(836);
      expect(await course.getByRole('button', { name: 'Guardar y salir' }).isVisible()).toBe(true);
      // About seventy letters a line: 41 rem.
      const widest = await course.evaluate(
        'Math.max(0, ...[...document.querySelectorAll("[data-view] .prose > p")].map((one) => one.offsetWidth))',
      );
      expect(widest).toBeLessThanOrEqual(656);
    }
    expect(
      (await course.getByRole('button', { name: 'Guardar y salir' }).boundingBox())?.height,
    ).toBeGreaterThanOrEqual(24);
  });

  test('a worksheet is printed with all that was written, and goes on as before', async () => {
    const page = await (await install()).openAlone('index.html#es-l-the-chain');
    const field = page.getByLabel('Tendencia', { exact: true });
    const text = 'Suben los impuestos y baja la ayuda. '.repeat(20).trim();
    await field.fill(text);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.getByText(text).isVisible()).toBe(true);
    expect(await field.isVisible()).toBe(false);
    await page.evaluate("dispatchEvent(new Event('afterprint'))");
    await page.emulateMedia({ media: 'screen' });
    expect(await field.inputValue()).toBe(text);
  });

  test('without scripts the whole course can be read and printed', async () => {
    const lms = await install({ languages: ['es', 'en'] });
    const page = await lms.openAlone('index.html', { scripts: false });
    for (const text of [
      'Un producto se entrega.',
      'An output is delivered.',
      '¿Qué es un efecto?',
      'Lo que se entrega.',
    ])
      expect(await page.getByText(text).first().isVisible()).toBe(true);
    expect(await page.getByRole('button').count()).toBe(0);
  });
});
