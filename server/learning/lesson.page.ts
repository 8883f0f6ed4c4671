import type { Request, Response } from 'express';
import { getLesson, getModule, type PublishedModule } from '../catalogue/index.ts';
import type { Lesson } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import type { Query } from './checks.ts';
import { requireModule } from './gating.ts';
import { lessonPage } from './lesson.view.ts';
import { findNote } from './notes/notes.ts';
import type { NoteTrouble } from './notes/notes.view.ts';
import { openLesson } from './progress.ts';

/** Sends a lesson to its reader, with what a note that could not be saved brings back. */
export async function sendLesson(
  req: Request,
  res: Response,
  params: { module: string; lesson: string },
  { status = 200, trouble = null }: { status?: number; trouble?: NoteTrouble | null } = {},
): Promise<void> {
  const language = languageOf(req);
  const { track, module } = await getModule(params.module);
  const rendered = getLesson(module, params.lesson, language);
  const lesson = lessonOf(module, params.lesson);
  const { id } = signedIn(req);
  await requireModule(id, { track, module });
  const [progress, note] = await Promise.all([
    openLesson(id, { track: track.id, module, lesson: lesson.id }),
    findNote(id, params),
  ]);
  const query = req.query as Query;
  const model = lessonPage(
    { track, module, rendered, lesson, progress, note, trouble, query, language },
    translator(language),
  );
  sendPage(req, res, 'learning/lesson', model, {
    title: rendered.title,
    status,
    section: 'tracks',
    scripts: ['reading', 'note'],
    otherLanguageUrl: paths.lesson({ lang: language === 'es' ? 'en' : 'es', ...params }),
  });
}

/** @throws Refusal not-found */
export function lessonOf({ content }: PublishedModule, id: string): Lesson {
  const lesson = content.lessons.find((one) => one.id === id);
  if (!lesson) throw new Refusal('not-found', 'catalogue.noSuchLesson');
  return lesson;
}
