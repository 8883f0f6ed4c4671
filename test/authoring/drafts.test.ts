/** How trainers write a module: open a draft, save its texts, see and check them, publish. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Response } from 'supertest';
import { DraftModel } from '../../server/authoring/draft.model.ts';
import { getModule } from '../../server/catalogue/index.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const WORKSHOP = '/es/trainer/workshop';
const DRAFT = '/es/trainer/drafts/overview-2';
const LESSON = `${DRAFT}/texts/es/02-the-results-chain.md`;

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
let colleague: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  colleague = await rumbo.person('trainer', 'rafael@example.org');
  await trainer.post(WORKSHOP, `${WORKSHOP}/overview-2/open`, {});
});
afterAll(async () => {
  await rumbo.stop();
});

const decode = (html: string) =>
  html.replace(/&(?:#x([0-9A-F]+)|(\w+));/gi, (_, code: string | undefined, name: string) =>
    code ? String.fromCodePoint(parseInt(code, 16)) : ({ quot: '"', lt: '<', gt: '>', amp: '&' }[name] ?? ''),
  );
/** What the text area of a page holds. */
const typedIn = (page: Response) =>
  decode(/<textarea[^>]*name="text"[^>]*>\n([^]*?)<\/textarea>/.exec(page.text)?.[1] ?? '');
const baseOf = (page: Response) => /name="base" value="(\d+)"/.exec(page.text)?.[1] ?? '';

/** A module's row of the list. */
const rowOf = (page: string, module: string) =>
  new RegExp(`<tr id="m-${module}">[^]*?</tr>`).exec(page)?.[0] ?? '';

async function save(who: Visitor, address: string, change: (text: string) => string, since?: Response) {
  const page = since ?? (await who.get(address));
  return await who.post(address, address, { text: change(typedIn(page)), base: baseOf(page) });
}

test('the list shows every module, and which are being written by whom', async () => {
  const page = (await trainer.get(WORKSHOP)).text;
  expect(page).toContain('Publicado, revisión 1');
  expect(page).toContain('Borrador');
  expect(page).toContain('El Marco de Resultados de País');
  // Opening it again opens the same draft.
  const again = await colleague.post(WORKSHOP, `${WORKSHOP}/overview-2/open`, {});
  expect(again.headers.location).toBe(DRAFT);
  expect(await DraftModel.countDocuments({})).toBe(1);
});

test('a draft holds the files of the published revision, and the check finds in it what it finds in the folder', async () => {
  const page = (await trainer.get(DRAFT)).text;
  expect(page).toContain('Sobre la revisión 1');
  expect(page).toContain('La cadena de resultados');
  expect(page).toContain('The results chain');
  expect(page).not.toContain('No se puede publicar');
  const text = typedIn(await trainer.get(LESSON));
  expect(text).toMatch(/^---\ntitle: /);
});

test('what is saved is there again, line ends as an editor writes them', async () => {
  const answer = await save(trainer, LESSON, (text) => `${text.trimEnd()}\r\n\r\nUna frase guardada.\r\n`);
  expect(answer.status).toBe(303);
  const page = await trainer.get(answer.headers.location ?? '');
  expect(page.text).toContain('Guardado a las');
  expect(typedIn(page)).toMatch(/\n\nUna frase guardada\.\n$/);
  // The page beside it shows what learners will see.
  expect(page.text).toContain('<p>Una frase guardada.</p>');
});

test('a save that is sent twice counts once', async () => {
  const page = await trainer.get(LESSON);
  const text = `${typedIn(page)}\nOtra.\n`;
  for (let sent = 0; sent < 3; sent += 1) await trainer.post(LESSON, LESSON, { text, base: baseOf(page) });
  const after = await trainer.get(LESSON);
  expect(typedIn(after)).toBe(text);
  expect(Number(baseOf(after))).toBe(Number(baseOf(page)) + 1);
});

test('seeing without saving keeps nothing, and finds the mistakes of what was typed', async () => {
  const page = await trainer.get(LESSON);
  const text = `${typedIn(page)}\n![](../assets/no-such.svg)\n`;
  const seen = await trainer.post(LESSON, LESSON, { text, base: baseOf(page), then: 'preview' });
  expect(seen.text).toContain('Sin guardar');
  expect(typedIn(seen)).toBe(text);
  expect(seen.text).toContain('no-such.svg');
  expect(typedIn(await trainer.get(LESSON))).toBe(typedIn(page));
});

