/** Modules as a generator makes them: every kind of question and segment, with words that read as themselves. */
import fc from 'fast-check';
import { TrackEntry, type Lesson, type Module, type Question } from '../../../server/content/module.ts';

const word = fc.constantFrom(
  'agua',
  'plan',
  'meta',
  'efecto',
  'niñez',
  'país',
  'dato',
  'cinco',
  'obra',
  'León',
  '«uso»',
  '2025',
  'así,',
  '14.3',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => `A${list.join(' ')}`);
const inBoth = <T>(value: fc.Arbitrary<T>) => fc.record({ es: value, en: value });
const slug = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(-[a-z0-9]{1,5}){0,2}$/);

const marked = fc.oneof(
  words,
  words.map((text) => `**${text}** y *${text}*`),
  fc.tuple(words, words).map(([one, two]) => `${one} [${two}](https://example.org)`),
);
const block = fc.oneof(
  marked,
  fc.tuple(words, slug).map(([text, id]) => `## ${text} {#s${id}}`),
  fc.array(marked, { minLength: 1, maxLength: 3 }).map((list) => list.map((text) => `- ${text}`).join('\n')),
  words.map((text) => `> [!NOTE] ${text}\n> ${text}`),
  fc
    .tuple(words, words)
    .map(([one, two]) => `Tabla: ${one}\n\n| ${one} | ${two} |\n| --- | ---: |\n| ${two} | 12 |`),
);
const paragraphs = fc.array(block, { minLength: 1, maxLength: 4 }).map((list) => list.join('\n\n'));
const texts = fc.array(marked, { minLength: 1, maxLength: 2 }).map((list) => list.join('\n\n'));

const distinct = (list: { text: { es: string; en: string } }[]): boolean =>
  (['es', 'en'] as const).every(
    (language) => new Set(list.map(({ text }) => text[language])).size === list.length,
  );
const letters = <T>(list: T[]) => list.map((one, index) => ({ id: String.fromCharCode(97 + index), ...one }));
const some = <T extends { text: { es: string; en: string } }>(one: fc.Arbitrary<T>) =>
  fc.array(one, { minLength: 2, maxLength: 5 }).filter(distinct);

const base = (id: fc.Arbitrary<string>) =>
  fc.record({
    id,
    points: fc.constantFrom(1, 2, 0.5),
    objective: fc.constant('o1'),
    prompt: inBoth(
      fc
        .tuple(words, fc.option(words))
        .map(([title, detail]) => (detail === null ? title : `${title}\n\n${detail}`)),
    ),
    hint: fc.option(inBoth(texts)),
    explanation: inBoth(marked),
  });

const option = fc.record({ right: fc.boolean(), text: inBoth(words), feedback: inBoth(texts) });
const answers = fc.oneof(
  some(option)
    .filter((options) => options.some(({ right }) => right))
    .chain((options) => {
      const kinds =
        options.filter(({ right }) => right).length > 1
          ? (['multiple'] as const)
          : (['multiple', 'single'] as const);
      return fc.record({ kind: fc.constantFrom(...kinds), options: fc.constant(letters(options)) });
    }),
  some(fc.record({ text: inBoth(words) })).map((items) => ({
    kind: 'order' as const,
    items: letters(items),
  })),
  fc
    .tuple(
      some(fc.record({ text: inBoth(words) })),
      some(fc.record({ text: inBoth(words) })),
      fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
    )
    .map(([items, targets, picks]) => {
      // Targets are numbered as the rows first name them; the rest are distractors.
      const used = [...new Set(items.map((_, index) => (picks[index] ?? 0) % targets.length))];
      const order = [...used, ...targets.keys()].filter((index, at, all) => all.indexOf(index) === at);
      return {
        kind: 'match' as const,
        items: letters(
          items.map((item, index) => ({
            ...item,
            answer: String(order.indexOf((picks[index] ?? 0) % targets.length) + 1),
          })),
        ),
        targets: order.map((index, at) => ({
          id: String(at + 1),
          text: targets[index]?.text ?? { es: '', en: '' },
        })),
      };
    }),
  fc.record({
    kind: fc.constant('numeric' as const),
    value: fc
      .integer({ min: -9_999_999, max: 9_999_999 })
      .map((value) => value / 100)
      .filter((value) => value !== 0),
    tolerance: fc.nat(500).map((value) => value / 100),
    unit: fc.option(inBoth(fc.constantFrom('%', 'millones de PA', 'puntos'))),
  }),
  fc.record({
    kind: fc.constant('text' as const),
    accepted: inBoth(fc.uniqueArray(words, { minLength: 1, maxLength: 3 })),
  }),
);

export const question = (id: fc.Arbitrary<string>): fc.Arbitrary<Question> =>
  fc.tuple(base(id), answers).map(([one, answer]) => ({ ...one, ...answer }));

const lesson: fc.Arbitrary<Lesson> = fc.record({
  id: slug,
  title: inBoth(words),
  minutes: fc.integer({ min: 1, max: 60 }),
  objectives: fc.constant(['o1']),
  segments: fc
    .array(
      fc.oneof(
        inBoth(paragraphs).map((markdown) => ({ kind: 'markdown' as const, markdown })),
        question(slug.map((id) => `check-${id}`)).map((one) => ({ kind: 'check' as const, question: one })),
      ),
      { minLength: 1, maxLength: 5 },
    )
    // Two texts in a row are one text.
    .map((list) =>
      list.filter((one, index) => one.kind !== 'markdown' || list[index - 1]?.kind !== 'markdown'),
    ),
});

const guide = fc.record({
  title: inBoth(words),
  minutes: fc.integer({ min: 30, max: 600 }),
  markdown: inBoth(paragraphs),
});

const wholeModule: fc.Arbitrary<Module> = fc.record({
  id: fc.constant('overview-1'),
  track: fc.constant('overview'),
  title: inBoth(words),
  summary: inBoth(words),
  authors: fc.array(words, { minLength: 1, maxLength: 2 }),
  licence: fc.constant('CC-BY-4.0'),
  minutes: fc.integer({ min: 300, max: 600 }),
  objectives: fc.record({ id: fc.constant('o1'), es: words, en: words }).map((one) => [one]),
  keywords: inBoth(fc.array(words, { maxLength: 3 })),
  sources: fc.array(inBoth(marked), { maxLength: 2 }),
  lessons: fc.uniqueArray(lesson, { minLength: 1, maxLength: 3, selector: ({ id }) => id }),
  quiz: fc.record({
    intro: fc.option(inBoth(words)),
    draw: fc.constantFrom(null, 1),
    shuffle: fc.boolean(),
    pauseMinutes: fc.nat(60),
    questions: fc.uniqueArray(question(slug.map((id) => `q-${id}`)), {
      minLength: 1,
      maxLength: 4,
      selector: ({ id }) => id,
    }),
  }),
  worksheets: fc.constant([]),
  assets: fc.constant([]),
  terms: fc.constant([]),
});

export const moduleArbitrary: fc.Arbitrary<Module> = fc
  .tuple(wholeModule, fc.option(guide))
  .map(([module, facilitator]) => (facilitator ? { ...module, facilitator } : module));

export const tracksYaml = JSON.stringify([
  TrackEntry.parse({
    id: 'overview',
    title: { es: 'Panorama', en: 'Overview' },
    summary: { es: 'a', en: 'a' },
    audience: { es: 'a', en: 'a' },
    passMark: 0.7,
    opensAfter: null,
    modules: ['overview-1'],
  }),
]);
