/** Item analysis through the database and the page: what counts, what does not, and what a trainer reads. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { AttemptModel } from '../../server/assessment/index.ts';
import type { AttemptItem } from '../../server/assessment/attempt.model.ts';
import { analyseItems } from '../../server/assessment/items/analysis.ts';
import {
  attemptedRevisions,
  countAttempts,
  MOST_ATTEMPTS,
  sumAnswers,
} from '../../server/assessment/items/sums.ts';
import { getModule, type PublishedModule } from '../../server/catalogue/index.ts';
import type { ChoiceQuestion, Question } from '../../server/content/module.ts';
import { rightAnswer } from '../support/answers.ts';
import { startRumbo, type Visitor } from '../support/rumbo.ts';

let rumbo: Awaited<ReturnType<typeof startRumbo>>;
let trainer: Visitor;
let module: PublishedModule;
/** Three choices of the module's bank, which the made-up attempts were asked. */
let asked: [ChoiceQuestion, ChoiceQuestion, ChoiceQuestion];
beforeAll(async () => {
  rumbo = await startRumbo();
  trainer = await rumbo.person('trainer', 'facilita@example.org');
  ({ module } = await getModule('overview-1'));
  const [one, two, three] = module.content.quiz.questions.filter(isSingle);
  if (!one || !two || !three) throw new Error('the module has fewer than three choices');
  asked = [one, two, three];
});
afterAll(async () => await rumbo.stop());

const isSingle = (question: Question): question is ChoiceQuestion => question.kind === 'single';
const PAGE = '/es/trainer/modules/overview-1/questions';
const right = (question: ChoiceQuestion) => question.options.find((option) => option.right)?.id ?? '';
const wrong = (question: ChoiceQuestion, index = 0) =>
  question.options.filter((option) => !option.right)[index]?.id ?? '';

/** An attempt in which each of the three questions was answered rightly (1), wrongly (0) or not at all (null). */
const attempt = (answers: (1 | 0 | null)[], change: object = {}, seconds: number | null = null) => ({
  user: new Types.ObjectId(),
  module: module.id,
  revision: module.revision,
  drawn: asked.map(({ id }) => ({ question: id, options: null })),
  responses: {},
  first: true,
  startedAt: new Date(),
  savedAt: new Date(),
  submittedAt: new Date(),
  submitted: true as const,
  items: asked.map((question, index): AttemptItem => {
    const answer = answers[index] ?? null;
    return {
      question: question.id,
      response: answer === null ? null : answer ? right(question) : wrong(question),
      score: answer ?? 0,
      omitted: answer === null,
      seconds,
    };
  }),
  ...change,
});

test('the figures of five learners are those computed by hand (items-statistics.test.ts)', async () => {
  await AttemptModel.deleteMany({});
  const five: (1 | 0)[][] = [
    [1, 1, 1],
    [1, 1, 0],
    [1, 0, 1],
    [0, 0, 1],
    [0, 0, 0],
  ];
  // Twice the same five: figures stay, and ten answers are enough to show discrimination.
  await AttemptModel.insertMany([...five, ...five].map((answers) => attempt(answers)));
  const { items, attempts } = await analyseItems(module);
  const figures = asked.map(({ id }) => items.find(({ question }) => question.id === id));
  expect(attempts).toEqual({ first: 10, later: 0 });
  expect(figures.map((item) => item?.facility)).toEqual([0.6, 0.4, 0.6]);
  expect(figures[0]?.discrimination).toBeCloseTo(0.5 / Math.sqrt(0.6), 9);
  expect(figures[1]?.discrimination).toBeCloseTo(0.3 / Math.sqrt(0.84), 9);
  expect(figures[2]?.discrimination).toBeCloseTo(0, 9);
  // Of the first question: six chose what is right, with 1, ½ and ½ on the rest; four the first wrong option.
  const parts = figures[0]?.parts ?? [];
  expect(parts.find(({ id }) => id === right(asked[0]))).toMatchObject({
    n: 6,
    right: true,
  });
  expect(parts.find(({ right: isRight }) => isRight)?.rest).toBeCloseTo(2 / 3, 9);
  expect(parts.find(({ id }) => id === wrong(asked[0]))).toMatchObject({
    n: 4,
    rest: 0.25,
  });
  expect(items.filter(({ n }) => n > 0)).toHaveLength(3);
});

