import type { Catalogue } from '../catalogue/index.ts';
import { renderText } from '../content/index.ts';
import type { Language, Term } from '../content/module.ts';

const noLinks = { asset: () => '#', lesson: () => '#', term: (key: string) => `#g-${key}` };

/** Every term that a published module uses, in the alphabet of the language. */
export function glossaryPage({ tracks }: Catalogue, language: Language) {
  const terms = new Map<string, Term>();
  for (const { content } of tracks.flatMap(({ published }) => published)) {
    for (const term of content.terms) terms.set(term.key, term);
  }
  const other = language === 'es' ? 'en' : 'es';
  const collator = new Intl.Collator(language);
  const entries = [...terms.values()].map((term) => ({
    id: `g-${term.key}`,
    term: term.forms[language][0] ?? term.key,
    otherTerm: term.forms[other][0] ?? term.key,
    otherLanguage: other,
    definition: renderText(term.definition[language], language, noLinks),
  }));
  return { terms: entries.sort((a, b) => collator.compare(a.term, b.term)) };
}
