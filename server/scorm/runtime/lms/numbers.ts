/** A decimal as every LMS reads it: a point, no exponent, no zeros at its end. */
export function decimal(value: number, decimals = 4): string {
  const text = value.toFixed(decimals).replace(/\.?0*$/, '');
  return text === '-0' ? '0' : text;
}

/** What an LMS wrote as a number, or null. */
export function readNumber(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
