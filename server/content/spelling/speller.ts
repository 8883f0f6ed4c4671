/** Whether a word is spelled rightly, in a language, in this course. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Language, Term } from '../module.ts';
import { readDictionary, type Dictionary } from './affixes.ts';
import { OWN_WORDS } from './own-words.ts';

export interface Speller {
  knows(word: string): boolean;
}

/** International English is spelled as in Belize: the British way. */
const PACKAGES: Record<Language, string> = { es: 'dictionary-es', en: 'dictionary-en-gb' };

/** A hundred thousand words: read once a process, when first asked for. */
const loading: Partial<Record<Language, Promise<Dictionary | null>>> = {};
/** What was judged of a word stays known for as long as the glossary is the same. */
const made = new WeakMap<readonly Term[], Record<Language, Speller>>();
/** Of one language: what people type would fill the memory otherwise. */
const MOST_JUDGED = 50_000;

/**
 * @param terms the glossary, whose words are right by definition in both languages
 * @returns null where the dictionaries are not installed, as in a production image
 */
export async function loadSpellers(terms: readonly Term[]): Promise<Record<Language, Speller> | null> {
  loading.es ??= loadDictionary('es');
  loading.en ??= loadDictionary('en');
  const [es, en] = await Promise.all([loading.es, loading.en]);
  if (!es || !en) return null;
  const spellers = made.get(terms) ?? spellersOf(terms, es, en);
  made.set(terms, spellers);
  return spellers;
}

function spellersOf(terms: readonly Term[], es: Dictionary, en: Dictionary): Record<Language, Speller> {
  const shared = new Set(
    terms.flatMap(
      ({ forms }) =>
        [...forms.es, ...forms.en]
          .join(' ')
          .toLowerCase()
          .match(/\p{L}+/gu) ?? [],
    ),
  );
  const own = { es: spellerOf('es', es, shared), en: spellerOf('en', en, shared) };
  // Names keep their own language: Proyecto Mesoamérica in an English text.
  const withNames = (speller: Speller, other: Speller): Speller => ({
    knows: (word) => speller.knows(word) || (/^\p{Lu}/u.test(word) && other.knows(word)),
  });
  return { es: withNames(own.es, own.en), en: withNames(own.en, own.es) };
}

async function loadDictionary(language: Language): Promise<Dictionary | null> {
  try {
    const folder = new URL('.', import.meta.resolve(PACKAGES[language]));
    const [affixes = '', words = ''] = await Promise.all(
      ['index.aff', 'index.dic'].map((name) => readFile(fileURLToPath(new URL(name, folder)), 'utf8')),
    );
    return readDictionary(affixes, words);
  } catch (failure) {
    const code = typeof failure === 'object' && failure !== null && 'code' in failure ? failure.code : null;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND' || code === 'ENOENT') return null;
    throw failure;
  }
}

function spellerOf(language: Language, dictionary: Dictionary, shared: ReadonlySet<string>): Speller {
  const own = new Set(OWN_WORDS[language].trim().split(/\s+/));
  const known = (word: string) => own.has(word) || shared.has(word) || dictionary.has(word);
  const judge = (word: string): boolean => {
    const lower = word.toLowerCase().replaceAll('’', "'");
    if (known(lower) || dictionary.has(word) || dictionary.has(word.charAt(0) + lower.slice(1))) return true;
    if (known(lower.replace(/'s$/, ''))) return true;
    if (word.includes('-'))
      return word
        .split('-')
        .every((part) => /^\p{Lu}*$/u.test(part) || /^\p{Lu}{2}/u.test(part) || known(part.toLowerCase()));
    return language === 'es' && (known(withoutPrefix(lower)) || known(withoutPronoun(lower)));
  };
  const judged = new Map<string, boolean>();
  return {
    knows(word) {
      const before = judged.get(word);
      if (before !== undefined) return before;
      const verdict = judge(word);
      if (judged.size >= MOST_JUDGED) judged.clear();
      judged.set(word, verdict);
      return verdict;
    },
  };
}

/** Spanish makes words freely with these: subnacional, multianual, viceministra. */
const withoutPrefix = (word: string): string =>
  word.replace(/^(?:sub|pre|re|vice|multi|macro|micro|inter|inte|intra|sobre|auto|co|no)(?=\p{L}{4})/u, '');

/** escríbalo, súmelos, focalizarlo: the verb takes or loses an accent when pronouns hang on it. */
function withoutPronoun(word: string): string {
  const verb = /^(.{3,}?)(?:se|me|nos)?(?:l[oa]s?|les?|se|me|nos)$/u.exec(word)?.[1] ?? '';
  const plain = verb
    .normalize('NFD')
    .replace(/\u0301/g, '')
    .normalize('NFC');
  return verb !== plain || /(?:[aei]r|ndo)$/.test(verb) ? plain : '';
}
