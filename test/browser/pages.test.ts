/** Every page that staff and learners see passes axe-core, in both languages, on a phone and at a desk, light and dark. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Types } from 'mongoose';
import { UserModel } from '../../server/accounts/index.ts';
import { markWork, WorkModel, writeWork } from '../../server/assessment/index.ts';
import { getDraft, openDraft, textOf } from '../../server/authoring/drafts.ts';
import { saveText } from '../../server/authoring/saving.ts';
import { getModule, getTrack, type PublishedTrack } from '../../server/catalogue/index.ts';
import { ensureCertificate } from '../../server/certificates/index.ts';
import { admit } from '../../server/learning/index.ts';
import { sayComment } from '../../server/worksheets/comments/comments.ts';
import { saveCells } from '../../server/worksheets/saving.ts';
import { sayOpinions } from '../../scripts/demo/opinions.ts';
import { walkTo } from '../../scripts/demo/stages.ts';
import { expectSound, expectSoundIn } from '../support/axe.ts';
import { hasBrowser } from '../support/browser.ts';
import { startRumboInBrowser, type RumboInBrowser } from '../support/rumbo-in-browser.ts';

const lesson = 'modules/overview-2/lessons';
const pages: Record<string, string[]> = {
  learner: [
    '',
    'my-learning',
    'search?q=brecha',
    'my-learning/notes',
    'tracks/dfa-expert/placement',
    'tracks/overview',
    'tracks/dfa-expert',
    'tracks/dfa-expert/assignment',
    'modules/overview-2',
    `${lesson}/a-framework-of-ones-own`,
    `${lesson}/targets-data-and-owners`,
    `${lesson}/the-results-chain?check=check-statements`,
    `${lesson}/the-results-chain/feedback`,
    'modules/overview-1/lessons/two-separate-conversations/feedback',
    'modules/overview-1/quiz',
    'modules/dfa-expert-3/quiz',
    'modules/overview-3/worksheets/programme-matrix',
    'modules/overview-4/worksheets/landscape-basics',
    'modules/dfa-expert-2/worksheets/needs-and-gap',
    'modules/overview-4/worksheets/landscape-basics/print',
    'account',
  ],
  trainer: [
    'trainer/modules',
    'trainer/modules/dfa-expert-8/facilitator',
    'trainer/modules/overview-1/questions?sort=advice',
    'trainer/modules/overview-6/questions',
    'trainer/modules/overview-1/feedback',
    'trainer/modules/overview-2/feedback',
    'modules/overview-1/lessons/two-separate-conversations',
    'trainer/assignments',
    'trainer/assignments/WORK',
    'trainer/people',
    'trainer/people/LEARNER/worksheets',
    'trainer/people/LEARNER/worksheets/overview-4/landscape-basics',
    'trainer/people/LEARNER/worksheets/dfa-expert-2/needs-and-gap',
    'trainer/people?q=nobody',
    'trainer/workshop',
    'trainer/workshop/new',
    'trainer/workshop/guide',
    'trainer/workshop/overview-3/history',
    'trainer/workshop/overview-3/compare/1/draft',
    'trainer/drafts/overview-3/gift',
    'trainer/drafts/overview-3/docx',
  ],
  // Who has finished the overview, and may revoke certificates.
  coordinator: [
    'trainer/people',
    'trainer/workshop',
    'my-learning',
    'certificates',
    'certificates/CODE',
    'certificates?code=x',
  ],
};
const looks = {
  es: [
    { width: 360, colorScheme: 'dark' },
    { width: 1280, colorScheme: 'light' },
  ],
  en: [
    { width: 320, colorScheme: 'light' },
    { width: 768, colorScheme: 'dark' },
  ],
} as const;

(hasBrowser ? describe : describe.skip)(
  'pages, in Chromium (skipped where there is no /usr/bin/chromium)',
  () => {
    let site: RumboInBrowser;
    let questionPages: string[];
    let learnerId: string;
    let code: string;
    let work: string;

    beforeAll(async () => {
      site = await startRumboInBrowser();
      for (const role of ['learner', 'trainer', 'coordinator'] as const)
        await site.rumbo.person(role, `${role}@example.org`);
      const [learner, trainer, overview, expert] = await Promise.all([
        UserModel.findOne({ email: 'learner@example.org' }).lean(),
        UserModel.findOne({ email: 'trainer@example.org' }).lean(),
        getTrack('overview'),
        getTrack('dfa-expert'),
      ]);
      const tracks = { overview, expert, trainer: String(trainer?._id) };
      await walkTo(5, String(learner?._id), tracks);
      await walkTo(1, String(trainer?._id), tracks);
      learnerId = String(learner?._id);
      const coordinator = await UserModel.findOne({ email: 'coordinator@example.org' }).lean();
      await walkTo(8, String(coordinator?._id), tracks);
      ({ code } = await ensureCertificate(String(coordinator?._id), overview));
      await sayOfSheets(learnerId, tracks.trainer);
      work = await handIn(learnerId, expert, tracks.trainer);
      const [first] = overview.published;
      if (!first) throw new Error('the overview has no module');
      await sayOpinions(String(learner?._id), first, 'es', 1);
      await sayOpinions(String(trainer?._id), first, 'es', 2);
      await Promise.all(
        Array.from({ length: 14 }, async (_, person) => {
          await walkTo(5, new Types.ObjectId().toString(), { ...tracks, person });
        }),
      );
      await startDraft(tracks.trainer);
      const oneOfEachKind = new Map(first.content.quiz.questions.map(({ kind, id }) => [kind, id]));
      questionPages = [...oneOfEachKind.values()].map((id) => `trainer/modules/overview-1/questions/${id}`);
    });
    afterAll(async () => {
      await site.stop();
    });

    test.each(
      (['es', 'en'] as const).flatMap((language) => Object.keys(pages).map((who) => ({ language, who }))),
    )('of a $who in $language', async ({ language, who }) => {
      const context = await site.signIn(`${who}@example.org`);
      const page = await context.newPage();
      const paths = [...(pages[who] ?? []), ...(who === 'trainer' ? questionPages : [])];
      for (const path of paths) {
        const own = path.replace('WORK', work).replace('LEARNER', learnerId).replace('CODE', code);
        await page.goto(`${site.base}/${language}/${own}`);
        await expectSoundIn(page, looks[language]);
      }
      await context.close();
    });

    /** Worksheets with a figure each, one with comments: the trainer's own and another one's. */
    async function sayOfSheets(user: string, trainer: string): Promise<void> {
      const sheets = [
        { module: 'overview-4', worksheet: 'landscape-basics', cell: 'flows/other-revenue/share2025' },
        { module: 'dfa-expert-2', worksheet: 'needs-and-gap', cell: 'reading/note' },
      ];
      for (const { module: id, worksheet, cell } of sheets) {
        const { module } = await getModule(id);
        const change = { base: 0, values: new Map([[cell, 2.3]]), rows: {} };
        await saveCells({ user, module, worksheet }, change);
      }
      const sheet = { user, module: 'overview-4', worksheet: 'landscape-basics' };
      for (const by of [trainer, new Types.ObjectId().toString()])
        await sayComment(sheet, {
          id: new Types.ObjectId().toString(),
          by,
          text: 'Falta la fuente.\n\n¿2025?',
        });
    }

    /** A final assignment that came back once and waits again. */
    async function handIn(user: string, track: PublishedTrack, trainer: string): Promise<string> {
      if (!track.assignment) throw new Error('the track has no assignment');
      await admit(user, track, trainer);
      const place = { user, track: track.id };
      await writeWork(place, { text: 'Primera versión.\n\nDos párrafos.', base: 0 }, true);
      const handedIn = await WorkModel.findOne(place).lean();
      const points = new Map(track.assignment.criteria.map(({ id }, index) => [id, index % 4]));
      const marks = { points, comment: 'Falta la fuente.', decision: 'returned' as const, by: trainer };
      if (handedIn) await markWork(handedIn, track.assignment, { ...marks, base: 1 });
      await writeWork(place, { text: 'Segunda versión, con la fuente.', base: 2 }, true);
      return String(handedIn?._id);
    }

    /** A draft with a change of each kind in it. */
    async function startDraft(id: string): Promise<void> {
      const writer = { id, name: 'Persona Ficticia' };
      await openDraft('overview-3', writer);
      const path = 'es/01-why-they-do-not-meet.md';
      const { text, version } = textOf(await getDraft('overview-3'), path);
      const changed = text.replace(/^title: .*$/m, 'title: Por qué no coinciden');
      await saveText('overview-3', path, { text: `${changed}\nUn párrafo más.\n`, base: version }, writer);
    }
    test('the learner’s way works by keyboard alone', async () => {
      const context = await site.signIn('learner@example.org');
      const page = await context.newPage();
      await page.goto(`${site.base}/es/modules/overview-2/lessons/targets-data-and-owners`);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
      await page.getByRole('button', { name: 'Marcar como leída y seguir' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Del país al territorio' }).waitFor();
      await context.close();
    });

    test('an opinion on a lesson is given by keyboard alone, without scripts too, and a slip is told', async () => {
      const context = await site.signIn('learner@example.org', {
        javaScriptEnabled: false,
        viewport: { width: 360, height: 800 },
      });
      const page = await context.newPage();
      await page.goto(`${site.base}/es/modules/overview-2/lessons/targets-data-and-owners`);
      await page.getByRole('button', { name: 'Enviar opinión' }).press('Enter');
      await page.getByRole('alert').waitFor();
      await expectSound(page, 360, false);
      await page.getByRole('link', { name: 'Elija al menos una respuesta' }).press('Enter');
      await page.getByRole('radio', { name: 'Sí' }).first().press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.getByRole('button', { name: 'Guardar el cambio' }).press('Enter');
      await page.getByRole('status').waitFor();
      for (const id of ['feedback-clear', 'feedback-useful-partly'])
        expect(await page.locator(`#${id}`).isChecked()).toBe(true);
      await expectSound(page, 360, false);
      await page.getByRole('link', { name: 'Continuar: Del país al territorio' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Del país al territorio' }).waitFor();
      await context.close();
    });

    test('a track is left and taken up again by keyboard alone', async () => {
      const context = await site.signIn('trainer@example.org', { viewport: { width: 360, height: 800 } });
      const page = await context.newPage();
      await page.goto(`${site.base}/es/tracks/overview`);
      await page.getByText('Salir de este itinerario').press('Enter');
      await expectSound(page, 360);
      await page.getByRole('button', { name: 'Salir del itinerario' }).press('Enter');
      await page.getByText('Su avance está guardado').waitFor();
      await expectSound(page, 360);
      await page.getByRole('button', { name: 'Volver a Panorama' }).press('Enter');
      await page.getByText('Salir de este itinerario').waitFor();
      await context.close();
    });
  },
);
