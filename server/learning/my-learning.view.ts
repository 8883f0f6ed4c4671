import type { PublishedTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, formatDayAndTime, formatPercent, type Translate } from '../rendering/index.ts';
import {
  assignmentNotice,
  assignmentView,
  certificateAction,
  type AssignmentStanding,
} from './assignments.ts';
import { leftNote, lockOf } from './catalogue.view.ts';
import type { Access } from './enrolment.ts';
import { unmetNeeds } from './gating.ts';
import type { BegunWorksheet, OwnCertificate } from './own-things.ts';
import { certificateRows, commentNotices, sheetRows } from './own-things.view.ts';
import { nextStep, placeIn, scaleOf, type Place } from './place.ts';
import type { Progress } from './progress.model.ts';

export interface Standing {
  track: PublishedTrack;
  access: Access;
  assignment: AssignmentStanding | null;
}

export interface MyLearning {
  name: string;
  standings: Standing[];
  progress: Map<string, Progress>;
  /** Works that wait to be marked, for a trainer. */
  waiting: number;
  sheets: BegunWorksheet[];
  certificates: OwnCertificate[];
  written: { notes: number; bookmarks: number };
  now: Date;
}

export function myLearningPage(
  { name, standings, progress, waiting, sheets, certificates, written, now }: MyLearning,
  lang: Language,
  t: Translate,
) {
  const placesIn = (track: PublishedTrack) =>
    track.published.map((module) => placeIn(module, progress.get(module.id) ?? null));
  const isOpen = (track: PublishedTrack, { id }: { id: string }) =>
    unmetNeeds(track, id, progress).length === 0;
  const enrolled = standings.filter(({ access }) => access.state === 'enrolled');
  // The worksheets of a track that one has left wait for one's coming back.
  const tracks = enrolled.map(({ track }) => track);
  const hasLeft = standings.some(({ access }) => access.state === 'open' && access.left !== undefined);
  const open = enrolled.flatMap(({ track }) => placesIn(track)).filter(({ state }) => state === 'begun');
  const latest = open.sort((a, b) => (b.lastAt?.getTime() ?? 0) - (a.lastAt?.getTime() ?? 0))[0];
  const fresh = enrolled
    .flatMap(({ track }) => placesIn(track).filter(({ module }) => isOpen(track, module)))
    .find(({ state }) => state === 'new');
  return {
    name,
    notices: standings.flatMap(({ track, assignment }) => {
      const notice = assignment && assignmentNotice(track, assignment, lang, t);
      return notice ? [notice] : [];
    }),
    waiting:
      waiting > 0
        ? { count: t('assignment.waitingCount', { count: waiting }), url: paths.assignments({ lang }) }
        : null,
    resume: latest ? resumeView(latest, standings, now, lang, t) : null,
    // Enrolled, and nothing begun: the first module that is new.
    start:
      !latest && fresh ? { url: nextStep(fresh, lang).url, title: fresh.module.content.title[lang] } : null,
    notEnrolled: enrolled.length > 0 ? null : t(hasLeft ? 'learning.noneNow' : 'learning.noneYet'),
    tracksUrl: paths.home({ lang }),
    tracks: standings.map((standing) => trackRow(standing, certificates, placesIn(standing.track), lang, t)),
    modules: moduleRows(
      enrolled.flatMap(({ track }) => placesIn(track)),
      lang,
      t,
    ),
    commentNotices: commentNotices(sheets, tracks, lang, t),
    certificates: certificateRows(certificates, lang, t),
    sheets: sheetRows(sheets, tracks, { now, lang, t }),
    written:
      written.notes + written.bookmarks === 0
        ? null
        : t('notes.counted', {
            notes: t('notes.countNotes', { count: written.notes }),
            bookmarks: t('notes.countBookmarks', { count: written.bookmarks }),
          }),
    searchAction: paths.search({ lang }),
    notesUrl: paths.notes({ lang }),
  };
}

function resumeView(place: Place, standings: Standing[], now: Date, lang: Language, t: Translate) {
  const track = standings.find((standing) => standing.track.published.includes(place.module))?.track;
  const { url, title } = nextStep(place, lang);
  const number = (track?.published.indexOf(place.module) ?? 0) + 1;
  const module = t('catalogue.moduleNumber', { number });
  return {
    when: place.lastAt
      ? t('learning.leftOff', { when: formatDayAndTime(place.lastAt, now, lang, t) })
      : t('learning.continueHere'),
    title: title ?? t('assessment.quizOf', { module: place.module.content.title[lang] }),
    detail: title
      ? `${module}: ${place.module.content.title[lang]}. ${t('learning.minutesLeft', { count: place.minutesLeft })}`
      : `${module}. ${t('learning.onlyQuizLeft')}`,
    url,
  };
}

function trackRow(
  { track, access, assignment }: Standing,
  certificates: readonly OwnCertificate[],
  places: Place[],
  lang: Language,
  t: Translate,
) {
  const finished = places.filter(({ state }) => state === 'finished').length;
  const lock = lockOf(access, lang, t);
  return {
    title: track.title[lang],
    url: paths.track({ lang, track: track.id }),
    icon: lock
      ? 'i-lock'
      : access.state === 'enrolled'
        ? access.enrolment.finishedAt
          ? 'i-done'
          : 'i-here'
        : 'i-open',
    lock,
    enrolled: access.state === 'enrolled',
    scale: scaleOf(places.map(({ state }) => state)),
    label: t('learning.modulesDone', { done: finished, count: places.length }),
    since:
      access.state === 'enrolled'
        ? t('learning.since', { date: formatDate(access.enrolment.since, lang) })
        : null,
    finished:
      access.state === 'enrolled' && access.enrolment.finishedAt
        ? t('learning.trackFinished', { date: formatDate(access.enrolment.finishedAt, lang) })
        : null,
    // One that was issued stands in the list of certificates.
    certificateAction: certificates.some((one) => one.track === track.id)
      ? null
      : certificateAction(track, access, assignment, lang),
    assignment: access.state === 'enrolled' ? assignmentView(track, access, assignment, lang, t) : null,
    enrolUrl: access.state === 'open' ? paths.enrol({ lang, track: track.id }) : null,
    enrolLabel:
      access.state === 'open'
        ? (leftNote(access, places, lang, t) ?? t('learning.enrolIn', { track: track.title[lang] }))
        : null,
  };
}

/** Every module of the tracks one takes: where one stands, what it took and what is left. */
function moduleRows(places: Place[], lang: Language, t: Translate) {
  return places.map((place) => ({
    title: place.module.content.title[lang],
    url: paths.module({ lang, module: place.module.id }),
    finished: place.state === 'finished',
    begun: place.state === 'begun',
    state: stateOf(place, t),
    spent: place.seconds > 0 ? minutes(place.seconds / 60, t) : '–',
    left: place.state === 'finished' ? '–' : minutes(place.minutesLeft, t),
    score: place.best === null ? '–' : formatPercent(place.best, lang),
  }));
}

function stateOf(place: Place, t: Translate): string {
  if (place.state === 'finished') return t('learning.finished');
  return place.state === 'new'
    ? t('learning.notBegun')
    : t('learning.lessonsDone', { done: place.lessonsDone, count: place.lessons });
}

const minutes = (count: number, t: Translate): string =>
  t('catalogue.minutesShort', { count: Math.max(1, Math.round(count)) });
