import type { Finding } from '../../content/index.ts';
import { languages, type Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../../web/forms.ts';
import { describePath, twinOf } from '../draft-paths.ts';
import type { Draft } from '../draft.model.ts';
import { refusedSentence } from '../files/refusing.ts';
import { nextNumber } from '../files/texts.ts';
import { titleOf, titleOfText } from '../titles.ts';
import { missingTwins } from './destination.ts';
import type { Typed } from './form.ts';
import { MOST_DOCX_BYTES } from './judging.ts';
import type { LossGroup } from './losses.ts';
import { lossSentences } from './told.ts';

export interface DocxPage {
  draft: Draft;
  errors: FieldErrors | null;
  /** What was typed in a form that needs another look. */
  typed: Typed | null;
  refused: Finding | null;
  /** The lesson that has just come in, and what of the document did not. */
  kept: { path: string; losses: LossGroup[] } | null;
}

/** All that `views/authoring/docx.hbs` shows. */
export function docxPage({ draft, errors, typed, refused, kept }: DocxPage, lang: Language, t: Translate) {
  const address = { lang, module: draft._id };
  const places = placesIn(draft, lang, t);
  const chosen = typed?.place ?? places[0]?.value;
  return {
    of: titleOf(draft, lang) ?? draft._id,
    draftUrl: paths.draft(address),
    action: paths.takeInDocx(address),
    opened: String(draft.openedAt.getTime()),
    summary: errorSummary(errors, t),
    kept: kept
      ? {
          sentence: t('authoring.docx.taken', { title: titleIn(draft, kept.path, lang, t) }),
          url: paths.draftText({ ...address, path: kept.path }),
        }
      : null,
    losses: lossSentences(kept?.losses ?? [], lang),
    places: places.map((place) => ({ ...place, isChosen: place.value === chosen })),
    placeError: fieldError(errors, 'place', t),
    number: {
      name: 'number',
      label: t('authoring.number'),
      hint: t('authoring.docx.onlyNew'),
      value: typed?.number ?? String(nextNumber(draft)),
      error: fieldError(errors, 'number', t),
      isNumber: true,
    },
    name: {
      name: 'name',
      label: t('authoring.lessonName'),
      hint: `${t('authoring.docx.onlyNew')} ${t('authoring.lessonNameHint')}`,
      value: typed?.name ?? '',
      error: fieldError(errors, 'name', t),
    },
    fileHint: t('authoring.docx.fileHint', { most: MOST_DOCX_BYTES / 1024 ** 2 }),
    fileError: refused ? refusedSentence(refused, lang, t) : fieldError(errors, 'file', t),
  };
}

/** Lessons that lack a language come first: whoever brought one language brings the other next. */
function placesIn(draft: Draft, lang: Language, t: Translate): { value: string; label: string }[] {
  const twins = missingTwins(draft).map((path) => ({
    value: path,
    label: t('authoring.docx.twinPlace', {
      language: t(`authoring.in.${describePath(path).language ?? 'es'}`),
      title: titleIn(draft, twinOf(path) ?? path, lang, t),
    }),
  }));
  const own = languages.map((language) => ({
    value: language,
    label: t('authoring.docx.newPlace', { language: t(`authoring.in.${language}`) }),
  }));
  return [...twins, ...own];
}

function titleIn({ texts }: Draft, path: string, lang: Language, t: Translate): string {
  const text = texts.find((one) => one.path === path);
  return text ? titleOfText(text, lang, t).title : path;
}
