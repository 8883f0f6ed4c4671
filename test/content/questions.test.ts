import { expect, test } from '@jest/globals';
import { renderQuestion } from '../../server/content/index.ts';
import type { Question } from '../../server/content/module.ts';
import { links, load, short } from './support/folder.ts';

/** The first question of a quiz whose text is given, the same in both languages unless there is a second. */
function first(es: string, en = es): Question {
  const page = (text: string) => `---\nshuffle: true\n---\n\n${text}`;
  const { modules, findings } = load({ quizEs: page(es), quizEn: page(en) });
  const question = modules[0]?.module.quiz.questions[0];
  if (!question) throw new Error(JSON.stringify(findings, null, 1));
  return question;
}

const refused = (es: string, en = es): string[] => {
  const page = (text: string) => `---\nshuffle: true\n---\n\n${text}`;
  return load({ quizEs: page(es), quizEn: page(en) })
    .findings.filter(({ severity }) => severity === 'error')
    .map(short);
};

test('one marked option is a single choice, with hint, feedback, explanation and attributes', () => {
  const question = first(
    '### ¿Qué mide? {#q-outcome points=2 objective=o1}\n\nMire la tabla.\n\n> Piense en quién lo vive.\n\n' +
      '- [ ] Los *sistemas*\n  > Es un producto.\n- [x] El uso\n  > Sí.\n\n**Explicación.** Un efecto cambia.\n\nY dura.',
  );
  expect(question).toMatchObject({
    id: 'q-outcome',
    kind: 'single',
    points: 2,
    objective: 'o1',
    prompt: { es: '¿Qué mide?\n\nMire la tabla.' },
    hint: { es: 'Piense en quién lo vive.' },
    explanation: { es: 'Un efecto cambia.\n\nY dura.' },
    options: [
      { id: 'a', right: false, text: { es: 'Los *sistemas*' }, feedback: { es: 'Es un producto.' } },
      { id: 'b', right: true, text: { es: 'El uso' }, feedback: { es: 'Sí.' } },
    ],
  });
  expect(renderQuestion(question, 'es', links)).toMatchObject({
    titleHtml: '¿Qué mide?',
    promptText: '¿Qué mide?',
    detailHtml: '<p>Mire la tabla.</p>',
    promptHtml: '<p>¿Qué mide?</p>\n<p>Mire la tabla.</p>',
    options: [
      { html: 'Los <em>sistemas</em>', text: 'Los sistemas', feedbackHtml: 'Es un producto.' },
      { html: 'El uso' },
    ],
  });
});

test('several marked options, or type=multiple, are a multiple choice; two of truth are true or false', () => {
  const options = (text: string) => `### ¿Qué? {#q-a objective=o1${text}`;
  expect(first(options('}\n\n- [x] a\n  > a\n- [x] b\n  > b')).kind).toBe('multiple');
  expect(first(options(' type=multiple}\n\n- [x] a\n  > a\n- [ ] b\n  > b')).kind).toBe('multiple');
  expect(
    first(
      options('}\n\n- [x] Verdadero\n  > a\n- [ ] Falso\n  > b'),
      options('}\n\n- [x] True\n  > a\n- [ ] False\n  > b'),
    ).kind,
  ).toBe('true-false');
});

test('an ordered list is ordering, a table is matching with shared targets and distractors', () => {
  expect(
    first('### Ordene {#q-a type=order objective=o1}\n\n1. Insumo\n2. Producto\n\n**Explicación.** Así.'),
  ).toMatchObject({
    kind: 'order',
    items: [{ id: 'a', text: { es: 'Insumo' } }, { id: 'b' }],
  });
  const table =
    '| Cosa | Nivel |\n| --- | --- |\n| Dinero | Insumo |\n| Curso | Actividad |\n| Personal | Insumo |\n| | Impacto |';
  expect(first(`### Una {#q-a type=match objective=o1}\n\n${table}\n\n**Explicación.** Así.`)).toMatchObject({
    kind: 'match',
    items: [
      { id: 'a', answer: '1' },
      { id: 'b', answer: '2' },
      { id: 'c', answer: '1' },
    ],
    targets: [{ id: '1', text: { es: 'Insumo' } }, { id: '2' }, { id: '3', text: { es: 'Impacto' } }],
  });
});

