/** An answered question as `views/partials/result.hbs` explains it: what was answered, what is right, and why. */
import type { QuestionResult, Response, Verdict } from '../assessment/scoring/index.ts';
import type { RenderedQuestion } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { formatNumber } from './formats.ts';
import type { Translate } from './translate.ts';

export interface Answered {
  question: RenderedQuestion;
  /** The options in the order that the learner saw. */
  order: string[] | null;
  response: Response | null;
  result: QuestionResult;
  legend: string | null;
}

interface AnswerLine {
  html: string;
  mine: boolean;
  /** Whether the line says that something was right or wrong; neither when it just stands there. */
  ok: boolean;
  bad: boolean;
  note: string | null;
  whyHtml: string | null;
}

const icons: Record<Verdict, string> = { right: 'i-done', partly: 'i-no', wrong: 'i-no', unanswered: 'i-no' };

export function resultView(
  { question, order, response, result, legend }: Answered,
  language: Language,
  t: Translate,
) {
  return {
    id: question.id,
    legend,
    titleHtml: question.titleHtml,
    detailHtml: question.detailHtml,
    verdict: t(`questions.verdict.${result.verdict}`),
    right: result.verdict === 'right',
    icon: icons[result.verdict],
    answers: answerLines(question, order, response, result, t),
    typed:
      typeof response === 'string' && isTyped(question)
        ? t('questions.yourAnswerWas', { answer: response })
        : null,
    solution: result.verdict === 'right' ? null : solutionOf(question, language, t),
    explanationHtml: question.explanationHtml,
  };
}
export type ResultView = ReturnType<typeof resultView>;

function answerLines(
  question: RenderedQuestion,
  order: string[] | null,
  response: Response | null,
  result: QuestionResult,
  t: Translate,
): AnswerLine[] {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return sorted(question.options, order).map((option) => {
        const mine = Array.isArray(response) ? response.includes(option.id) : response === option.id;
        const missed = option.right && !mine;
        return {
          html: option.html,
          mine,
          ok: option.right && mine,
          bad: mine !== option.right && (mine || question.kind === 'multiple'),
          note: mine ? null : missed ? t('questions.rightOne') : null,
          whyHtml: option.feedbackHtml,
        };
      });
    case 'order': {
      const mine = Array.isArray(response) ? response : [];
      return sorted(question.items, mine).map(({ id, html }) => ({
        ...placed(html, result.parts?.[id]),
        note:
          result.parts?.[id] === false
            ? t('questions.placeIs', { place: question.items.findIndex((item) => item.id === id) + 1 })
            : null,
      }));
    }
    case 'match':
      return question.items.map((item) => {
        const target = question.targets.find(({ id }) => id === item.answer);
        const chosen =
          response !== null && typeof response === 'object' && !Array.isArray(response)
            ? response[item.id]
            : undefined;
        const mine = question.targets.find(({ id }) => id === chosen);
        const good = chosen === item.answer;
        return {
          ...placed(`${item.html}: ${mine?.html ?? '—'}`, good),
          note: good ? null : t('questions.matchIs', { target: target?.text ?? '' }),
        };
      });
    case 'numeric':
    case 'text':
      return [];
  }
}

function placed(html: string, good: boolean | undefined): Omit<AnswerLine, 'note'> {
  return { html, mine: false, ok: good === true, bad: good === false, whyHtml: null };
}

/** What would have been right, where the lines above do not show it. */
function solutionOf(question: RenderedQuestion, language: Language, t: Translate): string | null {
  if (question.kind === 'numeric') {
    const unit = question.unit === null ? '' : `\u00a0${question.unit}`;
    const answer =
      formatNumber(question.value, language) + (language === 'en' && question.unit === '%' ? '%' : unit);
    return t('questions.rightAnswerIs', { answer });
  }
  return question.kind === 'text'
    ? t('questions.rightAnswerIs', { answer: question.accepted[0] ?? '' })
    : null;
}

function isTyped(question: RenderedQuestion): boolean {
  return question.kind === 'numeric' || question.kind === 'text';
}

function sorted<T extends { id: string }>(list: T[], ids: string[] | null): T[] {
  if (!ids || ids.length === 0) return list;
  return [...list].sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
