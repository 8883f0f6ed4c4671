/** A module in one language: its contents, lessons, quiz and glossary, as views of one page. */
import { renderLesson, renderQuestion, renderText, type RenderedTerm } from '../../content/index.ts';
import type { InBoth, Language, Module } from '../../content/module.ts';
import { formatPercent, renderTemplate, translate } from '../../rendering/index.ts';
import type { CourseData } from '../course.ts';
import { anchors, packageLinks, relocate } from './anchors.ts';
import { questionHtml } from './question-view.ts';
import { worksheetHtml } from './worksheet-view.ts';

export interface EditionOptions {
  module: Module;
  language: Language;
  /** All languages of the package. */
  languages: readonly Language[];
  course: CourseData;
  /** The track that the package holds, its modules with their pages; null for a package of one module. */
  track: {
    title: InBoth<string>;
    modules: readonly { id: string; title: InBoth<string>; href: string }[];
  } | null;
  /** Takes note of an asset that is shown and gives its path from the page. */
  asset: (name: string) => string;
}

interface Stop {
  place: string;
  id: string;
  title: string;
}

export function editionHtml(options: EditionOptions): string {
  const { course, language, languages, module } = options;
  const views = [
    contentsHtml(options),
    ...module.lessons.map((lesson) => lessonHtml(options, lesson.id)),
    quizHtml(options),
  ];
  if (module.terms.length > 0) views.push(glossaryHtml(options));
  return renderTemplate(
    'scorm/edition',
    {
      title: module.title[language],
      others: languages
        .filter((other) => other !== language)
        .map((other) => ({ language: other, name: translate(other, 'scorm.ownName') })),
      menu: renderTemplate('scorm/menu', { entries: stops(options) }, language).trim(),
      revision: String(course.revision),
      views: views.map((view) => view.trim()),
    },
    language,
  );
}

/** The way through the module, in order. */
function stops({ language, module }: EditionOptions): Stop[] {
  const all: Stop[] = [
    { place: 'contents', id: anchors.contents(language), title: translate(language, 'scorm.contents') },
    ...module.lessons.map(({ id, title }, index) => ({
      place: `lesson/${id}`,
      id: anchors.lesson(language, id),
      title: `${index + 1}. ${title[language]}`,
    })),
    { place: 'quiz', id: anchors.quiz(language), title: translate(language, 'scorm.quiz') },
  ];
  if (module.terms.length > 0) {
    all.push({
      place: 'glossary',
      id: anchors.glossary(language),
      title: translate(language, 'scorm.glossary'),
    });
  }
  return all;
}

function contentsHtml(options: EditionOptions): string {
  const { asset, course, language, module, track } = options;
  const id = anchors.contents(language);
  const text = (markdown: string) =>
    relocate(
      renderText(markdown, language, packageLinks(asset), module),
      id,
      language,
      anchors.glossary(language),
    );
  const data = {
    id,
    kicker: track
      ? translate(language, 'scorm.moduleOf', { track: track.title[language] })
      : translate(language, 'scorm.module'),
    title: module.title[language],
    summary: module.summary[language],
    minutes: module.minutes,
    passMark: formatPercent(course.passMark, language),
    first: anchors.lesson(language, module.lessons[0]?.id ?? ''),
    objectives: module.objectives.map((objective) => text(objective[language])),
    lessons: module.lessons.map((lesson, index) => ({
      id: anchors.lesson(language, lesson.id),
      place: `lesson/${lesson.id}`,
      number: index + 1,
      title: lesson.title[language],
      minutes: lesson.minutes,
    })),
    quiz: course.quiz
      ? {
          id: anchors.quiz(language),
          questions: Math.min(course.quiz.draw ?? Infinity, course.quiz.questions.length),
        }
      : null,
    others: (track?.modules ?? []).map((other) => ({
      title: other.title[language],
      href: other.id === module.id ? null : `${other.href}?read`,
    })),
    sources: module.sources.map((source) => text(source[language])),
    authors: module.authors.join(', '),
    licence: module.licence,
  };
  return renderTemplate('scorm/contents', data, language);
}

function lessonHtml(options: EditionOptions, lessonId: string): string {
  const { asset, course, language, module } = options;
  const view = anchors.lesson(language, lessonId);
  const lesson = renderLesson(module, lessonId, language, packageLinks(asset));
  const way = stops(options);
  const index = way.findIndex(({ id }) => id === view);
  const segments = lesson.segments.map((segment) => {
    switch (segment.kind) {
      case 'html':
        return relocate(segment.html, view, language);
      case 'worksheet':
        return worksheetHtml(module, segment.worksheet, { view, language, asset });
      case 'check': {
        const key = course.checks.find(({ id }) => id === segment.question.id);
        if (!key) return '';
        const where = { language, view, terms: anchors.glossary(language) };
        const question = questionHtml({ question: segment.question, key, number: null }, where);
        return renderTemplate('scorm/check', { id: key.id, question }, language);
      }
    }
  });
  const data = {
    id: view,
    place: `lesson/${lessonId}`,
    lesson: lessonId,
    number: index,
    total: module.lessons.length,
    minutes: lesson.minutes,
    title: lesson.title,
    places: module.lessons.map(({ id }) => `lesson/${id}`),
    segments: segments.map((segment) => segment.trim()),
    previous: way[index - 1],
    next: way[index + 1],
    terms: lesson.terms.map((term) => termView(term, view, language)),
  };
  return renderTemplate('scorm/lesson', data, language);
}

function quizHtml(options: EditionOptions): string {
  const { asset, course, language, module } = options;
  const view = anchors.quiz(language);
  const where = { language, view, terms: anchors.glossary(language) };
  const questions = module.quiz.questions;
  const count = questions.length;
  const shown = questions.flatMap((question, index) => {
    const key = course.quiz?.questions.find(({ id }) => id === question.id);
    if (!key) return [];
    const rendered = renderQuestion(question, language, packageLinks(asset), module);
    const number = translate(language, 'scorm.run.quiz.number', { number: index + 1, count });
    return [questionHtml({ question: rendered, key, number }, where).trim()];
  });
  const { intro } = module.quiz;
  const data = {
    id: view,
    title: module.title[language],
    passMark: formatPercent(course.passMark, language),
    intro: intro
      ? relocate(
          renderText(intro[language], language, packageLinks(asset), module),
          view,
          language,
          where.terms,
        )
      : null,
    questions: shown,
    previous: stops(options).find((_, index, all) => all[index + 1]?.place === 'quiz'),
    contents: anchors.contents(language),
  };
  return renderTemplate('scorm/quiz', data, language);
}

function glossaryHtml({ asset, language, module }: EditionOptions): string {
  const view = anchors.glossary(language);
  const other: Language = language === 'es' ? 'en' : 'es';
  const links = packageLinks(asset);
  const terms = module.terms
    .map((entry) => ({
      key: entry.key,
      term: entry.forms[language][0] ?? entry.key,
      definition: renderText(entry.definition[language], language, links, {
        assets: module.assets,
        terms: [],
      }),
      other: { language: other, term: entry.forms[other][0] ?? entry.key },
    }))
    .sort((one, two) => one.term.localeCompare(two.term, language));
  const data = {
    id: view,
    module: module.title[language],
    terms: terms.map((term) => termView(term, view, language)),
  };
  return renderTemplate('scorm/glossary', data, language);
}

function termView(term: RenderedTerm, view: string, language: Language): RenderedTerm & { id: string } {
  return {
    ...term,
    id: anchors.within(view, `g-${term.key}`),
    definition: relocate(term.definition, view, language),
  };
}
