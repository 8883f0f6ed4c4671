/** Glossary entries as `views/partials/terms.hbs` lists them beside a text whose links lead to them. */
import type { RenderedTerm } from '../content/index.ts';

export const termViews = (terms: readonly RenderedTerm[]) =>
  terms.map(({ key, term, definition, other }) => ({
    id: `g-${key}`,
    term,
    definition,
    otherTerm: other.term,
    otherLanguage: other.language,
  }));
