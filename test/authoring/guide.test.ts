/** The guide for authors, where they write. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRumbo } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
beforeAll(async () => {
  rumbo = await startRumbo();
});
afterAll(async () => {
  await rumbo.stop();
});

test.each([
  ['es', 'Escribir un módulo', 'Hojas de trabajo', '&lt;!-- ok: numbers, una cita --&gt;'],
  ['en', 'Writing a module', 'Worksheets', '&lt;!-- ok: numbers, a quotation --&gt;'],
])('a trainer reads it in the platform, with its contents (%s)', async (lang, title, section, example) => {
  const trainer = await rumbo.person('trainer', `${lang}@example.org`);
  const page = (await trainer.get(`/${lang}/trainer/workshop/guide`)).text;
  expect(page).toContain(`<h1>${title}</h1>`);
  const anchor = new RegExp(`<a href="#([^"]+)">${section}</a>`).exec(page)?.[1] ?? '';
  expect(page).toContain(`<h2 id="${anchor}">${section}</h2>`);
  // What it shows as an example is shown, not done.
  expect(page).toContain(example);
  const list = (await trainer.get(`/${lang}/trainer/workshop`)).text;
  expect(list).toContain(`href="/${lang}/trainer/workshop/guide"`);
});
