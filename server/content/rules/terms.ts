import { error, type Finding, type Place } from '../finding.ts';
import { namesIn, termNamed } from '../glossary/named.ts';
import type { Language } from '../module.ts';
import { textsOf, type ModuleDraft } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

export const terms: Rule = {
  name: 'terms',
  reason: {
    es: 'Un término enlazado a mano debe estar en el glosario.',
    en: 'A term linked by hand must be in the glossary.',
  },
  check: (draft, { glossary }) =>
    (['es', 'en'] as const).flatMap((language) =>
      linkedByHand(draft, language)
        .filter(({ name }) => !termNamed(glossary.terms, name, language))
        .map(({ name, at }): Finding =>
          error('terms', at(), `El glosario no tiene «${name}».`, `The glossary does not have “${name}”.`),
        ),
    ),
};

/** In texts, and in the instructions of worksheets. */
const linkedByHand = (draft: ModuleDraft, language: Language): { name: string; at: () => Place }[] => [
  ...textsOf(draft, language).flatMap((text) =>
    visit(text).flatMap(({ node, at }) => (node.type === 'term' ? [{ name: node.name, at }] : [])),
  ),
  ...draft.worksheets.flatMap(({ worksheet, yaml }) =>
    namesIn(worksheet.instructions[language]).map((name) => ({
      name,
      at: () => yaml.at(['instructions', language]),
    })),
  ),
];
