import type { Catalogue } from '../catalogue/index.ts';
import { renderText } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { termsOf } from './terms.ts';

const noLinks = { asset: () => '#', lesson: () => '#', term: (key: string) => `#g-${key}` };

/** Every term that a published module uses, in the alphabet of the language. */
export function glossaryPage(catalogue: Catalogue, language: Language) {
  const other = language === 'es' ? 'en' : 'es';
  const collator = new Intl.Collator(language);
  const entries = termsOf(catalogue).map((term) => ({
    id: `g-${term.key}`,
    term: term.forms[language][0] ?? term.key,
    otherTerm: term.forms[other][0] ?? term.key,
    otherLanguage: other,
    definition: renderText(term.definition[language], language, noLinks),
  }));
  return { terms: entries.sort((a, b) => collator.compare(a.term, b.term)) };
}