test.each([
  ['= 14.3 % ± 0.1', 14.3, '%', 0.1],
  ['= 1600 millones ± 0.5 %', 1600, 'millones', 8],
  ['= 1,600', 1600, null, 0],
  ['= 40 000 PA', 40_000, 'PA', 0],
  ['= -0.47 puntos ± 0.01', -0.47, 'puntos', 0.01],
  ['= −5', -5, null, 0],
])('the line “%s” is a number', (line, value, unit, tolerance) => {
  const question = first(`### ¿Cuánto? {#q-a objective=o1}\n\n${line}\n\n**Explicación.** Así.`);
  expect(question).toMatchObject({
    kind: 'numeric',
    value,
    tolerance,
    unit: unit === null ? null : { es: unit },
  });
});

test('other lines are short texts, whose variants count in both languages', () => {
  const question = first(
    '### ¿Quién? {#q-a objective=o1}\n\n= Hacienda | Ministerio de Hacienda\n\n**Explicación.** Así.',
    '### Who? {#q-a objective=o1}\n\n= Treasury\n\n**Explanation.** So.',
  );
  expect(renderQuestion(question, 'en', links)).toMatchObject({
    kind: 'text',
    accepted: ['Treasury', 'Hacienda', 'Ministerio de Hacienda'],
  });
  expect(first('### ¿Qué? {#q-a type=text objective=o1}\n\n= 2030\n\n**Explicación.** Así.').kind).toBe(
    'text',
  );
});

test('a self-check in a lesson ends with its explanation, and the lesson goes on', () => {
  const check = '### ¿Sí? {#check-a}\n\n- [x] Sí\n  > Sí.\n- [ ] No\n  > No.';
  const kinds = (es: string) => load({ es }).modules[0]?.module.lessons[0]?.segments.map(({ kind }) => kind);
  expect(kinds(`Uno.\n\n${check}\n\n**Explicación.** Eso.\n\nDos.`)).toEqual([
    'markdown',
    'check',
    'markdown',
  ]);
  expect(kinds(`Uno.\n\n${check}\n\nDos.\n\n## Tres`)).toEqual(['markdown', 'check', 'markdown']);
});

test.each([
  ['no answers', 5, '### ¿Qué? {#q-a objective=o1}\n\nTexto.'],
  ['no id', 5, '### ¿Qué?\n\n- [x] a\n  > a\n- [ ] b\n  > b'],
  ['another heading', 5, '## ¿Qué? {#q-a objective=o1}\n\n- [x] a\n  > a\n- [ ] b\n  > b'],
  ['an unknown attribute', 5, '### ¿Qué? {#q-a objective=o1 weight=3}\n\n- [x] a\n  > a\n- [ ] b\n  > b'],
  ['text left over', 12, '### ¿Qué? {#q-a objective=o1}\n\n- [x] a\n  > a\n- [ ] b\n  > b\n\nTexto.'],
  [
    'a table of three columns',
    7,
    '### ¿Qué? {#q-a type=match objective=o1}\n\n| a | b | c |\n| - | - | - |\n| 1 | 2 | 3 |',
  ],
])('a question with %s is refused at its line', (_, line, text) => {
  expect(refused(text)).toContain(`question es/quiz.md:${line}:1`);
});

test('languages that differ in what is right are refused', () => {
  const choice = (rest: string) => `### ¿Qué? {#q-a objective=o1}\n\n${rest}\n\n**Explicación.** Así.`;
  const twins = (es: string, en: string) => refused(choice(es), choice(en));
  expect(twins('- [x] a\n- [ ] b', '- [ ] a\n- [x] b')).toContain('twins en/quiz.md:5:1');
  expect(twins('- [x] a\n- [ ] b', '- [x] a\n- [ ] b\n- [ ] c')).toContain('twins en/quiz.md:5:1');
  expect(twins('= 12 % ± 1', '= 12 % ± 2')).toContain('twins en/quiz.md:5:1');
  expect(twins('- [x] a\n- [ ] b', '= 12')).toContain('twins en/quiz.md:5:1');
});
