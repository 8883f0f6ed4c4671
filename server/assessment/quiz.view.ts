import type { ModuleInTrack } from '../catalogue/index.ts';
import { siteLinks } from '../catalogue/index.ts';
import { renderQuestion, renderTerms, renderText, type RenderedQuestion } from '../content/index.ts';
import type { Language, Question } from '../content/module.ts';
import { paths } from '../paths.ts';
import {
  formatDate,
  formatPercent,
  formatTime,
  questionView,
  resultView,
  termViews,
  type Translate,
} from '../rendering/index.ts';
import type { Attempt } from './attempt.model.ts';

interface QuizContext extends ModuleInTrack {
  language: Language;
}

/** What every page of a quiz shows around it. */
function frame({ track, module, language: lang }: QuizContext, t: Translate) {
  const at = { lang, module: module.id };
  return {
    title: module.content.title[lang],
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    moduleLabel: t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 }),
    moduleUrl: paths.module(at),
    startAction: paths.startQuiz(at),
    readingUrl: paths.countTime(at),
    passMark: t('assessment.passMarkIs', { mark: formatPercent(track.passMark, lang) }),
  };
}

/** The page before an attempt: what it asks, what was reached so far. */
export function quizStartPage(context: QuizContext, submitted: Attempt[], unread: number, t: Translate) {
  const { module, language: lang } = context;
  const { quiz } = module.content;
  return {
    ...frame(context, t),
    introHtml: quiz.intro ? renderText(quiz.intro[lang], lang, glossaryLinks(context), module.content) : null,
    facts: [
      {
        name: t('catalogue.contents'),
        value: t('assessment.questions', { count: quiz.draw ?? quiz.questions.length }),
      },
      { name: t('catalogue.passMark'), value: formatPercent(context.track.passMark, lang) },
      { name: t('assessment.attempts'), value: t('assessment.unlimited') },
    ],
    unread: unread > 0 ? t('assessment.unreadLessons', { count: unread }) : null,
    startLabel: submitted.length > 0 ? t('assessment.startAgain') : t('assessment.start'),
    attempts: submitted.map((attempt, index) => ({
      label: t('assessment.attemptNumber', { number: submitted.length - index }),
      url: paths.quizResult({ lang, module: module.id, attempt: attempt._id.toString() }),
      date: attempt.submittedAt ? formatDate(attempt.submittedAt, lang) : '',
      score: formatPercent(attempt.result?.score ?? 0, lang),
      passed: attempt.result?.passed === true,
      state: attempt.result?.passed === true ? t('assessment.passed') : t('assessment.notYet'),
    })),
  };
}

/** An open attempt: the questions as drawn, with what was answered. */
export function attemptPage(context: QuizContext, attempt: Attempt, number: number, t: Translate) {
  const { module, language: lang } = context;
  const { shown, terms } = drawnQuestions(context, attempt);
  return {
    ...frame(context, t),
    action: paths.answerQuiz({ lang, module: module.id, attempt: attempt._id.toString() }),
    ...answerSheet(attempt, shown, number, lang, t),
    terms,
  };
}

/** The questions of an attempt to answer, and how far it has come. */
export function answerSheet(
  attempt: Attempt,
  shown: readonly RenderedQuestion[],
  number: number,
  lang: Language,
  t: Translate,
) {
  const total = attempt.drawn.length;
  const answered = shown.map(({ id }) => attempt.responses[id] !== undefined);
  const missing = answered.flatMap((isAnswered, index) => (isAnswered ? [] : [String(index + 1)]));
  return {
    progressLabel: t('assessment.answered', { done: total - missing.length, count: total }),
    scale: answered.map((isAnswered) => ({ done: isAnswered, half: false })),
    saved:
      missing.length < total ? t('assessment.savedAt', { time: formatTime(attempt.savedAt, lang) }) : null,
    questions: shown.map((question, index) =>
      questionView(
        {
          question,
          ...(attempt.drawn[index] ? { drawn: attempt.drawn[index] } : {}),
          response: attempt.responses[question.id] ?? null,
          legend: t('questions.of', { number: index + 1, total }),
        },
        t,
      ),
    ),
    facts: [
      { name: t('assessment.attempt'), value: String(number) },
      ...(missing.length > 0 ? [{ name: t('assessment.missing'), value: missing.join(', ') }] : []),
    ],
  };
}

/** A submitted attempt: the score, then each question with what was right and why. */
export function resultPage(context: QuizContext, attempt: Attempt, finished: boolean, t: Translate) {
  const { track, module, language: lang } = context;
  const score = attempt.result?.score ?? 0;
  const passed = attempt.result?.passed === true;
  const results = attempt.result?.results ?? {};
  const { shown, terms } = drawnQuestions(context, attempt);
  const right = shown.filter(({ id }) => results[id]?.verdict === 'right').length;
  const next = track.published[track.published.indexOf(module) + 1];
  return {
    ...frame(context, t),
    passed,
    verdict: passed ? t('assessment.passed') : t('assessment.notYet'),
    score: formatPercent(score, lang),
    least: t('assessment.least', { mark: formatPercent(track.passMark, lang) }),
    summary: t('assessment.rightOf', { right, count: shown.length }),
    outcome: passed
      ? finished
        ? t('assessment.moduleFinished')
        : t('assessment.lessonsLeft')
      : t('assessment.reviewAndRetry'),
    goOn:
      passed && finished && next
        ? {
            url: paths.module({ lang, module: next.id }),
            label: t('assessment.goOnWith', { title: next.content.title[lang] }),
          }
        : { url: paths.module({ lang, module: module.id }), label: t('assessment.backToModule') },
    results: shown.map((question, index) => ({
      ...resultView(
        {
          question,
          order: attempt.drawn[index]?.options ?? null,
          response: attempt.responses[question.id] ?? null,
          result: results[question.id] ?? { fraction: 0, verdict: 'unanswered' },
          legend: t('questions.of', { number: index + 1, total: shown.length }),
        },
        lang,
        t,
      ),
      review: lessonsFor(context, question).slice(0, results[question.id]?.verdict === 'right' ? 0 : 2),
    })),
    facts: [
      { name: t('assessment.sent'), value: attempt.submittedAt ? formatDate(attempt.submittedAt, lang) : '' },
    ],
    terms,
  };
}

/** The questions as drawn, and the glossary entries that they link: nobody leaves an open quiz to read one. */
function drawnQuestions({ module, language }: QuizContext, attempt: Attempt) {
  const { assets, quiz, terms } = module.content;
  const bank = new Map(quiz.questions.map((question) => [question.id, question]));
  const links = siteLinks(module, language);
  const around = { assets, terms, linked: new Set<string>() };
  const shown = attempt.drawn
    .map(({ question }) => bank.get(question))
    .filter((question): question is Question => question !== undefined)
    .map((question) => renderQuestion(question, language, links, around));
  return { shown, terms: termViews(renderTerms(module.content, around.linked, language, links)) };
}

/** Before an attempt terms lead to the glossary. */
const glossaryLinks = ({ module, language: lang }: QuizContext) => ({
  ...siteLinks(module, lang),
  term: (key: string) => `${paths.glossary({ lang })}#g-${key}`,
});

/** Lessons that teach what a question asks. */
function lessonsFor({ module, language: lang }: QuizContext, { objective }: RenderedQuestion) {
  return module.content.lessons
    .filter(({ objectives }) => objective !== null && objectives.includes(objective))
    .map(({ id, title }) => ({
      title: title[lang],
      url: paths.lesson({ lang, module: module.id, lesson: id }),
    }));
}
