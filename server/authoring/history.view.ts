import type { RevisionSummary } from '../catalogue/index.ts';
import type { Language, Module } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDayAndTime, type Translate } from '../rendering/index.ts';
import type { Draft } from './draft.model.ts';

interface History {
  module: Module;
  revisions: readonly RevisionSummary[];
  draft: Draft | null;
  now: Date;
}

/** All that `views/authoring/history.hbs` shows. */
export function historyPage({ module, revisions, draft, now }: History, lang: Language, t: Translate) {
  const { id } = module;
  const newest = revisions[0]?.number ?? 0;
  const compare = (from: number, to: number | 'draft') =>
    paths.compareRevisions({ lang, module: id, from: String(from), to: String(to) });
  return {
    title: module.title[lang],
    workshopUrl: paths.workshop({ lang }),
    draft: draft
      ? { url: paths.draft({ lang, module: id }), compareUrl: compare(draft.base ?? newest, 'draft') }
      : null,
    revisions: revisions.map(({ number, publishedAt, by, note }) => ({
      number: t('training.revisionNumber', { number }),
      isNewest: number === newest,
      when: formatDayAndTime(publishedAt, now, lang, t),
      who: by?.name ?? t('authoring.fromFolder'),
      note: note ?? '',
      compare:
        number > 1
          ? {
              url: compare(number - 1, number),
              what: t('authoring.compareWhat', { from: number - 1, to: number }),
            }
          : null,
      zip: {
        url: paths.revisionZip({ lang, module: id, number: String(number) }),
        what: t('authoring.zipWhat', { number }),
      },
      restore:
        number === newest || draft
          ? null
          : {
              action: paths.restoreRevision({ lang, module: id, number: String(number) }),
              what: t('authoring.restoreWhat', { number }),
            },
    })),
  };
}
