/**
 * What charts are drawn with. Across in per cent and down in pixels, without a viewBox: so the letters keep their
 * size from a phone to a desk. Pure: the same figures give the same bytes.
 */

/** A drawn chart with what tells the same in words. */
export interface Drawing {
  title: string;
  /** Tells in sentences what the picture shows. */
  description: string;
  height: number;
  /** The shapes, already markup. */
  shapes: readonly string[];
}

/** @param id unique on the page */
export function svgOf(id: string, { title, description, height, shapes }: Drawing): string {
  return (
    `<svg class="chart" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d">` +
    `<title id="${id}-t">${escapeText(title)}</title><desc id="${id}-d">${escapeText(description)}</desc>` +
    `${shapes.join('')}</svg>`
  );
}

export const escapeText = (text: string): string =>
  text.replace(
    /[&<>"]/g,
    (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[mark] ?? mark,
  );

/** A share of the width, 0 to 1, as it stands in the drawing. */
export const across = (share: number): string => `${Number((share * 100).toFixed(2))}%`;

export function textAt(x: string, y: number, text: string, { look = '', anchor = 'start' } = {}): string {
  const style = look === '' ? '' : ` class="${look}"`;
  const end = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text${style} x="${x}" y="${y}"${end}>${escapeText(text)}</text>`;
}

export function bar(look: string, from: number, width: number, y: number, height: number): string {
  return `<rect${look} x="${across(from)}" y="${y}" width="${across(width)}" height="${height}"/>`;
}

/** The narrowest column that a chart stands in, on a phone of 360 pixels. */
const NARROWEST = 328;
const LETTER = 7.4;

/** Whether a label has room in a share of the narrowest chart. */
export const fitsIn = (text: string, share: number): boolean => text.length * LETTER + 6 <= share * NARROWEST;

/** The text, cut to what the narrowest chart shows beside `beside`. */
export function cut(text: string, beside = ''): string {
  const room = Math.floor(NARROWEST / LETTER) - (beside === '' ? 0 : beside.length + 2);
  return text.length <= room ? text : `${text.slice(0, room - 1).trimEnd()}…`;
}
