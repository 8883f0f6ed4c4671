/** A learner's worksheets, for whoever accompanies them: `views/worksheets/of-person.hbs` and `read.hbs`. */
import type { User } from '../../accounts/index.ts';
import { siteLinks, type PublishedTrack } from '../../catalogue/index.ts';
import { renderText } from '../../content/index.ts';
import { paths } from '../../paths.ts';
import { formatDayAndTime, formatNumber, type MessageKey } from '../../rendering/index.ts';
import { errorSummary } from '../../web/forms.ts';
import { chartViews } from '../charts.view.ts';
import { readingParts } from '../reading.view.ts';
import type { FilledWorksheet } from '../worksheet.model.ts';
import { savedLabel } from '../worksheet.view.ts';
import type { Wording } from '../wording.ts';
import { commentView } from './beside.ts';
import { isNew, LONGEST_COMMENT, standing } from './comments.ts';
import type { OpenSheet } from './companion.page.ts';

export interface WorksheetsOfPerson {
  learner: User;
  sheets: readonly Pick<
    FilledWorksheet,
    'module' | 'worksheet' | 'savedAt' | 'comments' | 'commentsSeenAt'
  >[];
  tracks: readonly PublishedTrack[];
  now: Date;
}

/** All that the person has begun, in the order of the tracks. */
export function personPage({ learner, sheets, tracks, now }: WorksheetsOfPerson, wording: Wording) {
  const { language: lang, t } = wording;
  const user = learner._id.toString();
  return {
    title: t('comments.sheetsOf', { name: learner.name }),
    peopleUrl: `${paths.people({ lang }, { q: learner.email })}#p-${user}`,
    facts: factsOf(learner, wording),
    sheets: tracks.flatMap(({ published }) =>
      published.flatMap((module, index) =>
        module.content.worksheets.flatMap(({ id, title }) => {
          const sheet = sheets.find((one) => one.module === module.id && one.worksheet === id);
          if (!sheet) return [];
          const said = standing(sheet);
          const unseen = said.filter((comment) => isNew(comment, sheet)).length;
          return {
            title: title[lang],
            url: paths.worksheetOf({ lang, user, module: module.id, worksheet: id }),
            module: `${t('catalogue.moduleNumber', { number: index + 1 })}: ${module.content.title[lang]}`,
            saved: formatDayAndTime(sheet.savedAt, now, lang, t),
            comments: said.length === 0 ? t('comments.none') : t('comments.count', { count: said.length }),
            unseen: unseen > 0 ? t('comments.unseen', { count: unseen }) : null,
          };
        }),
      ),
    ),
  };
}

export interface SheetToRead extends OpenSheet {
  names: ReadonlyMap<string, string>;
  /** Who reads. */
  reader: string;
  /** The id of the comment that may be written now. */
  newId: string;
  /** A text that was not stored: of a comment, or of a new one. */
  rejected: { comment: string | null; id: string; text: string; problem: MessageKey } | null;
  now: Date;
}

export function sheetPage(open: SheetToRead, wording: Wording) {
  const { learner, track, module, worksheet, filled, rejected, at, now } = open;
  const { language: lang, t } = wording;
  const field = rejected?.comment ? `text-${rejected.comment}` : 'text';
  const said = standing(filled);
  const moduleLabel = t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 });
  return {
    title: worksheet.title[lang],
    name: learner.name,
    sheetsUrl: paths.worksheetsOf({ lang, user: at.user }),
    sheetsLabel: t('comments.sheetsOf', { name: learner.name }),
    summary: errorSummary(rejected ? { [field]: rejected.problem } : null, t),
    belongs: `${track.title[lang]}, ${moduleLabel}: ${module.content.title[lang]}`,
    saved: savedLabel(filled, now, wording),
    instructions: renderText(worksheet.instructions[lang], lang, siteLinks(module, lang)),
    parts: readingParts(worksheet, filled, wording),
    charts: chartViews(worksheet, filled, wording),
    toComments: said.length === 0 ? t('comments.write') : t('comments.count', { count: said.length }),
    comments: said.map((comment) => ({
      ...commentView(comment, open.names, wording, now),
      fresh: false,
      note: isNew(comment, filled) ? t('comments.notRead') : null,
      own: comment.by.equals(open.reader) ? ownView(comment, open, wording) : null,
    })),
    form: {
      action: paths.commentWorksheet({ lang, ...at }),
      id: open.newId,
      hint: t('comments.hint', { name: learner.name, count: formatNumber(LONGEST_COMMENT, lang) }),
      text: rejected && !rejected.comment ? rejected.text : '',
      error: rejected && !rejected.comment ? t(rejected.problem) : null,
    },
  };
}

function ownView(
  { id, version, text }: { id: string; version: number; text: string },
  { rejected, at }: SheetToRead,
  { language: lang, t }: Wording,
) {
  const mine = rejected?.comment === id ? rejected : null;
  return {
    field: `text-${id}`,
    action: paths.changeComment({ lang, ...at, comment: id }),
    version: String(version),
    text: mine?.text ?? text,
    error: mine ? t(mine.problem) : null,
    open: mine !== null,
  };
}

function factsOf({ country, institution }: User, { language, t }: Wording) {
  const named = country && new Intl.DisplayNames([language], { type: 'region' }).of(country);
  return [
    { name: t('people.country'), value: named ?? '—' },
    { name: t('people.institution'), value: institution === '' ? '—' : institution },
  ];
}
