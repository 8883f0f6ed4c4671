import { expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import {
  allRules,
  checkContent,
  confirm,
  contentOf,
  examine,
  examineFolder,
  loadContent,
} from '../../server/content/index.ts';
import { findingsOf, load, short, smallFolder } from './support/folder.ts';

const BROKEN = 'test/content/fixtures/broken';
/** The same module as it was published, when a question was of another kind. */
const before = async () => {
  const { modules } = await loadContent('test/content/fixtures/broken-before');
  return { published: new Map(modules.map(({ module }) => [module.id, module])) };
};

test('the small module of these tests has no finding', async () => {
  expect((await findingsOf({})).map(short)).toEqual([]);
  expect(contentOf(smallFolder()).failed).toEqual([]);
});

test('one run tells every mistake of a broken module, each at its place', async () => {
  const { findings } = await examineFolder(BROKEN, await before());
  expect(findings.map((one) => `${one.severity} ${short(one).replace('overview/broken/', '')}`)).toEqual([
    'error glossary glossary.es.yaml:5:3',
    'error assets assets/chart.es.png:1:1',
    'error svg assets/open.svg:1:64',
    'advice images assets/pale.svg:1:1',
    'advice svg assets/pale.svg:1:1',
    'advice contrast assets/pale.svg:3:3',
    'advice small-print assets/pale.svg:3:3',
    'advice reading-level en:1:1',
    'advice stale en/01-all-rules.md:2:8',
    'error twins en/01-all-rules.md:3:10',
    'error objectives en/01-all-rules.md:4:13',
    'error twins en/01-all-rules.md:6:1',
    'advice twins en/01-all-rules.md:12:1',
    'error quiz-size en/quiz.md:2:7',
    'advice quiz-size en/quiz.md:4:1',
    'advice stale en/quiz.md:5:1',
    'error twins en/quiz.md:5:1',
    'advice stale es/01-all-rules.md:2:8',
    'advice reading-time es/01-all-rules.md:3:10',
    'error objectives es/01-all-rules.md:4:13',
    'error headings es/01-all-rules.md:9:1',
    'error terms es/01-all-rules.md:11:12',
    'error links es/01-all-rules.md:11:40',
    'error raw-html es/01-all-rules.md:11:63',
    'advice spelling es/01-all-rules.md:11:101',
    'error callouts es/01-all-rules.md:13:1',
    'error footnotes es/01-all-rules.md:16:12',
    'error formulas es/01-all-rules.md:16:39',
    'advice numbers es/01-all-rules.md:16:56',
    'error alt-text es/01-all-rules.md:18:1',
    'advice captions es/01-all-rules.md:18:1',
    'error images es/01-all-rules.md:20:1',
    'advice captions es/01-all-rules.md:22:1',
    'advice altamar es/01-all-rules.md:24:1',
    'error worksheets es/01-all-rules.md:26:1',
    'error right-answer es/01-all-rules.md:28:1',
    'error feedback es/01-all-rules.md:35:1',
    'error unique-ids es/01-all-rules.md:40:1',
    'error marks es/01-all-rules.md:44:5',
    'advice captions es/01-all-rules.md:46:1',
    'error tables es/01-all-rules.md:48:1',
    'error encoding es/02-latin-one.md:6:9',
    'error size es/03-endless.md:6:1',
    'error yaml es/04-tabs.md:4:1',
    'error schema es/05-no-minutes.md:2:1',
    'error quiz-size es/quiz.md:2:7',
    'advice quiz-size es/quiz.md:4:1',
    'error stable-ids es/quiz.md:5:1',
    'error question es/quiz.md:12:1',
    'advice reading-time module.yaml:6:10',
    'error objectives module.yaml:9:5',
    'error objectives module.yaml:9:5',
    'advice objectives module.yaml:9:19',
    'error file-names notes.docx:1:1',
    'advice worksheets worksheets/sheet.yaml:1:5',
    'error worksheets worksheets/sheet.yaml:10:75',
    'error tracks tracks.yaml:1:3',
  ]);
});

test('the broken module holds a mistake for every rule, and every sentence is there in both languages', async () => {
  const findings = await checkContent(BROKEN, await before());
  const told = new Set(findings.map(({ rule }) => rule));
  // Only a folder that cannot be read cannot be in one that can.
  const rules = allRules.filter(({ name }) => name !== 'folder');
  expect([...told].toSorted()).toEqual(rules.map(({ name }) => name).toSorted());
  for (const { es, en } of [
    ...findings.map(({ message }) => message),
    ...rules.map(({ reason }) => reason),
  ]) {
    expect(es).toMatch(/^\S.*\S$/s);
    expect(en).toMatch(/^\S.*\S$/s);
    expect(es).not.toBe(en);
  }
});

test.each(['en', 'es'])('the guide for authors names every rule (%s)', async (language) => {
  const guide = await readFile(`docs/authoring.${language}.md`, 'utf8');
  expect(allRules.map(({ name }) => name).filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});

test('a module with an error stays out while the others go on', () => {
  const files = new Map([...smallFolder(), ['overview/other/module.yaml', Buffer.from('id: [')]]);
  const { modules, failed } = contentOf(files);
  expect(modules.map(({ module }) => module.id)).toEqual(['overview-1']);
  expect(failed.map(({ folder, id }) => [folder, id])).toEqual([['overview/other', null]]);
});

test('a published id that changes its kind is an error; one that is gone is told', async () => {
  const published = new Map(load().modules.map(({ module }) => [module.id, module]));
  const quizEs = '---\nshuffle: true\n---\n\n### ¿1? {#q-1 objective=o1}\n\n= 12\n\n**Explicación.** Así.';
  const { findings } = await examine(smallFolder({ quizEs }), { published });
  const stable = findings.filter(({ rule }) => rule === 'stable-ids');
  expect(stable.filter(({ severity }) => severity === 'error').map(short)).toEqual([
    'stable-ids es/quiz.md:5:1',
  ]);
  expect(stable.filter(({ severity }) => severity === 'advice')).toHaveLength(7);
});

test('a worksheet’s cell that held figures does not become words under the same id', async () => {
  const sheet = (type: string, kind = 'a') => ({
    'worksheets/sheet.yaml':
      'id: sheet\ntitle: { es: a, en: a }\ninstructions: { es: a, en: a }\n' +
      `parts: [{ kind: form, id: ${kind}, title: { es: a, en: a }, fields: [{ id: x, type: ${type}, label: { es: a, en: a } }] }]\n`,
  });
  const published = new Map(
    load({ files: sheet('number') }).modules.map(({ module }) => [module.id, module]),
  );
  const stable = async (files: Record<string, string>) =>
    (await examine(smallFolder({ files }), { published })).findings
      .filter(({ rule, severity }) => rule === 'stable-ids' && severity === 'error')
      .map(short);
  expect(await stable(sheet('text'))).toEqual(['stable-ids worksheets/sheet.yaml:1:1']);
  expect(await stable(sheet('percent'))).toEqual([]);
  expect(await stable(sheet('text', 'b'))).toEqual([]);
});

test.each([
  [
    'es',
    '2500 personas, 40 000 hogares, 74.7 %, 1 de enero de 2025, indicador 17.15.1, Ley 28522, 2023–2030, 3.5 y 12.',
    [],
  ],
  ['es', '2,500 personas', ['numbers']],
  ['es', '2.500.000 personas', ['numbers']],
  ['es', '74,7 % de 40000 personas y 3%', ['numbers', 'numbers', 'numbers']],
  [
    'en',
    '2,500 people, 40,000 homes, 74.7%, PA 1,600 million, 1 January 2025, indicator 17.15.1, 2023–2030 and 3, 4, 12.',
    [],
  ],
  ['en', '40000 people, 74.7 % and PA 1600', ['numbers', 'numbers', 'numbers']],
])('numbers in %s: “%s”', async (language, text, rules) => {
  const findings = await findingsOf(
    language === 'es' ? { es: text, en: 'Text.' } : { es: 'Texto.', en: text },
  );
  expect(findings.map(({ rule }) => rule).filter((rule) => rule === 'numbers')).toEqual(rules);
});

test('advice that a writer has weighed is set aside by a comment; an error is not', async () => {
  const named = async (es: string) =>
    (await findingsOf({ es, en: 'Text.' }))
      .map(({ rule }) => rule)
      .filter((rule) => rule === 'numbers' || rule === 'terms');
  expect(await named('<!-- ok: numbers, una cita -->\nDice «2,500».')).toEqual([]);
  expect(await named('<!-- ok: spelling -->\nDice «2,500».')).toEqual(['numbers']);
  expect(await named('<!-- ok: terms -->\n[[nada]]')).toEqual(['terms']);
});

test('a block that changed since its twin was confirmed is told, in the language that has stayed behind', async () => {
  const [draft] = load({ es: 'Uno.\n\nDos.', en: 'One.\n\nTwo.' }).drafts;
  if (!draft) throw new Error('no module');
  const files = { 'twins.yaml': confirm(draft).yaml };
  const stale = async (es: string, en: string) =>
    (await findingsOf({ es, en, files })).filter(({ rule }) => rule === 'stale').map(short);
  expect(await stale('Uno.\n\nDos.', 'One.\n\nTwo.')).toEqual([]);
  expect(await stale('Uno.\n\nDos, y más.', 'One.\n\nTwo.')).toEqual(['stale en/01-the-steps.md:9:1']);
  expect(await stale('Uno.\n\nDos.', 'One and more.\n\nTwo.')).toEqual(['stale es/01-the-steps.md:7:1']);
});
