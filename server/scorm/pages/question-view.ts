/** What `views/scorm/question.hbs` shows of a question. */
import type { RenderedQuestion } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { formatNumber, renderTemplate, translate } from '../../rendering/index.ts';
import type { CourseQuestion } from '../course.ts';
import { arrangeCheck } from '../runtime/state/attempts.ts';
import { anchors, relocate } from './anchors.ts';

interface Where {
  language: Language;
  /** The id of the view that the question stands in. */
  view: string;
  /** The id of the view that explains terms. */
  terms: string;
}

export interface ShownQuestion {
  question: RenderedQuestion;
  key: CourseQuestion;
  /** "Question 1 of 8"; null for a self-check. */
  number: string | null;
}

export function questionHtml({ question, key, number }: ShownQuestion, where: Where): string {
  const { language, view, terms } = where;
  const anchor = anchors.within(view, question.id);
  const placed = (html: string) => relocate(html, view, language, terms);
  const maybe = (html: string | null) => (html === null ? null : placed(html));
  const data = {
    id: question.id,
    anchor,
    number,
    title: placed(question.titleHtml),
    detail: maybe(question.detailHtml),
    how: translate(language, `scorm.question.${question.kind}`),
    hint: maybe(question.hintHtml),
    explanation: maybe(question.explanationHtml),
    choice: null,
    order: null,
    rightOrder: null,
    match: null,
    typed: null,
    ...answerParts(question, key, anchor, placed, language),
  };
  return renderTemplate('scorm/question', data, language);
}

function answerParts(
  question: RenderedQuestion,
  key: CourseQuestion,
  anchor: string,
  placed: (html: string) => string,
  language: Language,
): object {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false': {
      const type = question.kind === 'multiple' ? 'checkbox' : 'radio';
      const choice = question.options.map(({ id, right, html, feedbackHtml }) => {
        const why = feedbackHtml === null ? null : placed(feedbackHtml);
        return { id, right, html: placed(html), why, type, name: anchor };
      });
      return { choice };
    }
    case 'order': {
      // On paper and without a script the items stand as an attempt shows them first: not in the right order.
      const shown = arrangeCheck(key).options ?? [];
      const items = question.items.map(({ id, html, text }) => ({ id, html: placed(html), text }));
      const order = [...items].sort((one, other) => shown.indexOf(one.id) - shown.indexOf(other.id));
      return { order, rightOrder: items.map((item, index) => ({ ...item, place: index + 1 })) };
    }
    case 'match': {
      const targets = question.targets.map(({ id, text }) => ({ id, text }));
      const items = question.items.map(({ id, html, answer }) => ({
        id,
        html: placed(html),
        field: `${anchor}-${id}`,
        targets,
        answer: placed(question.targets.find((target) => target.id === answer)?.html ?? ''),
      }));
      const words = Object.fromEntries(targets.map(({ id, text }) => [id, text]));
      return { match: { items, targets: JSON.stringify(words) } };
    }
    case 'numeric': {
      const { unit, tolerance } = question;
      const value = withUnit(question.value, unit, language);
      const right = translate(language, 'scorm.answer.value', { answer: value });
      const room = translate(language, 'scorm.answer.tolerance', {
        tolerance: withUnit(tolerance, unit, language),
      });
      return {
        typed: {
          field: `${anchor}-a`,
          unit,
          number: true,
          answer: tolerance > 0 ? `${right} (${room})` : right,
        },
      };
    }
    case 'text': {
      const answer = translate(language, 'scorm.answer.value', { answer: question.accepted[0] ?? '' });
      return { typed: { field: `${anchor}-a`, unit: null, number: false, answer } };
    }
  }
}

/** 14.3 % in Spanish, 14.3% in English; any other unit after a space that does not break. */
function withUnit(value: number, unit: string | null, language: Language): string {
  const number = formatNumber(value, language);
  if (unit === null) return number;
  return unit === '%' && language === 'en' ? `${number}%` : `${number}\u00a0${unit}`;
}
