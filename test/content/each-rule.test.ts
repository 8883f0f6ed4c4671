/** Each rule by itself: what it tells, at its place, and what it lets pass. */
import { expect, test } from '@jest/globals';
import { allRules, examine } from '../../server/content/index.ts';
import type { Module } from '../../server/content/module.ts';
import { load, short, smallFolder, type SmallModule } from './support/folder.ts';

interface Case extends SmallModule {
  /** Places that the rule names, `file:line:column` from the module's folder; none where it is content. */
  told: string[];
  published?: ReadonlyMap<string, Module>;
}

const LESSON = 'es/01-the-steps.md';
const QUIZ = 'es/quiz.md';
const drawing = (inside: string, size = '0 0 640 360') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${size}"><rect width="640" height="360" fill="#ffffff"/>${inside}</svg>`;
const picture = '![Una escalera de cinco peldaños.](../assets/a.svg "La escalera.")';
const withPicture = (svg: string): SmallModule => ({
  es: picture,
  en: '![A staircase of five treads.](../assets/a.svg "The staircase.")',
  files: { 'assets/a.svg': svg },
});
const check = (answers: string, attributes = '') => `### ¿Sí? {#check-a${attributes}}\n\n${answers}`;
const manifest = (more: string) =>
  `id: overview-1\ntitle: { es: a, en: a }\nsummary: { es: a, en: a }\nauthors: [Equipo]\nlicence: CC-BY-4.0\n${more}`;
const objective = (id: string) => `  - { id: ${id}, es: distinguir niveles, en: tell levels apart }\n`;
const sheet = (column: string) =>
  'id: sheet\ntitle: { es: a, en: a }\ninstructions: { es: a, en: a }\nparts:\n  - kind: table\n    id: flows\n    title: { es: a, en: a }\n    columns:\n' +
  `      - { id: y2025, title: { es: a, en: a }, type: number }\n      - ${column}\n    rows:\n      - { id: tax, label: { es: a, en: a }, given: { y2025: 5600 } }\n`;
const glossary = (es: string, en: string) => ({
  around: { 'glossary.es.yaml': es, 'glossary.en.yaml': en },
});
const hard =
  'Notwithstanding considerable institutional heterogeneity, intergovernmental harmonisation presupposes multidimensional accountability and participatory organisation of competitive prioritisation mechanisms.';
const altamarData = { around: { 'data/altamar.yaml': 'programmes:\n  - { id: P05, approved: 620 }\n' } };
const eight = (question: string, from = 2) =>
  `---\nshuffle: true\n---\n\n${question}\n\n${Array.from({ length: 7 }, (_, index) => `### ¿${index}? {#q-${index + from} objective=o1}\n\n- [x] Sí ${index}\n  > Sí.\n- [ ] No ${index}\n  > No.\n`).join('\n')}`;
const numericBefore = new Map(
  load().modules.map(({ module }): [string, Module] => {
    const [first, ...others] = module.quiz.questions;
    if (!first) throw new Error('no question');
    const { id, points, objective: asks, prompt, hint } = first;
    const explanation = { es: 'Así.', en: 'So.' };
    const numeric = {
      id,
      points,
      objective: asks,
      prompt,
      hint,
      explanation,
      value: 1,
      tolerance: 0,
      unit: null,
    };
    return [
      module.id,
      { ...module, quiz: { ...module.quiz, questions: [{ ...numeric, kind: 'numeric' }, ...others] } },
    ];
  }),
);

