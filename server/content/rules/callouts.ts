import { error } from '../finding.ts';
import { CALLOUTS } from '../markdown/callouts.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

export const callouts: Rule = {
  name: 'callouts',
  reason: {
    es: 'Un recuadro de tipo desconocido aparecería como cita, con la palabra clave a la vista.',
    en: 'A callout of an unknown kind would appear as a quotation, its keyword in plain sight.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }) => {
          const keyword = node.type === 'blockquote' ? /^\[!([\p{L}]+)\]/u.exec(node.text)?.[1] : undefined;
          if (keyword === undefined || CALLOUTS.some((kind) => kind === keyword.toLowerCase())) return [];
          const known = CALLOUTS.join(', ').toUpperCase();
          return [
            error(
              'callouts',
              at(),
              `No se conoce el recuadro «[!${keyword}]». Se conocen ${known}.`,
              `The callout “[!${keyword}]” is not known. Known are ${known}.`,
            ),
          ];
        }),
      ),
    ),
};
