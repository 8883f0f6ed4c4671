/** Charts of a worksheet with their legends and tables, `views/partials/worksheet-charts.hbs`. */
import type { Worksheet } from '../content/module.ts';
import type { WorksheetChart } from '../content/worksheet.ts';
import {
  fillIndex,
  formatFigure,
  gapChart,
  stackedChart,
  swatch,
  timelineChart,
} from '../rendering/index.ts';
import { drawnFrom, gapRows, stacksOf, timeRows, type Drawn, type TimeRow } from './charts.ts';
import type { Filled } from './saving.ts';
import { anchorOf, type Wording } from './wording.ts';

type Of<K extends WorksheetChart['kind']> = Extract<WorksheetChart, { kind: K }>;

/** What is drawn of one chart; null while there is nothing to draw. */
interface Figure {
  svg: string;
  legend: { swatch: string; label: string }[];
  columns: { title: string; right: boolean }[];
  rows: { label: string; cells: { text: string; title: string; right: boolean }[] }[];
  note: string | null;
}

export function chartViews(worksheet: Worksheet, filled: Filled, wording: Wording) {
  return (worksheet.charts ?? []).map((chart) => {
    const id = anchorOf(worksheet.id, `chart-${chart.id}`);
    const drawn = drawnFrom(worksheet, chart, filled, wording.language);
    const unit = chart.unit?.[wording.language];
    return {
      id,
      title: chart.title[wording.language] + (unit === undefined ? '' : ` (${unit})`),
      figure: drawn && figureOf(id, chart, drawn, wording),
    };
  });
}

function figureOf(id: string, chart: WorksheetChart, drawn: Drawn, wording: Wording): Figure | null {
  switch (chart.kind) {
    case 'stacked':
      return stackedFigure(id, chart, drawn, wording);
    case 'gap':
      return gapFigure(id, chart, drawn, wording);
    case 'timeline':
      return timelineFigure(id, chart, drawn, wording);
  }
}

function stackedFigure(
  id: string,
  chart: Of<'stacked'>,
  drawn: Drawn,
  { language, t }: Wording,
): Figure | null {
  const { series, stacks } = stacksOf(chart, drawn);
  const write = (value: number) => formatFigure(value, { type: 'number' }, language);
  const [first, last] = [stacks[0], stacks[stacks.length - 1]];
  if (!first || !last) return null;
  const fills = series.map((one, place) => fillIndex(one.id, place));
  const change = (from: number | null, to: number | null) =>
    t('worksheets.chart.fromTo', {
      from: from === null ? '—' : write(from),
      to: to === null ? '—' : write(to),
    });
  const description = [
    t('worksheets.chart.stacked', { count: stacks.length, first: first.label, last: last.label }),
    t('worksheets.chart.series', { name: t('worksheets.total'), change: change(first.total, last.total) }),
    ...series.map(({ label }, index) =>
      t('worksheets.chart.series', {
        name: label,
        change: change(first.values[index] ?? null, last.values[index] ?? null),
      }),
    ),
    t('worksheets.chart.tableBelow'),
  ].join(' ');
  const cellsOf = (values: (number | null)[]) =>
    values.map((value, index) => ({
      text: value === null ? '' : write(value),
      title: stacks[index]?.label ?? '',
      right: true,
    }));
  return {
    svg: stackedChart(id, { title: chart.title[language], description, bars: stacks, fills, write }),
    legend: series.map(({ label }, index) => ({
      swatch: swatch(fills[index] ?? 0, `${id}-k${index}-`),
      label,
    })),
    columns: stacks.map(({ label }) => ({ title: label, right: true })),
    rows: [
      ...series.map(({ label }, index) => ({
        label,
        cells: cellsOf(stacks.map(({ values }) => values[index] ?? null)),
      })),
      { label: t('worksheets.total'), cells: cellsOf(stacks.map(({ total }) => total)) },
    ],
    note: null,
  };
}

