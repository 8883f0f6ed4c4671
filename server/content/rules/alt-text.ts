import { advice, error, type Finding } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

const EMPTY_WORDS = /^(?:imagen|figura|gráfico|foto|image|picture|figure|chart|photo)(?: (?:de|of)\b|$)/i;
const SHORTEST = 15;

export const altText: Rule = {
  name: 'alt-text',
  reason: {
    es: 'Quien no ve la imagen recibe el texto alternativo en su lugar.',
    en: 'Who cannot see the image gets the alternative text instead.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }): Finding[] => {
          if (node.type !== 'image') return [];
          const words = node.text.trim();
          if (words === '') {
            return [
              error(
                'alt-text',
                at(),
                'La imagen no tiene texto alternativo entre los corchetes.',
                'The image has no alternative text in the brackets.',
              ),
            ];
          }
          const saysLittle =
            words.length < SHORTEST || EMPTY_WORDS.test(words) || words === node.title?.trim();
          return saysLittle
            ? [
                advice(
                  'alt-text',
                  at(),
                  'El texto alternativo no dice lo que muestra la imagen.',
                  'The alternative text does not say what the image shows.',
                ),
              ]
            : [];
        }),
      ),
    ),
};
