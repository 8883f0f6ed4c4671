import type { ModuleInTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, formatTime, type Translate } from '../rendering/index.ts';
import { errorSummary, type FieldErrors } from '../web/forms.ts';
import type { Feedback } from './feedback.model.ts';
import { fieldId, feedbackForm } from './form.view.ts';

export interface OwnFeedback extends ModuleInTrack {
  /** The lesson, as it was in the revision that the feedback is about. */
  lesson: { id: string; title: Record<Language, string> };
  revision: number;
  saved: Feedback | null;
  /** A form that needs corrections: what was typed, and the sentences beside the fields. */
  rejected: { typed: Record<string, string>; errors: FieldErrors; whole: boolean } | null;
  language: Language;
}

/** One's own feedback on a lesson: thanks, and the same form again to change it. */
export function ownFeedbackPage(
  { track, module, lesson, revision, saved, rejected, language: lang }: OwnFeedback,
  t: Translate,
) {
  const at = { lang, module: module.id };
  const { lessons } = module.content;
  const index = lessons.findIndex(({ id }) => id === lesson.id);
  const summary = errorSummary(rejected?.errors ?? null, t);
  return {
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    moduleLabel: t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 }),
    moduleUrl: paths.module(at),
    lessonTitle: lesson.title[lang],
    summary: summary && {
      ...summary,
      items: summary.items.map(({ field, sentence }) => ({ field: fieldId(field), sentence })),
    },
    thanks: saved && !rejected ? t('feedback.thanks') : null,
    savedAt:
      saved && !rejected
        ? t('feedback.savedAt', { date: formatDate(saved.at, lang), time: formatTime(saved.at, lang) })
        : null,
    older: revision === module.revision ? null : t('feedback.ofOlderRevision', { number: revision }),
    goOn: goOn(module.content.lessons[index + 1], at, index, t),
    // A lesson that a newer revision has dropped has no page to go back to.
    lessonUrl: index < 0 ? null : paths.lesson({ ...at, lesson: lesson.id }),
    form: feedbackForm(
      {
        at: { module: module.id, lesson: lesson.id, revision },
        language: lang,
        said: saidSoFar(saved, rejected),
        errors: rejected?.errors ?? null,
        whole: true,
      },
      t,
    ),
  };
}

/** What is saved, and over it what was typed; a form at a lesson's foot leaves open what it does not answer. */
function saidSoFar(saved: Feedback | null, rejected: OwnFeedback['rejected']): Record<string, string | null> {
  const known = saved && {
    clear: saved.clear,
    useful: saved.useful,
    length: saved.length,
    comment: saved.comment,
  };
  const typed = Object.entries(rejected?.typed ?? {}).filter(
    ([, value]) => rejected?.whole === true || value !== '',
  );
  return { ...known, ...Object.fromEntries(typed) };
}

function goOn(
  next: { id: string; title: Record<Language, string> } | undefined,
  at: { lang: Language; module: string },
  index: number,
  t: Translate,
) {
  if (index < 0) return { url: paths.module(at), label: t('assessment.backToModule') };
  return next
    ? {
        url: paths.lesson({ ...at, lesson: next.id }),
        label: t('learning.continueWith', { title: next.title[at.lang] }),
      }
    : { url: paths.quiz(at), label: t('learning.goToQuiz') };
}
