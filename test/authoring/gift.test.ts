/** Questions from Moodle and to Moodle, in its GIFT format. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readGift } from '../../server/authoring/gift/read.ts';
import { writeGift } from '../../server/authoring/gift/write.ts';
import { getCatalogue } from '../../server/catalogue/index.ts';
import type { Question } from '../../server/content/module.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

const read = (text: string) => readGift(text, 'o1', new Set());
const only = (text: string): Question | undefined => read(text).questions[0];
const told = (text: string) => read(text).losses.map(({ line, message }) => `${String(line)}: ${message.en}`);

describe('a question of Moodle’s documentation becomes one of ours', () => {
  test('one right answer, with feedback', () => {
    const text =
      '// a comment\n::Grant::Who is buried in Grant\\’s tomb? {\n=Grant#Yes\n~No one#Wrong\n####His wife too.\n}';
    expect(only(text)).toMatchObject({
      id: 'q-grant',
      kind: 'single',
      prompt: { es: 'Who is buried in Grant’s tomb?' },
      options: [
        { id: 'a', right: true, text: { en: 'Grant' }, feedback: { en: 'Yes' } },
        { id: 'b', right: false, text: { en: 'No one' }, feedback: { en: 'Wrong' } },
      ],
      explanation: { en: 'His wife too.' },
    });
  });

  test('several right answers by their weights', () => {
    expect(only('Which two? {~%50%one~%50%two~%-100%three}')).toMatchObject({
      kind: 'multiple',
      options: [{ right: true }, { right: true }, { right: false }],
    });
  });

  test('true or false, where the first feedback is for the wrong answer', () => {
    expect(only('The sun rises. {TRUE#No.#Yes.}')).toMatchObject({
      kind: 'true-false',
      options: [
        { right: true, feedback: { en: 'Yes.' } },
        { right: false, feedback: { en: 'No.' } },
      ],
    });
  });

  test('numbers, with a tolerance or as a range', () => {
    expect(only('Pi? {#3.1415:0.0005}')).toMatchObject({ kind: 'numeric', value: 3.1415, tolerance: 0.0005 });
    expect(only('One to five? {#1..5}')).toMatchObject({ value: 3, tolerance: 2 });
  });

  test('short text, matching, and a gap inside the sentence', () => {
    expect(only('Two plus two? {=four =4}')).toMatchObject({ kind: 'text', accepted: { es: ['four', '4'] } });
    expect(only('Match. {=cat -> meat =cow -> grass =hen -> grass}')).toMatchObject({
      kind: 'match',
      items: [{ answer: '1' }, { answer: '2' }, { answer: '2' }],
      targets: [{ id: '1' }, { id: '2' }],
    });
    expect(only('The {=capital ~village} is large.')).toMatchObject({ prompt: { en: 'The … is large.' } });
  });

  test('marks that are escaped are text, and HTML becomes Markdown', () => {
    expect(only('[html]<b>2 \\= 2</b>\\: is it? {T}')).toMatchObject({ prompt: { en: '**2 = 2**: is it?' } });
  });
});

test('what has no place is told with its line, and the others come along', () => {
  const text = '$CATEGORY: tom/dick\n\nTell us all. {}\n\nA text alone.\n\nFine? {T}\n\nHow much? {#x}\n';
  expect(told(text)).toEqual([
    '1: The category.',
    '3: A question answered in free text.',
    '5: A text without answers.',
    '9: A number that cannot be understood.',
  ]);
  expect(read(text).questions).toHaveLength(1);
});

test('any text is read, and never makes a question that is not one', () => {
  const marks = fc.array(
    fc.constantFrom('::', '{', '}', '=', '~', '#', '->', '\\', '%50%', '\n\n', 'a', 'T', '1', '//', '[html]'),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(marks, (parts) => {
      const { questions, losses } = read(parts.join(''));
      expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
      expect(losses.every(({ line }) => line >= 1)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

describe('in the workshop', () => {
  let rumbo: Awaited<ReturnType<typeof startRumbo>>;
  let trainer: Visitor;
  const GIFT = '/es/trainer/drafts/overview-2/gift';
  beforeAll(async () => {
    rumbo = await startRumbo();
    trainer = await rumbo.person('trainer', 'ines@example.org');
    await trainer.post('/es/trainer/workshop', '/es/trainer/workshop/overview-2/open', {});
  });
  afterAll(async () => {
    await rumbo.stop();
  });

  test('the real questions go out and come back as they were, but for what is told', async () => {
    const { tracks } = await getCatalogue();
    const modules = tracks.flatMap(({ published }) => published.map(({ content }) => content));
    for (const { quiz } of modules) {
      const { text, losses } = writeGift(quiz, 'es');
      const back = read(text).questions;
      const kept = quiz.questions.filter(({ kind }) => kind !== 'order');
      expect(back.map(({ id }) => id)).toEqual(kept.map(({ id }) => id));
      expect(losses.filter(({ message }) => message.en.includes('ordering'))).toHaveLength(
        quiz.questions.length - kept.length,
      );
      for (const [index, question] of kept.entries()) {
        const twin = back[index];
        expect({ id: question.id, kind: twin?.kind }).toEqual({
          id: question.id,
          kind: question.kind === 'true-false' ? 'single' : question.kind,
        });
        const rights = (one: Question | undefined) =>
          one && 'options' in one ? one.options.map(({ right, text: words }) => [right, words.es]) : [];
        expect(rights(twin)).toEqual(rights(question));
      }
    }
  });

  test('a trainer downloads the quiz, and is told what the file lacks', async () => {
    expect((await trainer.get(GIFT)).text).toContain('GIFT no tiene preguntas de ordenar.');
    const file = await trainer.get(`${GIFT}/en`);
    expect(file.headers['content-disposition']).toContain('overview-2-en.gift.txt');
    expect(file.text).toMatch(/^::q-/);
  });

  test('questions are added to both languages, once, and what was left is listed', async () => {
    const page = (await trainer.get(GIFT)).text;
    const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
    const gift = '::Nueva::¿Qué mide un efecto? {=Un cambio#Sí. ~Una obra#No.}\n\nCuéntenos. {}';
    const answer = await trainer.post(GIFT, GIFT, { version, gift });
    expect(answer.text).toContain('Se agregó 1 pregunta.');
    expect(answer.text).toContain('Una pregunta de respuesta libre.');
    for (const language of ['es', 'en'])
      expect((await trainer.get(`/es/trainer/drafts/overview-2/texts/${language}/quiz.md`)).text).toContain(
        '¿Qué mide un efecto? {#q-nueva',
      );
    expect((await trainer.post(GIFT, GIFT, { version, gift })).text).toContain('El borrador cambió después');
    const empty = await trainer.post(GIFT, GIFT, { version, gift: '  ' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Pegue el contenido del archivo.');
  });

  test('a file of questions comes in as pasted ones do, or says which file and why not', async () => {
    const send = async (name: string, bytes: Buffer) => {
      const version = /name="version" value="(\d+)"/.exec((await trainer.get(GIFT)).text)?.[1] ?? '';
      return await trainer.upload(GIFT, `${GIFT}/file`, { version }, { name, bytes });
    };
    const gift = '\uFEFF::De Moodle::¿Qué es un producto? {=Lo que se entrega ~Lo que cambia}';
    expect((await send('moodle.txt', Buffer.from(gift))).text).toContain('Se agregó 1 pregunta.');
    expect((await trainer.get('/es/trainer/drafts/overview-2/texts/en/quiz.md')).text).toContain(
      '¿Qué es un producto? {#q-de-moodle',
    );
    const latin = await send('viejo.txt', Buffer.from('¿Sí? {T}', 'latin1'));
    expect(latin.status).toBe(422);
    expect(latin.text).toContain('viejo.txt: No es texto en UTF-8.');
    expect((await send('grande.txt', Buffer.alloc(300_000, 'a'))).text).toContain(
      'grande.txt: El archivo pesa',
    );
    expect((await send('nada.txt', Buffer.from(' '))).text).toContain('id="file-error"');
  });
});
