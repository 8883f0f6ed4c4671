/** Reads the numbers of a cell or an answer as people write them in either language. */
const NUMBER =
  /(?<![\p{L}\d.,])[-−–]?\d{1,3}(?:(?:[ \u00a0\u202f]|,)\d{3})+(?:\.\d+)?(?![\d,])|(?<![\p{L}\d.,])[-−–]?\d+(?:\.\d+)?(?![\d,])/gu;

export const numbersIn = (text: string): number[] =>
  [...text.matchAll(NUMBER)].map(([found]) =>
    Number(found.replace(/^[−–]/, '-').replace(/[ \u00a0\u202f,]/g, '')),
  );
