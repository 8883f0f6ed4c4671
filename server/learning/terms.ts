import type { Catalogue } from '../catalogue/index.ts';
import type { Term } from '../content/module.ts';

/** Every glossary term that a published module uses, each once. */
export function termsOf({ tracks }: Catalogue): Term[] {
  const terms = new Map<string, Term>();
  for (const { content } of tracks.flatMap(({ published }) => published)) {
    for (const term of content.terms) terms.set(term.key, term);
  }
  return [...terms.values()];
}
