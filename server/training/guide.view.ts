import type { ModuleInTrack } from '../catalogue/index.ts';
import type { RenderedGuide } from '../content/index.ts';
import { paths } from '../paths.ts';
import { termViews, type Translate } from '../rendering/index.ts';
import type { Language } from '../content/module.ts';

export interface OpenGuide extends ModuleInTrack {
  guide: RenderedGuide;
  language: Language;
}

/** What `views/training/guide.hbs` shows; the HTML was sanitised in `content/`. */
export function guidePage({ module, track, guide, language: lang }: OpenGuide, t: Translate) {
  return {
    modulesUrl: paths.trainerModules({ lang }),
    moduleLabel: t('catalogue.moduleNumber', { number: track.published.indexOf(module) + 1 }),
    moduleUrl: paths.module({ lang, module: module.id }),
    moduleTitle: module.content.title[lang],
    time: workshopTime(guide.minutes, t),
    title: guide.title,
    sections: guide.headings
      .filter(({ level }) => level === 2)
      .map(({ id, text }) => ({ url: `#${id}`, title: text })),
    html: guide.html,
    terms: termViews(guide.terms),
  };
}

/** Half a day is told in hours: nobody plans by “225 minutes”. */
function workshopTime(minutes: number, t: Translate): string {
  const [count, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (count === 0) return t('training.workshopMinutes', { count: minutes });
  return t('training.workshopHours', {
    count,
    rest: rest === 0 ? '' : t('training.workshopRest', { count: rest }),
  });
}