function gapFigure(id: string, chart: Of<'gap'>, drawn: Drawn, { language, t }: Wording): Figure | null {
  const rows = gapRows(chart, drawn);
  if (rows.length === 0) return null;
  const write = (value: number) => formatFigure(value, { type: 'number' }, language);
  const verdict = (gap: number) =>
    gap > 0 ? t('worksheets.chart.missing', { value: write(gap) }) : t('worksheets.chart.covered');
  const judged = rows.map((row) => ({ ...row, verdict: verdict(row.need - row.available) }));
  const total = rows.reduce((sum, { need, available }) => sum + need - available, 0);
  const widest = rows.reduce((one, other) =>
    other.need - other.available > one.need - one.available ? other : one,
  );
  const description = [
    t('worksheets.chart.gap', { count: rows.length, total: write(total) }),
    t('worksheets.chart.widest', { name: widest.label, value: write(widest.need - widest.available) }),
    ...judged.map(({ label, verdict: one }) => t('worksheets.chart.series', { name: label, change: one })),
    t('worksheets.chart.tableBelow'),
  ].join(' ');
  const titles = [t('worksheets.chart.need'), t('worksheets.chart.available'), t('worksheets.chart.gapName')];
  return {
    svg: gapChart(id, { title: chart.title[language], description, rows: judged }),
    legend: [
      {
        swatch: '<svg aria-hidden="true" focusable="false"><rect class="bar2" width="22" height="14"/></svg>',
        label: t('worksheets.chart.need'),
      },
      {
        swatch: '<svg aria-hidden="true" focusable="false"><rect class="bar" width="22" height="14"/></svg>',
        label: t('worksheets.chart.available'),
      },
    ],
    columns: titles.map((title) => ({ title, right: true })),
    rows: rows.map(({ label, need, available }) => ({
      label,
      cells: [need, available, need - available].map((value, index) => ({
        text: write(value),
        title: titles[index] ?? '',
        right: true,
      })),
    })),
    note: null,
  };
}

function timelineFigure(
  id: string,
  chart: Of<'timeline'>,
  drawn: Drawn,
  { language, t }: Wording,
): Figure | null {
  const { rows, undated } = timeRows(chart, drawn);
  if (rows.length === 0) return null;
  const type = drawn.table.columns.find((column) => column.id === chart.start)?.type ?? 'date';
  const titles = [t('worksheets.chart.start'), t('worksheets.chart.end')];
  const when = ({ start, end }: TimeRow) => t('worksheets.chart.fromUntil', { start, end });
  const description = [
    t('worksheets.chart.timeline', { count: rows.length }),
    ...rows.map((row) => t('worksheets.chart.series', { name: row.label, change: when(row) })),
    t('worksheets.chart.tableBelow'),
  ].join(' ');
  return {
    svg: timelineChart(id, {
      title: chart.title[language],
      description,
      rows: rows.map((row) => ({ ...row, when: when(row) })),
      ticks: ticksOf(rows, type),
    }),
    legend: [],
    columns: titles.map((title) => ({ title, right: false })),
    rows: rows.map(({ label, start, end }) => ({
      label,
      cells: [start, end].map((text, index) => ({ text, title: titles[index] ?? '', right: false })),
    })),
    note: undated > 0 ? t('worksheets.chart.undated', { count: undated }) : null,
  };
}

/** The beginnings of the years that the actions touch. */
function ticksOf(rows: readonly TimeRow[], type: string): { at: number; label: string }[] {
  const yearOf = (time: number) =>
    type === 'quarter'
      ? Math.floor(time / 4)
      : type === 'year'
        ? time
        : new Date(time * 86_400_000).getUTCFullYear();
  const startOf = (year: number) =>
    type === 'quarter' ? year * 4 : type === 'year' ? year : Date.UTC(year, 0) / 86_400_000;
  const first = yearOf(Math.min(...rows.map(({ from }) => from)));
  const last = yearOf(Math.max(...rows.map(({ to }) => to - 1)));
  const earliest = Math.min(...rows.map(({ from }) => from));
  const years = Array.from({ length: Math.min(last - first + 1, 60) }, (_, index) => first + index);
  const every = Math.ceil(years.length / 8);
  return years
    .filter((_, index) => index % every === 0)
    .map((year) => ({ at: Math.max(startOf(year), earliest), label: String(year) }));
}
