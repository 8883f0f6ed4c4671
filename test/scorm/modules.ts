/** A small module with everything a module can have, and arbitrary ones for properties. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import {
  ModuleSchema,
  TrackSchema,
  type InBoth,
  type Module,
  type Question,
  type Track,
} from '../../server/content/module.ts';

export const both = (es: string, en = `${es} (en)`): InBoth<string> => ({ es, en });

const drawing = (words: string): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><rect width="120" height="40" fill="#e2edee"/><text x="8" y="24" font-size="12">${words}</text></svg>`,
  );
const pictures: Record<string, Buffer> = {
  'chain.es.svg': drawing('insumo'),
  'chain.en.svg': drawing('input'),
  'data.pdf': Buffer.from('%PDF-1.4 an empty paper'),
};
export function assetBytes(_module: Module, name: string): AsyncIterable<Buffer> {
  const bytes = pictures[name];
  if (!bytes) throw new Error(`No asset ${name}`);
  return Readable.from([bytes]);
}

const question = { points: 1, objective: 'o1', hint: null, explanation: both('Porque sí.', 'Because.') };
const option = (id: string, right: boolean, text: string) => ({
  id,
  right,
  text: both(text),
  feedback: both(`Sobre ${text}`, `About ${text}`),
});
export const questions: Question[] = [
  {
    ...question,
    id: 'q-single',
    kind: 'single',
    prompt: both('¿Qué es un efecto?', 'What is an outcome?'),
    hint: both('Piense en la gente.', 'Think of people.'),
    options: [option('a', false, 'Una obra'), option('b', true, 'Un cambio'), option('c', false, 'Un gasto')],
  },
  {
    ...question,
    id: 'q-multiple',
    kind: 'multiple',
    points: 2,
    prompt: both('¿Qué son productos?', 'Which are outputs?'),
    options: [
      option('a', true, 'Un pozo'),
      option('b', false, 'Menos diarrea'),
      option('c', true, 'Un curso'),
      option('d', false, 'Menos pobreza'),
    ],
  },
  {
    ...question,
    id: 'q-true',
    kind: 'true-false',
    prompt: both('Un gasto es un resultado.', 'Spending is a result.'),
    options: [
      { ...option('a', false, 'x'), text: both('Verdadero', 'True') },
      { ...option('b', true, 'x'), text: both('Falso', 'False') },
    ],
  },
  {
    ...question,
    id: 'q-order',
    kind: 'order',
    objective: 'o2',
    prompt: both('Ordene la cadena.', 'Put the chain in order.'),
    items: ['Insumo', 'Actividad', 'Producto', 'Efecto'].map((text, index) => ({
      id: 'abcd'.charAt(index),
      text: both(text),
    })),
  },
  {
    ...question,
    id: 'q-match',
    kind: 'match',
    objective: 'o2',
    prompt: both('Relacione.', 'Match.'),
    items: [
      { id: 'a', text: both('CRF'), answer: '1' },
      { id: 'b', text: both('DFA'), answer: '3' },
    ],
    targets: [
      { id: '1', text: both('Resultados') },
      { id: '2', text: both('Nada') },
      { id: '3', text: both('Diagnóstico') },
    ],
  },
  {
    ...question,
    id: 'q-number',
    kind: 'numeric',
    objective: 'o2',
    prompt: both('¿Qué parte se recorrió?', 'What share was covered?'),
    value: 14.3,
    tolerance: 0.1,
    unit: both('%', '%'),
  },
  {
    ...question,
    id: 'q-text',
    kind: 'text',
    prompt: both('¿Cómo se llama el valor inicial?', 'What is the first value called?'),
    accepted: { es: ['línea de base', 'la línea de base'], en: ['baseline'] },
  },
];

/** The answer that earns everything, and one that earns nothing. */
export const rightAnswers: Record<string, unknown> = {
  'q-single': 'b',
  'q-multiple': ['a', 'c'],
  'q-true': 'b',
  'q-order': ['a', 'b', 'c', 'd'],
  'q-match': { a: '1', b: '3' },
  'q-number': '14,3',
  'q-text': ' Linea de BASE',
};
export const wrongAnswers: Record<string, unknown> = {
  'q-single': 'a',
  'q-multiple': ['b', 'd'],
  'q-true': 'a',
  'q-order': ['d', 'c', 'b', 'a'],
  'q-match': { a: '2', b: '2' },
  'q-number': '99',
  'q-text': 'meta',
};

const check: Question = {
  ...question,
  id: 'check-output',
  kind: 'single',
  objective: null,
  prompt: both('«Maestras capacitadas»: ¿qué es?', '“Teachers trained”: what is it?'),
  options: [option('a', false, 'Una actividad'), option('b', true, 'Un producto')],
};
const checkOrder: Question = {
  ...question,
  id: 'check-order',
  kind: 'order',
  objective: null,
  prompt: both('Ordene.', 'Order.'),
  items: [
    { id: 'a', text: both('Primero') },
    { id: 'b', text: both('Segundo') },
  ],
};

