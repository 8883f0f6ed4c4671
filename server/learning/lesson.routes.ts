import type { Router } from 'express';
import { z } from 'zod';
import { getModule } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { paths } from '../paths.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { requireModule } from './gating.ts';
import { lessonOf, type SendLesson } from './lesson.page.ts';
import { markLessonDone } from './progress.ts';
import { countBeat } from './time.ts';

const ModuleParams = z.object({ module: Slug });
const LessonParams = z.object({ module: Slug, lesson: Slug });

export function lessons(router: Router, sendLesson: SendLesson): void {
  at(router, paths.lesson, async (req, res) => {
    await sendLesson(req, res, readParams(LessonParams, req.params));
  });

  at(router, paths.lessonDone, async (req, res) => {
    const { module: moduleId, lesson: lessonId } = readParams(LessonParams, req.params);
    const lang = languageOf(req);
    const { track, module } = await getModule(moduleId);
    const index = module.content.lessons.indexOf(lessonOf(module, lessonId));
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
