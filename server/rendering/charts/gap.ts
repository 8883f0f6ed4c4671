import { bar, cut, svgOf, textAt } from './svg.ts';

export interface GapChart {
  title: string;
  description: string;
  rows: readonly {
    label: string;
    need: number;
    available: number;
    /** “400 missing”, “covered”. */
    verdict: string;
  }[];
}

const ROW = 52;

/** What is needed, as a pale bar, and on it what there is. */
export function gapChart(id: string, { title, description, rows }: GapChart): string {
  const longest = Math.max(...rows.flatMap(({ need, available }) => [need, available, 0]));
  const share = (value: number) => (longest === 0 ? 0 : Math.max(0, value) / longest);
  const shapes = rows.flatMap(({ label, need, available, verdict }, index) => {
    const y = index * ROW;
    return [
      textAt('0', y + 13, cut(label, verdict), { look: 'b' }),
      textAt('100%', y + 13, verdict, { look: 'q', anchor: 'end' }),
      bar(' class="bar2"', 0, share(need), y + 20, 20),
      bar(' class="bar"', 0, share(available), y + 20, 20),
    ];
  });
  return svgOf(id, { title, description, height: rows.length * ROW, shapes });
}
