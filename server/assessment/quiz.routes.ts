import { Router, type Request } from 'express';
import { z } from 'zod';
import { getModule, getRevision, type ModuleInTrack } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { progressOf, requireModule } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { AnswerForm, readResponses } from './answers.ts';
import type { Attempt } from './attempt.model.ts';
import {
  findOpenAttempt,
  getOwnAttempt,
  saveResponses,
  startAttempt,
  submitAttempt,
  submittedAttempts,
} from './attempts.ts';
import { attemptPage, quizStartPage, resultPage } from './quiz.view.ts';

const QuizParams = z.object({ module: Slug });
const AttemptParams = z.object({ module: Slug, attempt: z.string().regex(/^[0-9a-f]{24}$/) });
export function assessmentRoutes(): Router {
  const router = Router();

  at(router, paths.quiz, async (req, res) => {
    const { learner, place, language, t } = await openQuiz(req, readParams(QuizParams, req.params).module);
    const [open, submitted] = await Promise.all([
      findOpenAttempt(learner, place.module.id),
      submittedAttempts(learner, place.module.id),
    ]);
    if (open) {
      const context = { ...(await asDrawn(place, open)), language };
      const model = attemptPage(context, open, submitted.length + 1, t);
      sendPage(req, res, 'assessment/attempt', model, {
        title: t('assessment.quizOf', { module: model.title }),
        section: 'tracks',
        scripts: ['quiz', 'reading'],
      });
      return;
    }
    const done = (await progressOf(learner)).get(place.module.id)?.lessonsDone ?? [];
    const unread = place.module.content.lessons.filter(({ id }) => !done.includes(id)).length;
    const model = quizStartPage({ ...place, language }, submitted, unread, t);
    sendPage(req, res, 'assessment/start', model, {
      title: t('assessment.quizOf', { module: model.title }),
      section: 'tracks',
    });
  });

  at(router, paths.startQuiz, async (req, res) => {
    const { learner, place, language } = await openQuiz(req, readParams(QuizParams, req.params).module);
    await startAttempt(learner, place.module);
    res.redirect(303, paths.quiz({ lang: language, module: place.module.id }));
  });

  at(router, paths.answerQuiz, async (req, res) => {
    const params = readParams(AttemptParams, req.params);
    const form = readBody(AnswerForm, req.body);
    const { learner, place, language } = await openQuiz(req, params.module);
    const attempt = await attemptOf(learner, params);
    const drawn = await asDrawn(place, attempt);
    const bank = drawn.module.content.quiz.questions;
    const responses = readResponses(attempt, bank, form);
    const at = { lang: language, module: params.module };
    const resultUrl = paths.quizResult({ ...at, attempt: params.attempt });
    if (form.submit !== undefined) {
      await submitAttempt(attempt, drawn, responses);
      res.redirect(303, resultUrl);
      return;
    }
    const isOpen = await saveResponses(attempt, bank, responses);
    const moved = form.move?.split(':')[0];
    if (!isOpen) res.redirect(303, resultUrl);
    else if (form.leave !== undefined) res.redirect(303, paths.myLearning({ lang: language }));
    else res.redirect(303, paths.quiz(at) + (moved ? `#${moved}` : ''));
  });

  at(router, paths.quizResult, async (req, res) => {
    const params = readParams(AttemptParams, req.params);
    const { learner, place, language, t } = await openQuiz(req, params.module);
    const attempt = await attemptOf(learner, params);
    if (attempt.open) {
      res.redirect(303, paths.quiz({ lang: language, module: params.module }));
      return;
    }
    const finished = Boolean((await progressOf(learner)).get(params.module)?.finishedAt);
    const context = { ...(await asDrawn(place, attempt)), language };
    const model = resultPage(context, attempt, finished, t);
    sendPage(req, res, 'assessment/result', model, {
      title: t('assessment.resultOf', { module: model.title }),
      section: 'tracks',
    });
  });

  return router;
}

/** The learner, enrolled, and the module whose quiz it is. */
async function openQuiz(req: Request, id: string) {
  const language = languageOf(req);
  const place = await getModule(id);
  const learner = signedIn(req).id;
  await requireModule(learner, place);
  return { learner, place, language, t: translator(language) };
}

async function attemptOf(learner: string, params: z.infer<typeof AttemptParams>): Promise<Attempt> {
  const attempt = await getOwnAttempt(learner, params.attempt);
  if (attempt.module !== params.module) throw new Refusal('not-found', 'assessment.noSuchAttempt');
  return attempt;
}

/** The module in the revision that the attempt drew from; its place in the track stays today's. */
async function asDrawn({ track, module }: ModuleInTrack, attempt: Attempt): Promise<ModuleInTrack> {
  if (module.revision === attempt.revision) return { track, module };
  const drawn = await getRevision(module.id, attempt.revision);
  const published = track.published.map((one) => (one === module ? drawn : one));
  return { track: { ...track, published }, module: drawn };
}
