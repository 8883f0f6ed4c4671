/** Where a person stands in a module, and what comes next. Pure: from what is published and what was done. */
import type { PublishedModule } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Progress } from './progress.model.ts';

export type ModuleState = 'new' | 'begun' | 'finished';

export interface Place {
  module: PublishedModule;
  state: ModuleState;
  /** Ids of lessons done that the published revision still has. */
  done: Set<string>;
  /** Ids of lessons that came after this person began, and are not done. */
  fresh: Set<string>;
  lessonsDone: number;
  lessons: number;
  lastLesson: string | null;
  lastAt: Date | null;
  /** The quiz's best score, 0 to 1. */
  best: number | null;
  passed: boolean;
  /** Minutes of the lessons not done yet. */
  minutesLeft: number;
  /** Time spent, seconds. */
  seconds: number;
}

export function placeIn(module: PublishedModule, progress: Progress | null): Place {
  const { lessons } = module.content;
  const done = new Set(lessons.map(({ id }) => id).filter((id) => progress?.lessonsDone.includes(id)));
  const begunOn = progress?.begunOn ?? module.revision;
  const isFresh = (id: string) => (module.since[id] ?? 1) > begunOn && !done.has(id);
  return {
    module,
    state: progress?.finishedAt ? 'finished' : progress ? 'begun' : 'new',
    done,
    fresh: new Set(lessons.map(({ id }) => id).filter(isFresh)),
    lessonsDone: done.size,
    lessons: lessons.length,
    lastLesson: progress?.lastLesson ?? null,
    lastAt: progress?.lastAt ?? null,
    best: progress?.quiz?.best ?? null,
    passed: Boolean(progress?.quiz?.passedAt),
    minutesLeft: lessons.filter(({ id }) => !done.has(id)).reduce((sum, { minutes }) => sum + minutes, 0),
    seconds: progress?.seconds ?? 0,
  };
}

/** The lesson to go on with, or the quiz (without a title) once all are done. */
export function nextStep(place: Place, lang: Language): { url: string; title: string | null } {
  const { content, id } = place.module;
  const left = content.lessons.filter((lesson) => !place.done.has(lesson.id));
  const lesson =
    place.state === 'finished'
      ? content.lessons[0]
      : (left.find((one) => one.id === place.lastLesson) ?? left[0]);
  return lesson
    ? { url: paths.lesson({ lang, module: id, lesson: lesson.id }), title: lesson.title[lang] }
    : { url: paths.quiz({ lang, module: id }), title: null };
}

/** Cells of the scale bar, as the template shows them. */
export function scaleOf(states: ModuleState[]): { done: boolean; half: boolean }[] {
  return states.map((state) => ({ done: state === 'finished', half: state === 'begun' }));
}
