/** Words as search compares them: without case, accents or endings, in Spanish and English. */
import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as spanishStem } from '@orama/stemmers/spanish';
import type { Language } from '../../content/module.ts';

const MARKS = /\p{M}/gu;
const fold = (word: string): string => word.normalize('NFD').replace(MARKS, '');

/**
 * The stem of a word. “Planificación”, “planificacion” and “planificaciones” have the same one: people type
 * without accents, and the Spanish stemmer (Snowball) knows these endings only with them. It also takes “líneas”
 * further apart than “línea”, so a plural loses its ending first.
 */
export function stemOf(word: string, language: Language): string {
  const plain = fold(word.toLowerCase());
  if (language === 'en') return englishStem(plain.replace(/[’']s$/, ''));
  const singular = plain.endsWith('iones') ? plain : plain.replace(/(.{3}[aeo])s$/, '$1');
  return fold(spanishStem(singular.replace(/([cs])ion$/, '$1ión')));
}

/** The words of a text with the place of each: “Altamar’s” is one, and so is 37.5. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return Array.from(text.matchAll(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu), (match) => ({
    word: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const FILLERS: Record<Language, ReadonlySet<string>> = {
  es: new Set('a al con de del el en es la las lo los no o para por que se si su sus un una y'.split(' ')),
  en: new Set('a an and are as at by for from in is it of on or the to was with'.split(' ')),
};

/** Whether a word is too common to look for. */
export function isFiller(word: string, language: Language): boolean {
  return FILLERS[language].has(fold(word.toLowerCase()));
}
