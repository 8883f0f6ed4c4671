/** Syllables of a word, as the reading-level formulas count them. */
import type { Language } from '../module.ts';

export const syllables = (word: string, language: Language): number =>
  language === 'es' ? spanish(word) : english(word);

/** One a group of vowels; two strong vowels, or an accented weak one beside another, are apart: po-e-ta, pa-ís. */
function spanish(word: string): number {
  const plain = word
    .toLowerCase()
    .replace(/qu|gu(?=[eiéí])/g, 'g')
    .replace(/y$/, 'i')
    .replace(/y(?=[^aeiouáéíóúü])/g, 'i');
  let count = 0;
  let before = '';
  for (const letter of plain) {
    const isVowel = 'aeiouáéíóúü'.includes(letter);
    if (isVowel && (before === '' || areApart(before, letter))) count += 1;
    before = isVowel ? letter : letter === 'h' ? before : '';
  }
  return Math.max(1, count);
}

const STRONG = 'aeoáéó';
const areApart = (one: string, other: string): boolean =>
  (STRONG.includes(one) && STRONG.includes(other)) || 'íú'.includes(one) || 'íú'.includes(other);

/** Groups of vowels, without the silent e; near enough for a score over a page. */
function english(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '');
  if (plain.length <= 3) return 1;
  const silent = plain.replace(/(?:[^laeiouy]es|[^td]ed|[^aeiouyl]e)$/, '').replace(/^y/, '');
  return Math.max(1, silent.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
