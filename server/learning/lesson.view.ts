import type { ModuleInTrack } from '../catalogue/index.ts';
import type { RenderedLesson } from '../content/index.ts';
import type { Language, Lesson } from '../content/module.ts';
import { paths } from '../paths.ts';
import { termViews, type Translate } from '../rendering/index.ts';
import { checkView, type Query } from './checks.ts';
import type { Note } from './notes/note.model.ts';
import { noteForm, type NoteTrouble } from './notes/notes.view.ts';
import { placeIn, scaleOf } from './place.ts';
import type { Progress } from './progress.model.ts';

export interface OpenLesson extends ModuleInTrack {
  rendered: RenderedLesson;
  lesson: Lesson;
  progress: Progress;
  note: Note | null;
  trouble: NoteTrouble | null;
  query: Query;
  language: Language;
  /** What the lesson shows of each of its worksheets, by id. */
  sheets: ReadonlyMap<string, object>;
}

/** All that `views/learning/lesson.hbs` shows; the HTML was sanitised in `content/`. */
export function lessonPage(
  { track, module, rendered, lesson, progress, note, trouble, query, language: lang, sheets }: OpenLesson,
  t: Translate,
) {
  const { lessons } = module.content;
  const index = lessons.indexOf(lesson);
  const place = placeIn(module, progress);
  const at = { lang, module: module.id };
  const lessonUrl = paths.lesson({ ...at, lesson: lesson.id });
  const isDone = place.done.has(lesson.id);
  return {
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    moduleLabel: t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 }),
    moduleUrl: paths.module(at),
    kicker: `${t('learning.lessonOf', { number: index + 1, total: lessons.length })} · ${t('catalogue.minutes', { count: lesson.minutes })}`,
    title: rendered.title,
    scale: scaleOf(
      lessons.map(({ id }) => (place.done.has(id) ? 'finished' : id === lesson.id ? 'begun' : 'new')),
    ),
    contents: [
      ...lessons.map(({ id, title }) => ({
        title: title[lang],
        url: paths.lesson({ ...at, lesson: id }),
        done: place.done.has(id),
        fresh: place.fresh.has(id),
        current: id === lesson.id,
      })),
      { title: t('assessment.quiz'), url: paths.quiz(at), done: place.passed, fresh: false, current: false },
    ],
    segments: segmentViews(rendered, lesson, {
      lessonUrl,
      query,
      language: lang,
      t,
      sheets,
    }),
    readingUrl: paths.countTime(at),
    note: noteForm({ module: module.id, lesson: lesson.id }, note, trouble, lang, t),
    isDone,
    doneAction: paths.lessonDone({ ...at, lesson: lesson.id }),
    terms: termViews(rendered.terms),
    previous: neighbour(lessons[index - 1], index, at, t),
    next: neighbour(lessons[index + 1], index + 2, at, t) ?? {
      url: paths.quiz(at),
      title: t('assessment.quiz'),
    },
  };
}

function neighbour(
  lesson: Lesson | undefined,
  number: number,
  at: { lang: Language; module: string },
  t: Translate,
) {
  if (!lesson) return null;
  return {
    url: paths.lesson({ ...at, lesson: lesson.id }),
    title: t('learning.numbered', { number, title: lesson.title[at.lang] }),
  };
}

interface Around {
  lessonUrl: string;
  query: Query;
  language: Language;
  t: Translate;
  sheets: ReadonlyMap<string, object>;
}

/** A page is text interrupted by self-checks and worksheets, in the author's order. */
function segmentViews(
  rendered: RenderedLesson,
  lesson: Lesson,
  { lessonUrl, query, language, t, sheets }: Around,
) {
  const keys = new Map(
    lesson.segments.flatMap((segment) =>
      segment.kind === 'check' ? [[segment.question.id, segment.question]] : [],
    ),
  );
  return rendered.segments.map((segment) => {
    const empty = { html: null, check: null, worksheet: null };
    switch (segment.kind) {
      case 'html':
        return { ...empty, html: segment.html };
      case 'worksheet':
        return {
          ...empty,
          worksheet: { ...sheets.get(segment.worksheet.id), instructions: segment.instructionsHtml },
        };
      case 'check': {
        const key = keys.get(segment.question.id);
        return key
          ? { ...empty, check: checkView({ key, question: segment.question, lessonUrl }, query, language, t) }
          : empty;
      }
    }
  });
}
