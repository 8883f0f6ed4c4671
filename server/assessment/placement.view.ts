import { siteLinks, type PublishedModule } from '../catalogue/index.ts';
import { renderQuestion, type RenderedQuestion } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, formatPercent, type Translate } from '../rendering/index.ts';
import type { Attempt } from './attempt.model.ts';
import { questionsOf, type Placement } from './placement.ts';
import { answerSheet } from './quiz.view.ts';

function frame({ track, asks, rules }: Placement, lang: Language, t: Translate) {
  return {
    title: t('assessment.placementOf', { track: track.title[lang] }),
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    moduleLabel: t('assessment.placement'),
    moduleUrl: paths.placement({ lang, track: track.id }),
    passMark: t('assessment.passMarkIs', { mark: formatPercent(rules.passMark, lang) }),
    asksTitle: asks.title[lang],
  };
}

export interface Standing {
  /** Submitted tries, newest first. */
  submitted: Attempt[];
  sources: PublishedModule[];
  enrolled: boolean;
  readyAt: Date | null;
}

/** Before a try: what it asks and what it opens; after one: the score by module, and what to do next. */
export function placementPage(placement: Placement, standing: Standing, lang: Language, t: Translate) {
  const { track, asks, rules } = placement;
  const { submitted, sources, enrolled, readyAt } = standing;
  const last = submitted[0];
  return {
    ...frame(placement, lang, t),
    lead: t('assessment.placementLead', {
      track: asks.title[lang],
      mark: formatPercent(rules.passMark, lang),
    }),
    facts: [
      { name: t('catalogue.contents'), value: t('assessment.questions', { count: rules.questions }) },
      { name: t('catalogue.passMark'), value: formatPercent(rules.passMark, lang) },
      { name: t('assessment.attempts'), value: t('assessment.oneTryIn', { count: rules.pauseDays }) },
    ],
    enrolled,
    startAction: enrolled || readyAt ? null : paths.startPlacement({ lang, track: track.id }),
    wait: !enrolled && readyAt ? t('assessment.nextTry', { date: formatDate(readyAt, lang) }) : null,
    last: last ? resultOf(last, sources, lang, t) : null,
    asksUrl: paths.track({ lang, track: asks.id }),
    asksLabel: t('learning.goOnWith', { track: asks.title[lang] }),
  };
}

function resultOf(attempt: Attempt, sources: readonly PublishedModule[], lang: Language, t: Translate) {
  const results = attempt.result?.results ?? {};
  const passed = attempt.result?.passed === true;
  return {
    passed,
    tag: t('assessment.resultOn', { date: attempt.submittedAt ? formatDate(attempt.submittedAt, lang) : '' }),
    verdict: passed ? t('assessment.passed') : t('assessment.notYet'),
    score: formatPercent(attempt.result?.score ?? 0, lang),
    modules: sources.map((module) => {
      const drawn = attempt.drawn.filter(({ question }) => question.startsWith(`${module.id}--`));
      const right = drawn.filter(({ question }) => results[question]?.verdict === 'right').length;
      return {
        title: module.content.title[lang],
        url: paths.module({ lang, module: module.id }),
        right: t('assessment.rightShort', { right, count: drawn.length }),
      };
    }),
  };
}

/** The questions to answer. */
export function placementSheet(
  placement: Placement,
  attempt: Attempt,
  { sources, number }: { sources: readonly PublishedModule[]; number: number },
  lang: Language,
  t: Translate,
) {
  return {
    ...frame(placement, lang, t),
    readingUrl: null,
    action: paths.answerPlacement({ lang, track: placement.track.id, attempt: attempt._id.toString() }),
    ...answerSheet(attempt, drawnQuestions(attempt, sources, lang), number, lang, t),
    terms: [],
  };
}

function drawnQuestions(attempt: Attempt, sources: readonly PublishedModule[], lang: Language) {
  const bank = new Map(
    sources.flatMap((module) => questionsOf(module).map((question) => [question.id, { module, question }])),
  );
  return attempt.drawn.flatMap(({ question: id }): RenderedQuestion[] => {
    const found = bank.get(id);
    if (!found) return [];
    const around = { assets: found.module.content.assets, terms: [] };
    return [renderQuestion(found.question, lang, siteLinks(found.module, lang), around)];
  });
}
