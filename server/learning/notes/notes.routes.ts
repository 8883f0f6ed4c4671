import type { Router } from 'express';
import { z } from 'zod';
import { getCatalogue, getModule } from '../../catalogue/index.ts';
import { Slug } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { sendPage } from '../../web/page.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { requireModule } from '../gating.ts';
import { lessonOf, type SendLesson } from '../lesson.page.ts';
import { LONGEST_NOTE, notesOf, saveNote, setBookmark } from './notes.ts';
import { notesPage } from './notes.view.ts';

const LessonParams = z.object({ module: Slug, lesson: Slug });
const NoteForm = z.object({
  // Browsers send line ends as CRLF and count them as one character.
  text: z.string().transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  version: z.coerce.number().int().min(0).max(1_000_000_000),
});
const BookmarkForm = z.object({ bookmarked: z.enum(['0', '1']) });

/** A person's own notes and bookmarks: beside each lesson, and all on one page. */
export function notes(router: Router, sendLesson: SendLesson): void {
  at(router, paths.notes, async (req, res) => {
    const language = languageOf(req);
    const t = translator(language);
    const [catalogue, own] = await Promise.all([getCatalogue(), notesOf(signedIn(req).id)]);
    const model = notesPage(catalogue, own, language, t);
    sendPage(req, res, 'learning/notes', model, { title: t('notes.title'), section: 'my-learning' });
  });

  at(router, paths.saveNote, async (req, res) => {
    const params = readParams(LessonParams, req.params);
    const place = await getModule(params.module);
    lessonOf(place.module, params.lesson);
    const { id } = signedIn(req);
    await requireModule(id, place);
    const { text, version } = readBody(NoteForm, req.body);
    const wantsPage = req.accepts(['html', 'json']) === 'html';
    const saved =
      text.length > LONGEST_NOTE
        ? ({ kind: 'too-long' } as const)
        : await saveNote(id, params, { text, version });
    if (saved.kind === 'saved') {
      const { version: now } = saved.note;
      if (wantsPage) res.redirect(303, `${paths.lesson({ lang: languageOf(req), ...params })}#note`);
      else res.json({ version: now });
      return;
    }
    const theirs = saved.kind === 'conflict' ? saved.theirs : null;
    const status = theirs ? 409 : 422;
    if (wantsPage) await sendLesson(req, res, params, { status, trouble: { typed: text, theirs } });
    else res.status(status).json({});
  });

  at(router, paths.bookmark, async (req, res) => {
    const params = readParams(LessonParams, req.params);
    const place = await getModule(params.module);
    lessonOf(place.module, params.lesson);
    const { id } = signedIn(req);
    await requireModule(id, place);
    await setBookmark(id, params, readBody(BookmarkForm, req.body).bookmarked === '1');
    res.redirect(303, paths.lesson({ lang: languageOf(req), ...params }));
  });
}
