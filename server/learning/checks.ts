/** Self-checks inside a lesson: answered by a plain GET of the same page, kept nowhere, counted nowhere. */
import { cleanResponse, scoreQuestion, type Response } from '../assessment/scoring/index.ts';
import type { RenderedQuestion } from '../content/index.ts';
import type { Language, Question } from '../content/module.ts';
import { fieldName, questionView, resultView, type Translate } from '../rendering/index.ts';

export type Query = Record<string, string | string[] | undefined>;

/** What a query or a form says about one question; null when it says nothing that belongs to it. */
export function readResponse(question: Question, given: Query): Response | null {
  const value = given[fieldName(question.id)];
  if (question.kind === 'match') {
    const pairs = question.items.map(({ id }) => [id, given[fieldName(question.id, id)]] as const);
    return cleanResponse(
      question,
      Object.fromEntries(pairs.filter(([, target]) => target !== undefined && target !== '')),
    );
  }
  const many = question.kind === 'multiple' || question.kind === 'order';
  if (value === undefined || value === '') return null;
  return cleanResponse(question, many ? [value].flat() : [value].flat()[0]);
}

export interface Check {
  key: Question;
  question: RenderedQuestion;
  /** Address of the lesson's page without a query. */
  lessonUrl: string;
}

/** The self-check as the page shows it: to answer, or answered with its reasons. */
export function checkView(
  { key, question, lessonUrl }: Check,
  query: Query,
  language: Language,
  t: Translate,
) {
  const asked = query.check === key.id;
  const response = asked ? withMove(key, readResponse(key, query), query) : null;
  const moved = typeof query.move === 'string';
  const answered = asked && !moved && response !== null;
  return {
    id: key.id,
    action: `${lessonUrl}#${key.id}`,
    again: `${lessonUrl}#${key.id}`,
    titleHtml: question.titleHtml,
    question: questionView({ question, ...(answered ? {} : shuffledOnce(key)), response, legend: null }, t),
    result: answered
      ? resultView(
          { question, order: null, response, result: scoreQuestion(key, response), legend: null },
          language,
          t,
        )
      : null,
    nudge: asked && !moved && response === null ? t('questions.answerFirst') : null,
  };
}
export type CheckView = ReturnType<typeof checkView>;

/** An ordering is not shown already solved: the first half comes last. */
function shuffledOnce(key: Question) {
  if (key.kind !== 'order') return {};
  const ids = key.items.map(({ id }) => id);
  const half = Math.ceil(ids.length / 2);
  return { drawn: { options: [...ids.slice(half), ...ids.slice(0, half)] } };
}

/** Moves one item of an ordering up or down by a place: what its buttons ask for without scripts. */
export function withMove(question: Question, response: Response | null, given: Query): Response | null {
  const [id, item = '', direction] = String(given.move ?? '').split(':');
  if (id !== question.id || !Array.isArray(response)) return response;
  const from = response.indexOf(item);
  const to = direction === 'up' ? from - 1 : from + 1;
  const other = response[to];
  if (from < 0 || other === undefined) return response;
  const moved = [...response];
  moved[to] = item;
  moved[from] = other;
  return moved;
}
