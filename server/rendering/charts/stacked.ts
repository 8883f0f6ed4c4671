import { fillOf } from './fills.ts';
import { across, bar, fitsIn, svgOf, textAt } from './svg.ts';

export interface StackedChart {
  title: string;
  description: string;
  bars: readonly {
    label: string;
    /** Of each series, in their order; what is missing or below zero draws nothing. */
    values: readonly (number | null)[];
    total: number | null;
  }[];
  /** The fill of each series. */
  fills: readonly number[];
  write: (value: number) => string;
}

const ROW = 60;
/** The longest bar leaves room for its outline. */
const WIDEST = 0.98;

/** A bar a label, its series one after the other, with the total at its end. */
export function stackedChart(id: string, { title, description, bars, fills, write }: StackedChart): string {
  const lengthOf = (values: readonly (number | null)[]) =>
    values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  const longest = Math.max(...bars.map(({ values }) => lengthOf(values)));
  const looks = fills.map((index) => fillOf(index, `${id}-`));
  const patterns = [...new Set(looks.map(({ pattern }) => pattern))].join('');
  const shapes = bars.flatMap(({ label, values, total }, index) => {
    const y = index * ROW;
    let from = 0;
    const segments = values.flatMap((value, series) => {
      const look = looks[series];
      const width = longest === 0 ? 0 : (Math.max(0, value ?? 0) / longest) * WIDEST;
      if (!look || value === null || width === 0) return [];
      const start = from;
      from += width;
      const figure = write(value);
      const drawn = bar(look.shape, start, width, y + 20, 30);
      const written = textAt(across(start + width / 2), y + 40, figure, { look: look.ink, anchor: 'middle' });
      return fitsIn(figure, width) ? [drawn, written] : [drawn];
    });
    const sum = total === null ? '' : write(total);
    // The total stands over the end of its bar, unless the label is in its way.
    const end = Math.max(from, 0.45);
    return [
      textAt('0', y + 13, label, { look: 'b' }),
      ...(sum === '' ? [] : [textAt(across(end), y + 13, sum, { look: 'q', anchor: 'end' })]),
      ...segments,
    ];
  });
  const definitions = patterns === '' ? [] : [`<defs>${patterns}</defs>`];
  return svgOf(id, { title, description, height: bars.length * ROW, shapes: [...definitions, ...shapes] });
}
