/** Short sums in a sentence stay on one line: `820 − 720`, `3 × 5`, `(66 − 61) ÷ 19`, and `= 74.2 %`. */

const DIGITS = String.raw`\d{1,12}(?:[.,\u00a0]\d{1,12}){0,4}`;
const NUMBER = String.raw`\({0,2}[−-]?${DIGITS}(?:\u00a0?%)?\){0,2}`;
const SUM = new RegExp(String.raw`(?<![\d.,])${NUMBER}(?: [+−×÷] ${NUMBER})+`, 'g');
/** Fits on a line of the narrowest phone beside a word. */
const LONGEST = 22;

/**
 * A sum that fits on a phone's line never breaks. A longer one breaks after a sign, so that a minus never begins
 * a line as if it were the number's own, or before `=`, which always stays with its result.
 */
export function bindSums(text: string): string {
  if (!/[+−×÷=≈]/.test(text)) return text;
  return text
    .replace(SUM, (sum) =>
      sum.length <= LONGEST ? sum.replaceAll(' ', '\u00a0') : sum.replace(/ (?=[+−×÷])/g, '\u00a0'),
    )
    .replace(/(?<= [=≈]) (?=[(−]{0,2}\d|$)/g, '\u00a0');
}
