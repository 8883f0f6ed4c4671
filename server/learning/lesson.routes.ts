import type { Router } from 'express';
import { z } from 'zod';
import { getLesson, getModule } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import type { Query } from './checks.ts';
import { requireEnrolment } from './enrolment.ts';
import { lessonPage } from './lesson.view.ts';
import { markLessonDone, openLesson } from './progress.ts';

const LessonParams = z.object({ module: Slug, lesson: Slug });

export function lessons(router: Router): void {
  at(router, paths.lesson, async (req, res) => {
    const { module: moduleId, lesson: lessonId } = readParams(LessonParams, req.params);
    const language = languageOf(req);
    const { track, module } = await getModule(moduleId);
    const rendered = getLesson(module, lessonId, language);
    const lesson = lessonOf(module.content.lessons, lessonId);
    const { id } = signedIn(req);
    await requireEnrolment(id, track);
    const progress = await openLesson(id, { track: track.id, module, lesson: lessonId });
    const query = req.query as Query;
    const model = lessonPage(
      { track, module, rendered, lesson, progress, query, language },
      translator(language),
    );
    sendPage(req, res, 'learning/lesson', model, {
      title: rendered.title,
      section: 'tracks',
      otherLanguageUrl: paths.lesson({
        lang: language === 'es' ? 'en' : 'es',
        module: moduleId,
        lesson: lessonId,
      }),
    });
  });

  at(router, paths.lessonDone, async (req, res) => {
    const { module: moduleId, lesson: lessonId } = readParams(LessonParams, req.params);
    const lang = languageOf(req);
    const { track, module } = await getModule(moduleId);
    const index = module.content.lessons.indexOf(lessonOf(module.content.lessons, lessonId));
    const { id } = signedIn(req);
    await requireEnrolment(id, track);
    await markLessonDone(id, { track: track.id, module, lesson: lessonId });
    const next = module.content.lessons[index + 1];
    res.redirect(
      303,
      next
        ? paths.lesson({ lang, module: moduleId, lesson: next.id })
        : paths.quiz({ lang, module: moduleId }),
    );
  });
}

function lessonOf<T extends { id: string }>(all: T[], id: string): T {
  const lesson = all.find((one) => one.id === id);
  if (!lesson) throw new Refusal('not-found', 'catalogue.noSuchLesson');
  return lesson;
}
