import type { ArchivedModule, PublishedModule, PublishedTrack } from '../catalogue/index.ts';
import type { Completeness } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatDayAndTime, type Translate } from '../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../web/forms.ts';
import type { Draft } from './draft.model.ts';
import type { DraftSummary } from './draft-summary.ts';
import { languageViews } from './languages.view.ts';
import { othersPresent } from './drafts.ts';
import type { newModuleFields } from './forms.ts';

type ListedDraft = Omit<Draft, 'texts'> & { summary: DraftSummary | null };

interface Workshop {
  tracks: readonly PublishedTrack[];
  drafts: readonly ListedDraft[];
  archived: readonly ArchivedModule[];
  me: string;
  /** Whether the person may arrange the tracks. */
  mayArrange: boolean;
  now: Date;
}

/** All that `views/authoring/workshop.hbs` shows. */
export function workshopPage(
  { tracks, drafts, archived, me, mayArrange, now }: Workshop,
  lang: Language,
  t: Translate,
) {
  const byModule = new Map(drafts.map((draft) => [draft._id, draft]));
  return {
    modulesUrl: paths.trainerModules({ lang }),
    newUrl: paths.newModule({ lang }),
    importUrl: paths.importForm({ lang }),
    guideUrl: paths.authoringGuide({ lang }),
    tracks: tracks.map((track) => ({
      id: track.id,
      title: track.title[lang],
      summary: t('authoring.trackModules', { count: track.published.length }),
      modules: [
        ...track.published.map((module, index) => ({
          id: module.id,
          history: {
            url: paths.moduleHistory({ lang, module: module.id }),
            what: t('authoring.historyOf', { title: module.content.title[lang] }),
          },
          arrange: mayArrange
            ? arrangementOf(
                module,
                { isFirst: index === 0, isLast: index === track.published.length - 1 },
                lang,
                t,
              )
            : null,
          number: String(index + 1),
          title: module.content.title[lang],
          published: t('authoring.published', { number: module.revision }),
          languages: languageViews(byModule.get(module.id)?.summary?.completeness ?? whole(module), t),
          ...changeOf(byModule.get(module.id), module.publishedAt),
          ...actionsOf(module.id, byModule.get(module.id), module.content.title[lang]),
        })),
        ...drafts
          .filter((draft) => isNewIn(track, draft))
          .map((draft) => {
            const title = draft.summary?.title[lang] ?? draft._id;
            return {
              id: draft._id,
              history: null,
              arrange: null,
              number: null,
              title,
              published: null,
              languages: draft.summary ? languageViews(draft.summary.completeness, t) : [],
              ...changeOf(draft, null),
              ...actionsOf(draft._id, draft, title),
            };
          }),
      ],
    })),
    archived: archived.map(({ id, title, track }) => ({
      title: title[lang],
      track,
      action: mayArrange ? paths.unarchiveModule({ lang, module: id }) : null,
      what: t('authoring.unarchiveWhat', { title: title[lang] }),
    })),
  };

  function changeOf(draft: ListedDraft | undefined, publishedAt: Date | null) {
    const at = draft?.changedAt ?? publishedAt;
    const others = draft ? othersPresent(draft, me, now).map(({ name }) => name) : [];
    return {
      draft: draft ? t(draft.state === 'review' ? 'authoring.inReview' : 'authoring.draft') : null,
      when: at ? formatDayAndTime(at, now, lang, t) : '',
      who: draft?.changedBy.name ?? null,
      present: others.length > 0 ? t('authoring.hasOpen', { names: others.join(', ') }) : null,
    };
  }

  function actionsOf(module: string, draft: ListedDraft | undefined, title: string) {
    return {
      continueUrl: draft ? paths.draft({ lang, module }) : null,
      openAction: draft ? null : paths.openDraft({ lang, module }),
      what: t(draft ? 'authoring.continueWhat' : 'authoring.editWhat', { title }),
    };
  }
}

function arrangementOf(
  { id, content }: PublishedModule,
  { isFirst, isLast }: { isFirst: boolean; isLast: boolean },
  lang: Language,
  t: Translate,
) {
  const title = content.title[lang];
  return {
    moveAction: paths.moveModule({ lang, module: id }),
    up: isFirst ? null : t('authoring.upWhat', { title }),
    down: isLast ? null : t('authoring.downWhat', { title }),
    archiveAction: paths.archiveModule({ lang, module: id }),
    archive: t('authoring.archiveWhat', { title }),
  };
}

/** What is published has both languages; some of it may be waiting for a review all the same. */
const whole = ({ content, stale }: PublishedModule): Completeness => {
  const of = content.lessons.length + 1 + (content.facilitator ? 1 : 0);
  return { of, texts: { es: of, en: of }, stale };
};

const isNewIn = ({ id, published }: PublishedTrack, draft: ListedDraft): boolean =>
  draft.folder.startsWith(`${id}/`) && !published.some((module) => module.id === draft._id);

interface NewModulePage {
  tracks: readonly PublishedTrack[];
  typed: Record<(typeof newModuleFields)[number], string>;
  errors: FieldErrors | null;
}

/** All that `views/authoring/new-module.hbs` shows. */
export function newModulePage({ tracks, typed, errors }: NewModulePage, lang: Language, t: Translate) {
  const field = (name: (typeof newModuleFields)[number]) => ({
    value: typed[name],
    error: fieldError(errors, name, t),
  });
  return {
    workshopUrl: paths.workshop({ lang }),
    action: paths.createModule({ lang }),
    summary: errorSummary(errors, t),
    tracks: tracks.map(({ id, title }, index) => ({
      id,
      title: title[lang],
      chosen: typed.track === '' ? index === 0 : typed.track === id,
    })),
    copies: tracks.flatMap(({ published }) =>
      published.map(({ id, content }) => ({
        id,
        title: content.title[lang],
        chosen: typed.copyOf === id,
      })),
    ),
    titles: [
      { name: 'titleEs', label: t('authoring.titleEs'), lang: 'es', ...field('titleEs') },
      { name: 'titleEn', label: t('authoring.titleEn'), lang: 'en', ...field('titleEn') },
    ],
    names: [
      { name: 'id', label: t('authoring.id'), hint: t('authoring.idHint'), ...field('id') },
      { name: 'name', label: t('authoring.folder'), hint: t('authoring.folderHint'), ...field('name') },
    ],
  };
}
