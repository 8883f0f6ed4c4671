/** Contrast between two colours as WCAG 2.2 computes it (success criterion 1.4.3). */
export type Colour = readonly [number, number, number];

const NAMES: Record<string, string> = {
  black: '#000',
  white: '#fff',
  gray: '#808080',
  grey: '#808080',
  red: '#f00',
  navy: '#000080',
  silver: '#c0c0c0',
};

/** @returns null for what has no one colour: patterns, variables, `currentColor` */
export function readColour(text: string): Colour | null {
  const value = NAMES[text.toLowerCase()] ?? text.toLowerCase();
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(value);
  if (short)
    return channels(
      [short[1], short[2], short[3]].map((digit) => `${digit ?? ''}${digit ?? ''}`),
      16,
    );
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/.exec(value);
  if (long) return channels([long[1], long[2], long[3]], 16);
  const rgb = /^rgb\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)$/.exec(value);
  return rgb ? channels([rgb[1], rgb[2], rgb[3]], 10) : null;
}

const channels = (parts: readonly (string | undefined)[], base: number): Colour => {
  const [red = 0, green = 0, blue = 0] = parts.map((part) => Number.parseInt(part ?? '0', base));
  return [red, green, blue];
};

export function contrast(one: Colour, other: Colour): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
