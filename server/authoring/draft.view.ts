import type { PublishedModule } from '../catalogue/index.ts';
import { hasError, type Finding } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDayAndTime, type Translate } from '../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../web/forms.ts';
import type { CheckedDraft } from './checking.ts';
import { changesBetween } from './changes.ts';
import { changesView } from './compare.view.ts';
import { describePath } from './draft-paths.ts';
import type { Draft, DraftText } from './draft.model.ts';
import { othersPresent } from './drafts.ts';
import { findingViews } from './findings.view.ts';
import { titleOf, titleOfText } from './titles.ts';

interface DraftOnPage {
  draft: Draft;
  checked: CheckedDraft;
  published: PublishedModule | null;
  me: string;
  now: Date;
  errors: FieldErrors | null;
}

/** All that `views/authoring/draft.hbs` shows. */
export function draftPage(
  { draft, checked, published, me, now, errors }: DraftOnPage,
  lang: Language,
  t: Translate,
) {
  const address = { lang, module: draft._id };
  const { findings } = checked;
  const others = othersPresent(draft, me, now).map(({ name }) => name);
  const stale = findings.filter(({ rule }) => rule === 'stale').length;
  return {
    title: titleOf(draft, lang) ?? draft._id,
    workshopUrl: paths.workshop({ lang }),
    state: t(draft.state === 'review' ? 'authoring.inReview' : 'authoring.draft'),
    lead:
      draft.base === null
        ? t('authoring.notPublishedYet')
        : t('authoring.onRevision', { number: draft.base }),
    changed: t('authoring.changedBy', {
      when: formatDayAndTime(draft.changedAt, now, lang, t),
      name: draft.changedBy.name,
    }),
    present: others.length > 0 ? t('authoring.hasOpen', { names: others.join(', ') }) : null,
    movedOn:
      published && published.revision !== draft.base
        ? t('authoring.movedOnNow', { number: published.revision })
        : null,
    summary: errorSummary(errors, t),
    rows: rowsOf(draft.texts).map((row) => rowView(row, findings, address, t)),
    findings: findingViews(findings, address, t),
    changes:
      checked.loaded && published
        ? changesView(changesBetween(published.content, checked.loaded.module), lang, t)
        : null,
    compareUrl: published
      ? paths.compareRevisions({
          lang,
          module: draft._id,
          from: String(published.revision),
          to: 'draft',
        })
      : null,
    giftUrl: paths.draftGift(address),
    docxUrl: paths.draftDocx(address),
    guideUrl: paths.authoringGuide({ lang }),
    publish: {
      action: paths.publishDraft(address),
      version: String(draft.version),
      isReady: !hasError(findings),
      stale: stale > 0 ? t('authoring.staleParts', { count: stale }) : null,
      noteError: fieldError(errors, 'note', t),
      staleError: fieldError(errors, 'staleToo', t),
    },
    review: {
      action: paths.changeDraftState(address),
      state: draft.state === 'review' ? 'draft' : 'review',
      label: t(draft.state === 'review' ? 'authoring.takeBack' : 'authoring.askReview'),
    },
    discard: { action: paths.discardDraft(address), version: String(draft.version) },
  };
}

interface Row {
  name: string;
  texts: DraftText[];
}

/** A text and its twin are one row. The module's own file comes first, then its lessons in order. */
function rowsOf(texts: readonly DraftText[]): Row[] {
  const order = ['manifest', 'lesson', 'quiz', 'facilitator', 'worksheet', 'other', 'confirmed'];
  const rows = new Map<string, Row>();
  for (const text of texts) {
    const { name } = describePath(text.path);
    const row = rows.get(name) ?? { name, texts: [] };
    row.texts.push(text);
    rows.set(name, row);
  }
  const rank = ({ name, texts: [first] }: Row) =>
    [order.indexOf(describePath(first?.path ?? '').kind), name] as const;
  return [...rows.values()].toSorted((a, b) => {
    const [[kindA, nameA], [kindB, nameB]] = [rank(a), rank(b)];
    return kindA - kindB || (nameA < nameB ? -1 : 1);
  });
}

function rowView(
  { name, texts }: Row,
  findings: readonly Finding[],
  { lang, module }: { lang: Language; module: string },
  t: Translate,
) {
  const { kind } = describePath(texts[0]?.path ?? '');
  const versionIn = (language: Language | null) => {
    const text = texts.find(({ path }) => describePath(path).language === language);
    if (!text) return null;
    const { title, isOwn } = titleOfText(text, lang, t);
    const own = findings.filter(({ file }) => file === text.path);
    const count = (severity: Finding['severity']) =>
      own.filter((finding) => finding.severity === severity && finding.rule !== 'stale').length;
    const [errors, advice] = [count('error'), count('advice')];
    const stale = own.filter(({ rule }) => rule === 'stale').length;
    return {
      url: paths.draftText({ lang, module, path: text.path }),
      title,
      titleLanguage: isOwn ? language : null,
      errors: errors > 0 ? t('authoring.errorCount', { count: errors }) : null,
      advice: advice > 0 ? t('authoring.adviceCount', { count: advice }) : null,
      stale: stale > 0 ? t('authoring.staleCount', { count: stale }) : null,
    };
  };
  const [both, es, en] = [versionIn(null), versionIn('es'), versionIn('en')];
  return {
    kind: t(`authoring.kind.${kind}`),
    name,
    both,
    twins: both ? null : { es, en },
    isLopsided: !both && (!es || !en),
  };
}
