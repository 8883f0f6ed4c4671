import { error } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

export const terms: Rule = {
  name: 'terms',
  reason: {
    es: 'Un término enlazado a mano debe estar en el glosario.',
    en: 'A term linked by hand must be in the glossary.',
  },
  check: (draft, { glossary }) =>
    (['es', 'en'] as const).flatMap((language) => {
      const known = new Set(
        glossary.terms.flatMap(({ key, forms }) => [
          key,
          ...forms[language].map((form) => form.toLowerCase()),
        ]),
      );
      return textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }) =>
          node.type === 'term' && !known.has(node.name) && !known.has(node.name.toLowerCase())
            ? [
                error(
                  'terms',
                  at(),
                  `El glosario no tiene «${node.name}».`,
                  `The glossary does not have “${node.name}”.`,
                ),
              ]
            : [],
        ),
      );
    }),
};
