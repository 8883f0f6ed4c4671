import type { Finding } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import { formatBytes, type MessageKey, type Translate } from '../../rendering/index.ts';
import { fieldError, type FieldErrors } from '../../web/forms.ts';
import { describePath } from '../draft-paths.ts';
import type { Draft, DraftAsset } from '../draft.model.ts';
import { titleOfText } from '../titles.ts';
import { refusedSentence } from './refusing.ts';
import { lineOf } from './assets.ts';
import { isUsed } from './changing.ts';
import type { Typed } from './forms.ts';
import { MOST_UPLOAD_BYTES } from './judging.ts';
import { isRemovable, nextNumber } from './texts.ts';

export interface FilesOnPage {
  draft: Draft;
  errors: FieldErrors | null;
  /** What was typed in a form that needs another look. */
  typed: Typed | null;
  /** Why the file that was handed in is not kept. */
  refused: Finding | null;
  /** The file that has just been kept. */
  added: string | null;
}

/** What the page of a draft shows of adding to it and taking out of it. */
export function filesView(
  { draft, errors, typed, refused, added }: FilesOnPage,
  lang: Language,
  t: Translate,
) {
  const address = { lang, module: draft._id };
  const field = (name: keyof Typed, label: MessageKey, hint?: string) => ({
    name,
    label: t(label),
    hint: hint ?? null,
    value: typed?.[name] ?? '',
    error: fieldError(errors, name, t),
  });
  const number = field('number', 'authoring.number', t('authoring.numberHint'));
  const lesson = [
    { ...number, value: number.value || String(nextNumber(draft)), isNumber: true },
    field('name', 'authoring.lessonName', t('authoring.lessonNameHint')),
    { ...field('titleEs', 'authoring.titleEs'), lang: 'es' },
    { ...field('titleEn', 'authoring.titleEn'), lang: 'en' },
  ];
  const worksheet = [
    field('worksheet', 'authoring.worksheetName', t('authoring.folderHint')),
    { ...field('worksheetEs', 'authoring.titleEs'), lang: 'es' },
    { ...field('worksheetEn', 'authoring.titleEn'), lang: 'en' },
  ];
  const hasError = (fields: readonly { error: string | null }[]) =>
    fields.some(({ error }) => error !== null);
  const alt = field('alt', 'authoring.alt', t('authoring.altHint'));
  const fileError = refused ? refusedSentence(refused, lang, t) : fieldError(errors, 'file', t);
  return {
    opened: String(draft.openedAt.getTime()),
    lesson: { action: paths.addLesson(address), fields: lesson, isOpen: hasError(lesson) },
    worksheet: {
      action: paths.addWorksheet(address),
      hint: t('authoring.addWorksheetHint', { example: '{{worksheet:…}}' }),
      fields: worksheet,
      isOpen: hasError(worksheet),
    },
    guideAction: hasGuide(draft) ? null : paths.addGuide(address),
    removal: {
      action: paths.removeDraftText(address),
      version: String(draft.version),
      texts: removals(draft, lang, t),
    },
    upload: {
      action: paths.uploadAsset(address),
      hint: t('authoring.uploadHint', { most: MOST_UPLOAD_BYTES / 1024 ** 2 }),
      fileError,
      alt,
      isOpen: fileError !== null || alt.error !== null,
    },
    added: draft.assets.some(({ path }) => path === added)
      ? t('authoring.addedFile', { name: added?.slice('assets/'.length) ?? '' })
      : null,
    images: draft.assets.map((asset) => assetView(draft, asset, lang, t)),
    zipUrl: paths.draftZip(address),
  };
}

const hasGuide = ({ texts }: Draft): boolean =>
  texts.filter(({ path }) => describePath(path).kind === 'facilitator').length === 2;

/** One entry for a text and its twin, told by the title in the person's language. */
function removals({ texts }: Draft, lang: Language, t: Translate) {
  const entries = new Map<string, { name: string; label: string }>();
  for (const text of texts.filter(({ path }) => isRemovable(path))) {
    const { kind, language, name } = describePath(text.path);
    if (entries.has(name) && language !== lang) continue;
    entries.set(name, { name, label: `${t(`authoring.kind.${kind}`)}: ${titleOfText(text, lang, t).title}` });
  }
  return [...entries.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function assetView(draft: Draft, asset: DraftAsset, lang: Language, t: Translate) {
  const name = asset.path.slice('assets/'.length);
  const used = isUsed(draft, asset);
  return {
    name,
    url: paths.draftAsset({ module: draft._id, name }),
    size: formatBytes(asset.bytes, lang),
    line:
      used && asset.alt === undefined
        ? null
        : { text: lineOf(asset), what: name, id: `line-${name.replaceAll('.', '-')}` },
    removal: used
      ? null
      : { action: paths.removeAsset({ lang, module: draft._id }), what: t('authoring.removeWhat', { name }) },
  };
}
