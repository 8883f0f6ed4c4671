/** What `content check` prints of each module: how much there is, how hard it reads, how even the languages are. */
import type { Language } from './module.ts';
import { add, NOTHING_READ, readingEase, readingOfText } from './reading-level/level.ts';
import { questionsOf, learnersTextsOf, kindOf, type ModuleDraft } from './reading/drafts.ts';

/** Studying, not skimming. */
export const WORDS_A_MINUTE = 180;

export interface LanguageStatistics {
  lessonWords: number;
  quizWords: number;
  /** Minutes that the lessons announce. */
  minutes: number;
  /** Minutes that their words alone take, read with care. */
  readingMinutes: number;
  /** Fernández Huerta or Flesch; null for an empty text. */
  ease: number | null;
}

export interface ModuleStatistics {
  id: string;
  folder: string;
  es: LanguageStatistics;
  en: LanguageStatistics;
  /** English words for each Spanish one. */
  parity: number | null;
  /** How many questions of each kind, self-checks included. */
  questions: Record<string, number>;
}

export function statisticsOf(draft: ModuleDraft): ModuleStatistics {
  const [es, en] = [languageStatistics(draft, 'es'), languageStatistics(draft, 'en')];
  const words = { es: es.lessonWords + es.quizWords, en: en.lessonWords + en.quizWords };
  const questions: Record<string, number> = {};
  for (const { answer } of questionsOf(draft.es))
    questions[kindOf(answer)] = (questions[kindOf(answer)] ?? 0) + 1;
  const id = draft.manifest?.value.id ?? draft.folder;
  return { id, folder: draft.folder, es, en, parity: words.es === 0 ? null : words.en / words.es, questions };
}

function languageStatistics(draft: ModuleDraft, language: Language): LanguageStatistics {
  const counts = learnersTextsOf(draft, language).map((text) => ({
    isQuiz: 'questions' in text,
    ...readingOfText(text, language),
  }));
  const words = (quiz: boolean) =>
    counts.filter(({ isQuiz }) => isQuiz === quiz).reduce((sum, { all }) => sum + all, 0);
  return {
    lessonWords: words(false),
    readingMinutes: Math.round(words(false) / WORDS_A_MINUTE),
    quizWords: words(true),
    minutes: draft[language].lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    ease: readingEase(counts.map(({ running }) => running).reduce(add, NOTHING_READ), language),
  };
}
