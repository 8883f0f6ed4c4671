import { error } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import { renderFormula } from '../rendering/math.ts';
import type { Rule } from './rule.ts';

export const formulas: Rule = {
  name: 'formulas',
  reason: {
    es: 'Una fórmula mal escrita aparece como código.',
    en: 'A formula that is written wrongly appears as code.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }) => {
          if (node.type !== 'math') return [];
          const rendered = renderFormula(node.tex, node.display);
          return 'problem' in rendered
            ? [
                error(
                  'formulas',
                  at(),
                  `La fórmula no se entiende: ${rendered.problem}`,
                  `The formula cannot be read: ${rendered.problem}`,
                ),
              ]
            : [];
        }),
      ),
    ),
};
