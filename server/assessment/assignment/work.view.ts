/** What is said of a final assignment on the learner's page and on the trainer's: rubric, submissions, marks. */
import { renderText, type LessonLinks } from '../../content/index.ts';
import { mostPoints, type Assignment, type Language } from '../../content/module.ts';
import { formatDayAndTime, type Translate } from '../../rendering/index.ts';
import type { Review, Work } from './assignment.model.ts';
import { sumOf } from './marking.ts';

export interface Wording {
  lang: Language;
  t: Translate;
  now: Date;
}

/** The instructions belong to no module: they name none of its files (content/reading/assignment.ts). */
const NOWHERE: LessonLinks = { asset: () => '', lesson: () => '', term: () => '' };

export function instructionsOf({ instructions }: Assignment, lang: Language): string {
  return renderText(instructions[lang], lang, NOWHERE);
}

export function rubricView(assignment: Assignment, { lang, t }: Wording) {
  return {
    passes: t('assignment.passPoints', { points: assignment.passPoints, most: mostPoints(assignment) }),
    criteria: assignment.criteria.map(({ title, levels }) => ({
      title: title[lang],
      levels: levels.map(({ points, description }) => ({
        points: t('assignment.points', { count: points }),
        description: description[lang],
      })),
    })),
  };
}

/**
 * What was submitted and marked so far, the newest first.
 * @param names of those who marked, by their id
 */
export function historyView(
  { submissions, reviews }: Pick<Work, 'submissions' | 'reviews'>,
  names: ReadonlyMap<string, string>,
  wording: Wording,
) {
  const { lang, t, now } = wording;
  return submissions
    .map(({ text, at }, index) => {
      const review = reviews.find(({ submission }) => submission === index + 1);
      return {
        id: `submission-${index + 1}`,
        title: t('assignment.submissionNumber', { number: index + 1 }),
        when: t('assignment.submittedAt', { when: formatDayAndTime(at, now, lang, t) }),
        text,
        review: review ? reviewView(review, names, wording) : null,
      };
    })
    .toReversed();
}

function reviewView(
  { marks, comment, decision, by, at }: Review,
  names: ReadonlyMap<string, string>,
  { lang, t, now }: Wording,
) {
  const values = {
    name: names.get(by.toString()) ?? t('assignment.somebody'),
    when: formatDayAndTime(at, now, lang, t),
  };
  return {
    accepted: decision === 'accepted',
    what: t(decision === 'accepted' ? 'assignment.acceptedBy' : 'assignment.returnedBy', values),
    comment,
    marks: marks.map(({ title, level, points, of }) => ({
      title: title[lang],
      level: level[lang],
      points: t('assignment.outOf', { points, most: of }),
    })),
    total: t('assignment.outOf', {
      points: sumOf(marks),
      most: marks.reduce((sum, { of }) => sum + of, 0),
    }),
  };
}
