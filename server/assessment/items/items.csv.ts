import { siteLinks, type PublishedModule } from '../../catalogue/index.ts';
import { renderQuestion } from '../../content/index.ts';
import type { Language } from '../../content/module.ts';
import { writeCsv, type CsvCell, type Translate } from '../../rendering/index.ts';
import type { ItemAnalysis } from './analysis.ts';
import { adviceTitle } from './words.ts';

/** The columns, each with its heading's message. */
const columns = {
  module: 'items.csv.module',
  revision: 'items.csv.revision',
  id: 'items.csv.id',
  kind: 'items.csv.kind',
  text: 'items.csv.text',
  n: 'items.csv.n',
  omitted: 'items.csv.omitted',
  facility: 'items.csv.facility',
  discrimination: 'items.csv.discrimination',
  seconds: 'items.csv.seconds',
  timed: 'items.csv.timed',
  parts: 'items.csv.parts',
  advice: 'items.csv.advice',
} as const;
type Column = keyof typeof columns;

/** The analysis as a file, a line a question: the page's own figures. */
export function itemsCsv(
  module: PublishedModule,
  items: readonly ItemAnalysis[],
  language: Language,
  t: Translate,
): string {
  const names = Object.keys(columns) as Column[];
  const lines = items.map((item) => {
    const cells = cellsOf(module, item, language, t);
    return names.map((name) => cells[name]);
  });
  return writeCsv([names.map((name) => t(columns[name])), ...lines]);
}

function cellsOf(
  module: PublishedModule,
  { question, n, omitted, facility, discrimination, time, parts, advice }: ItemAnalysis,
  language: Language,
  t: Translate,
): Record<Column, CsvCell> {
  return {
    module: module.id,
    revision: module.revision,
    id: question.id,
    kind: question.kind,
    text: renderQuestion(question, language, siteLinks(module, language)).promptText,
    n,
    omitted,
    facility: rounded(facility),
    discrimination: rounded(discrimination),
    seconds: time?.median ?? null,
    timed: time?.n ?? 0,
    parts: parts.map(({ id, n: count }) => `${id}: ${String(count)}`).join('; '),
    advice: advice.map((one) => adviceTitle(one, t)).join('; '),
  };
}

const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 1_000) / 1_000;
