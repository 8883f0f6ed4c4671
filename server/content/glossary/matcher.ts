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

export interface Matcher {
  /** By their first word in lower case, the longest first. */
  forms: ReadonlyMap<string, readonly Form[]>;
  /** Marked for every beginning of a form, so that most words are passed over without being cut out. */
  beginnings: Uint8Array;
}

const BEGINNINGS = 1 << 14;
/** A word's place among the beginnings: its first two letters and its length. */
const beginning = (first: number, second: number, length: number): number =>
  (first * 577 + second * 31 + length) & (BEGINNINGS - 1);

const WORD = /[\p{L}\p{N}]+/gu;

/** @param all also the terms that do not link by themselves */
export function matcherOf(terms: readonly Term[], language: Language, all = false): Matcher {
  const byWord = new Map<string, Form[]>();
  const beginnings = new Uint8Array(BEGINNINGS);
  for (const { key, forms, autolink } of terms) {
    if (!all && autolink?.[language] === false) continue;
    for (const form of forms[language]) {
      const first = form.match(WORD)?.[0]?.toLowerCase();
      if (first === undefined || !form.toLowerCase().startsWith(first)) continue;
      const exact = form.length <= 8 && form === form.toUpperCase();
      const entry = { key, text: exact ? form : form.toLowerCase(), exact };
      byWord.set(first, [...(byWord.get(first) ?? []), entry]);
      const second = first.length > 1 ? first.charCodeAt(1) : 0;
      beginnings[beginning(first.charCodeAt(0), second, first.length)] = 1;
    }
  }
  for (const forms of byWord.values()) forms.sort((a, b) => b.text.length - a.text.length);
  return { forms: byWord, beginnings };
}

/** Finds every form, whatever its key; who links only first uses keeps count. */
export function matchTerms(matcher: Matcher, text: string): TermMatch[] {
  if (matcher.forms.size === 0) return [];
  const spaced = text.replace(/\s/g, ' ');
  const lowered = spaced.toLowerCase();
  // A few letters change their length in lower case; then only forms in the text's own case are found.
  const lower = lowered.length === spaced.length ? lowered : spaced;
  const found: TermMatch[] = [];
  for (let at = 0; at < lower.length;) {
    if (!isWordCode(lower.charCodeAt(at))) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (isWordCode(lower.charCodeAt(end))) end += 1;
    const start = at;
    const second = end - start > 1 ? lower.charCodeAt(start + 1) : 0;
    if (matcher.beginnings[beginning(lower.charCodeAt(start), second, end - start)] === 0) {
      at = end;
      continue;
    }
    const form = matcher.forms.get(lower.slice(start, end))?.find(({ text: sought, exact }) => {
      return (
        (exact ? spaced : lower).startsWith(sought, start) &&
        !isWordCode(lower.charCodeAt(start + sought.length))
      );
    });
    if (form) found.push({ key: form.key, start, end: start + form.text.length });
    at = form ? start + form.text.length : end;
  }
  return found;
}

/** Letters and digits of Latin and neighbouring alphabets, by code: faster than Unicode classes on whole lessons. */
const isWordCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 48 && code <= 57) ||
  (code >= 65 && code <= 90) ||
  (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);

const linking = new WeakMap<readonly Term[], Partial<Record<Language, Matcher>>>();

/** The matcher of a module's terms, made once for all its lessons. */
export function linkingMatcher(terms: readonly Term[], language: Language): Matcher {
  const known = linking.get(terms) ?? {};
  const matcher = known[language] ?? matcherOf(terms, language);
  linking.set(terms, { ...known, [language]: matcher });
  return matcher;
}
