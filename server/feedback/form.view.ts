import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Translate } from '../rendering/index.ts';
import { fieldError, type FieldErrors } from '../web/forms.ts';
import type { LessonRevision } from './feedback.ts';
import { answerLabel } from './answer-label.ts';
import { LONGEST_COMMENT, scaleNames, scales } from './scales.ts';

export interface FeedbackFormContext {
  at: LessonRevision;
  language: Language;
  /** What the form shows as said: answers by scale, and the comment. */
  said: Record<string, string | null>;
  errors: FieldErrors | null;
  /** Whether the form stands on its own page and shows all that was said; at a lesson's foot it begins empty. */
  whole: boolean;
}

/** The form of `views/partials/feedback-form.hbs`. Its ids begin with `feedback-`: a lesson's headings have others. */
export function feedbackForm(
  { at: { module, lesson, revision }, language: lang, said, errors, whole }: FeedbackFormContext,
  t: Translate,
) {
  const address = { lang, module, lesson };
  return {
    action: paths.giveFeedback(address),
    ownUrl: whole ? null : paths.lessonFeedback(address),
    revision,
    whole,
    questions: scaleNames.map((name) => ({
      name,
      id: fieldId(name),
      legend: t(`feedback.${name}`),
      error: fieldError(errors, name, t),
      options: scales[name].map((value, index) => ({
        value,
        // The error summary leads to the first one.
        id: index === 0 ? fieldId(name) : `${fieldId(name)}-${value}`,
        label: answerLabel(name, value, t),
        checked: said[name] === value,
      })),
    })),
    comment: said.comment ?? '',
    commentId: fieldId('comment'),
    commentError: fieldError(errors, 'comment', t),
    commentHint: t('feedback.commentHint', { most: LONGEST_COMMENT }),
    longest: LONGEST_COMMENT,
    sendLabel: whole ? t('feedback.saveChange') : t('feedback.send'),
  };
}
export type FeedbackFormView = ReturnType<typeof feedbackForm>;

export const fieldId = (field: string): string => `feedback-${field}`;
