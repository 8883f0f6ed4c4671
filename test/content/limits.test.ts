import { expect, test } from '@jest/globals';
import { contentOf, examine, renderLesson, type Finding } from '../../server/content/index.ts';
import { costOf, MOMENTS } from './support/cost.ts';
import { links, load, short, smallFolder } from './support/folder.ts';

const KILO = 1024;

/** Starts of marks that are never closed: what parsers run away on. */
const UNCLOSED = [
  '[',
  '![',
  '*a ',
  'a*_',
  '**a ',
  '_a __a ',
  '`',
  '<',
  '<a ',
  '<!--',
  '$',
  '| a ',
  '> ',
  '- ',
  '1. ',
  '[^',
  '[[a|',
  '\\',
  '~~a ',
  'http://a.',
  'a@b.',
  '&#',
  '{#',
  '(',
  '"',
  '!',
  '!!',
  '$(',
  '- a\n',
  'a\n: b\n\n',
];

/** Paragraphs as long as they may be, a file as large as it may be. */
function fullOf(unit: string): string {
  const paragraph = unit.repeat(Math.ceil(5_900 / unit.length)).slice(0, 5_900);
  return `${paragraph}\n\n`.repeat(42);
}

test.each(UNCLOSED)('a quarter megabyte of “%s” is read or refused in moments', async (unit) => {
  const cost = await costOf(async () => {
    const { modules } = (await examine(smallFolder({ es: fullOf(unit), en: 'Text.' }))).content;
    for (const { module } of modules) renderLesson(module, 'the-steps', 'es', links);
  });
  expect(cost).toBeLessThan(MOMENTS);
});

