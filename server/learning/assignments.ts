import type { PublishedTrack } from '../catalogue/index.ts';
import { paths } from '../paths.ts';
import type { Language } from '../content/module.ts';
import { formatDate, type Translate } from '../rendering/index.ts';
import type { Access } from './enrolment.ts';

/** Where a person's final assignment stands, and since when. */
export interface AssignmentStanding {
  state: 'none' | 'draft' | 'submitted' | 'returned' | 'accepted';
  since: Date | null;
}

/**
 * What the final assignments' feature shows on pages of this one. It is handed in (app.ts): learning knows
 * nothing of assessment.
 */
export interface AssignmentsInLearning {
  /** By track id, of the tracks that have an assignment. */
  standings(
    user: string,
    tracks: readonly PublishedTrack[],
  ): Promise<ReadonlyMap<string, AssignmentStanding>>;
  /** How many works wait for a trainer. */
  waitingFor(trainer: string): Promise<number>;
}

/** A track's assignment on the track's page and in “my learning”; null where there is none. */
export function assignmentView(
  track: PublishedTrack,
  access: Access,
  standing: AssignmentStanding | null,
  lang: Language,
  t: Translate,
) {
  if (!track.assignment) return null;
  const { state, since } = standing ?? { state: 'none' as const, since: null };
  const enrolled = access.state === 'enrolled';
  const name = t(`assignment.state.${state}`);
  return {
    title: track.assignment.title[lang],
    url: enrolled ? paths.assignment({ lang, track: track.id }) : null,
    state: enrolled
      ? since
        ? t('assignment.stateOn', { state: name, when: formatDate(since, lang) })
        : name
      : null,
    done: state === 'accepted',
    now: state === 'returned' || state === 'draft',
    // The modules are done, the certificate is not there yet: say what it waits for.
    missing: isFinished(access) && state !== 'accepted' ? t('certificates.assignmentMissing') : null,
  };
}

/** Where to ask for the certificate; null until all that it takes is there. */
export function certificateAction(
  track: PublishedTrack,
  access: Access,
  standing: AssignmentStanding | null,
  lang: Language,
): string | null {
  if (!isFinished(access)) return null;
  if (track.assignment && standing?.state !== 'accepted') return null;
  return paths.issueCertificate({ lang, track: track.id });
}

/** What a trainer's decision tells the learner; null while there is none. */
export function assignmentNotice(
  track: PublishedTrack,
  { state, since }: AssignmentStanding,
  lang: Language,
  t: Translate,
) {
  if (!track.assignment || (state !== 'returned' && state !== 'accepted')) return null;
  const isReturned = state === 'returned';
  return {
    id: `assignment-${track.id}`,
    title: t(isReturned ? 'assignment.noticeReturned' : 'assignment.noticeAccepted'),
    detail: t(isReturned ? 'assignment.noticeReturnedWhat' : 'assignment.noticeAcceptedWhat'),
    tag: `${track.title[lang]}${since ? ` · ${formatDate(since, lang)}` : ''}`,
    isReturned,
    url: paths.assignment({ lang, track: track.id }),
    label: t(isReturned ? 'assignment.open' : 'assignment.seeMarks'),
  };
}

const isFinished = (access: Access): boolean =>
  access.state === 'enrolled' && access.enrolment.finishedAt !== null;