const asset = (name: string, type: string) => ({
  name,
  type,
  bytes: pictures[name]?.length ?? 1,
  hash: createHash('sha256')
    .update(pictures[name] ?? '')
    .digest('hex'),
});

export const sampleModule: Module = ModuleSchema.parse({
  id: 'sample-1',
  track: 'sample',
  title: both('La cadena & el «marco»', 'The chain & the “frame”'),
  summary: both('Qué cambia y cómo se sabe.', 'What changes and how one knows.'),
  authors: ['Equipo Rumbo'],
  licence: 'CC-BY-4.0',
  minutes: 25,
  objectives: [
    { id: 'o1', ...both('clasificar enunciados', 'classify statements') },
    { id: 'o2', ...both('ordenar la cadena', 'order the chain') },
  ],
  keywords: { es: ['cadena'], en: ['chain'] },
  sources: [both('OCDE, *Glosario*, 2002.', 'OECD, *Glossary*, 2002.')],
  lessons: [
    {
      id: 'first-steps',
      title: both('Primeros pasos', 'First steps'),
      minutes: 8,
      objectives: ['o1'],
      segments: [
        {
          kind: 'markdown',
          markdown: both(
            'Un producto se entrega.\n\n## Una sección {#part}\n\nVea [la otra lección](02-the-chain.md#hard) y [el papel](../assets/data.pdf), o [el sitio](https://example.org/es).\n\n![La cadena de insumo a efecto](../assets/chain.es.svg "La cadena.")\n\nTabla: Dos valores\n\n| Año | Valor |\n| --- | ---: |\n| 2022 | 41 |\n| 2025 | 43 |',
            'An output is delivered.\n\n## A section {#part}\n\nSee [the other lesson](02-the-chain.md#hard) and [the paper](../assets/data.pdf), or [the site](https://example.org/en).\n\n![The chain from input to outcome](../assets/chain.en.svg "The chain.")\n\nTable: Two values\n\n| Year | Value |\n| --- | ---: |\n| 2022 | 41 |\n| 2025 | 43 |',
          ),
        },
        { kind: 'check', question: check },
        { kind: 'check', question: checkOrder },
      ],
    },
    {
      id: 'the-chain',
      title: both('La cadena', 'The chain'),
      minutes: 9,
      objectives: ['o2'],
      segments: [
        {
          kind: 'markdown',
          markdown: both(
            'Texto.\n\n## El paso difícil {#hard}\n\n> [!WARNING]\n> Cuidado con las palabras.\n\nUna nota[^1] y $\\frac{2}{14}$.\n\n[^1]: La nota.',
            'Text.\n\n## The hard step {#hard}\n\n> [!WARNING]\n> Mind the words.\n\nA note[^1] and $\\frac{2}{14}$.\n\n[^1]: The note.',
          ),
        },
        { kind: 'worksheet', id: 'flows' },
      ],
    },
    {
      id: 'last-words',
      title: both('Para cerrar', 'To close'),
      minutes: 8,
      objectives: ['o2'],
      segments: [{ kind: 'markdown', markdown: both('Fin.', 'End.') }],
    },
  ],
  quiz: { intro: both('Suerte.', 'Good luck.'), draw: null, shuffle: true, pauseMinutes: 0, questions },
  worksheets: [
    {
      id: 'flows',
      title: both('Flujos', 'Flows'),
      instructions: both('Complete.', 'Complete.'),
      parts: [
        {
          kind: 'table',
          id: 'money',
          title: both('Montos', 'Amounts'),
          columns: [
            { id: 'y2021', title: both('2021'), type: 'number', total: true },
            { id: 'y2025', title: both('2025'), type: 'number', total: true },
            {
              id: 'change',
              title: both('Cambio, %', 'Change, %'),
              type: 'percent',
              formula: '(y2025 - y2021) / y2021 * 100',
            },
            {
              id: 'trust',
              title: both('Confianza', 'Confidence'),
              type: 'choice',
              choices: [{ id: 'high', ...both('alta', 'high') }],
            },
          ],
          rows: [
            { id: 'tax', label: both('Impuestos', 'Taxes'), given: { y2021: 4160 } },
            { id: 'aid', label: both('Ayuda', 'Aid') },
          ],
        },
        {
          kind: 'table',
          id: 'free',
          title: both('Otras', 'Others'),
          columns: [
            { id: 'name', title: both('Nombre', 'Name'), type: 'text' },
            { id: 'day', title: both('Fecha', 'Date'), type: 'date' },
          ],
          free: { start: 2, most: 4 },
        },
        {
          kind: 'form',
          id: 'note',
          title: both('Nota', 'Note'),
          fields: [
            {
              id: 'trend',
              type: 'long-text',
              label: both('Tendencia', 'Trend'),
              hint: both('Una frase.', 'One sentence.'),
            },
            { id: 'n', type: 'number', label: both('Número', 'Number') },
          ],
        },
      ],
      sample: {
        money: { tax: { y2025: 5600 } },
        note: { trend: both('Suben los impuestos.', 'Taxes grow.') },
      },
    },
  ],
  assets: [
    asset('chain.es.svg', 'image/svg+xml'),
    asset('chain.en.svg', 'image/svg+xml'),
    asset('data.pdf', 'application/pdf'),
  ],
  terms: [
    {
      key: 'output',
      forms: { es: ['producto', 'productos'], en: ['output', 'outputs'] },
      definition: both('Lo que se entrega.', 'What is delivered.'),
    },
  ],
});

