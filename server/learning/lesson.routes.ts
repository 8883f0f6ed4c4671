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
import { requireModule } from './gating.ts';
import { lessonPage } from './lesson.view.ts';
import { markLessonDone, openLesson } from './progress.ts';
import { countBeat } from './time.ts';

const ModuleParams = z.object({ module: Slug });
const LessonParams = z.object({ module: Slug, lesson: Slug });

export function lessons(router: Router): void {
  at(router, paths.lesson, async (req, res) => {
    const { module: moduleId, lesson: lessonId } = readParams(LessonParams, req.params);
    const language = languageOf(req);
    const { track, module } = await getModule(moduleId);
    const rendered = getLesson(module, lessonId, language);
    const lesson = lessonOf(module.content.lessons, lessonId);
    const { id } = signedIn(req);
    await requireModule(id, { track, module });
    const progress = await openLesson(id, { track: track.id, module, lesson: lessonId });
    const query = req.query as Query;
    const model = lessonPage(
      { track, module, rendered, lesson, progress, query, language },
      translator(language),
    );
    sendPage(req, res, 'learning/lesson', model, {
      title: rendered.title,
      section: 'tracks',
      scripts: ['reading'],
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
    await requireModule(id, { track, module });
    await markLessonDone(id, { track: track.id, module, lesson: lessonId });
    const next = module.content.lessons[index + 1];
    res.redirect(
      303,
      next
        ? paths.lesson({ lang, module: moduleId, lesson: next.id })
        : paths.quiz({ lang, module: moduleId }),
    );
  });

  at(router, paths.countTime, async (req, res) => {
    const place = await getModule(readParams(ModuleParams, req.params).module);
    const { id } = signedIn(req);
    await requireModule(id, place);
    await countBeat(id, place.module.id);
    res.status(204).end();
  });
}

function lessonOf<T extends { id: string }>(all: T[], id: string): T {
  const lesson = all.find((one) => one.id === id);
  if (!lesson) throw new Refusal('not-found', 'catalogue.noSuchLesson');
  return lesson;
}
