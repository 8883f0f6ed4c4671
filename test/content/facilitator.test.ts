import { expect, test } from '@jest/globals';
import { contentOf, examine, printModule } from '../../server/content/index.ts';
import { findingsOf, load, short, smallFolder } from './support/folder.ts';

const guide = (title: string, text: string, minutes = 210) =>
  `---\ntitle: ${title}\nminutes: ${minutes}\n---\n\n${text}\n`;
const both = (es: string, en: string) => ({
  'es/facilitator.md': guide('Guía del taller', es),
  'en/facilitator.md': guide('The workshop', en),
});

test('a module may have a guide for facilitators, in both languages', async () => {
  const files = both('## Antes {#before}\n\nReúna datos.', '## Before {#before}\n\nGather data.');
  expect(await findingsOf({ files })).toEqual([]);
  const [loaded] = load({ files }).modules;
  expect(loaded?.module.facilitator).toEqual({
    title: { es: 'Guía del taller', en: 'The workshop' },
    minutes: 210,
    markdown: { es: '## Antes {#before}\n\nReúna datos.', en: '## Before {#before}\n\nGather data.' },
  });
  expect(loaded?.hash).not.toBe(load().modules[0]?.hash);
});

test('a guide that is printed and read again is the same guide', () => {
  const [loaded] = load({ files: both('## Antes\n\n- uno\n- dos', '## Before\n\n- one\n- two') }).modules;
  if (!loaded) throw new Error('no module');
  const printed = [...printModule(loaded.module)].map(([name, text]): [string, Buffer] => [
    `${loaded.folder}/${name}`,
    Buffer.from(text),
  ]);
  expect(contentOf(new Map([...smallFolder(), ...printed])).modules[0]?.module).toEqual(loaded.module);
});

test.each([
  ['missing in a language', { 'es/facilitator.md': guide('Guía', 'Texto.') }, 'twins es/facilitator.md:1:1'],
  [
    'of another length',
    { 'es/facilitator.md': guide('Guía', 'Texto.'), 'en/facilitator.md': guide('Guide', 'Text.', 90) },
    'twins en/facilitator.md:3:10',
  ],
  ['with other sections', both('## Uno {#a}', '## One {#b}'), 'twins en/facilitator.md:6:1'],
  [
    'without minutes',
    { 'es/facilitator.md': '---\ntitle: a\n---\n\nTexto.' },
    'schema es/facilitator.md:2:1',
  ],
  ['that is empty', both('', ''), 'schema es/facilitator.md:5:1'],
  ['with a question', both('### ¿Sí? {#check-a}', '### Yes? {#check-a}'), 'schema es/facilitator.md:6:1'],
  ['with a worksheet', both('{{worksheet:a}}', '{{worksheet:a}}'), 'schema es/facilitator.md:6:1'],
  ['with a broken link', both('[a](02-b.md)', '[a](02-b.md)'), 'links es/facilitator.md:6:1'],
  ['that skips a level', both('#### Uno', '#### One'), 'headings es/facilitator.md:6:1'],
  ['with a wrong number', both('Son 2,500.', 'It is 2,500.'), 'numbers es/facilitator.md:6:5'],
])('a guide %s is told at its place', async (_, files, place) => {
  expect((await findingsOf({ files })).map(short)).toContain(place);
});

test('a guide links lessons and shows images; a lesson never leads to the guide', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#fff"/></svg>';
  const page = (words: string, alt: string, caption: string) =>
    `[${words}](01-the-steps.md)\n\n![${alt}](../assets/room.svg "${caption}")`;
  const files = both(
    page('la lección', 'Tres mesas y una pantalla.', 'La sala.'),
    page('the lesson', 'Three tables and a screen.', 'The room.'),
  );
  expect(await findingsOf({ files: { ...files, 'assets/room.svg': svg } })).toEqual([]);
  expect(
    (await findingsOf({ es: '[la guía](facilitator.md)', files: both('Texto.', 'Text.') })).map(short),
  ).toContain('links es/01-the-steps.md:7:1');
});

test('what learners read is counted without the guide', async () => {
  const { statistics } = await examine(smallFolder({ files: both('Uno dos tres.', 'One two three.') }));
  const { statistics: without } = await examine(smallFolder());
  expect(statistics).toEqual(without);
});
