import type { PublishedModule } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import type { Role } from '../policy.ts';
import type { Translate } from '../rendering/index.ts';

export interface LessonOnPage {
  module: PublishedModule;
  /** The lesson's id. */
  lesson: string;
  language: Language;
}

/**
 * What a lesson's page shows that learning knows nothing of; the app hands it in. Whatever it costs is paid by
 * every lesson page: for learners it reads nothing.
 */
export type BesideLesson = (
  at: LessonOnPage,
  role: Role,
  t: Translate,
) => Promise<{ form: object; opinions: object | null }>;
