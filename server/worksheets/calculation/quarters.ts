/** Quarters of a year, as road maps count time: kept as `2026-Q3`, typed as people write them. */
const TYPED = [
  /^(?<year>(?:19|20|21)\d{2})(?:[\s./-]*[qt]\s*|[\s./-]+)(?<quarter>[1-4])$/i,
  /^(?:[qt]\s*)?(?<quarter>[1-4])[\s./-]+(?:de\s+|of\s+)?(?<year>(?:19|20|21)\d{2})$/i,
];

/** `2026-T3`, `T3 2026`, `Q3/2026`, `3-2026` as `2026-Q3`; null when it is no quarter. */
export function readQuarter(typed: string): string | null {
  for (const pattern of TYPED) {
    const { year, quarter } = pattern.exec(typed.trim())?.groups ?? {};
    if (year !== undefined && quarter !== undefined) return `${year}-Q${quarter}`;
  }
  return null;
}

/** Quarters since the year 0, so that they can be compared and placed; null when the text is none. */
export function quarterNumber(quarter: string): number | null {
  const [, year, number] = /^(\d{4})-Q([1-4])$/.exec(quarter) ?? [];
  return year === undefined ? null : Number(year) * 4 + Number(number) - 1;
}
