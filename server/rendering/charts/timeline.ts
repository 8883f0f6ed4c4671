import { across, bar, cut, fitsIn, svgOf, textAt } from './svg.ts';

export interface TimelineChart {
  title: string;
  description: string;
  /** From `from` up to but not including `to`, in one unit of time: days, quarters, years. */
  rows: readonly { label: string; from: number; to: number; when: string }[];
  /** Where a new year, or quarter, begins. */
  ticks: readonly { at: number; label: string }[];
}

const ROW = 60;
const AXIS = 24;

/** Actions from their start to their end, under the years. */
export function timelineChart(id: string, { title, description, rows, ticks }: TimelineChart): string {
  const first = Math.min(...rows.map(({ from }) => from));
  const last = Math.max(...rows.map(({ to }) => to));
  const place = (time: number) => (last === first ? 0 : (time - first) / (last - first));
  const height = AXIS + rows.length * ROW;
  const shown = ticks.filter(({ at }) => at >= first && at < last);
  const lines = shown.flatMap(({ at, label }, index) => {
    const x = across(place(at));
    const line = `<line class="ax" x1="${x}" x2="${x}" y1="${AXIS - 6}" y2="${height}"/>`;
    const room = place(shown[index + 1]?.at ?? last) - place(at);
    return fitsIn(label, room) ? [line, textAt(x, 13, label, { look: 'q' })] : [line];
  });
  const shapes = rows.flatMap(({ label, from, to, when }, index) => {
    const y = AXIS + index * ROW;
    return [
      textAt('0', y + 13, cut(label), { look: 'b over' }),
      textAt('0', y + 30, when, { look: 'q over' }),
      bar(' class="bar"', place(from), place(to) - place(from), y + 37, 14),
    ];
  });
  return svgOf(id, { title, description, height, shapes: [...lines, ...shapes] });
}