export const otherModule: Module = ModuleSchema.parse({
  ...sampleModule,
  id: 'sample-2',
  title: both('El segundo módulo', 'The second module'),
  lessons: [sampleModule.lessons[2]],
  worksheets: [],
  assets: [],
  terms: [],
  quiz: { ...sampleModule.quiz, draw: 3 },
});

export const sampleTrack: Track = TrackSchema.parse({
  id: 'sample',
  title: both('Panorama', 'Overview'),
  summary: both('Todo.', 'All.'),
  audience: both('Para todos.', 'For all.'),
  passMark: 0.7,
  opensAfter: null,
  modules: ['sample-1', 'sample-2'],
});

// --- Arbitrary modules ---------------------------------------------------------------------------

const words = fc
  .string({
    unit: fc.constantFrom(...Array.from('abcñáÉ &<>"\'|;~:{}[]()*_`#!\\$%^€漢😀\u00a0\u0007')),
    minLength: 1,
    maxLength: 40,
  })
  .map((text) => `p${text}`);
const bothWords = fc.record({ es: words, en: words });
const slugs = (least: number, most: number) =>
  fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,8}){0,4}$/), {
    minLength: least,
    maxLength: most,
  });
const letters = 'abcdefghijklmnopqrstuvwxyz';

const anyQuestion = (id: string): fc.Arbitrary<unknown> => {
  const base = {
    id: fc.constant(id),
    points: fc.constantFrom(0.5, 1, 2, 100),
    objective: fc.constantFrom(null, 'o1'),
    prompt: bothWords,
    hint: fc.option(bothWords),
    explanation: fc.option(bothWords),
  };
  const options = (count: number) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({
          id: fc.constant(letters.charAt(index)),
          right: fc.boolean(),
          text: bothWords,
          feedback: fc.option(bothWords),
        }),
      ),
    );
  const items = (count: number) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({ id: fc.constant(letters.charAt(index)), text: bothWords }),
      ),
    );
  return fc.oneof(
    fc.record({
      ...base,
      kind: fc.constantFrom('single', 'multiple'),
      options: fc.integer({ min: 2, max: 26 }).chain(options),
    }),
    fc.record({ ...base, kind: fc.constant('true-false'), options: options(2) }),
    fc.record({ ...base, kind: fc.constant('order'), items: fc.integer({ min: 2, max: 26 }).chain(items) }),
    fc.integer({ min: 2, max: 12 }).chain((count) =>
      fc.record({
        ...base,
        kind: fc.constant('match'),
        items: items(count).map((all) =>
          all.map((item, index) => ({ ...item, answer: String((index % count) + 1) })),
        ),
        targets: fc.tuple(
          ...Array.from({ length: count }, (_, index) =>
            fc.record({ id: fc.constant(String(index + 1)), text: bothWords }),
          ),
        ),
      }),
    ),
    fc.record({
      ...base,
      kind: fc.constant('numeric'),
      value: fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      tolerance: fc.double({ noNaN: true, min: 0, max: 1e6 }),
      unit: fc.option(bothWords),
    }),
    fc.record({
      ...base,
      kind: fc.constant('text'),
      accepted: fc.record({
        es: fc.array(words, { minLength: 1, maxLength: 3 }),
        en: fc.array(words, { minLength: 1, maxLength: 3 }),
      }),
    }),
  );
};

/** Modules of any shape that the contract allows, with texts that hold all that XML, HTML and suspend data choke on. */
export const anyModule: fc.Arbitrary<Module> = fc
  .record({
    ids: slugs(8, 14),
    title: bothWords,
    summary: bothWords,
    draw: fc.option(fc.integer({ min: 1, max: 9 })),
    shuffle: fc.boolean(),
  })
  .chain(({ ids, title, summary, draw, shuffle }) => {
    const [id = 'm', first = 'l', ...questionIds] = ids;
    return fc
      .record({
        lesson: bothWords,
        markdown: bothWords,
        questions: fc.tuple(...questionIds.map(anyQuestion)),
      })
      .map(({ lesson, markdown, questions: bank }) =>
        ModuleSchema.parse({
          ...sampleModule,
          id,
          title,
          summary,
          keywords: { es: [summary.es], en: [] },
          sources: [summary],
          lessons: [
            {
              id: first,
              title: lesson,
              minutes: 5,
              objectives: ['o1'],
              segments: [
                { kind: 'markdown', markdown },
                { kind: 'check', question: bank[0] },
                { kind: 'worksheet', id: 'flows' },
              ],
            },
          ],
          quiz: { intro: markdown, draw, shuffle, pauseMinutes: 0, questions: bank.slice(1) },
          terms: [],
        }),
      );
  });
