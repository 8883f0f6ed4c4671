/** The learner's whole way with the keyboard alone: no mouse, no touch, the focus always in sight. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { getModule } from '../../server/catalogue/index.ts';
import type { Question } from '../../server/content/module.ts';
import { hasBrowser, openBrowser } from '../support/browser.ts';
import { attributesOf, Keyboard } from '../support/keyboard.ts';
import { PASSWORD, startRumbo } from '../support/rumbo.ts';

(hasBrowser ? describe : describe.skip)('with the keyboard alone, in Chromium', () => {
  let rumbo: Awaited<ReturnType<typeof startRumbo>>;
  let server: Server;
  let browser: Browser;
  let base: string;
  beforeAll(async () => {
    rumbo = await startRumbo();
    server = createServer(rumbo.app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    base = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rumbo.stop();
  });

  test('from the first page to a finished module, notes, search and out', async () => {
    const page = await browser.newPage({ locale: 'es-GT' });
    const keys = new Keyboard(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const link = (name: string) => page.getByRole('link', { name }).first();
    const heading = async (name: string) => {
      await page.getByRole('heading', { level: 1, name }).waitFor();
    };

    await page.goto(base);
    await keys.press(link('Crear una cuenta'));
    await keys.type(page.getByLabel('Nombre'), 'Tecla Ejemplo');
    await keys.type(page.getByLabel('Correo'), 'tecla@example.org');
    await keys.choose(page.getByLabel('País'), 'SV');
    await keys.type(page.getByLabel('Institución'), 'Ministerio (ejemplo)');
    await keys.type(page.getByLabel('Contraseña'), PASSWORD);
    await keys.press(page.locator('main form .btn'));
    await heading('Mi aprendizaje');

    await keys.press(page.getByRole('link', { name: 'Panorama' }).first());
    await keys.press(button(/Inscribirme/));
    const { module } = await getModule('overview-2');
    await keys.press(link(module.content.title.es));
    await keys.press(link('Empezar el módulo'));
    for (const [index, lesson] of module.content.lessons.entries()) {
      await heading(lesson.title.es);
      if (index === 0) {
        await keys.press(button('Marcar esta lección'));
        await button('Quitar la marca').waitFor();
        await keys.press(page.locator('#note summary'));
        await keys.type(page.locator('#note-text'), 'Escrito sin ratón');
        await keys.press(button('Guardar los apuntes'));
        await page.getByText(/Guardado a las/).waitFor();
      }
      await keys.press(button('Marcar como leída y seguir'));
    }

    await keys.press(button('Empezar el cuestionario'));
    await button('Enviar respuestas').waitFor();
    for (const id of await attributesOf(page.locator('fieldset.q'), 'id')) {
      const question = module.content.quiz.questions.find((one) => one.id === id);
      if (question) await answer(page, keys, question);
    }
    await keys.press(button('Enviar respuestas'));
    await heading('Aprobado');

    await keys.press(link('Mi aprendizaje'));
    await heading('Mi aprendizaje');
    await keys.type(page.getByLabel('Palabras'), 'línea de base');
    await page.keyboard.press('Enter');
    await keys.press(page.locator('.found a').first());
    await page.waitForURL(/lessons/);
    await keys.press(link('Mi aprendizaje'));
    await keys.press(link('Mis apuntes y lecciones marcadas'));
    await page.getByText('Escrito sin ratón').waitFor();

    await page.goto(`${base}/es/tracks/dfa-expert`);
    await keys.press(link('Demostrar lo que ya sabe en una prueba de ubicación'));
    await keys.press(button('Empezar la prueba'));
    await keys.press(button('Guardar y salir'));
    await heading('Mi aprendizaje');
    await keys.press(link('English'));
    await heading('My learning');
    await keys.press(link('Tecla Ejemplo'));
    await keys.press(button('Sign out'));
    await link('Sign in').waitFor();
    expect(await page.locator('.me').count()).toBe(0);
    await page.close();
  });
});

/** Matching and ordering too: lists and buttons, nothing to drag. */
async function answer(page: Page, keys: Keyboard, question: Question): Promise<void> {
  const field = page.locator(`fieldset[id="${question.id}"]`);
  switch (question.kind) {
    case 'numeric':
      await keys.type(field.getByRole('textbox'), String(question.value));
      return;
    case 'text':
      await keys.type(field.getByRole('textbox'), question.accepted.es[0] ?? '');
      return;
    case 'match':
      for (const { id, answer: target } of question.items)
        await keys.choose(field.locator(`[name="r.${question.id}.${id}"]`), target);
      return;
    case 'multiple':
      for (const { id, right } of question.options)
        if (right) await keys.press(field.locator(`input[value="${id}"]`), 'Space');
      return;
    case 'order':
      for (const { id } of question.items.slice(0, -1)) await moveLast(keys, field, id);
      await moveLast(keys, field, question.items.at(-1)?.id ?? '');
      return;
    default:
      await keys.pick(field.locator('input'), question.options.find(({ right }) => right)?.id ?? '');
  }
}

/** Presses an item's “down” until it is the last one: after each item in turn, all are in order. */
async function moveLast(keys: Keyboard, field: ReturnType<Page['locator']>, id: string): Promise<void> {
  const item = field.locator(`li[data-item="${id}"]`);
  const down = item.locator('button').last();
  while (await down.isEnabled()) await keys.press(down);
}
