/** The learner's page of a final assignment, `views/assignment/own.hbs`. */
import { paths } from '../../paths.ts';
import { formatDayAndTime, formatNumber } from '../../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../../web/forms.ts';
import type { Work } from './assignment.model.ts';
import { LONGEST_STATEMENT, type TrackWithAssignment } from './work.ts';
import { historyView, instructionsOf, rubricView, type Wording } from './work.view.ts';
import { worksheetRows, type Filling } from './worksheets.ts';

export interface OwnWork extends TrackWithAssignment {
  work: Work | null;
  filled: ReadonlyMap<string, Filling>;
  names: ReadonlyMap<string, string>;
  /** What was typed and not stored: with errors, or because the work changed meanwhile. */
  rejected: { text: string; errors: FieldErrors | null } | null;
}

export function ownWorkPage({ track, assignment, work, filled, names, rejected }: OwnWork, wording: Wording) {
  const { lang, t, now } = wording;
  const state = work?.state ?? 'none';
  const isOpen = state === 'none' || state === 'draft' || state === 'returned';
  const hasChanged = rejected !== null && rejected.errors === null;
  return {
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    title: assignment.title[lang],
    state: t(`assignment.state.${state}`),
    done: state === 'accepted',
    now: state === 'returned',
    summary: errorSummary(rejected?.errors ?? null, t),
    waiting: state === 'submitted',
    changed: hasChanged
      ? {
          what: t(isOpen ? 'assignment.changedDraft' : 'assignment.changedSubmitted'),
          label: t(isOpen ? 'assignment.savedElsewhere' : 'assignment.writtenHere'),
          text: isOpen ? (work?.text ?? '') : rejected.text,
        }
      : null,
    instructions: instructionsOf(assignment, lang),
    rubric: rubricView(assignment, wording),
    history: work ? historyView(work, names, wording) : [],
    worksheets: worksheetRows(track, filled, wording, (at) => paths.worksheet({ lang, ...at })),
    form: isOpen
      ? {
          action: paths.writeAssignment({ lang, track: track.id }),
          version: String(work?.version ?? 0),
          text: rejected?.text ?? work?.text ?? '',
          hint: t('assignment.textHint', { count: formatNumber(LONGEST_STATEMENT, lang) }),
          error: fieldError(rejected?.errors ?? null, 'text', t),
          longest: LONGEST_STATEMENT,
          saved: work
            ? t('assignment.savedAt', { when: formatDayAndTime(work.savedAt, now, lang, t) })
            : null,
          submit: t(state === 'returned' ? 'assignment.resubmit' : 'assignment.submit'),
        }
      : null,
  };
}
