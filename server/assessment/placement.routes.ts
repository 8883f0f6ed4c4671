import { Router } from 'express';
import { z } from 'zod';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { findAccess } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { findOpenAttempt, getOwnAttempt, saveResponses } from './attempts.ts';
import { AnswerForm, readResponses } from './answers.ts';
import {
  getPlacement,
  nextTry,
  placementName,
  questionsOf,
  settlePlacement,
  sourcesOf,
  startPlacement,
  submitPlacement,
} from './placement.ts';
import { placementPage, placementSheet } from './placement.view.ts';

const TrackParams = z.object({ track: Slug });
const AttemptParams = z.object({ track: Slug, attempt: z.string().regex(/^[0-9a-f]{24}$/) });

/** The placement quiz of a track that is closed to a person. */
export function placementRoutes(): Router {
  const router = Router();

  at(router, paths.placement, async (req, res) => {
    const placement = await getPlacement(readParams(TrackParams, req.params).track);
    const language = languageOf(req);
    const t = translator(language);
    const { id } = signedIn(req);
    const title = t('assessment.placementOf', { track: placement.track.title[language] });
    const submitted = await settlePlacement(id, placement);
    const access = await findAccess(id, placement.track);
    const open = access.state === 'enrolled' ? null : await findOpenAttempt(id, placementName(placement));
    const sources = await sourcesOf(open ?? submitted[0]);
    if (open) {
      const around = { sources, number: submitted.length + 1 };
      const model = placementSheet(placement, open, around, language, t);
      sendPage(req, res, 'assessment/attempt', model, { title, section: 'tracks', scripts: ['quiz'] });
      return;
    }
    const standing = {
      submitted,
      sources,
      enrolled: access.state !== 'locked',
      readyAt: nextTry(placement, submitted[0]),
    };
    const model = placementPage(placement, standing, language, t);
    sendPage(req, res, 'assessment/placement', model, { title, section: 'tracks' });
  });

  at(router, paths.startPlacement, async (req, res) => {
    const placement = await getPlacement(readParams(TrackParams, req.params).track);
    const { id } = signedIn(req);
    const { state } = await findAccess(id, placement.track);
    const [last] = await settlePlacement(id, placement);
    // Too early: the page says until when.
    if (state === 'locked' && !nextTry(placement, last)) await startPlacement(id, placement);
    res.redirect(303, paths.placement({ lang: languageOf(req), track: placement.track.id }));
  });

  at(router, paths.answerPlacement, async (req, res) => {
    const params = readParams(AttemptParams, req.params);
    const form = readBody(AnswerForm, req.body);
    const placement = await getPlacement(params.track);
    const attempt = await getOwnAttempt(signedIn(req).id, params.attempt);
    if (attempt.module !== placementName(placement))
      throw new Refusal('not-found', 'assessment.noSuchAttempt');
    const bank = (await sourcesOf(attempt)).flatMap(questionsOf);
    const responses = readResponses(attempt, bank, form);
    if (form.submit === undefined) await saveResponses(attempt, bank, responses);
    else await submitPlacement(attempt, placement, responses);
    const lang = languageOf(req);
    const moved = form.move?.split(':')[0];
    const page = paths.placement({ lang, track: params.track });
    res.redirect(
      303,
      form.leave === undefined ? page + (moved ? `#${moved}` : '') : paths.myLearning({ lang }),
    );
  });

  return router;
}
