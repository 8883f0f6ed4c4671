import type { Router } from 'express';
import { getCatalogue } from '../catalogue/index.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf, mayVisit, signedIn } from '../web/visitor.ts';
import type { AssignmentsInLearning } from './assignments.ts';
import type { CertificatesInLearning } from './own-things.ts';
import { countNotes } from './notes/notes.ts';
import type { WorksheetsInLearning } from './worksheets.ts';
import { findAccess } from './enrolment.ts';
import { myLearningPage } from './my-learning.view.ts';
import { progressOf, settleTrack } from './progress.ts';

/** One's own page: where to go on, what is done, what is still closed. */
export function myLearning(
  router: Router,
  {
    assignments,
    worksheets,
    certificatesOf,
  }: {
    assignments: AssignmentsInLearning;
    worksheets: WorksheetsInLearning;
    certificatesOf: CertificatesInLearning;
  },
): void {
  at(router, paths.myLearning, async (req, res) => {
    const visitor = signedIn(req);
    const { id, name } = visitor;
    const language = languageOf(req);
    const t = translator(language);
    const { tracks } = await getCatalogue();
    const [progress, works, waiting, sheets, certificates, written] = await Promise.all([
      progressOf(id),
      assignments.standings(id, tracks),
      mayVisit(visitor, paths.assignments.who) ? assignments.waitingFor(id) : 0,
      worksheets.begunBy(id),
      certificatesOf(id),
      countNotes(id),
    ]);
    const standings = await Promise.all(
      tracks.map(async (track) => {
        const access = await findAccess(id, track);
        // A crash between finishing the last module and closing the track is mended here.
        const allDone = track.published.every((module) => progress.get(module.id)?.finishedAt);
        if (access.state === 'enrolled' && !access.enrolment.finishedAt && allDone)
          await settleTrack(id, track);
        return { track, access, assignment: works.get(track.id) ?? null };
      }),
    );
    const model = myLearningPage(
      { name, standings, progress, waiting, sheets, certificates, written, now: new Date() },
      language,
      t,
    );
    sendPage(req, res, 'learning/my-learning', model, {
      title: t('common.myLearning'),
      section: 'my-learning',
    });
  });
}