test('later attempts, open ones, other revisions and other modules do not count', async () => {
  await AttemptModel.deleteMany({});
  await AttemptModel.insertMany([
    attempt([1, 0, null]),
    attempt([0, 0, 0], { first: false }),
    attempt([0, 0, 0], { submittedAt: null, submitted: undefined, open: true }),
    attempt([0, 0, 0], { revision: module.revision + 1 }),
    attempt([0, 0, 0], { module: 'overview-2' }),
  ]);
  const sums = await sumAnswers(module.id, module.revision);
  expect(
    sums.map(({ question, response, n, omitted, score }) => ({ question, response, n, omitted, score })),
  ).toEqual(
    expect.arrayContaining([
      { question: asked[0].id, response: right(asked[0]), n: 1, omitted: 0, score: 1 },
      { question: asked[1].id, response: wrong(asked[1]), n: 1, omitted: 0, score: 0 },
      { question: asked[2].id, response: null, n: 1, omitted: 1, score: 0 },
    ]),
  );
  expect(sums).toHaveLength(3);
  expect(await countAttempts(module.id, module.revision)).toEqual({ first: 1, later: 1 });
  expect(await attemptedRevisions(module.id)).toEqual([module.revision + 1, module.revision]);
});

test('of very many attempts the latest 5,000 count, and the page says so', async () => {
  await AttemptModel.deleteMany({});
  const at = (day: number) => ({ submittedAt: new Date(Date.UTC(2026, 0, day)) });
  await AttemptModel.collection.insertMany([
    attempt([0, 0, 0], at(1)),
    ...Array.from({ length: MOST_ATTEMPTS }, () => attempt([1, 1, 0], at(2))),
  ]);
  const { items, attempts } = await analyseItems(module);
  const first = items.find(({ question }) => question.id === asked[0].id);
  expect({ attempts, n: first?.n, facility: first?.facility }).toEqual({
    attempts: { first: MOST_ATTEMPTS + 1, later: 0 },
    n: MOST_ATTEMPTS,
    facility: 1,
  });
  expect((await trainer.get(PAGE)).text).toContain('los 5000 primeros intentos más recientes');
  await AttemptModel.deleteMany({});
});

test('a person’s first attempt is marked as such, keeps its items, and another one is never a second first', async () => {
  await AttemptModel.deleteMany({});
  const ana = await rumbo.person('learner', 'ana@example.org');
  await ana.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = '/es/modules/overview-1/quiz';
  for (const round of [1, 2]) {
    await ana.post(quiz, `${quiz}/start`, {});
    const action = /action="([^"]+)" data-quiz/.exec((await ana.get(quiz)).text)?.[1] ?? '';
    const all = Object.fromEntries(
      module.content.quiz.questions.flatMap((question) => Object.entries(rightAnswer(question))),
    );
    await ana.post(quiz, action, { submit: '1', ...(round === 1 ? {} : all) });
  }
  const stored = await AttemptModel.find({}).sort({ startedAt: 1 }).lean();
  expect(stored.map(({ first }) => first)).toEqual([true, false]);
  expect(stored[0]?.items?.map(({ question }) => question).sort()).toEqual(
    stored[0]?.drawn.map(({ question }) => question).sort(),
  );
  // Nothing was answered but the orderings, which a form always sends as they were shown.
  expect(stored[0]?.items?.every(({ omitted, seconds }) => omitted && seconds === null)).toBe(true);
  expect(stored[1]?.items?.every(({ score, omitted }) => score === 1 && !omitted)).toBe(true);
  const double = { ...attempt([1, 1, 1]), user: stored[0]?.user ?? new Types.ObjectId() };
  await expect(AttemptModel.create(double)).rejects.toMatchObject({ code: 11_000 });
});

test('the time of a question is the server’s, between one save and the next; fields of the form change nothing', async () => {
  await AttemptModel.deleteMany({});
  const eva = await rumbo.person('learner', 'eva@example.org');
  await eva.post('/es/tracks/overview', '/es/tracks/overview/enrol', {});
  const quiz = '/es/modules/overview-1/quiz';
  await eva.post(quiz, `${quiz}/start`, {});
  const page = (await eva.get(quiz)).text;
  const action = /action="([^"]+)" data-quiz/.exec(page)?.[1] ?? '';
  const question = module.content.quiz.questions.find(
    ({ id, kind }) => page.includes(`id="${id}"`) && kind === 'single',
  ) as ChoiceQuestion;
  await AttemptModel.updateMany({}, { $set: { savedAt: new Date(Date.now() - 90_000) } });
  const answer = { [`r.${question.id}`]: right(question), seconds: '1', [`spent.${question.id}`]: '1' };
  // Five tabs at once: one of them counts the minute and a half.
  await Promise.all([1, 2, 3, 4, 5].map(async () => await eva.post(quiz, action, { ...answer, leave: '1' })));
  await eva.post(quiz, action, { ...answer, submit: '1' });
  const stored = await AttemptModel.findOne({}).lean();
  const item = stored?.items?.find((one) => one.question === question.id);
  expect(item?.seconds).toBeGreaterThanOrEqual(90);
  expect(item?.seconds).toBeLessThan(180);
});

