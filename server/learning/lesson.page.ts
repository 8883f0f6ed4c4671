import type { Request, Response } from 'express';
import { getLesson, getModule, type PublishedModule } from '../catalogue/index.ts';
import type { Lesson } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import type { BesideLesson } from './beside-lesson.ts';
import type { Query } from './checks.ts';
import { requireModule } from './gating.ts';
import { lessonPage } from './lesson.view.ts';
import { findNote } from './notes/notes.ts';
import type { NoteTrouble } from './notes/notes.view.ts';
import { openLesson } from './progress.ts';
import type { WorksheetsInLearning } from './worksheets.ts';

/** Sends a lesson to its reader, with what a note that could not be saved brings back. */
export type SendLesson = (
  req: Request,
  res: Response,
  params: { module: string; lesson: string },
  answer?: { status?: number; trouble?: NoteTrouble | null },
) => Promise<void>;

/** @param besideLesson what other features show on the page, and `worksheets` inside its text */
export function lessonSender(besideLesson: BesideLesson, worksheets: WorksheetsInLearning): SendLesson {
  return async (req, res, params, { status = 200, trouble = null } = {}) => {
    const language = languageOf(req);
    const { track, module } = await getModule(params.module);
    const rendered = getLesson(module, params.lesson, language);
    const lesson = lessonOf(module, params.lesson);
    const { id, role } = signedIn(req);
    const t = translator(language);
    await requireModule(id, { track, module });
    const [progress, note, feedback, sheets] = await Promise.all([
      openLesson(id, { track: track.id, module, lesson: lesson.id }),
      findNote(id, params),
      besideLesson({ module, lesson: lesson.id, language }, role, t),
      worksheets.inLesson({ user: id, track, module, lesson: lesson.id, language }),
    ]);
    const query = req.query as Query;
    const model = lessonPage(
      { track, module, rendered, lesson, progress, note, trouble, query, language, sheets },
      t,
    );
    sendPage(
      req,
      res,
      'learning/lesson',
      { ...model, feedback },
      {
        title: rendered.title,
        status,
        section: 'tracks',
        scripts: ['reading', 'note', ...(sheets.size > 0 ? ['worksheet'] : [])],
        otherLanguageUrl: paths.lesson({ lang: language === 'es' ? 'en' : 'es', ...params }),
      },
    );
  };
}

/** @throws Refusal not-found */
export function lessonOf({ content }: PublishedModule, id: string): Lesson {
  const lesson = content.lessons.find((one) => one.id === id);
  if (!lesson) throw new Refusal('not-found', 'catalogue.noSuchLesson');
  return lesson;
}
