import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { namesOf } from '../../accounts/index.ts';
import { Slug } from '../../content/module.ts';
import { requireEnrolment } from '../../learning/index.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { readForm } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { ownWorkPage, type OwnWork } from './assignment.view.ts';
import { findWork, getAssignment, LONGEST_STATEMENT, writeWork } from './work.ts';
import type { FilledIn } from './worksheets.ts';

const TrackParams = z.object({ track: Slug });
const WorkForm = z.object({
  version: z.coerce.number().int().min(0).max(1e9),
  do: z.enum(['save', 'submit']),
  text: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()),
});
const longEnough = z.object({ text: z.string().max(LONGEST_STATEMENT, 'assignment.textLong') });
const toSubmit = z.object({
  text: z.string().min(1, 'assignment.textMissing').max(LONGEST_STATEMENT, 'assignment.textLong'),
});

/** A learner's own final assignment of a track. */
export function assignmentRoutes({ filledIn }: { filledIn: FilledIn }): Router {
  const router = Router();

  at(router, paths.assignment, async (req, res) => {
    await send(req, res, null);
  });

  at(router, paths.writeAssignment, async (req, res) => {
    const { track } = await open(req);
    const form = readBody(WorkForm, req.body);
    const isSubmitting = form.do === 'submit';
    const { errors } = readForm(isSubmitting ? toSubmit : longEnough, form);
    if (errors) {
      await send(req, res, { text: form.text, errors });
      return;
    }
    const mine = { user: signedIn(req).id, track: track.id };
    const written = await writeWork(mine, { text: form.text, base: form.version }, isSubmitting);
    if (written.kind === 'changed') await send(req, res, { text: form.text, errors: null });
    else res.redirect(303, paths.assignment({ lang: languageOf(req), track: track.id }));
  });

  async function send(req: Request, res: Response, rejected: OwnWork['rejected']): Promise<void> {
    const lang = languageOf(req);
    const t = translator(lang);
    const { track, assignment } = await open(req);
    const user = signedIn(req).id;
    const [work, filled] = await Promise.all([findWork(user, track.id), filledIn(user, track.modules)]);
    const names = await namesOf((work?.reviews ?? []).map(({ by }) => by));
    const now = new Date();
    const model = ownWorkPage({ track, assignment, work, filled, names, rejected }, { lang, t, now });
    sendPage(req, res, 'assignment/own', model, {
      ...formPage(`${t('assignment.name')}: ${model.title}`, rejected?.errors ?? null, lang),
      ...(model.changed ? { status: 409 } : {}),
      section: 'my-learning',
    });
  }

  return router;
}

/** @throws Refusal not-found: no such assignment; forbidden without enrolment */
async function open(req: Request) {
  const found = await getAssignment(readParams(TrackParams, req.params).track);
  await requireEnrolment(signedIn(req).id, found.track);
  return found;
}
