/** What an LMS hears of a learner's way through a package, over several sessions. */
import { expect, test } from '@jest/globals';
import { seededRandom } from '../../server/assessment/scoring/index.ts';
import { otherModule, rightAnswers, wrongAnswers } from '../scorm/modules.ts';
import { describePackages } from '../scorm/player/describe.ts';
import { interactionsOf, names12, names2004, pick } from '../scorm/player/elements.ts';
import * as ana from '../scorm/player/learner.ts';
import type { Cmi, Play } from '../scorm/player/lms.ts';
import { expectCleanCalls, written } from '../scorm/player/recorder.ts';

describePackages('a package', (install) => {
  test.each(['1.2', '2004-4'] as const)(
    'SCORM %s: begun, left, resumed, finished, reviewed, retaken',
    async (format) => {
      const lms = await install({ format });
      const names = lms.edition === '1.2' ? names12 : names2004;

      // The first launch: nothing is claimed, and a lost window would lose nothing.
      let play = await lms.launch();
      let now = written(await expectCleanCalls(play));
      expect(now.get(names.completion)).toBe('incomplete');
      expect(now.get(names.exit)).toBe('suspend');
      expect([...now.keys()].filter((name) => /score|success/.test(name))).toEqual([]);
      await ana.begin(play.course);
      await ana.finishLesson(play.course);
      expect(await ana.title(play.course)).toBe('La cadena');
      await play.course.getByLabel('Impuestos, 2025', { exact: true }).fill('5.600');
      await play.closeCourse();
      now = written(await expectCleanCalls(play, { closed: true }));
      expect(now.get(names.location)).toBe('lesson/the-chain');
      expect(now.get(names.time)).toMatch(/^(PT|0000:00:)\d/);
      await play.window.close();

      // Back at the lesson left off, with what was written there.
      play = await lms.launch();
      expect(await ana.title(play.course)).toBe('La cadena');
      expect(await play.course.getByLabel('Impuestos, 2025', { exact: true }).inputValue()).toBe('5.600');
      await ana.finishLesson(play.course);
      await ana.finishLesson(play.course);
      await ana.answer(play.course, 'q-single', rightAnswers['q-single']);
      await ana.answer(play.course, 'q-order', rightAnswers['q-order']);
      const arranged = await ana.arrangement(play.course);
      await expectCleanCalls(play);
      // The whole window is closed without a word.
      const ends = lms.sessionEnds;
      await play.window.close({ runBeforeUnload: true });
      await lms.sessionEnd(ends);

      // The same attempt, the same order, the answers kept.
      play = await lms.launch();
      expect(await ana.title(play.course)).toBe('La cadena & el «marco»');
      expect(await ana.arrangement(play.course)).toEqual(arranged);
      expect(await ana.question(play.course, 'q-single').locator('input[value=b]').isChecked()).toBe(true);
      await ana.answerAll(play.course, rightAnswers);
      await ana.submit(play.course);
      expect(await play.course.getByRole('heading', { level: 2, name: 'Aprobado' }).isVisible()).toBe(true);
      let calls = await expectCleanCalls(play);
      now = written(calls);
      expect(pick(now, names.results)).toEqual(names.passed);
      const sets = calls.map(({ values }) => values[0]);
      expect(sets.indexOf(names.raw)).toBeLessThan(sets.lastIndexOf(names.success));
      expect(interactionsOf(now)).toEqual(names.right);
      await ana.leave(play.course);
      calls = await expectCleanCalls(play);
      expect(calls.at(-1)?.method).toMatch(/^(LMSFinish|Terminate)$/);
      expect(pick(written(calls), Object.keys(names.left))).toEqual(names.left);
      expect(await ana.title(play.course)).toBe('Su avance está guardado');
      await play.window.close();

      // Finished, looked at again and retaken with less luck: what was reached stays.
      play = await lms.launch();
      expect(await play.course.getByRole('heading', { level: 2, name: 'Aprobado' }).isVisible()).toBe(true);
      await ana.retake(play.course);
      await ana.answerAll(play.course, wrongAnswers);
      await ana.submit(play.course);
      expect(await play.course.getByText('Su mejor nota, 100').isVisible()).toBe(true);
      await ana.leave(play.course);
      now = written(await expectCleanCalls(play));
      expect([now.get(names.success), now.get(names.raw)]).toEqual(['passed', '100']);
      // Interactions are a journal: those of the first attempt stay.
      expect(now.get('cmi.interactions.0.id')).toBeUndefined();
      expect(now.get('cmi.interactions.7.result')).toMatch(/wrong|incorrect/);
    },
  );

  test('SCORM 2004, 3rd edition: from beginning to end', async () => {
    const lms = await install({ format: '2004-3' });
    const play = await lms.launch();
    await ana.readAll(play.course);
    await ana.answerAll(play.course, rightAnswers);
    await ana.submit(play.course);
    await ana.leave(play.course);
    const now = written(await expectCleanCalls(play));
    expect(pick(now, names2004.results)).toEqual(names2004.passed);
    expect(interactionsOf(now)).toEqual(names2004.right);
    expect(lms.data).toMatchObject({ completion_status: 'completed', success_status: 'passed' });
  });

  test.each([true, false])('failed, passed, finished, where the LMS judges by score: %s', async (judges) => {
    const lms = await install();
    const core = () => lms.data?.core as Cmi;
    const session = async (acts: (course: Play['course']) => Promise<void>) => {
      const play = await lms.launch({ masteryOverride: judges });
      await acts(play.course);
      await ana.leave(play.course);
      await expectCleanCalls(play);
      await play.window.close();
      const { lesson_status: status, score } = core();
      return [status, (score as Cmi).raw];
    };
    expect(await session(() => Promise.resolve())).toEqual(['incomplete', '']);
    const wrong = await session(async (course) => {
      await ana.goTo(course, 'Cuestionario');
      await ana.answerAll(course, { ...wrongAnswers, 'q-single': 'b', 'q-multiple': ['a'] });
      await ana.submit(course);
      await course.getByRole('heading', { level: 2, name: 'Todavía no' }).waitFor();
    });
    // One point of q-single, half of the two of q-multiple, of eight in all: the grade is the score.
    expect(wrong).toEqual(['failed', '25']);
    // A passing score is told when the lessons are read too: the LMS would call the course passed at once.
    const right = await session(async (course) => {
      await ana.retake(course);
      await ana.answerAll(course, rightAnswers);
      await ana.submit(course);
      await course.getByText('Para terminar el módulo le falta leer').waitFor();
    });
    expect(right).toEqual(['failed', '25']);
    const finished = await session(async (course) => {
      await ana.goTo(course, 'Primeros pasos');
      for (let lesson = 0; lesson < 3; lesson += 1) await ana.finishLesson(course);
    });
    expect(finished).toEqual(['passed', '100']);
  });

  test.each([
    ['1.2', 'credit'],
    ['1.2', 'no-credit'],
    ['2004-4', 'credit'],
    ['2004-4', 'no-credit'],
  ] as const)(
    'SCORM %s, %s: failed is told as such, and a part of a question counts as such',
    async (format, credit) => {
      const lms = await install({ format });
      const names = lms.edition === '1.2' ? names12 : names2004;
      // An LMS that judges by score comes to the same; without credit it does not judge.
      const play = await lms.launch({ credit, masteryOverride: true });
      await ana.readAll(play.course);
      await ana.answerAll(play.course, { ...wrongAnswers, 'q-multiple': ['a'] });
      await ana.submit(play.course);
      await ana.leave(play.course);
      const now = written(await expectCleanCalls(play));
      expect(pick(now, Object.keys(names.failed))).toEqual(names.failed);
      expect(interactionsOf(now)).toMatchObject(names.partly);
      // As the LMS keeps it: what the course told is not turned into something else.
      expect(lms.standing).toEqual(names.failedStanding);
    },
  );

  test.each(['1.2', '2004-3', '2004-4'] as const)(
    'SCORM %s: the grade is the score, 0 to 100, and none before the quiz is submitted',
    async (format) => {
      const lms = await install({ format });
      let play = await lms.launch({ masteryOverride: true });
      await ana.readAll(play.course);
      await ana.answer(play.course, 'q-single', 'b');
      await ana.leave(play.course);
      await expectCleanCalls(play);
      await play.window.close();
      expect(lms.standing).toMatchObject({
        raw: '',
        success: lms.edition === '1.2' ? 'incomplete' : 'unknown',
      });
      play = await lms.launch({ masteryOverride: true });
      await ana.answerAll(play.course, { ...rightAnswers, 'q-true': 'a', 'q-number': '99' });
      await ana.submit(play.course);
      const result = await play.course.locator('[data-result]:visible').textContent();
      await ana.leave(play.course);
      await expectCleanCalls(play);
      const { raw, success } = lms.standing;
      expect(result).toContain(`${String(Math.floor(Number(raw)))}\u00a0%`);
      expect({ raw, success }).toEqual({ raw: '75', success: 'passed' });
    },
  );

  const waysOut: Record<string, (play: Play) => Promise<void>> = {
    'its button': (play) => ana.leave(play.course),
    'another page of the LMS': (play) => play.closeCourse(),
    'closing the window': (play) => play.window.close({ runBeforeUnload: true }),
  };
  test.each(
    (['1.2', '2004-4'] as const).flatMap((format) =>
      Object.keys(waysOut).map((way) => [format, way] as const),
    ),
  )('SCORM %s, left by %s: an LMS that judges by score keeps what the course said', async (format, way) => {
    const lms = await install({ format });
    const session = async (acts: (course: Play['course']) => Promise<void>) => {
      const play = await lms.launch({ masteryOverride: true });
      await acts(play.course);
      const before = lms.sessionEnds;
      await waysOut[way]?.(play);
      await lms.sessionEnd(before);
      await play.window.close();
      return lms.standing;
    };
    const names = lms.edition === '1.2' ? names12 : names2004;
    const unjudged = lms.edition === '1.2' ? 'incomplete' : 'unknown';
    expect(await session(ana.readAll)).toEqual({ completion: 'incomplete', success: unjudged, raw: '' });
    const failed = await session(async (course) => {
      await ana.answerAll(course, { ...wrongAnswers, 'q-multiple': ['a'] });
      await ana.submit(course);
    });
    expect(failed).toEqual(names.failedStanding);
    const passed = await session(async (course) => {
      await ana.retake(course);
      await ana.answerAll(course, rightAnswers);
      await ana.submit(course);
    });
    expect(passed).toMatchObject({ success: 'passed', raw: '100' });
  });

  test('saves a few seconds after an answer, without waiting for the end', async () => {
    const lms = await install();
    const play = await lms.launch();
    await ana.goTo(play.course, 'Cuestionario');
    await ana.answer(play.course, 'q-text', 'línea');
    const isSaved = () => (lms.data?.suspend_data as string).includes('nea;');
    const before = Date.now();
    while (!isSaved() && Date.now() - before < 8000) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isSaved()).toBe(true);
    await expectCleanCalls(play);
  });

  test('in two languages: chosen once, changed at will, with the same progress', async () => {
    const lms = await install({ languages: ['es', 'en'] });
    let play = await lms.launch();
    await play.course.getByRole('link', { name: 'English' }).click();
    expect(await ana.title(play.course)).toBe('The chain & the “frame”');
    await play.course.getByRole('link', { name: 'Start' }).click();
    await play.course.getByRole('link', { name: 'Mark as read and go on' }).click();
    await play.course.getByRole('link', { name: 'Español' }).click();
    expect(await ana.title(play.course)).toBe('La cadena');
    expect(await play.course.evaluate('document.documentElement.lang')).toBe('es');
    await play.closeCourse();
    await expectCleanCalls(play, { closed: true });
    await play.window.close();
    play = await lms.launch();
    expect(await ana.title(play.course)).toBe('La cadena');
    // Where the LMS tells the learner's language, no question is asked.
    const other = await install({ languages: ['es', 'en'], format: '2004-4' });
    const inEnglish = await other.launch({ language: 'en-GB' });
    expect(await ana.title(inEnglish.course)).toBe('The chain & the “frame”');
    await expectCleanCalls(inEnglish);
  });

  test('for LMSs that roll up only then, a finished course ends its attempt', async () => {
    const lms = await install({ format: '2004-4', exitWhenComplete: 'normal', modules: [otherModule] });
    const play = await lms.launch();
    await ana.begin(play.course);
    await ana.finishLesson(play.course);
    const drawn = (await ana.arrangement(play.course)).filter((name) => name.startsWith('q-'));
    expect(drawn).toHaveLength(3);
    for (const id of drawn) await ana.answer(play.course, id, rightAnswers[id]);
    await ana.submit(play.course);
    await ana.leave(play.course);
    const now = written(await expectCleanCalls(play));
    expect([now.get('cmi.exit'), now.get('adl.nav.request')]).toEqual(['normal', 'exitAll']);
  });

  test('worksheets fuller than an LMS has room for are packed; what fits not even then is told', async () => {
    const lms = await install();
    let play = await lms.launch();
    await ana.goTo(play.course, 'La cadena');
    const [number, trend] = ['Número', 'Tendencia'];
    const field = (name: string) => play.course.getByLabel(name, { exact: true });
    await field(number).fill('12');
    const long = 'ñandú, ñandutí y una línea de base. '.repeat(110).trim();
    await field(trend).fill(long);
    await ana.leave(play.course);
    expect(written(await expectCleanCalls(play)).get('cmi.suspend_data')?.length).toBeLessThan(1000);
    await play.window.close();
    play = await lms.launch();
    expect((await field(trend).inputValue()) === long).toBe(true);
    // Nothing makes this shorter.
    const random = seededRandom(1);
    const noise = Array.from({ length: 4000 }, () => String.fromCharCode(0xa1 + Math.floor(random() * 0x5d)));
    await field(trend).fill(noise.join(''));
    await play.course.getByText('Su plataforma guarda poco texto: una celda no cabe.').waitFor();
    await ana.leave(play.course);
    await expectCleanCalls(play);
    await play.window.close();
    play = await lms.launch();
    expect([await field(number).inputValue(), await field(trend).inputValue()]).toEqual(['12', '']);
  });
});
