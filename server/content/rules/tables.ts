import { advice, error, type Finding } from '../finding.ts';
import { textsOf } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

export const tables: Rule = {
  name: 'tables',
  reason: {
    es: 'Una fila con celdas de más pierde las que sobran, y una con celdas de menos deja números bajo otro encabezado.',
    en: 'A row with too many cells loses those left over, and one with too few leaves figures under another heading.',
  },
  check: (draft) =>
    (['es', 'en'] as const).flatMap((language) =>
      textsOf(draft, language).flatMap((text) =>
        visit(text).flatMap(({ node, at }): Finding[] => {
          if (node.type !== 'table') return [];
          const columns = node.header.length;
          const rows = node.raw.trimEnd().split('\n').slice(2);
          return rows.flatMap((row, index) => {
            const cells = cellsIn(row);
            if (cells === columns) return [];
            const place = at();
            return [
              (cells > columns ? error : advice)(
                'tables',
                { ...place, line: place.line + index + 2, column: 1 },
                `Celdas en esta fila: ${cells}; en el encabezado: ${columns}. Una barra que es texto se escribe «\\|».`,
                `Cells in this row: ${cells}; in the heading: ${columns}. A bar that is text is written “\\|”.`,
              ),
            ];
          });
        }),
      ),
    ),
};

/** Cells between bars that are not escaped; a bar at the beginning and the end parts nothing. */
function cellsIn(row: string): number {
  const bars = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .match(/(?<!\\)\|/g);
  return (bars?.length ?? 0) + 1;
}
