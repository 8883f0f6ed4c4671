/** The trainers' pages of final assignments: the list, and one to mark. */
import type { User } from '../../accounts/index.ts';
import type { PublishedTrack } from '../../catalogue/index.ts';
import type { Assignment, Criterion } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import { formatDayAndTime } from '../../rendering/index.ts';
import type { ErrorSummary } from '../../web/forms.ts';
import type { Work } from './assignment.model.ts';
import { WORKS_A_PAGE } from './marking.ts';
import { LONGEST_COMMENT, type MarkingErrors, type TypedMarks } from './marking.form.ts';
import { historyView, rubricView, type Wording } from './work.view.ts';
import { worksheetRows, type Filling } from './worksheets.ts';

export interface WorksList {
  waiting: Work[];
  total: number;
  page: number;
  marked: Work[];
  tracks: readonly PublishedTrack[];
  people: ReadonlyMap<string, Pick<User, 'name' | 'country'>>;
}

/** `views/assignment/list.hbs` */
export function worksPage({ waiting, total, page, marked, tracks, people }: WorksList, wording: Wording) {
  const { lang, t, now } = wording;
  const pages = Math.max(1, Math.ceil(total / WORKS_A_PAGE));
  const to = (number: number) => paths.assignments({ lang }, { page: String(number) });
  const row = (work: Work) => ({
    url: paths.submittedWork({ lang, work: work._id.toString() }),
    name: people.get(work.user.toString())?.name ?? t('assignment.unnamed'),
    country: countryName(people.get(work.user.toString())?.country ?? null, wording),
    track: tracks.find(({ id }) => id === work.track)?.title[lang] ?? work.track,
    submission: t('assignment.submissionNumber', { number: work.submissions.length }),
    since: formatDayAndTime(work.since, now, lang, t),
    state: t(`assignment.state.${work.state}`),
    done: work.state === 'accepted',
  });
  return {
    count: total > 0 ? t('assignment.waitingCount', { count: total }) : t('assignment.noneWaiting'),
    waiting: waiting.map(row),
    marked: marked.map(row),
    pageLabel: pages > 1 ? t('people.pageOf', { page, pages }) : null,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
  };
}

export interface WorkToMark {
  track: PublishedTrack;
  assignment: Assignment;
  work: Work;
  learner: Pick<User, 'name' | 'country' | 'institution'> | null;
  names: ReadonlyMap<string, string>;
  filled: ReadonlyMap<string, Filling>;
  /** What was chosen and not stored: with errors, or because the work changed meanwhile. */
  rejected: { typed: TypedMarks; errors: MarkingErrors | null } | null;
}

/** `views/assignment/mark.hbs` */
export function markingPage(
  { track, assignment, work, learner, names, filled, rejected }: WorkToMark,
  wording: Wording,
) {
  const { lang, t } = wording;
  const name = learner?.name ?? t('assignment.unnamed');
  const isWaiting = work.state === 'submitted';
  const errors = rejected?.errors ?? null;
  const [newest, ...earlier] = historyView(work, names, wording);
  return {
    listUrl: paths.assignments({ lang }),
    trackTitle: track.title[lang],
    title: name,
    kicker: assignment.title[lang],
    state: t(`assignment.state.${work.state}`),
    done: work.state === 'accepted',
    facts: [
      { name: t('assignment.country'), value: countryName(learner?.country ?? null, wording) },
      { name: t('people.institution'), value: institutionOf(learner) },
      { name: t('assignment.track'), value: track.title[lang] },
    ],
    summary: errors ? summaryOf(assignment, errors, wording) : null,
    changed: rejected && !errors ? { resubmitted: isWaiting, comment: rejected.typed.comment } : null,
    newest: newest ?? null,
    earlier,
    worksheets: worksheetRows(track, filled, wording, (at, isFilled) =>
      isFilled ? paths.worksheetOf({ lang, user: work.user.toString(), ...at }) : null,
    ),
    form: isWaiting
      ? {
          action: paths.markWork({ lang, work: work._id.toString() }),
          version: String(work.version),
          passes: rubricView(assignment, wording).passes,
          criteria: assignment.criteria.map((criterion) =>
            criterionView(criterion, rejected?.typed ?? null, errors, wording),
          ),
          comment: rejected?.typed.comment ?? '',
          commentError: errors?.comment ? t(errors.comment) : null,
          decisionError: errors?.points ? t('assignment.fewPoints', errors.points) : null,
          longest: LONGEST_COMMENT,
        }
      : null,
  };
}

function criterionView(
  { id, title, levels }: Criterion,
  typed: TypedMarks | null,
  errors: MarkingErrors | null,
  { lang, t }: Wording,
) {
  const name = `c/${id}`;
  return {
    anchor: `c-${id}`,
    title: title[lang],
    error: errors?.criteria.includes(id) ? t('assignment.levelMissing') : null,
    levels: levels.map(({ points, description }, index) => ({
      id: index === 0 ? `c-${id}` : `c-${id}-${points}`,
      name,
      value: String(points),
      chosen: typed?.points.get(id) === points,
      points: t('assignment.points', { count: points }),
      description: description[lang],
    })),
  };
}

function summaryOf({ criteria }: Assignment, errors: MarkingErrors, { lang, t }: Wording): ErrorSummary {
  const items = [
    ...criteria
      .filter(({ id }) => errors.criteria.includes(id))
      .map(({ id, title }) => ({
        field: `c-${id}`,
        sentence: t('assignment.problemIn', { title: title[lang], sentence: t('assignment.levelMissing') }),
      })),
    ...(errors.comment ? [{ field: 'comment', sentence: t(errors.comment) }] : []),
    ...(errors.points ? [{ field: 'decision', sentence: t('assignment.fewPoints', errors.points) }] : []),
  ];
  return { title: t('common.toCorrect', { count: items.length }), items };
}

const institutionOf = (learner: WorkToMark['learner']): string =>
  learner === null || learner.institution === '' ? '—' : learner.institution;

function countryName(country: string | null, { lang }: Wording): string {
  return country ? (new Intl.DisplayNames([lang], { type: 'region' }).of(country) ?? country) : '—';
}