const CASES: Record<string, Case[]> = {
  'file-names': [
    { files: { 'es/notas.md': 'Texto.' }, told: ['es/notas.md:1:1'] },
    { files: { 'es/02-more.md': '---\ntitle: a\nminutes: 1\n---\n\nTexto.' }, told: [] },
  ],
  size: [
    { es: 'a '.repeat(4_000), en: 'Text.', told: [`${LESSON}:7:1`] },
    { es: 'a '.repeat(2_000), en: 'Text.', told: [] },
  ],
  encoding: [
    { files: { [LESSON]: Buffer.from([0x2d, 0xff]) }, told: [`${LESSON}:1:2`] },
    { es: 'Ñandú — «así»', en: 'Text.', told: [] },
  ],
  yaml: [
    { files: { 'module.yaml': 'id: a\n\tb: c' }, told: ['module.yaml:2:1'] },
    { files: { 'twins.yaml': '{}' }, told: [] },
  ],
  schema: [
    { files: { 'twins.yaml': 'a: b' }, told: ['twins.yaml:1:4'] },
    { files: { 'twins.yaml': 'a: []' }, told: [] },
  ],
  tracks: [
    {
      files: {
        'module.yaml': manifest(`minutes: 20\nobjectives:\n${objective('o1')}`).replace(
          'overview-1',
          'overview-7',
        ),
      },
      told: ['module.yaml:1:5', 'tracks.yaml:1:3'],
    },
    { told: [] },
  ],
  glossary: [
    { ...glossary('a:\n  term: a\n  definition: a\n', '{}\n'), told: ['glossary.es.yaml:2:3'] },
    {
      ...glossary('a:\n  term: uno\n  definition: Un [[b]].\n', 'a:\n  term: one\n  definition: One.\n'),
      told: ['glossary.es.yaml:3:15'],
    },
    {
      ...glossary(
        'a:\n  term: uno\n  definition: Uno.\nb:\n  term: dos\n  forms: [Uno]\n  definition: Dos.\n',
        'a:\n  term: one\n  definition: One.\nb:\n  term: two\n  definition: Two.\n',
      ),
      told: ['glossary.es.yaml:5:3'],
    },
    {
      ...glossary('a:\n  term: uno\n  definition: Uno.\n', 'a:\n  term: one\n  definition: One.\n'),
      told: [],
    },
  ],
  question: [
    { es: check('Texto.'), en: check('Text.'), told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: `Texto.\n\n${check('= 12\n\n**Explicación.** Así.')}`, told: [] },
  ],
  assets: [
    { ...withPicture(''), told: ['assets/a.svg:1:1'] },
    { files: { 'assets/Foto.JPG': 'a' }, told: ['assets/Foto.JPG:1:1'] },
    { files: { 'assets/a.png': '<svg/>' }, told: ['assets/a.png:1:1'] },
    { ...withPicture(drawing('')), told: [] },
  ],
  svg: [
    { ...withPicture(drawing('<g>')), told: ['assets/a.svg:1:113'] },
    { ...withPicture(drawing('<script/>')), told: ['assets/a.svg:1:110'] },
    { ...withPicture(drawing('<path d="M0 0"/>')), told: [] },
  ],
  'unique-ids': [
    {
      es: 'a\n\n## Uno {#a}\n\n## Dos {#a}',
      en: 'a\n\n## One {#a}\n\n## Two {#b}',
      told: [`${LESSON}:11:1`],
    },
    { es: 'a\n\n## Uno {#a}\n\n## Dos {#b}', told: [] },
  ],
  twins: [
    { es: '## Uno {#a}', en: '## One {#b}', told: ['en/01-the-steps.md:7:1'] },
    { files: { 'es/02-more.md': '---\ntitle: a\nminutes: 1\n---\n\nTexto.' }, told: ['es/02-more.md:1:1'] },
    {
      quizEs: eight('### ¿Qué? {#q-1 objective=o1}\n\n- [x] a\n  > a\n- [ ] b\n  > b'),
      quizEn: eight('### What? {#q-1 objective=o1}\n\n- [ ] a\n  > a\n- [x] b\n  > b'),
      told: ['en/quiz.md:5:1'],
    },
    { es: '## Uno {#a}', en: '## One {#a}', told: [] },
  ],
  'right-answer': [
    { es: check('- [ ] a\n  > a\n- [ ] b\n  > b'), told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: check('- [x] a\n  > a\n- [ ] a\n  > b'), told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: check('- [x] a\n  > a\n- [ ] b\n  > b'), told: [] },
  ],
  feedback: [
    { es: check('- [x] a\n- [ ] b'), told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: check('= 12'), told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: check('= 12\n\n**Explicación.** Así.'), told: [] },
  ],
  'quiz-size': [
    {
      quizEs: eight('### ¿Qué? {#q-1 objective=o1}\n\n= 1\n\n**Explicación.** Así.').replace(
        'shuffle: true',
        'draw: 9',
      ),
      told: [`${QUIZ}:2:7`, 'en/quiz.md:2:7'],
    },
    { told: [] },
  ],
  'alt-text': [
    { ...withPicture(drawing('')), es: '![](../assets/a.svg "La escalera.")', told: [`${LESSON}:7:1`] },
    {
      ...withPicture(drawing('')),
      es: '![Imagen de una escalera](../assets/a.svg "La escalera.")',
      told: [`${LESSON}:7:1`],
    },
    { ...withPicture(drawing('')), told: [] },
  ],
  headings: [
    { es: '# Uno', en: '# One', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: '## Uno\n\n#### Dos', told: [`${LESSON}:9:1`, 'en/01-the-steps.md:9:1'] },
    { es: 'Uno\n---', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: '## Uno {#a big}', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: '## Uno\n\n### Dos\n\n## Tres', told: [] },
  ],
  links: [
    { es: '[a](09-nothing.md)', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: 'Vea [a](#nothing)', told: [`${LESSON}:7:5`, 'en/01-the-steps.md:7:5'] },
    {
      es: '[a](ftp://example.org) [b](/es) [c](https://nothing)',
      told: [`${LESSON}:7:1`, `${LESSON}:7:24`, `${LESSON}:7:33`].flatMap((place) => [
        place,
        place.replace('es/', 'en/'),
      ]),
    },
    {
      es: '## A {#a}\n\n[a](#a) [b](01-the-steps.md#a) [c](https://example.org/x) [d](mailto:a@example.org)',
      told: [],
    },
  ],
  images: [
    { es: picture, told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: 'Texto.', files: { 'assets/a.svg': drawing('') }, told: ['assets/a.svg:1:1'] },
    {
      ...withPicture(drawing('<text x="9" y="99" font-size="40">palabras</text>')),
      told: ['assets/a.svg:1:1'],
    },
    { ...withPicture(drawing('<text x="9" y="99" font-size="40">12 %</text>')), told: [] },
  ],
  terms: [
    { es: 'Un [[nada]].', en: 'A.', told: [`${LESSON}:7:4`] },
    {
      es: 'Un [[uno]].',
      en: 'A.',
      ...glossary('a:\n  term: uno\n  definition: Uno.\n', 'a:\n  term: one\n  definition: One.\n'),
      told: [],
    },
  ],
  objectives: [
    {
      files: { 'module.yaml': manifest(`minutes: 20\nobjectives:\n${objective('o1')}${objective('o2')}`) },
      told: ['module.yaml:9:5', 'module.yaml:9:5'],
    },
    {
      files: {
        'module.yaml': manifest('minutes: 20\nobjectives:\n  - { id: o1, es: Distinguir., en: tell }\n'),
      },
      told: ['module.yaml:8:19'],
    },
    { told: [] },
  ],
  'raw-html': [
    { es: 'a <blink>b</blink>', en: 'a', told: [`${LESSON}:7:3`] },
    {
      es: 'H<sub>2</sub>O y m<sup>2</sup><br><kbd>a</kbd> <abbr>PIB</abbr> <!-- nota -->',
      en: 'a',
      told: [],
    },
  ],
  callouts: [
    { es: '> [!NOTA]\n> a', en: '> [!NOTE]\n> a', told: [`${LESSON}:7:1`] },
    { es: '> [!note] Título\n> a', told: [] },
  ],
  footnotes: [
    { es: 'a[^1]', en: 'a', told: [`${LESSON}:7:2`] },
    { es: 'a[^1]\n\n[^1]: b\n[^2]: c', en: 'a', told: [`${LESSON}:10:1`] },
    { es: 'a[^1]\n\n[^1]: b\n[^1]: c', en: 'a', told: [`${LESSON}:10:1`] },
    { es: 'a[^1]\n\n[^1]: b', told: [] },
  ],
  formulas: [
    { es: 'a $\\frac{1$', en: 'a', told: [`${LESSON}:7:3`] },
    { es: 'a $\\frac{1}{2}$ y US$100 y $5', told: [] },
  ],
  marks: [
    { es: 'Vea {{worksheet:a}} aquí.', en: 'a', told: [`${LESSON}:7:5`] },
    { es: '> [! NOTE]\n> a', en: 'a', told: [`${LESSON}:7:3`] },
    { es: '## Uno {#a b=}', en: 'a', told: [`${LESSON}:7:8`] },
    { es: '[a][b] y [[c', en: 'a', told: [`${LESSON}:7:3`, `${LESSON}:7:10`] },
    { es: 'a ** b ** c', en: 'a', told: [`${LESSON}:7:3`] },
    { es: '| a | b |\n| 1 | 2 |', en: 'a', told: [`${LESSON}:7:1`] },
    {
      es: '`{{a}}` \\*\\* [a] {b}\n\n> [!NOTE]\n> a\n\nTabla: a {cards}\n\n| a | b |\n| - | - |\n| c | d |',
      told: [],
    },
  ],
  tables: [
    {
      es: 'Tabla: a\n\n| a | b |\n| - | - |\n| 1 |\n| 1 | 2 | 3 |',
      en: 'a',
      told: [`${LESSON}:11:1`, `${LESSON}:12:1`],
    },
    { es: 'Tabla: a\n\n| a | b |\n| - | - |\n| 1 \\| 2 | |\n 1 | 2', told: [] },
  ],
  worksheets: [
    { es: '{{worksheet:nothing}}', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    {
      es: '{{worksheet:sheet}}',
      files: {
        'worksheets/sheet.yaml': sheet(
          '{ id: share, title: { es: a, en: a }, type: percent, formula: y2025 / gdp }',
        ),
      },
      told: ['worksheets/sheet.yaml:10:71'],
    },
    {
      es: '{{worksheet:sheet}}',
      files: {
        'worksheets/sheet.yaml': sheet(
          '{ id: share, title: { es: a, en: a }, type: percent, formula: y2025 / 2 }',
        ),
      },
      told: [],
    },
  ],
  captions: [
    { es: '| a |\n| - |\n| b |', told: [`${LESSON}:7:1`, 'en/01-the-steps.md:7:1'] },
    { es: 'Tabla: a\n\nTexto.', en: 'a', told: [`${LESSON}:7:1`] },
    { es: 'Tabla: a\n\n| a |\n| - |\n| b |', en: 'Table: a\n\n| a |\n| - |\n| b |', told: [] },
  ],
  numbers: [
    {
      es: 'El 15 de Marzo, o el 15/03/2025.',
      en: 'On March 15, 2025.',
      told: ['en/01-the-steps.md:7:4', `${LESSON}:7:4`, `${LESSON}:7:22`],
    },
    {
      es: 'PA 1600, y 2.500 personas.',
      en: '2.500 people.',
      told: ['en/01-the-steps.md:7:1', `${LESSON}:7:1`, `${LESSON}:7:12`],
    },
    {
      es: 'El 15 de marzo de 2025: 1600 PA, 2.5 y 0.100.',
      en: 'On 15 March 2025: PA 1,600, 2.5 and 0.100.',
      told: [],
    },
    {
      es: '![Una escalera de cinco peldaños.](../assets/a.es.svg "La escalera.")',
      en: '![A staircase of five treads.](../assets/a.en.svg "The staircase.")',
      files: {
        'assets/a.es.svg': drawing('<text x="9" y="99" font-size="40">74.7%</text>'),
        'assets/a.en.svg': drawing('<text x="9" y="99" font-size="40">74.7%</text>'),
      },
      told: ['assets/a.es.svg:1:110'],
    },
  ],
  altamar: [
    {
      es: 'Tabla: a\n\n| Programa | Aprobado |\n| --- | ---: |\n| Agua (P05) | 640 |',
      ...altamarData,
      told: [`${LESSON}:11:1`, 'en/01-the-steps.md:11:1'],
    },
    {
      es: 'Tabla: a\n\n| Programa | Aprobado |\n| --- | ---: |\n| Agua (P05) | 620 |',
      ...altamarData,
      told: [],
    },
  ],
  spelling: [
    { es: 'Una ballesta mal eskrita.', en: 'A.', told: [`${LESSON}:7:18`] },
    { es: 'Una ballesta bien escrita, y *outcome*.', en: 'A.', told: [] },
  ],
  'reading-time': [
    {
      files: {
        'es/01-the-steps.md': '---\ntitle: a\nminutes: 90\nobjectives: [o1]\n---\n\nTexto.',
        'en/01-the-steps.md': '---\ntitle: a\nminutes: 90\nobjectives: [o1]\n---\n\nText.',
      },
      told: [`${LESSON}:3:10`, 'en/01-the-steps.md:3:10', 'module.yaml:6:10'],
    },
    { told: [] },
  ],
  'reading-level': [
    { en: `${hard}\n\n`.repeat(3), told: ['en:1:1'] },
    { en: 'People use safe water. They live better.', told: [] },
  ],
  contrast: [
    {
      ...withPicture(drawing('<text x="9" y="99" font-size="40" fill="#cccccc">12</text>')),
      told: ['assets/a.svg:1:110'],
    },
    { ...withPicture(drawing('<text x="9" y="99" font-size="40" fill="#333333">12</text>')), told: [] },
  ],
  'small-print': [
    { ...withPicture(drawing('<text x="9" y="99" font-size="9">12</text>')), told: ['assets/a.svg:1:110'] },
    { ...withPicture(drawing('<text x="9" y="99" font-size="20">12</text>')), told: [] },
  ],
  stale: [
    {
      files: { 'twins.yaml': '01-the-steps.md:\n  - [aaaaaaaaaaaa, bbbbbbbbbbbb]\n' },
      told: ['en/01-the-steps.md:2:8', 'en/quiz.md:5:1'],
    },
    { told: [] },
  ],
  'stable-ids': [
    { published: numericBefore, told: [`${QUIZ}:5:1`] },
    { published: new Map(load().modules.map(({ module }) => [module.id, module])), told: [] },
  ],
};

test.each(
  Object.entries(CASES).flatMap(([rule, cases]) =>
    cases.map((one, index) => [rule, index + 1, one] as const),
  ),
)('%s, case %i', async (rule, _, { told, published, ...module }) => {
  const { findings } = await examine(smallFolder(module), published ? { published } : {});
  const own = findings.filter((finding) => finding.rule === rule).map(short);
  expect(own.toSorted()).toEqual(told.map((place) => `${rule} ${place}`).toSorted());
});

test('every rule has its cases here, both ways', () => {
  // A folder that cannot be read is told on the command line (command-line.test.ts).
  const rules = allRules.map(({ name }) => name).filter((name) => name !== 'folder');
  expect(Object.keys(CASES).toSorted()).toEqual(rules.toSorted());
  for (const cases of Object.values(CASES)) {
    expect(cases.some(({ told }) => told.length > 0)).toBe(true);
    expect(cases.some(({ told }) => told.length === 0)).toBe(true);
  }
});
