import type { ItemAnalysis } from './analysis.ts';

export const sorts = ['number', 'advice', 'facility', 'discrimination', 'omitted', 'time'] as const;
export type Sort = (typeof sorts)[number];
export const directions = ['asc', 'desc'] as const;
export type Direction = (typeof directions)[number];

/** What comes first when a trainer asks for an order: what deserves a look. */
export const firstDirection: Record<Sort, Direction> = {
  number: 'asc',
  advice: 'desc',
  facility: 'asc',
  discrimination: 'asc',
  omitted: 'desc',
  time: 'desc',
};

const value: Record<Sort, (item: ItemAnalysis) => number | null> = {
  number: ({ number }) => number,
  advice: ({ advice }) => advice.filter(({ kind }) => kind !== 'few').length,
  facility: ({ facility }) => facility,
  discrimination: ({ discrimination }) => discrimination,
  omitted: ({ omitted, n }) => (n === 0 ? null : omitted / n),
  time: ({ time }) => time?.median ?? null,
};

/** A copy in order; what has no value comes last either way, and equals keep the bank's order. */
export function sorted(items: readonly ItemAnalysis[], sort: Sort, direction: Direction): ItemAnalysis[] {
  const sign = direction === 'asc' ? 1 : -1;
  return [...items].sort((a, b) => {
    const [left, right] = [value[sort](a), value[sort](b)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || a.number - b.number;
    return sign * (left - right) || a.number - b.number;
  });
}
