import type { PublishedModule } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { reportMargin, type Translate } from '../rendering/index.ts';
import { answerLabel } from './answer-label.ts';
import { COMMENTS_A_PAGE, type Comment, type Opinions } from './opinions.ts';
import { scaleNames, scales, type Scale } from './scales.ts';

export interface ModuleOpinions {
  /** The module as it was in the revision shown. */
  shown: PublishedModule;
  /** The revision that learners see now. */
  current: number;
  /** Revisions of which somebody has said something. */
  revisions: number[];
  opinions: Map<string, Opinions>;
  comments: Comment[];
  total: number;
  /** Only this lesson's comments; all when null. */
  lesson: string | null;
  page: number;
  language: Language;
}

/** What `views/feedback/opinions.hbs` shows: a line of counts a lesson, then the comments. */
export function opinionsPage(all: ModuleOpinions, t: Translate) {
  const { shown, current, revisions, opinions, comments, total, lesson, page, language: lang } = all;
  const { lessons } = shown.content;
  const at = { lang, module: shown.id };
  const url = (query: Record<string, string>) =>
    paths.moduleFeedback(at, { revision: String(shown.revision), ...query });
  const to = (number: number) => url({ ...(lesson ? { lesson } : {}), page: String(number) });
  const pages = Math.max(1, Math.ceil(total / COMMENTS_A_PAGE));
  const titleOf = (id: string) => lessons.find((one) => one.id === id)?.title[lang] ?? id;
  return {
    title: shown.content.title[lang],
    ...reportMargin(
      { module: shown.id, report: 'feedback', shown: shown.revision, current, revisions },
      lang,
      t,
    ),
    caption: t('feedback.caption', { number: shown.revision }),
    none: opinions.size === 0 ? t('feedback.none') : null,
    scales: scaleNames.map((scale) => t(`feedback.${scale}.name`)),
    lessons: lessons.map(({ id, title }, index) => {
      const said = opinions.get(id) ?? null;
      return {
        id: `l-${id}`,
        title: t('learning.numbered', { number: index + 1, title: title[lang] }),
        url: shown.revision === current ? paths.lesson({ ...at, lesson: id }) : null,
        people: said?.people ?? 0,
        tallies: scaleNames.map((scale) => ({
          name: t(`feedback.${scale}.name`),
          answers: said ? tallies(said, scale, t) : [],
        })),
        comments: t('feedback.commentCount', { count: said?.comments ?? 0 }),
        commentsUrl: said && said.comments > 0 ? `${url({ lesson: id })}#comments` : null,
      };
    }),
    commentsTitle: lesson ? t('feedback.commentsOn', { lesson: titleOf(lesson) }) : t('feedback.comments'),
    allUrl: lesson ? `${url({})}#comments` : null,
    comments: comments.map((comment) => ({
      text: comment.comment,
      lesson: lesson ? null : titleOf(comment.lesson),
      taps: tapsOf(comment, t),
      readIn: t('feedback.readIn', {
        language: t(comment.language === 'es' ? 'training.spanish' : 'training.english'),
      }),
      language: comment.language,
    })),
    previous: page > 1 ? `${to(Math.min(page - 1, pages))}#comments` : null,
    next: page < pages ? `${to(page + 1)}#comments` : null,
    pageLabel: pages > 1 ? t('people.pageOf', { page: Math.min(page, pages), pages }) : null,
  };
}

/** “Yes: 8”, “Partly: 2”, “No: 0” of one question. */
export function tallies({ answers }: Opinions, scale: Scale, t: Translate): string[] {
  const counts: Record<string, number> = answers[scale];
  return scales[scale].map((answer) =>
    t('feedback.tally', { answer: answerLabel(scale, answer, t), count: counts[answer] ?? 0 }),
  );
}

/** What the writer of a comment tapped: it tells how to read the comment. */
function tapsOf(comment: Comment, t: Translate): string[] {
  return scaleNames.flatMap((scale) => {
    const answer = comment[scale];
    return answer === null ? [] : [`${t(`feedback.${scale}.name`)}: ${answerLabel(scale, answer, t)}`];
  });
}
