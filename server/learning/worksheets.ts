import type { ModuleInTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import type { BegunWorksheet } from './own-things.ts';

/** A lesson that is being read. */
export interface ReadLesson extends ModuleInTrack {
  user: string;
  lesson: string;
  language: Language;
}

/**
 * What the worksheets' feature shows on pages of this one. It is handed in (app.ts): learning knows nothing of
 * worksheets.
 */
export interface WorksheetsInLearning {
  /** What `views/partials/worksheet-in-lesson.hbs` shows of each worksheet of a lesson, by its id. */
  inLesson(lesson: ReadLesson): Promise<ReadonlyMap<string, object>>;
  /** All that a person has begun, the latest saved first. */
  begunBy(user: string): Promise<BegunWorksheet[]>;
}
