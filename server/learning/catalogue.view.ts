/** What the home page, a track's page and a module's page show: the catalogue, with one's own place in it. */
import { siteLinks, type PublishedModule, type PublishedTrack } from '../catalogue/index.ts';
import { renderText } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, formatPercent, type Translate } from '../rendering/index.ts';
import { assignmentView, certificateAction, type AssignmentStanding } from './assignments.ts';
import type { Access } from './enrolment.ts';
import { unmetNeeds } from './gating.ts';
import { nextStep, placeIn, scaleOf, type Place } from './place.ts';
import type { Progress } from './progress.model.ts';

export interface Reader {
  language: Language;
  t: Translate;
  progress: Map<string, Progress>;
}

export function trackCard(track: PublishedTrack, access: Access, { language: lang, t }: Reader) {
  return {
    id: track.id,
    title: track.title[lang],
    url: paths.track({ lang, track: track.id }),
    summary: track.summary[lang],
    audience: track.audience[lang],
    facts: trackFacts(track, lang, t),
    lock: lockOf(access, lang, t),
    modules: track.published.map((module, index) => ({
      number: index + 1,
      title: module.content.title[lang],
      url: paths.module({ lang, module: module.id }),
    })),
    action: trackAction(track, access, lang, t),
  };
}

/** The one thing to do next about a track. */
function trackAction(track: PublishedTrack, access: Access, lang: Language, t: Translate) {
  switch (access.state) {
    case 'signed-out':
      return {
        kind: 'link',
        url: paths.registration({ lang }),
        label: t('catalogue.createAccount'),
        isLink: true,
      };
    case 'open':
      return {
        kind: 'form',
        url: paths.enrol({ lang, track: track.id }),
        label: t(access.left ? 'learning.comeBackTo' : 'learning.enrolIn', { track: track.title[lang] }),
        isLink: false,
      };
    case 'enrolled':
      return {
        kind: 'link',
        url: paths.track({ lang, track: track.id }),
        label: t('learning.goToTrack'),
        isLink: true,
      };
    case 'locked':
      return null;
  }
}

/** Why a track is locked and what opens it; null when it is not. */
export function lockOf(access: Access, lang: Language, t: Translate) {
  if (access.state !== 'locked') return null;
  const after = access.after.title[lang];
  return {
    cause: t('learning.opensAfter', { track: after, count: access.modulesToGo }),
    wayOut: t('learning.orAdmission'),
    afterUrl: paths.track({ lang, track: access.after.id }),
    afterLabel: t('learning.goOnWith', { track: after }),
    placement: access.track.placement
      ? { url: paths.placement({ lang, track: access.track.id }), label: t('learning.orPlacement') }
      : null,
  };
}

/** What a module of an open track still waits for; null when it is open. */
function moduleLock(missing: PublishedModule | undefined, lang: Language, t: Translate) {
  if (!missing) return null;
  return {
    cause: t('learning.moduleOpensAfter', { module: missing.content.title[lang] }),
    wayOut: t('learning.usesWhatIsThere'),
    afterUrl: paths.module({ lang, module: missing.id }),
    afterLabel: t('learning.goToModule'),
    placement: null,
  };
}

function trackFacts(track: PublishedTrack, language: Language, t: Translate) {
  const lessons = track.published.reduce((sum, { content }) => sum + content.lessons.length, 0);
  const minutes = track.published.reduce((sum, { content }) => sum + content.minutes, 0);
  return [
    {
      name: t('catalogue.contents'),
      value: `${t('catalogue.modules', { count: track.published.length })}, ${t('catalogue.lessons', { count: lessons })}`,
    },
    { name: t('catalogue.duration'), value: durationOf(minutes, t) },
    { name: t('catalogue.passMark'), value: formatPercent(track.passMark, language) },
  ];
}

/** Under two hours in minutes, above in hours: nobody plans by “380 minutes”. */
export function durationOf(minutes: number, t: Translate): string {
  return minutes < 120
    ? t('catalogue.minutes', { count: minutes })
    : t('catalogue.hours', { count: Math.round(minutes / 60) });
}

/** Where the reader stands in a track. */
interface Standing {
  access: Access;
  /** Their final assignment; null where there is none, or nobody is signed in. */
  assignment: AssignmentStanding | null;
}

export function trackPage(track: PublishedTrack, { access, assignment }: Standing, reader: Reader) {
  const { language: lang, t, progress } = reader;
  const places = track.published.map((module) => placeIn(module, progress.get(module.id) ?? null));
  const finished = places.filter(({ state }) => state === 'finished').length;
  const isOpen = ({ module }: Place) => unmetNeeds(track, module.id, progress).length === 0;
  const current =
    places.find(({ state }) => state === 'begun') ??
    places.find((place) => place.state === 'new' && isOpen(place));
  return {
    title: track.title[lang],
    summary: track.summary[lang],
    audience: track.audience[lang],
    homeUrl: paths.home({ lang }),
    lock: lockOf(access, lang, t),
    enrolled: access.state === 'enrolled',
    progressLabel: t('learning.modulesDone', { done: finished, count: track.published.length }),
    scale: scaleOf(places.map(({ state }) => state)),
    action:
      access.state === 'enrolled' && current
        ? {
            isLink: true,
            url: nextStep(current, lang).url,
            label: t('learning.continueWith', {
              title: nextStep(current, lang).title ?? t('assessment.quiz'),
            }),
          }
        : access.state === 'enrolled'
          ? null
          : trackAction(track, access, lang, t),
    finishedNote:
      access.state === 'enrolled' && access.enrolment.finishedAt
        ? t('learning.trackFinished', { date: formatDate(access.enrolment.finishedAt, lang) })
        : null,
    certificateAction: certificateAction(track, access, assignment, lang),
    assignment: assignmentView(track, access, assignment, lang, t),
    leftNote: leftNote(access, places, lang, t),
    leaveAction:
      access.state === 'enrolled' && !access.enrolment.finishedAt
        ? paths.leaveTrack({ lang, track: track.id })
        : null,
    facts: trackFacts(track, lang, t),
    modules: places.map((place, index) =>
      moduleRow({ track, access, isCurrent: place === current }, place, index, reader),
    ),
    shut: access.state === 'locked',
  };
}

