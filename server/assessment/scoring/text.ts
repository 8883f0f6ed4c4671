/**
 * A typed text as it is compared: case, accents and outer spaces do not count, inner spaces count as one.
 * `ñ` folds to `n` too, for keyboards that lack it.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}
