/** Terms that a writer links by hand: `[[outcome]]`, `[[efectos]]`, `[[outcome|what changes]]`. */
import type { Language, Term } from '../module.ts';

const HAND_LINK = /\[\[([^[\]|\n]{1,100})(?:\|[^[\]|\n]{1,200})?\]\]/g;

/** The entry that a name means: its key, or any form of the language, whatever its capitals. */
export function termNamed(terms: readonly Term[], name: string, language: Language): Term | undefined {
  const lower = name.toLowerCase();
  return (
    terms.find(({ key }) => key === name) ??
    terms.find(({ forms }) => forms[language].some((form) => form.toLowerCase() === lower))
  );
}

/** Names linked by hand in a text that no rule walks through: instructions, definitions. */
export const namesIn = (text: string): string[] =>
  [...text.matchAll(HAND_LINK)].map(([, name = '']) => name.trim());
