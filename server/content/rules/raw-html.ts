import { error } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import { isPlainTag } from '../markdown/plain-tags.ts';
import type { Rule } from './rule.ts';

export const rawHtml: Rule = {
  name: 'raw-html',
  reason: {
    es: 'El HTML no se ejecuta ni se ve igual en el sitio, en el paquete y en papel: se muestra como texto.',
    en: 'HTML is not executed and does not look the same on the site, in a package and on paper: it is shown as text.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }) =>
          node.type === 'html' && !isPlainTag(node.raw) && !node.raw.startsWith('</')
            ? [
                error(
                  'raw-html',
                  at(),
                  `«${node.raw.trim().split('\n', 1)[0]?.slice(0, 40) ?? ''}» es HTML; escríbalo en Markdown. Solo se admiten <br>, <sub>, <sup>, <kbd> y <abbr>.`,
                  `“${node.raw.trim().split('\n', 1)[0]?.slice(0, 40) ?? ''}” is HTML; write it in Markdown. Only <br>, <sub>, <sup>, <kbd> and <abbr> are allowed.`,
                ),
              ]
            : [],
        ),
      ),
    ),
};
