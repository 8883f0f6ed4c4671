import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { getModule, getRevision } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { requireModule } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { readForm, typedIn } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { findFeedback, giveFeedback } from './feedback.ts';
import { FeedbackForm, RevisionField } from './form.ts';
import { ownFeedbackPage, type OwnFeedback } from './own.view.ts';

const LessonParams = z.object({ module: Slug, lesson: Slug });
/** Without a number, or with one that says nothing, the revision that learners see now. */
const Query = z.object({ revision: RevisionField.shape.revision.nullable().catch(null) });

/** A learner's own feedback on a lesson: give it, see it, change it. */
export function ownFeedback(router: Router): void {
  at(router, paths.lessonFeedback, async (req, res) => {
    const { revision } = Query.parse({ revision: req.query.revision ?? null });
    const open = await openLesson(req, revision);
    await show(req, res, { ...open, rejected: null });
  });

  at(router, paths.giveFeedback, async (req, res) => {
    const revision = RevisionField.safeParse(req.body);
    if (!revision.success) throw new Refusal('invalid', 'common.badForm');
    const open = await openLesson(req, revision.data.revision);
    const form = readForm(FeedbackForm, req.body);
    if (form.errors) {
      const typed = typedIn(req.body, ['clear', 'useful', 'length', 'comment']);
      const whole = (req.body as { whole?: unknown }).whole === '1';
      await show(req, res, { ...open, rejected: { typed, errors: form.errors, whole } });
      return;
    }
    const language = languageOf(req);
    const { whole, ...said } = form.data;
    await giveFeedback(signedIn(req).id, lessonRevision(open), {
      said,
      language,
      whole: whole !== undefined,
    });
    const address = { lang: language, module: open.module.id, lesson: open.lesson.id };
    const older = open.revision === open.module.revision ? {} : { revision: String(open.revision) };
    res.redirect(303, paths.lessonFeedback(address, older));
  });
}

type OpenLesson = Pick<OwnFeedback, 'track' | 'module' | 'lesson' | 'revision'>;

/**
 * The lesson of an address, in a revision that may be older than the one that learners see now.
 * @throws Refusal not-found; invalid when the module has no such revision; forbidden without enrolment
 */
async function openLesson(req: Request, number: number | null): Promise<OpenLesson> {
  const { module: moduleId, lesson: lessonId } = readParams(LessonParams, req.params);
  const { track, module } = await getModule(moduleId);
  await requireModule(signedIn(req).id, { track, module });
  const revision = number ?? module.revision;
  if (revision > module.revision) throw new Refusal('invalid', 'feedback.noSuchRevision');
  const { content } = await getRevision(moduleId, revision);
  const lesson = content.lessons.find(({ id }) => id === lessonId);
  if (!lesson) throw new Refusal('not-found', 'catalogue.noSuchLesson');
  return { track, module, lesson, revision };
}

function lessonRevision({ module, lesson, revision }: OpenLesson) {
  return { module: module.id, lesson: lesson.id, revision };
}

async function show(
  req: Request,
  res: Response,
  open: OpenLesson & Pick<OwnFeedback, 'rejected'>,
): Promise<void> {
  const language = languageOf(req);
  const t = translator(language);
  const saved = await findFeedback(signedIn(req).id, lessonRevision(open));
  const model = ownFeedbackPage({ ...open, saved, language }, t);
  const title = `${t('feedback.ownTitle')}: ${model.lessonTitle}`;
  sendPage(req, res, 'feedback/own', model, {
    ...formPage(title, open.rejected, language),
    section: 'tracks',
  });
}