test('the page says in words what deserves a look, and sorts by links', async () => {
  await AttemptModel.deleteMany({});
  const [first, second] = [asked[0], asked[1]];
  // The first question is got right by those who fail the others; the second by nearly everybody.
  await AttemptModel.insertMany([
    ...Array.from({ length: 8 }, () => attempt([1, 1, 0], {}, 30)),
    ...Array.from({ length: 12 }, () => attempt([0, 1, 1], {}, 90)),
  ]);
  const page = (await trainer.get(PAGE)).text;
  expect(page).toContain('<dd>20</dd>');
  expect(page).toContain('Aciertan más quienes rinden peor');
  expect(page).toContain(`Quienes rinden mejor eligen la opción ${wrong(first).toUpperCase()}`);
  expect(page).toContain('Casi todas las personas aciertan');
  expect(page).toContain('1 min 30 s');
  const order = async (query: string) =>
    [...(await trainer.get(PAGE + query)).text.matchAll(/id="row-([^"]+)"/g)].map(([, id]) => id);
  expect(await order('?sort=facility')).toEqual([first.id, asked[2].id, second.id]);
  expect(await order('?sort=facility&direction=desc')).toEqual([second.id, asked[2].id, first.id]);
  expect(await order('?sort=nonsense&direction=x&revision=y')).toHaveLength(3);
  const english = (await trainer.get(PAGE.replace('/es/', '/en/'))).text;
  expect(english).toContain('Almost everybody gets it right');
  expect(english).toContain(second.prompt.en.split('\n')[0]?.slice(0, 20));
  // The question's own page: 12 of 20 took the wrong option, and were right on everything else.
  const one = (await trainer.get(`${PAGE}/${first.id}`)).text;
  expect(one).toContain('Compruebe primero la clave');
  expect(one).toMatch(/<span>12 \(60\u00a0%\)<\/span>.*\n?.*>100\u00a0%</);
});

test('nine answers are counted and not judged', async () => {
  await AttemptModel.deleteMany({});
  await AttemptModel.insertMany(Array.from({ length: 9 }, (_, index) => attempt([1, index < 4 ? 1 : 0, 0])));
  const page = (await trainer.get(PAGE)).text;
  expect(page).toContain('Pocas respuestas');
  expect(page).toContain('Con menos de 10 respuestas manda el azar');
  expect(page).not.toContain('Casi todas las personas aciertan');
  expect((await trainer.get(PAGE.replace('overview-1', 'overview-2'))).text).toContain(
    'Nadie ha enviado todavía',
  );
});

test('a typed answer is shown once two people gave it, as text, and never as a formula in the file', async () => {
  await AttemptModel.deleteMany({});
  const typed = module.content.quiz.questions.find(({ kind }) => kind === 'numeric');
  const item = (response: string): AttemptItem[] => [
    { question: typed?.id ?? '', response, score: 0, omitted: false, seconds: null },
    { question: asked[0].id, response: 'a', score: 1, omitted: false, seconds: null },
  ];
  await AttemptModel.insertMany(
    ['=cmd()<i>', '=cmd()<i>', 'my name is Eva'].map((text) => attempt([], { items: item(text) })),
  );
  const page = (await trainer.get(`${PAGE}/${typed?.id ?? ''}`)).text;
  expect(page).toContain('<bdi>&#x3D;cmd()&lt;i&gt;</bdi>');
  expect(page).not.toContain('my name is Eva');
  const { text, headers } = await trainer.get(`${PAGE}.csv`);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(headers['content-disposition']).toContain('rumbo-overview-1-r1-es.csv');
  expect(text).toContain(`"'=cmd()<i>: 2"`.replaceAll('"', ''));
  expect(text.split('\r\n')[0]).toBe(
    '\uFEFFmodulo,revision,id_pregunta,tipo,pregunta,respuestas,sin_responder,acierto,discriminacion,segundos_mediana,medidos,por_opcion,avisos',
  );
  expect(text).not.toMatch(/(^|,)"?=/m);
});

test('learners may see neither page nor file; a revision that does not exist is not found', async () => {
  const learner = await rumbo.person('learner', 'leo@example.org');
  for (const path of [PAGE, `${PAGE}.csv`, `${PAGE}/${asked[0].id}`])
    expect((await learner.get(path)).status).toBe(403);
  for (const path of ['?revision=99', '/q-nothing', '.csv?revision=99'])
    expect((await trainer.get(PAGE + path)).status).toBe(404);
  expect((await trainer.get(PAGE.replace('overview-1', 'nothing'))).status).toBe(404);
});
