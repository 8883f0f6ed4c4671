/** Finds glossary terms in running text: a look at each word, whatever the number of terms. */
import type { Language, Term } from '../module.ts';

export interface TermMatch {
  key: string;
  start: number;
  end: number;
}

interface Form {
  key: string;
  /** As searched: lower case, except that short capitals (DFA, ODA) are matched as written. */
  text: string;
  exact: boolean;
}

/** Forms by their first word in lower case, the longest first. */
export type Matcher = ReadonlyMap<string, readonly Form[]>;

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** @param all also the terms that do not link by themselves */
export function matcherOf(terms: readonly Term[], language: Language, all = false): Matcher {
  const matcher = new Map<string, Form[]>();
  for (const { key, forms, autolink } of terms) {
    if (!all && autolink?.[language] === false) continue;
    for (const form of forms[language]) {
      const first = form.match(WORD)?.[0]?.toLowerCase();
      if (first === undefined || !form.toLowerCase().startsWith(first)) continue;
      const exact = form.length <= 8 && form === form.toUpperCase();
      const entry = { key, text: exact ? form : form.toLowerCase(), exact };
      matcher.set(first, [...(matcher.get(first) ?? []), entry]);
    }
  }
  for (const forms of matcher.values()) forms.sort((a, b) => b.text.length - a.text.length);
  return matcher;
}

export function matchTerms(matcher: Matcher, text: string): TermMatch[] {
  if (matcher.size === 0) return [];
  const spaced = text.replace(/\s/g, ' ');
  const lowered = spaced.toLowerCase();
  // A few letters change their length in lower case; then only forms in the text's own case are found.
  const lower = lowered.length === spaced.length ? lowered : spaced;
  const found: TermMatch[] = [];
  let free = 0;
  for (const word of lower.matchAll(WORD)) {
    const start = word.index;
    if (start < free) continue;
    const form = matcher.get(word[0])?.find(({ text: sought, exact }) => {
      const end = start + sought.length;
      return (exact ? spaced : lower).startsWith(sought, start) && !WORD_CHARACTER.test(lower.charAt(end));
    });
    if (!form) continue;
    free = start + form.text.length;
    found.push({ key: form.key, start, end: free });
  }
  return found;
}
