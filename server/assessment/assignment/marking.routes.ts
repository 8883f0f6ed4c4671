import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { namesOf, peopleOf } from '../../accounts/index.ts';
import { getCatalogue } from '../../catalogue/index.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { MarkForm, problemsOf, readMarks } from './marking.form.ts';
import { getSubmittedWork, markedWorks, markWork, waitingWorks } from './marking.ts';
import { markingPage, worksPage, type WorkToMark } from './marking.view.ts';
import { getAssignment } from './work.ts';
import type { FilledIn } from './worksheets.ts';

const WorkParams = z.object({ work: z.string().regex(/^[0-9a-f]{24}$/) });
const ListQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** Trainers mark final assignments by their rubric. */
export function markingRoutes({ filledIn }: { filledIn: FilledIn }): Router {
  const router = Router();

  at(router, paths.assignments, async (req, res) => {
    const { page } = ListQuery.parse(req.query);
    const lang = languageOf(req);
    const t = translator(lang);
    const { id } = signedIn(req);
    const [{ works: waiting, total }, marked, { tracks }] = await Promise.all([
      waitingWorks(id, page),
      markedWorks(id),
      getCatalogue(),
    ]);
    const people = await peopleOf([...waiting, ...marked].map(({ user }) => user));
    const model = worksPage({ waiting, total, page, marked, tracks, people }, { lang, t, now: new Date() });
    sendPage(req, res, 'assignment/list', model, {
      title: t('assignment.listTitle'),
      section: 'assignments',
    });
  });

  at(router, paths.submittedWork, async (req, res) => {
    await send(req, res, null);
  });

  at(router, paths.markWork, async (req, res) => {
    const { work, assignment } = await open(req);
    const form = readBody(MarkForm, req.body);
    const typed = readMarks(assignment, form);
    const errors = problemsOf(assignment, typed, form.do);
    if (errors) {
      await send(req, res, { typed, errors });
      return;
    }
    const marking = { ...typed, base: form.version, decision: form.do, by: signedIn(req).id };
    const isMarked = await markWork(work, assignment, marking);
    if (isMarked) res.redirect(303, paths.assignments({ lang: languageOf(req) }));
    else await send(req, res, { typed, errors: null });
  });

  async function send(req: Request, res: Response, rejected: WorkToMark['rejected']): Promise<void> {
    const lang = languageOf(req);
    const t = translator(lang);
    const { work, track, assignment } = await open(req);
    const [people, names, filled] = await Promise.all([
      peopleOf([work.user]),
      namesOf(work.reviews.map(({ by }) => by)),
      filledIn(work.user.toString(), track.modules),
    ]);
    const learner = people.get(work.user.toString()) ?? null;
    const model = markingPage(
      { track, assignment, work, learner, names, filled, rejected },
      { lang, t, now: new Date() },
    );
    const title = t('assignment.workOf', { title: t('assignment.name'), name: model.title });
    sendPage(req, res, 'assignment/mark', model, {
      ...formPage(title, rejected?.errors ?? null, lang),
      ...(model.changed ? { status: 409 } : {}),
      section: 'assignments',
    });
  }

  return router;
}

/** @throws Refusal not-found; forbidden when it is the trainer's own */
async function open(req: Request) {
  const { work: id } = readParams(WorkParams, req.params);
  const work = await getSubmittedWork(id, signedIn(req).id);
  return { work, ...(await getAssignment(work.track)) };
}
