/** What a new text means for those who learn with the old one. */
import type { Language, Lesson, Module, Question } from '../content/module.ts';

export interface ModuleChanges {
  newLessons: Lesson[];
  goneLessons: Lesson[];
  /** The same lesson under another title: its progress stays. */
  renamedLessons: { from: Lesson; to: Lesson }[];
  changedLessons: Lesson[];
  newQuestions: Question[];
  goneQuestions: Question[];
  changedQuestions: Question[];
}

/** @param before null for a module that nobody has yet */
export function changesBetween(before: Module | null, after: Module): ModuleChanges {
  const lessons = compare(before?.lessons ?? [], after.lessons);
  const questions = compare(before?.quiz.questions ?? [], after.quiz.questions);
  const isRenamed = ({ from, to }: { from: Lesson; to: Lesson }) =>
    (['es', 'en'] satisfies Language[]).some((language) => from.title[language] !== to.title[language]);
  return {
    newLessons: lessons.added,
    goneLessons: lessons.gone,
    renamedLessons: lessons.changed.filter(isRenamed),
    changedLessons: lessons.changed.filter((pair) => !isRenamed(pair)).map(({ to }) => to),
    newQuestions: questions.added,
    goneQuestions: questions.gone,
    changedQuestions: questions.changed.map(({ to }) => to),
  };
}

interface Compared<T> {
  added: T[];
  gone: T[];
  changed: { from: T; to: T }[];
}

function compare<T extends { id: string }>(before: readonly T[], after: readonly T[]): Compared<T> {
  const known = new Map(before.map((one) => [one.id, one]));
  const ids = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !known.has(id)),
    gone: before.filter(({ id }) => !ids.has(id)),
    changed: after.flatMap((to) => {
      const from = known.get(to.id);
      return from && JSON.stringify(from) !== JSON.stringify(to) ? [{ from, to }] : [];
    }),
  };
}
