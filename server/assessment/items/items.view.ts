import { siteLinks, type PublishedModule } from '../../catalogue/index.ts';
import { renderQuestion } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
import { formatNumber, reportMargin, type Translate } from '../../rendering/index.ts';
import { SMALL_SAMPLE } from './advice.ts';
import type { ItemAnalysis, ModuleAnalysis } from './analysis.ts';
import { MOST_ATTEMPTS, MOST_COUNTED } from './sums.ts';
import { adviceTitle, figuresOf } from './words.ts';
import { firstDirection, sorted, sorts, type Direction, type Sort } from './sorting.ts';

export interface ItemsPage {
  /** The module in the revision shown. */
  shown: PublishedModule;
  /** The revision that learners see now. */
  current: number;
  /** Revisions that somebody has taken the quiz of. */
  revisions: number[];
  analysis: ModuleAnalysis;
  sort: Sort;
  direction: Direction;
  language: Language;
}

/** What `views/assessment/items.hbs` shows: the module's questions in a table. */
export function itemsPage(page: ItemsPage, t: Translate) {
  const { shown, current, revisions, analysis, sort, direction, language: lang } = page;
  const at = { lang, module: shown.id };
  const revision = String(shown.revision);
  const { first, later } = analysis.attempts;
  const asked = analysis.items.filter(({ n }) => n > 0);
  const noted = asked.filter(({ advice }) => advice.some(({ kind }) => kind !== 'few')).length;
  return {
    title: shown.content.title[lang],
    ...reportMargin(
      { module: shown.id, report: 'items', shown: shown.revision, current, revisions },
      lang,
      t,
    ),
    csvUrl: paths.itemAnalysisCsv(at, { revision }),
    none: first === 0 ? t('items.none') : null,
    stats: [
      { name: t('items.firstAttempts'), value: counted(first, lang, t) },
      { name: t('items.laterAttempts'), value: counted(later, lang, t) },
      { name: t('items.toLookAt'), value: formatNumber(noted, lang) },
    ],
    manyNote: first > MOST_ATTEMPTS ? t('items.manyNote', { most: MOST_ATTEMPTS }) : null,
    fewNote: asked.some(({ n }) => n < SMALL_SAMPLE) ? t('items.fewNote', { least: SMALL_SAMPLE }) : null,
    sorts: sorts.map((name) => ({
      label: t(`items.sort.${name}`),
      url: paths.itemAnalysis(at, { revision, sort: name, direction: nextDirection(name, sort, direction) }),
      isCurrent: name === sort,
      arrow: name !== sort ? null : direction === 'asc' ? 'i-up' : 'i-down',
      direction: name === sort ? directionName(direction, t) : null,
    })),
    caption: t('items.caption', {
      number: shown.revision,
      sort: t(`items.sort.${sort}`),
      direction: directionName(direction, t),
    }),
    questions: sorted(asked, sort, direction).map((item) => rowView(item, shown, lang, t)),
  };
}

const counted = (attempts: number, lang: Language, t: Translate): string =>
  attempts < MOST_COUNTED
    ? formatNumber(attempts, lang)
    : t('items.atLeast', { count: formatNumber(MOST_COUNTED, lang) });

const directionName = (direction: Direction, t: Translate): string =>
  t(direction === 'asc' ? 'items.ascending' : 'items.descending');

/** Another order begins with what deserves a look; the same one again turns it round. */
function nextDirection(name: Sort, sort: Sort, direction: Direction): Direction {
  if (name !== sort) return firstDirection[name];
  return direction === 'asc' ? 'desc' : 'asc';
}

function rowView(item: ItemAnalysis, module: PublishedModule, lang: Language, t: Translate) {
  const { question, number, advice } = item;
  const { promptText } = renderQuestion(question, lang, siteLinks(module, lang));
  const address = { lang, module: module.id, question: question.id };
  return {
    id: `row-${question.id}`,
    url: paths.oneItem(address, { revision: String(module.revision) }),
    title: t('learning.numbered', { number, title: promptText }),
    ...figuresOf(item, lang, t),
    advice: advice.map((one) => ({ title: adviceTitle(one, t), isFew: one.kind === 'few' })),
  };
}
