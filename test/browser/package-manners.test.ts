/** How a package behaves in LMSs of all sorts, and without one. */
import { expect, test } from '@jest/globals';
import { otherModule, rightAnswers, sampleModule, sampleTrack } from '../scorm/modules.ts';
import { describePackages } from '../scorm/player/describe.ts';
import * as ana from '../scorm/player/learner.ts';
import { expectCleanCalls } from '../scorm/player/recorder.ts';

const editions = ['1.2', '2004-4'] as const;

describePackages('a package', (install) => {
  test.each([
    ['1.2', 'review'],
    ['1.2', 'browse'],
    ['2004-4', 'review'],
    ['2004-4', 'browse'],
  ] as const)('SCORM %s, mode %s: everything works, nothing is written', async (format, mode) => {
    const lms = await install({ format });
    const play = await lms.launch({ mode });
    const notice = mode === 'review' ? 'Está repasando un módulo terminado' : 'Vista previa';
    await play.course.getByText(notice).waitFor();
    await ana.begin(play.course);
    await ana.finishLesson(play.course);
    await ana.goTo(play.course, 'Cuestionario');
    await ana.answer(play.course, 'q-single', 'b');
    await ana.submit(play.course);
    await ana.submit(play.course);
    await play.course.getByRole('heading', { level: 2, name: 'Todavía no' }).waitFor();
    await ana.leave(play.course);
    expect(await ana.title(play.course)).toBe('Ha salido del módulo');
    const calls = await expectCleanCalls(play);
    expect(calls.filter(({ method }) => /Set|Commit/.test(method))).toEqual([]);
  });

  test.each(editions)(
    'SCORM %s, without an LMS: reads and scores all the same, and says that nothing is kept',
    async (format) => {
      const lms = await install({ format });
      const page = await lms.openAlone('index.html');
      await page.getByText('No se encontró una plataforma de aprendizaje').waitFor();
      expect(await page.getByRole('button', { name: 'Guardar y salir' }).isVisible()).toBe(false);
      await ana.readAll(page);
      await ana.answerAll(page, rightAnswers);
      await ana.submit(page);
      expect(await page.getByText('100 %').first().isVisible()).toBe(true);
      // In a frame of a page that is no LMS the search takes its three seconds, then goes on.
      const play = await lms.launch({ api: 'none' });
      await play.course.getByText('No se encontró una plataforma de aprendizaje').waitFor();
    },
  );

  test.each(editions)(
    'SCORM %s: an LMS that does not save is told plainly, tried again, and left only when asked twice',
    async (format) => {
      const lms = await install({ format });
      const play = await lms.launch();
      lms.failing = true;
      await ana.begin(play.course);
      await ana.finishLesson(play.course);
      const notice = play.course.getByText('La plataforma no pudo guardar su avance');
      await notice.waitFor();
      lms.failing = false;
      await play.course.getByRole('button', { name: 'Reintentar' }).click();
      await notice.waitFor({ state: 'hidden' });
      expect(lms.data?.suspend_data).toMatch(/^1\|s\|l/);
      lms.failing = true;
      await ana.leave(play.course);
      expect(await ana.title(play.course)).toBe('La cadena');
      expect(await notice.isVisible()).toBe(true);
      await ana.leave(play.course);
      expect(await ana.title(play.course)).toBe('No se pudo guardar lo último');
      expect((await play.calls()).at(-1)?.method).toMatch(/^(LMSFinish|Terminate)$/);
    },
  );

  test.each(editions)(
    'SCORM %s: an LMS that opens no session is told, and not written to',
    async (format) => {
      const lms = await install({ format });
      const play = await lms.launch({ refuses: true });
      await play.course.getByText('La plataforma no abrió la sesión').waitFor();
      await ana.readAll(play.course);
      expect((await play.calls()).filter(({ method }) => /Set|Commit|Finish/.test(method))).toEqual([]);
    },
  );

  test.each([
    ['in frames in frames', { shown: 'frame-in-frame' }],
    ['in a pop-up', { shown: 'popup' }],
    ['in a frame of a pop-up', { shown: 'frame-in-popup' }],
    ['that comes late', { late: 900 }],
    ['that answers true, not "true"', { booleans: true }],
    ['of the other edition', { api: '2004' }],
  ] as const)('finds the API %s', async (_name, options) => {
    const lms = await install();
    const play = await lms.launch(options);
    await ana.begin(play.course);
    await ana.finishLesson(play.course);
    await play.closeCourse();
    await expectCleanCalls(play, { closed: true });
    await play.window.close();
    const again = await lms.launch(options);
    expect(await ana.title(again.course)).toBe('La cadena');
  });

  test('a term leads to its meaning and back, a download opens beside the course, and the session goes on', async () => {
    const lms = await install();
    const play = await lms.launch();
    const { course } = play;
    await ana.begin(course);
    await course.getByRole('link', { name: 'producto' }).click();
    await course.getByText('Lo que se entrega.').filter({ visible: true }).waitFor();
    expect(await ana.title(course)).toBe('Primeros pasos');
    const paper = course.getByRole('link', { name: 'el papel' });
    const site = course.getByRole('link', { name: 'el sitio' });
    for (const link of [paper, site]) expect(await link.getAttribute('target')).toBe('_blank');
    const [opened] = await Promise.all([play.window.waitForEvent('popup'), paper.click()]);
    await opened.close();
    await ana.finishLesson(course);
    const calls = await expectCleanCalls(play);
    expect(calls.filter(({ method }) => method === 'LMSFinish')).toEqual([]);
  });

  test('a track: each module is a course of its own, the others can be read without record', async () => {
    const lms = await install({ track: sampleTrack, modules: [sampleModule, otherModule] });
    const second = await lms.launch({ sco: 1 });
    expect(await ana.title(second.course)).toBe('El segundo módulo');
    await second.window.close();
    const first = await lms.launch();
    expect(await ana.title(first.course)).toBe('La cadena & el «marco»');
    const before = (await first.calls()).length;
    const [other] = await Promise.all([
      first.window.waitForEvent('popup'),
      first.course.getByRole('link', { name: /El segundo módulo/ }).click(),
    ]);
    await other.getByRole('heading', { level: 1, name: 'El segundo módulo' }).waitFor();
    await other.getByText('No se encontró una plataforma').waitFor();
    await ana.begin(other);
    await other.close();
    expect((await first.calls()).slice(before)).toEqual([]);
  });
});
