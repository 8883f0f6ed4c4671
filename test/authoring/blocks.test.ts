/** What the editor's buttons insert is what docs/authoring describes: the checker finds no mistake in it. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const DRAFT = 'trainer/drafts/overview-4';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'ines@example.org');
  await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-4/open', {});
});
afterAll(async () => {
  await rumbo.stop();
});

interface Tools {
  blocks: { id: string; text: string }[];
  terms: { key: string; term: string }[];
}

async function toolsOf(address: string): Promise<Tools> {
  const page = (await trainer.get(address)).text;
  const attribute = /data-tools="([^"]*)"/.exec(page)?.[1] ?? '';
  const json = attribute.replace(/&(?:quot|#x22);/g, '"').replace(/&(?:#x([0-9A-F]+)|(\w+));/gi, decode);
  return JSON.parse(json) as Tools;
}
const decode = (_: string, code: string | undefined, name: string): string =>
  code ? String.fromCodePoint(parseInt(code, 16)) : ({ lt: '<', gt: '>', amp: '&' }[name] ?? '');

/** As a writer leaves it who writes nothing over. */
const asInserted = (text: string, number: number): string =>
  text.replace(/#\{\d+:([^}]*)\}/g, '$1').replace('-NEW', `-${number}`);

const head = '---\ntitle: Prueba\nminutes: 5\nobjectives: [o1]\n---\n\nTexto.\n\n';

test.each([
  { lang: 'es', path: 'es/01-four-families-of-resources.md', begin: head, blocks: 14 },
  { lang: 'en', path: 'en/01-four-families-of-resources.md', begin: head, blocks: 14 },
  { lang: 'es', path: 'es/quiz.md', begin: '---\nshuffle: true\n---\n\n', blocks: 7 },
  { lang: 'en', path: 'en/quiz.md', begin: '---\nshuffle: true\n---\n\n', blocks: 7 },
])('every block that $path offers is right as it comes', async ({ lang, path, begin, blocks }) => {
  const address = `/${lang}/${DRAFT}/texts/${path}`;
  const tools = await toolsOf(address);
  expect(tools.blocks.length).toBe(blocks);
  expect(tools.terms.length).toBeGreaterThan(50);
  const text = begin + tools.blocks.map((block, index) => asInserted(block.text, index + 1)).join('\n\n');
  const answer = await trainer.post(address, address.replace('/texts/', '/preview/'), { text: `${text}\n` });
  const { html, findings } = answer.body as { html: string; findings: string };
  const sentences = [...findings.matchAll(/<span data-sentence>([^<]*)/g)].map(([, sentence]) => sentence);
  // That seven questions are few is no fault of theirs.
  expect(sentences.filter((sentence) => !/^(?:Preguntas|Questions): 7/.test(sentence ?? ''))).toEqual([]);
  expect(html.match(/<fieldset/g)?.length).toBe(7);
});
