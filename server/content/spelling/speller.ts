/** Whether a word is spelled rightly, in a language, in this course. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language, Term } from '../module.ts';
import { readDictionary } from './affixes.ts';
import { OWN_WORDS } from './own-words.ts';

export interface Speller {
  knows(word: string): boolean;
}

/**
 * @param terms the glossary, whose words are right by definition in both languages
 * @returns null where the dictionaries are not installed, as in a production image
 */
export async function loadSpellers(terms: readonly Term[]): Promise<Record<Language, Speller> | null> {
  const [es, en] = await Promise.all([loadSpeller('es', terms), loadSpeller('en', terms)]);
  return es && en ? { es, en } : null;
}

async function loadSpeller(language: Language, terms: readonly Term[]): Promise<Speller | null> {
  const files = await dictionaryFiles(language);
  return files ? spellerOf(language, files, terms) : null;
}

async function dictionaryFiles(language: Language): Promise<[string, string] | null> {
  try {
    const folder = new URL('.', import.meta.resolve(`dictionary-${language}`));
    const [affixes, words] = await Promise.all(
      ['index.aff', 'index.dic'].map((name) => readFile(fileURLToPath(new URL(name, folder)), 'utf8')),
    );
    return affixes !== undefined && words !== undefined ? [affixes, words] : null;
  } catch (failure) {
    if (failure instanceof Error && 'code' in failure && (failure.code === 'ERR_MODULE_NOT_FOUND' || failure.code === 'ENOENT')) return null;
    throw failure;
  }
}

function spellerOf(language: Language, [affixes, words]: [string, string], terms: readonly Term[]): Speller {
  const dictionary = readDictionary(affixes, words);
  const own = new Set(OWN_WORDS[language].toLowerCase().split(/\s+/));
  for (const { forms } of terms) {
    for (const word of [...forms.es, ...forms.en].join(' ').toLowerCase().match(/\p{L}+/gu) ?? []) own.add(word);
  }
  const judged = new Map<string, boolean>();
  const judge = (word: string): boolean => {
    const lower = word.toLowerCase();
    if (own.has(lower) || dictionary.has(word) || dictionary.has(lower)) return true;
    if (word !== lower && dictionary.has(word.charAt(0) + lower.slice(1))) return true;
    // Typographic apostrophes and hyphenated words, part by part.
    if (/[’'-]/.test(lower)) {
      const plain = lower.replaceAll('’', "'");
      return dictionary.has(plain) || own.has(plain) || plain.split(/-|'s$/).filter(Boolean).every((part) => own.has(part) || dictionary.has(part));
    }
    return false;
  };
  return {
    knows(word) {
      const before = judged.get(word);
      if (before !== undefined) return before;
      const known = judge(word);
      judged.set(word, known);
      return known;
    },
  };
}
