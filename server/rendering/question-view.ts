/** A question as `views/partials/question.hbs` asks it: on the site, in a lesson's self-check, in a package. */
import type { DrawnQuestion, Response } from '../assessment/scoring/index.ts';
import type { RenderedQuestion } from '../content/index.ts';
import type { Translate } from './translate.ts';

export interface Asked {
  question: RenderedQuestion;
  /** The order in which options, items and targets are shown; the file's when absent. */
  drawn?: Omit<DrawnQuestion, 'question'>;
  response: Response | null;
  /** “Question 2 of 8”; a self-check has none. */
  legend: string | null;
}

/** Name of the form's field that answers a question, or one item of a matching. */
export function fieldName(question: string, item?: string): string {
  return item === undefined ? `r.${question}` : `r.${question}.${item}`;
}

export function questionView({ question, drawn, response, legend }: Asked, t: Translate) {
  const { id, titleHtml, detailHtml, hintHtml } = question;
  return {
    id,
    legend,
    titleHtml,
    detailHtml,
    hintHtml,
    instruction: t(`questions.how.${question.kind}`),
    choice: choiceView(question, drawn?.options ?? null, response),
    order: orderView(question, drawn?.options ?? null, response, t),
    match: matchView(question, drawn ?? null, response),
    field: fieldView(question, response, t),
  };
}
export type QuestionView = ReturnType<typeof questionView>;

function choiceView(question: RenderedQuestion, order: string[] | null, response: Response | null) {
  if (!('options' in question)) return null;
  const chosen = Array.isArray(response) ? response : [response];
  return {
    type: question.kind === 'multiple' ? 'checkbox' : 'radio',
    name: fieldName(question.id),
    options: inOrder(question.options, order).map(({ id, html }) => ({
      value: id,
      html,
      checked: chosen.includes(id),
    })),
  };
}

function orderView(
  question: RenderedQuestion,
  order: string[] | null,
  response: Response | null,
  t: Translate,
) {
  if (question.kind !== 'order') return null;
  const items = inOrder(question.items, Array.isArray(response) ? response : order);
  return {
    name: fieldName(question.id),
    items: items.map(({ id, html, text }, place) => ({
      id,
      html,
      first: place === 0,
      last: place === items.length - 1,
      up: { value: `${question.id}:${id}:up`, label: t('questions.moveUp', { item: text }) },
      down: { value: `${question.id}:${id}:down`, label: t('questions.moveDown', { item: text }) },
    })),
  };
}

function matchView(
  question: RenderedQuestion,
  drawn: Omit<DrawnQuestion, 'question'> | null,
  response: Response | null,
) {
  if (question.kind !== 'match') return null;
  const pairs = response !== null && typeof response === 'object' && !Array.isArray(response) ? response : {};
  const targets = inOrder(question.targets, drawn?.targets ?? null);
  return {
    /** On paper nothing drops down: the answers to choose from stand beneath. */
    choices: targets.map(({ text }) => text).join(' · '),
    items: inOrder(question.items, drawn?.options ?? null).map(({ id, html }) => ({
      html,
      name: fieldName(question.id, id),
      targets: targets.map((target) => ({
        value: target.id,
        text: target.text,
        chosen: pairs[id] === target.id,
      })),
    })),
  };
}

function fieldView(question: RenderedQuestion, response: Response | null, t: Translate) {
  if (question.kind !== 'numeric' && question.kind !== 'text') return null;
  const numeric = question.kind === 'numeric';
  return {
    name: fieldName(question.id),
    value: typeof response === 'string' ? response : '',
    numeric,
    unit: question.kind === 'numeric' ? question.unit : null,
    hint: numeric ? t('questions.numberHint') : null,
  };
}

/** The list in the order of the ids; what they do not name comes last, so that nothing is ever hidden. */
function inOrder<T extends { id: string }>(list: T[], ids: string[] | null): T[] {
  if (!ids) return list;
  const named = ids.map((id) => list.find((entry) => entry.id === id)).filter((entry) => entry !== undefined);
  return [...named, ...list.filter((entry) => !named.includes(entry))];
}
