import type { Finding } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatTime, type Translate } from '../rendering/index.ts';
import { describePath, twinOf } from './draft-paths.ts';
import type { Draft } from './draft.model.ts';
import { othersPresent, textOf } from './drafts.ts';
import { findingViews } from './findings.view.ts';
import type { MergedPart } from './merging.ts';
import type { Saving } from './saving.ts';
import { titleOf, titleOfText } from './titles.ts';
import { twinView } from './twin.view.ts';

/** What was typed and is not kept. */
export interface Unsaved {
  text: string;
  base: number;
  conflict: Extract<Saving, { outcome: 'conflict' }> | null;
}

interface TextOnPage {
  draft: Draft;
  path: string;
  /** What was typed, where it is not what is kept. */
  unsaved: Unsaved | null;
  /** The rendering of what the text area holds. */
  html: string;
  findings: readonly Finding[];
  line: number | null;
  beside: 'preview' | 'twin';
  /** Of the twin, where it is shown: blocks whose translation has changed since. */
  staleBeside: readonly Finding[];
  saved: 'saved' | 'merged' | null;
  me: string;
  now: Date;
}

/** All that `views/authoring/text.hbs` shows. */
export function textPage(
  { draft, path, unsaved, html, findings, line, beside, staleBeside, saved, me, now }: TextOnPage,
  lang: Language,
  t: Translate,
) {
  const address = { lang, module: draft._id, path };
  const { kind, language } = describePath(path);
  const kept = textOf(draft, path);
  const twinPath = twinOf(path);
  const twin = draft.texts.find((text) => text.path === twinPath) ?? null;
  const { title, isOwn } = titleOfText({ path, text: unsaved?.text ?? kept.text }, lang, t);
  const stale = findings.filter(({ rule }) => rule === 'stale').length;
  return {
    title,
    titleLanguage: isOwn ? language : null,
    file: path,
    of: titleOf(draft, lang) ?? draft._id,
    draftUrl: paths.draft(address),
    guideUrl: paths.authoringGuide({ lang }),
    kicker: [
      isOwn || kind === 'worksheet' ? t(`authoring.kind.${kind}`) : null,
      language ? t(`authoring.in.${language}`) : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    action: paths.saveDraftText(address),
    previewAction: paths.previewDraftText(address),
    findingsUrl: paths.draftTextFindings(address),
    text: unsaved?.text ?? kept.text,
    base: String(unsaved?.base ?? kept.version),
    textLanguage: language ?? lang,
    line: line === null ? null : String(line),
    isMarkdown: path.endsWith('.md'),
    key: `rumbo-draft/${me}/${draft._id}/${draft.openedAt.getTime().toString(36)}/${path}`,
    isUnsaved: unsaved !== null,
    status: unsaved
      ? t('authoring.notSaved')
      : saved === 'merged'
        ? t('authoring.mergedNow')
        : t('authoring.savedAt', { time: formatTime(kept.at, lang) }),
    present: presentInText(draft, path, { me, now }, t),
    conflict: unsaved?.conflict
      ? {
          told: t('authoring.conflictTold', { name: unsaved.conflict.other.name }),
          theirs: unsaved.conflict.theirs,
          parts: unsaved.conflict.parts.map(partView),
        }
      : null,
    html: beside === 'preview' ? html : null,
    noPage: html === '' ? t(kind === 'manifest' ? 'authoring.noPageHere' : 'authoring.noPageYet') : null,
    twin: beside === 'twin' && twin ? twinView(draft, twin, staleBeside, lang, t) : null,
    besides: twin
      ? [
          {
            label: t('authoring.preview'),
            url: paths.draftText(address),
            current: beside === 'preview',
          },
          {
            label: t(`authoring.in.${language === 'es' ? 'en' : 'es'}`),
            url: paths.draftText(address, { beside: 'twin' }),
            current: beside === 'twin',
          },
        ]
      : null,
    confirm:
      twin && !unsaved
        ? {
            action: paths.confirmDraftText(address),
            stale: stale > 0 ? t('authoring.staleCount', { count: stale }) : null,
          }
        : null,
    findings: findingViews(findings, address, t),
  };
}

/** Who else has the text open; null for nobody. */
export function presentInText(
  draft: Draft,
  path: string,
  { me, now }: Pick<TextOnPage, 'me' | 'now'>,
  t: Translate,
): string | null {
  const names = othersPresent(draft, me, now, path).map(({ name }) => name);
  return names.length > 0 ? t('authoring.hasOpen', { names: names.join(', ') }) : null;
}

/** Only what differs is shown. */
const partView = (part: MergedPart) => ({
  differs: part.kind === 'both',
  mine: part.kind === 'both' ? part.mine.join('\n') : null,
  theirs: part.kind === 'both' ? part.theirs.join('\n') : null,
});