test.each(['a*_', '[', '![', '<', '`', '*a ', '[[a|', '~~a ', '<a b="', '[a](b', '**a*'])(
  'as many “%s” as a file may have are read in moments',
  async (unit) => {
    // As many as a paragraph may have, and as many paragraphs as the file may have marks.
    const marks = unit.match(/[*_~[<`]/g)?.length ?? 1;
    const emphasis = unit.match(/[*_~]/g)?.length ?? 0;
    const paragraph = unit.repeat(Math.floor(Math.min(5_900 / unit.length, 990 / Math.max(emphasis, 0.1))));
    const es = `${paragraph}\n\n`.repeat(Math.floor(3_990 / marks / (paragraph.length / unit.length)));
    const cost = await costOf(() => {
      const { modules } = load({ es, en: 'Text.' });
      for (const { module } of modules) renderLesson(module, 'the-steps', 'es', links);
    });
    expect(cost).toBeLessThan(MOMENTS);
  },
);

test.each([
  ['a megabyte of anything', Buffer.alloc(KILO * KILO, 'ab\n'), 'size es/01-the-steps.md:1:1'],
  [
    'a long line',
    Buffer.from(`---\ntitle: a\nminutes: 1\n---\n\n${'a '.repeat(4_000)}`),
    'size es/01-the-steps.md:6:1',
  ],
  [
    'deep nesting',
    Buffer.from(`---\ntitle: a\nminutes: 1\n---\n\n${'> '.repeat(40)}a`),
    'size es/01-the-steps.md:6:1',
  ],
  ['bytes that are no text', Buffer.from([0x2d, 0xff, 0xfe, 0x00]), 'encoding es/01-the-steps.md:1:2'],
  [
    'emphasis without end',
    Buffer.from(`---\ntitle: a\nminutes: 1\n---\n\n${'*a_'.repeat(400)}\n${'*a_'.repeat(400)}`),
    'size es/01-the-steps.md:7:1',
  ],
  [
    'more lines than a lesson has',
    Buffer.from(`---\ntitle: a\nminutes: 1\n---\n${'a\n\n'.repeat(3_000)}`),
    'size es/01-the-steps.md:5005:1',
  ],
  ['a NUL', Buffer.from('---\ntitle: a\nminutes: 1\n---\n\na\u0000b'), 'encoding es/01-the-steps.md:6:2'],
  [
    'text that turns its direction',
    Buffer.from('---\ntitle: a\nminutes: 1\n---\n\na\u202eb'),
    'encoding es/01-the-steps.md:6:2',
  ],
])('%s is refused with its place', (_, bytes, place) => {
  expect(load({ files: { 'es/01-the-steps.md': bytes } }).findings.map(short)).toContain(place);
});

test.each([
  ['brackets that end the process of the parser', '['.repeat(60_000)],
  [
    'a bomb of aliases',
    `a: &a [x]\n${'b c d e f g h i'
      .split(' ')
      .map((key, index) => `${key}: &${key} [*${'abcdefgh'.charAt(index)}, *${'abcdefgh'.charAt(index)}]`)
      .join('\n')}`,
  ],
  ['mappings forty deep', Array.from({ length: 40 }, (_, depth) => `${' '.repeat(depth * 2)}a:`).join('\n')],
  ['a quarter megabyte of keys', 'a: b\n'.repeat(50_000)],
  ['a prototype', '__proto__: { polluted: true }\n'],
])('YAML with %s is refused', async (_, text) => {
  const cost = await costOf(() => {
    const { failed } = contentOf(smallFolder({ files: { 'module.yaml': text } }));
    expect(failed.map(({ folder }) => folder)).toEqual(['overview/the-chain']);
  });
  expect({}).not.toHaveProperty('polluted');
  expect(cost).toBeLessThan(MOMENTS);
});

/** Drawings that a style sheet's or a path's reader could run away on. */
test.each([
  ['a style sheet without a brace', `<style>${'a '.repeat(120_000)}</style><text>a</text>`],
  ['one of open comments', `<style>${'/*'.repeat(120_000)}</style><text>a</text>`],
  ['one of rules that never close', `<style>${'@a{'.repeat(80_000)}</style><text>a</text>`],
  [
    'one selector over and over',
    `<style>${'a,'.repeat(50_000)}{${'fill:red;'.repeat(14_000)}}</style><text>a</text>`,
  ],
  ['a path of a hundred thousand points', `<path d="M${'1 '.repeat(120_000)}"/><text>a</text>`],
  [
    'letters on a heap of shapes',
    `${'<rect width="1" height="1"/>'.repeat(4_000)}${'<text x="5">a</text>'.repeat(5_000)}`,
  ],
  ['elements in elements', '<g>'.repeat(80_000)],
  ['a class of many names', `<text class="${'a '.repeat(120_000)}">a</text>`],
])('a drawing with %s is read or refused in moments', async (_, inside) => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360">${inside}</svg>`;
  const cost = await costOf(async () => await examine(smallFolder({ files: { 'assets/a.svg': svg } })));
  expect(cost).toBeLessThan(MOMENTS);
});

/** Every kind of file that has a reader. */
const KINDS = [
  'module.yaml',
  'twins.yaml',
  'worksheets/a.yaml',
  'es/01-the-steps.md',
  'es/quiz.md',
  'assets/a.svg',
  'assets/a.png',
  'assets/a.pdf',
  'notes.docx',
];

test.each(KINDS)('a megabyte of anything in %s is refused with a sentence, in moments', async (name) => {
  for (const unit of ['a: b\n', '[', '\u00ff\u0000', '<g>', '\n']) {
    const bytes = Buffer.from(unit.repeat(KILO * KILO).slice(0, KILO * KILO));
    const findings: Finding[] = [];
    const cost = await costOf(async () => {
      findings.push(...(await examine(smallFolder({ files: { [name]: bytes } }))).findings);
    });
    expect(cost).toBeLessThan(MOMENTS);
    const told = findings.filter(({ file, severity }) => file.endsWith(name) && severity === 'error');
    expect(told).toHaveLength(1);
  }
});

test.each(['tracks.yaml', 'glossary.es.yaml', 'data/altamar.yaml'])(
  'a megabyte of anything in %s is refused too',
  async (name) => {
    const { findings } = await examine(smallFolder({ around: { [name]: 'a: b\n'.repeat(200_000) } }));
    expect(findings.map(short)).toContain(`size ${name}:1:1`);
  },
);

test('time grows with the text, not faster', () => {
  const paragraph =
    'El **efecto** de [un plan](https://example.org) en 2025 fue 74.7 %, según la *fuente*.[^1]\n\n- uno\n- dos\n\n';
  const time = (count: number): number => {
    const es = `${paragraph.repeat(count)}[^1]: Nota.`;
    const runs = Array.from({ length: 5 }, () => {
      const started = process.cpuUsage();
      const [loaded] = load({ es, en: 'Text.' }).modules;
      if (loaded) renderLesson(loaded.module, 'the-steps', 'es', links);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    });
    return Math.min(...runs);
  };
  time(100);
  expect(time(1_000) / time(200)).toBeLessThan(9);
});
