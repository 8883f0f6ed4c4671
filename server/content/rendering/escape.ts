/** Text into HTML. */
import type { Language } from '../module.ts';
import { bindSums } from './sums.ts';

const HTML: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (mark) => HTML[mark] ?? mark);

/** The same for Markdown's text, in which `&nbsp;` already is an entity. */
export const escapeText = (text: string): string =>
  text.replace(
    /[<>"']|&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[a-zA-Z][a-zA-Z0-9]{1,31};)/g,
    (mark) => HTML[mark] ?? mark,
  );

/**
 * Spaces that must not break: `74.7 %` and `40 000` in Spanish, `PA 1,600` in English, and those of short sums.
 * A writer may type a plain space; the page never breaks there.
 */
export function typographic(text: string, language: Language): string {
  if (!/\d/.test(text)) return text;
  const spaced = language === 'es' ? text.replace(/(?<=\d) (?=%)/g, '\u00a0') : text;
  const bound = spaced
    .replace(/(?<![\d.,\p{L}])\d{1,3}(?: \d{3})+(?!\d)/gu, (number) =>
      // Four digits have no space: 4 500 is two numbers.
      number.length < 6 ? number : number.replaceAll(' ', '\u00a0'),
    )
    .replace(/(?<=\bPA) (?=\d)/g, '\u00a0');
  return bindSums(bound);
}