describe('two people in one text', () => {
  test('the second is told who has it open', async () => {
    await trainer.get(LESSON);
    expect((await colleague.get(LESSON)).text).toContain('Abierto ahora por Ana Prueba');
  });

  test('changes of different lines are put together', async () => {
    const before = await colleague.get(LESSON);
    await save(trainer, LESSON, (text) => text.replace(/^title: .*$/m, 'title: La cadena, paso a paso'));
    const answer = await save(colleague, LESSON, (text) => `${text}\nAl final.\n`, before);
    const merged = await colleague.get(answer.headers.location ?? '');
    expect(merged.text).toContain('Guardado junto con los cambios de otra persona');
    expect(typedIn(merged)).toContain('title: La cadena, paso a paso');
    expect(typedIn(merged)).toContain('Al final.');
  });

  test('changes of the same lines are both shown, and nothing is saved until one is chosen', async () => {
    const before = await colleague.get(LESSON);
    await save(trainer, LESSON, (text) => text.replace('Al final.', 'Al final, dice Inés.'));
    const answer = await save(
      colleague,
      LESSON,
      (text) => text.replace('Al final.', 'Al final, dice Rafael.'),
      before,
    );
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('dos personas cambiaron las mismas líneas');
    expect(answer.text).toContain('<pre>Al final, dice Inés.</pre>');
    expect(typedIn(answer)).toContain('Al final, dice Rafael.');
    expect(typedIn(await trainer.get(LESSON))).toContain('Al final, dice Inés.');
    // The page holds the version that was seen, so that saving now is a choice.
    await colleague.post(LESSON, LESSON, { text: typedIn(answer), base: baseOf(answer) });
    expect(typedIn(await trainer.get(LESSON))).toContain('Al final, dice Rafael.');
  });

  test('two hundred saves at once, from two editors, lose no line', async () => {
    const address = `${DRAFT}/texts/en/02-the-results-chain.md`;
    const page = await trainer.get(address);
    const started = typedIn(page);
    // Each editor writes under its own heading, from whatever the last answer gave it.
    const write = async (who: Visitor, mark: string, heading: RegExp) => {
      let [text, base] = [started, baseOf(page)];
      for (let number = 1; number <= 100; number += 1) {
        text = text.replace(heading, (found) => `${found}\n\n${mark} ${String(number)}.`);
        const answer = await who.post(WORKSHOP, address, { text, base }, { accept: 'application/json' });
        const kept = answer.body as { outcome: string; text: string; version: number };
        expect(kept.outcome).toMatch(/^(?:saved|merged)$/);
        [text, base] = [kept.text, String(kept.version)];
      }
    };
    const [, first = '', second = ''] = /^(## .*)$[^]*?^(## .*)$/m.exec(started) ?? [];
    const exactly = (line: string) => new RegExp(`^${line.replace(/[^\w\s]/g, '\\$&')}$`, 'm');
    await Promise.all([write(trainer, 'First', exactly(first)), write(colleague, 'Second', exactly(second))]);
    const text = typedIn(await trainer.get(address));
    for (const mark of ['First', 'Second'])
      for (let number = 1; number <= 100; number += 1) expect(text).toContain(`${mark} ${String(number)}.`);
    await save(trainer, address, () => started);
  });
});

test('a draft with an error is not published, and says why at its line', async () => {
  const before = typedIn(await trainer.get(LESSON));
  await save(trainer, LESSON, (text) => text.replace(/^title: .*$/m, 'title: [sin terminar'));
  const page = (await trainer.get(DRAFT)).text;
  expect(page).toContain('No se puede publicar');
  expect(page).toContain('Corrija los errores para publicar.');
  const version = String((await DraftModel.findById('overview-2').lean())?.version);
  const refused = await trainer.post(DRAFT, `${DRAFT}/publish`, { version, note: 'Algo' });
  expect(refused.status).toBe(422);
  expect((await getModule('overview-2')).module.revision).toBe(1);
  await save(trainer, LESSON, () => before);
});

test('publishing takes what was looked at, makes a revision with its note, and ends the draft', async () => {
  const page = (await trainer.get(DRAFT)).text;
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  expect((await trainer.post(DRAFT, `${DRAFT}/publish`, { version, note: ' ' })).text).toContain(
    'Escriba qué cambia.',
  );

  await save(colleague, LESSON, (text) => `${text}\nY una cosa más.\n`);
  const late = await trainer.post(DRAFT, `${DRAFT}/publish`, {
    version,
    note: 'Cierre nuevo',
    staleToo: 'yes',
  });
  expect(late.status).toBe(422);
  expect(late.text).toContain('El borrador cambió después de que usted abrió la página.');

  const newest = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
  const done = await trainer.post(DRAFT, `${DRAFT}/publish`, {
    version: newest,
    note: 'Cierre nuevo',
    staleToo: 'yes',
  });
  expect(done.status).toBe(303);
  const { module } = await getModule('overview-2');
  expect(module.revision).toBe(2);
  expect((await trainer.get(DRAFT)).status).toBe(404);
  const learner = await rumbo.person('learner', 'rosa@example.org');
  await learner.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  expect((await learner.get('/es/modules/overview-2/lessons/the-results-chain')).text).toContain(
    'Y una cosa más.',
  );
});

test('a new module begins whole, appears in its track when published, and its id cannot be taken twice', async () => {
  const fields = {
    track: 'overview',
    id: 'overview-7',
    name: 'fiscal-risks',
    titleEs: 'Riesgos fiscales',
    titleEn: 'Fiscal risks',
  };
  const wrong = await trainer.post(`${WORKSHOP}/new`, `${WORKSHOP}/new`, {
    ...fields,
    id: 'Con espacios',
    titleEn: '',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Escriba el título.');
  expect(wrong.text).toContain('value="Con espacios"');
  const made = await trainer.post(`${WORKSHOP}/new`, `${WORKSHOP}/new`, fields);
  expect(made.headers.location).toBe('/es/trainer/drafts/overview-7');
  expect((await trainer.post(`${WORKSHOP}/new`, `${WORKSHOP}/new`, fields)).text).toContain(
    'Ya hay un módulo con ese identificador.',
  );

  const inList = async () => rowOf((await trainer.get(WORKSHOP)).text, 'overview-7');
  expect(await inList()).toMatch(/Riesgos fiscales.*Español: completo.*Inglés: completo/);
  const draft = '/es/trainer/drafts/overview-7';
  const page = (await trainer.get(draft)).text;
  expect(page).not.toContain('No se puede publicar');
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  await trainer.post(draft, `${draft}/publish`, { version, note: 'Primera versión' });
  expect((await trainer.get('/es/tracks/overview')).text).toContain('Riesgos fiscales');
});

test('a copy of a module begins with its texts and images, under its own id', async () => {
  const fields = {
    track: 'overview',
    id: 'overview-8',
    name: 'another-landscape',
    titleEs: 'Otro panorama',
    titleEn: 'Another landscape',
    copyOf: 'overview-4',
  };
  await trainer.post(`${WORKSHOP}/new`, `${WORKSHOP}/new`, fields);
  const copy = await DraftModel.findById('overview-8').lean();
  expect(copy?.assets.length).toBeGreaterThan(2);
  const page = (await trainer.get('/es/trainer/drafts/overview-8')).text;
  expect(page).toContain('Otro panorama');
  expect(page).not.toContain('No se puede publicar');
});

test('learners see no draft: not its page, not its texts, not its images', async () => {
  await trainer.post(WORKSHOP, `${WORKSHOP}/overview-4/open`, {});
  const draft = await DraftModel.findById('overview-4').lean();
  const image = draft?.assets[0]?.path.replace('assets/', '') ?? '';
  const learner = await rumbo.person('learner', 'luis@example.org');
  for (const address of [
    WORKSHOP,
    '/es/trainer/drafts/overview-4',
    '/es/trainer/drafts/overview-4/texts/module.yaml',
    `/drafts/overview-4/assets/${image}`,
  ])
    expect((await learner.get(address)).status).toBe(403);
  const shown = await trainer.get(`/drafts/overview-4/assets/${image}`);
  expect(shown.status).toBe(200);
  expect(shown.headers['content-type']).toMatch(/^image\//);
});

test('a translation that is confirmed is told as out of date when one side changes', async () => {
  const [es, en] = ['es', 'en'].map((language) => `/es/trainer/drafts/overview-4/texts/${language}/quiz.md`);
  const confirmed = await trainer.post(es ?? '', '/es/trainer/drafts/overview-4/confirm/es/quiz.md', {});
  expect(confirmed.status).toBe(303);
  expect((await trainer.get(en ?? '')).text).not.toMatch(/\d bloques? desactualizados?/);
  await save(trainer, en ?? '', (text) =>
    text.replace(/^> (.*)$/m, '> $1 And more.').replace(/^ {2}> (.*)$/m, '  > $1 And more.'),
  );
  expect((await trainer.get(es ?? '')).text).toMatch(/\d bloques? desactualizados?/);
  const page = (await trainer.get('/es/trainer/drafts/overview-4')).text;
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
  const publish = '/es/trainer/drafts/overview-4/publish';
  const draft = '/es/trainer/drafts/overview-4';
  const refused = await trainer.post(draft, publish, { version, note: 'Cambio en inglés' });
  expect(refused.text).toContain('Confirme las traducciones o marque la casilla.');
  const inList = async () => rowOf((await trainer.get(WORKSHOP)).text, 'overview-4');
  expect(await inList()).toMatch(/Español: completo.*\d bloques? desactualizados?.*Inglés: completo/);
  const done = await trainer.post(draft, publish, { version, note: 'Cambio en inglés', staleToo: 'yes' });
  expect(done.status).toBe(303);
  // Published knowingly, and not forgotten.
  expect(await inList()).toMatch(/revisión 2[^]*Español: completo[^]*\d bloques? desactualizados?/);
});

test('discarding a draft asks for the one that was looked at', async () => {
  await trainer.post(WORKSHOP, `${WORKSHOP}/overview-5/open`, {});
  const draft = '/es/trainer/drafts/overview-5';
  await save(colleague, `${draft}/texts/es/quiz.md`, (text) => `${text}\n`);
  const late = await trainer.post(draft, `${draft}/discard`, { version: '1' });
  expect((await trainer.get(late.headers.location ?? '')).text).toContain('El borrador cambió después');
  const version = String((await DraftModel.findById('overview-5').lean())?.version);
  await trainer.post(draft, `${draft}/discard`, { version });
  expect((await trainer.get(draft)).status).toBe(404);
});
