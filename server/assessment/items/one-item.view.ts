import { siteLinks, type PublishedModule } from '../../catalogue/index.ts';
import { renderQuestion } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import type { Translate } from '../../rendering/index.ts';
import type { ItemAnalysis, ModuleAnalysis } from './analysis.ts';
import { detailOf } from './detail.view.ts';
import { adviceTitle, figuresOf } from './words.ts';

export interface OneItem {
  /** The module in the revision shown. */
  shown: PublishedModule;
  analysis: ModuleAnalysis;
  item: ItemAnalysis;
  language: Language;
}

/** One question with its figures, its advice and its options: what `views/assessment/one-item.hbs` shows. */
export function oneItemPage({ shown, analysis: { items }, item, language: lang }: OneItem, t: Translate) {
  const { question, number, time, advice } = item;
  const at = { lang, module: shown.id };
  const revision = { revision: String(shown.revision) };
  const around = { assets: shown.content.assets, terms: [] };
  const rendered = renderQuestion(question, lang, siteLinks(shown, lang), around);
  const figures = figuresOf(item, lang, t);
  const neighbour = (other: ItemAnalysis | undefined) =>
    other && {
      url: paths.oneItem({ ...at, question: other.question.id }, revision),
      title: t('learning.numbered', {
        number: other.number,
        title: renderQuestion(other.question, lang, siteLinks(shown, lang)).promptText,
      }),
    };
  return {
    modulesUrl: paths.trainerModules({ lang }),
    tableUrl: paths.itemAnalysis(at, revision),
    moduleTitle: shown.content.title[lang],
    revision: t('feedback.revision', { number: shown.revision }),
    kicker: t('items.oneOf', { number, total: items.length }),
    title: rendered.promptText,
    titleHtml: rendered.titleHtml,
    detailHtml: rendered.detailHtml,
    notAsked: item.n === 0 ? t('items.notAsked') : null,
    facts: [
      { name: t('items.n'), value: figures.n },
      { name: t('items.facility'), value: figures.facility },
      { name: t('items.discrimination'), value: figures.discrimination },
      { name: t('items.omitted'), value: figures.omitted },
      {
        name: t('items.time'),
        value: time ? `${figures.time} (${t('items.measuredIn', { n: time.n })})` : figures.time,
      },
    ],
    advice: advice.map((one) => ({ title: adviceTitle(one, t), text: t(`items.${one.kind}.text`) })),
    ...detailOf(item, rendered, lang, t),
    previous: neighbour(items[number - 2]) ?? null,
    next: neighbour(items[number]) ?? null,
  };
}
