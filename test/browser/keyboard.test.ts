/** The learner's whole way with the keyboard alone: no mouse, no touch, the focus always in sight. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { UserModel } from '../../server/accounts/index.ts';
import { getModule, getTrack } from '../../server/catalogue/index.ts';
import type { Question } from '../../server/content/module.ts';
import { walkTo } from '../../scripts/demo/stages.ts';
import { hasBrowser } from '../support/browser.ts';
import { attributesOf, Keyboard } from '../support/keyboard.ts';
import { PASSWORD } from '../support/rumbo.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

(hasBrowser ? describe : describe.skip)('with the keyboard alone, in Chromium', () => {
  let site: RumboInBrowser;
  beforeAll(async () => {
    site = await startRumboInBrowser();
  });
  afterAll(async () => {
    await site.stop();
  });

  test('from the first page to a finished module, notes, search and out', async () => {
    const page = await site.browser.newPage({ locale: 'es-GT' });
    const keys = new Keyboard(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const link = (name: string) => page.getByRole('link', { name }).first();
    const heading = async (name: string) => {
      await page.getByRole('heading', { level: 1, name }).waitFor();
    };

    await page.goto(site.base);
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

    await page.goto(`${site.base}/es/tracks/dfa-expert`);
    await keys.press(link('Demostrar lo que ya sabe en una prueba de ubicación'));
    await keys.press(button('Empezar la prueba'));
    await keys.press(button('Guardar y salir'));
    await heading('Mi aprendizaje');
    await page.goto(`${site.base}/es/tracks/dfa-expert/placement`);
    await keys.press(page.locator('fieldset.q input').first(), 'Space');
    await keys.press(button('Enviar respuestas'));
    await page.locator('#by-module').waitFor();
    await keys.press(link('Mi aprendizaje'));
    await heading('Mi aprendizaje');
    await keys.press(link('English'));
    await heading('My learning');
    await keys.press(link('Tecla Ejemplo'));
    await keys.press(button('Sign out'));
    await link('Sign in').waitFor();
    expect(await page.locator('.me').count()).toBe(0);
    await page.close();
  });

  test('a worksheet, what the trainer says of it, an opinion, the final assignment and a certificate', async () => {
    const [overview, expert] = await Promise.all([getTrack('overview'), getTrack('dfa-expert')]);
    for (const role of ['learner', 'trainer'] as const) await site.rumbo.person(role, `${role}@example.org`);
    const user = String((await UserModel.findOne({ email: 'learner@example.org' }).lean())?._id);
    await walkTo(8, user, { overview, expert, trainer: user });

    const page = await signedIn('learner@example.org');
    const keys = new Keyboard(page);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    await page.goto(`${site.base}/es/modules/overview-4/worksheets/landscape-basics`);
    const cell = page.locator('[name="c/flows/other-revenue/share2025"]');
    await keys.type(cell, '2,3');
    await keys.press(button('Guardar la hoja').last());
    await page.getByText(/versión 1$/).waitFor();
    await keys.press(page.getByRole('button', { name: 'Agregar una fila' }).first());
    expect(await cell.inputValue()).toBe('2.3');

    const desk = await signedIn('trainer@example.org');
    const hands = new Keyboard(desk);
    await hands.press(desk.getByRole('link', { name: 'Personas' }));
    await hands.type(desk.getByLabel('Buscar por nombre'), 'learner@');
    await desk.keyboard.press('Enter');
    await hands.press(desk.getByRole('link', { name: /^Ver las hojas de trabajo/ }));
    await hands.press(desk.getByRole('link', { name: 'El panorama del financiamiento de Altamar' }));
    await hands.type(desk.getByLabel('Escribir un comentario'), 'Falta la fuente.');
    await hands.press(desk.getByRole('button', { name: 'Enviar el comentario' }));
    await hands.press(desk.getByText('Corregir o quitar'));
    await hands.type(desk.getByLabel('Corregir su comentario'), ' Y el año.');
    await hands.press(desk.getByRole('button', { name: 'Guardar la corrección' }));
    await desk.getByText(/corregido/).waitFor();
    await desk.close();

    await keys.press(page.getByRole('link', { name: 'Mi aprendizaje' }).first());
    await keys.press(page.getByRole('link', { name: 'Leer en la hoja' }));
    await page.getByText(/Y el año/).waitFor();

    await page.goto(`${site.base}/es/modules/overview-4/lessons/amounts-gdp-and-trends/feedback`);
    await keys.pick(page.locator('[name="clear"]'), 'partly');
    await keys.type(page.locator('textarea[name="comment"]'), 'Muchas siglas juntas.');
    await keys.press(page.locator('form.opinion .btn'));
    await page.getByRole('status').waitFor();

    await page.goto(`${site.base}/es/tracks/dfa-expert/assignment`);
    await keys.type(page.getByLabel('Su texto'), 'Sin ratón.');
    await keys.press(button('Guardar el borrador'));
    await page.getByText(/^Guardado hoy/).waitFor();
    await keys.press(button('Entregar'));
    await page.getByText('Entregado, en espera de evaluación').first().waitFor();

    await keys.press(page.getByRole('link', { name: 'Mi aprendizaje' }).first());
    await keys.press(button('Ver su constancia'));
    await page.getByText('Constancia válida').waitFor();
    const code = (await page.locator('.verify b').textContent()) ?? '';
    await keys.reach(page.getByRole('link', { name: 'Descargar PDF' }));
    await keys.press(page.getByRole('link', { name: 'Verificar una constancia' }));
    await keys.type(page.getByLabel('Folio'), code);
    await page.keyboard.press('Enter');
    await page.getByText('Constancia válida').waitFor();
    await keys.press(page.getByRole('link', { name: 'Mi aprendizaje' }).first());
    await keys.reach(page.getByRole('link', { name: 'PDF de la constancia de Panorama' }));
    await page.close();
  });

  async function signedIn(email: string): Promise<Page> {
    const page = await site.browser.newPage({ locale: 'es-GT' });
    const keys = new Keyboard(page);
    await page.goto(`${site.base}/es/sign-in`);
    await keys.type(page.getByLabel('Correo'), email);
    await keys.type(page.getByLabel('Contraseña'), PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Mi aprendizaje' }).waitFor();
    return page;
  }
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
