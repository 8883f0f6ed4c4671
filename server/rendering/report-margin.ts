import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import type { Translate } from './translate.ts';

export interface ModuleReport {
  module: string;
  report: 'items' | 'feedback';
  /** The revision shown, the one that learners see now, and those that can be shown. */
  shown: number;
  current: number;
  revisions: readonly number[];
}

/** What stands beside a report on a module (`views/partials/report-margin.hbs`): its sister, and its revisions. */
export function reportMargin(
  { module, report, shown, current, revisions }: ModuleReport,
  lang: Language,
  t: Translate,
) {
  const addresses = { items: paths.itemAnalysis, feedback: paths.moduleFeedback };
  const at = { lang, module };
  const all = [...new Set([current, shown, ...revisions])].sort((a, b) => b - a);
  return {
    modulesUrl: paths.trainerModules({ lang }),
    reports: (['items', 'feedback'] as const).map((name) => ({
      label: t(`${name}.title`),
      url: addresses[name](at),
      isShown: name === report,
    })),
    revisions: all.map((number) => ({
      label: t(number === current ? 'feedback.current' : 'feedback.revision', { number }),
      url: addresses[report](at, { revision: String(number) }),
      isShown: number === shown,
    })),
  };
}