/** What waits for a person who has left a track; null for everybody else. */
export function leftNote(access: Access, places: Place[], lang: Language, t: Translate): string | null {
  if (access.state !== 'open' || !access.left?.leftAt) return null;
  return t('learning.leftOn', {
    date: formatDate(access.left.leftAt, lang),
    done: places.filter(({ state }) => state === 'finished').length,
    count: places.length,
  });
}

function moduleRow(
  { track, access, isCurrent }: { track: PublishedTrack; access: Access; isCurrent: boolean },
  place: Place,
  index: number,
  { language: lang, t, progress }: Reader,
) {
  const { content, id } = place.module;
  const enrolled = access.state === 'enrolled';
  const [missing] = enrolled ? unmetNeeds(track, id, progress) : [];
  return {
    number: index + 1,
    title: content.title[lang],
    url: paths.module({ lang, module: id }),
    duration: durationOf(content.minutes, t),
    lessons: t('catalogue.lessons', { count: content.lessons.length }),
    here: enrolled && isCurrent && place.state === 'begun',
    done: enrolled && place.state === 'finished',
    score:
      enrolled && place.best !== null
        ? t('learning.bestScore', { score: formatPercent(place.best, lang) })
        : null,
    detail:
      enrolled && place.state === 'begun'
        ? t('learning.lessonsDone', { done: place.lessonsDone, count: place.lessons })
        : null,
    fresh: enrolled && place.fresh.size > 0 ? t('learning.newSince', { count: place.fresh.size }) : null,
    waitsFor: missing ? t('learning.moduleOpensAfter', { module: missing.content.title[lang] }) : null,
  };
}

export function modulePage(track: PublishedTrack, module: PublishedModule, access: Access, reader: Reader) {
  const { language: lang, t, progress } = reader;
  const { content } = module;
  const place = placeIn(module, progress.get(module.id) ?? null);
  const enrolled = access.state === 'enrolled';
  const next = nextStep(place, lang);
  const [missing] = unmetNeeds(track, module.id, progress);
  const open = enrolled && !missing;
  return {
    kicker: t('catalogue.moduleOf', {
      number: track.published.indexOf(module) + 1,
      total: track.published.length,
    }),
    title: content.title[lang],
    summary: content.summary[lang],
    homeUrl: paths.home({ lang }),
    trackTitle: track.title[lang],
    trackUrl: paths.track({ lang, track: track.id }),
    lock: lockOf(access, lang, t) ?? (enrolled ? moduleLock(missing, lang, t) : null),
    enrolled,
    progressLabel: t('learning.lessonsDone', { done: place.lessonsDone, count: place.lessons }),
    scale: scaleOf(
      content.lessons.map(({ id }) =>
        place.done.has(id) ? 'finished' : id === place.lastLesson ? 'begun' : 'new',
      ),
    ),
    finished: place.state === 'finished' ? t('learning.moduleFinished') : null,
    action: open
      ? { isLink: true, url: next.url, label: actionLabel(place, next.title, t) }
      : enrolled
        ? null
        : trackAction(track, access, lang, t),
    objectives: content.objectives.map((objective) => objective[lang]),
    lessons: content.lessons.map((lesson, index) => ({
      number: index + 1,
      title: lesson.title[lang],
      url: open ? paths.lesson({ lang, module: module.id, lesson: lesson.id }) : null,
      done: place.done.has(lesson.id),
      here: enrolled && lesson.id === place.lastLesson && !place.done.has(lesson.id),
      fresh: enrolled && place.fresh.has(lesson.id),
      minutes: t('catalogue.minutesShort', { count: lesson.minutes }),
    })),
    quiz: {
      url: open ? paths.quiz({ lang, module: module.id }) : null,
      questions: t('assessment.questions', { count: content.quiz.draw ?? content.quiz.questions.length }),
      passMark: t('assessment.passMarkIs', { mark: formatPercent(track.passMark, lang) }),
      passed: place.passed,
      best: place.best === null ? null : t('learning.bestScore', { score: formatPercent(place.best, lang) }),
    },
    facts: [
      { name: t('catalogue.duration'), value: durationOf(content.minutes, t) },
      {
        name: t('catalogue.version'),
        value: t('catalogue.revisionOf', {
          number: module.revision,
          date: formatDate(module.publishedAt, lang),
        }),
      },
      { name: t('catalogue.licence'), value: content.licence },
    ],
    // Sources are Markdown: titles of works are in italics.
    sources: content.sources.map((source) => renderText(source[lang], lang, siteLinks(module, lang))),
  };
}

function actionLabel(place: Place, nextTitle: string | null, t: Translate): string {
  if (place.state === 'finished') return t('learning.readAgain');
  if (nextTitle === null) return t('learning.goToQuiz');
  return place.state === 'new' ? t('learning.beginModule') : t('learning.continueWith', { title: nextTitle });
}
