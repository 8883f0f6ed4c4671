/** Worksheets and certificates in “my learning”. */
import type { PublishedTrack } from '../catalogue/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDate, formatDayAndTime, type Translate } from '../rendering/index.ts';
import type { BegunWorksheet, OwnCertificate } from './own-things.ts';

interface Wording {
  now: Date;
  lang: Language;
  t: Translate;
}

/** Those that the published modules still have. */
export function sheetRows(
  sheets: readonly BegunWorksheet[],
  tracks: readonly PublishedTrack[],
  { now, lang, t }: Wording,
) {
  return sheets.flatMap((sheet) => {
    const found = findSheet(sheet, tracks, lang);
    if (!found) return [];
    return {
      title: found.title,
      url: found.url,
      module: `${t('catalogue.moduleNumber', { number: found.number })}: ${found.module}`,
      saved: formatDayAndTime(sheet.savedAt, now, lang, t),
      comments: sheet.comments === 0 ? t('comments.none') : t('comments.count', { count: sheet.comments }),
      fresh: sheet.newComments > 0 ? t('comments.newCount', { count: sheet.newComments }) : null,
    };
  });
}

/** What trainers said since the person last looked. */
export function commentNotices(
  sheets: readonly BegunWorksheet[],
  tracks: readonly PublishedTrack[],
  lang: Language,
  t: Translate,
) {
  return sheets.flatMap((sheet) => {
    const found = sheet.newComments > 0 ? findSheet(sheet, tracks, lang) : null;
    if (!found) return [];
    return {
      id: `comments-${sheet.module}-${sheet.worksheet}`,
      title: t('comments.notice', { count: sheet.newComments }),
      sheet: found.title,
      url: `${found.url}#w-${sheet.worksheet}-comments`,
    };
  });
}

export function certificateRows(certificates: readonly OwnCertificate[], lang: Language, t: Translate) {
  return certificates.map(({ code, shownCode, title, finishedAt, isRevoked }) => ({
    title: title[lang],
    url: paths.certificate({ lang, code }),
    pdfUrl: isRevoked ? null : paths.certificatePdf({ lang, code }),
    pdfLabel: t('certificates.pdfOf', { title: title[lang] }),
    date: formatDate(finishedAt, lang),
    code: shownCode,
  }));
}

function findSheet(
  { module: moduleId, worksheet: id }: BegunWorksheet,
  tracks: readonly PublishedTrack[],
  lang: Language,
) {
  const published = tracks.find((track) => track.published.some((one) => one.id === moduleId))?.published;
  const module = published?.find((one) => one.id === moduleId);
  const worksheet = module?.content.worksheets.find((one) => one.id === id);
  if (!published || !module || !worksheet) return null;
  return {
    title: worksheet.title[lang],
    url: paths.worksheet({ lang, module: moduleId, worksheet: id }),
    number: published.indexOf(module) + 1,
    module: module.content.title[lang],
  };
}
