import type { LessonOnPage } from '../learning/index.ts';
import { paths } from '../paths.ts';
import { isAllowed, type Role } from '../policy.ts';
import type { Translate } from '../rendering/index.ts';
import { feedbackForm } from './form.view.ts';
import { opinionsByLesson } from './opinions.ts';
import { tallies } from './opinions.view.ts';
import { scaleNames } from './scales.ts';

/**
 * What a lesson's page shows of feedback: the form at its foot, empty, so that it costs a learner's page no read;
 * and for trainers what has been said, one read.
 */
export async function feedbackBesideLesson(at: LessonOnPage, role: Role, t: Translate) {
  const { module, lesson, language } = at;
  const revision = { module: module.id, lesson, revision: module.revision };
  return {
    form: feedbackForm({ at: revision, language, said: {}, errors: null, whole: false }, t),
    opinions: isAllowed(role, paths.moduleFeedback.who) ? await opinionsOf(at, t) : null,
  };
}

async function opinionsOf({ module, lesson, language: lang }: LessonOnPage, t: Translate) {
  const filter = { module: module.id, revision: module.revision, lesson };
  const said = (await opinionsByLesson(filter)).get(lesson) ?? null;
  return {
    revision: t('training.revisionNumber', { number: module.revision }),
    count: said ? t('feedback.count', { count: said.people }) : t('feedback.noneYet'),
    tallies: said
      ? scaleNames.map((scale) => ({
          name: t(`feedback.${scale}.name`),
          value: tallies(said, scale, t).join(' · '),
        }))
      : [],
    comments: said && said.comments > 0 ? t('feedback.commentCount', { count: said.comments }) : null,
    url: paths.moduleFeedback({ lang, module: module.id }, { lesson }),
  };
}
