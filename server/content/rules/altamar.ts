import { advice, type Finding } from '../finding.ts';
import { numbersIn } from '../figures/numbers-in.ts';
import type { FigureBook } from '../figures/figure-book.ts';
import { plainText } from '../markdown/plain.ts';
import { nodes, type TableNode } from '../markdown/tokens.ts';
import type { Language } from '../module.ts';
import { textsOf, type WorksheetDraft } from '../reading/drafts.ts';
import { visit } from '../reading/visit.ts';
import type { Rule } from './rule.ts';

const ID = /(?<![\p{L}\d])(?:P\d{2}|I\d\.\d)(?![\p{L}\d.])/u;
const LARGEST_STEP = 10;

/**
 * A table's row, or a worksheet's, that names one thing of Altamar has that thing's figures. Only rows are held,
 * not running text: there a number may be anyone's.
 */
export const altamar: Rule = {
  name: 'altamar',
  reason: {
    es: 'Los mismos números recorren todos los módulos; uno distinto rompe la confianza en el caso.',
    en: 'The same figures run through all modules; a different one breaks the trust in the case.',
  },
  check: (draft, { figures }) =>
    figures
      ? [
          ...(['es', 'en'] as const).flatMap((language) =>
            textsOf(draft, language).flatMap((text) =>
              visit(text).flatMap(({ node, at }) =>
                node.type === 'table' ? checkTable(node, language, figures, at) : [],
              ),
            ),
          ),
          ...draft.worksheets.flatMap((one) => checkWorksheet(one, figures)),
        ]
      : [],
};

function checkTable(
  table: TableNode,
  language: Language,
  figures: FigureBook,
  at: () => Finding | { file: string; line: number; column: number },
): Finding[] {
  return table.rows.flatMap((cells, index) => {
    const name = plainText(nodes(cells[0]?.tokens));
    const id = ID.exec(name)?.[0];
    const known = figures.of(name, language) ?? (id === undefined ? null : figures.of(id, language));
    if (!known) return [];
    const own = cells.slice(1).flatMap((cell) => numbersIn(plainText(nodes(cell.tokens))));
    const strange = own.filter((number) => !follows(number, known, own));
    const place = at();
    return strange.map((number) =>
      advice(
        'altamar',
        { ...place, line: place.line + index + 2, column: 1 },
        `${number} no está entre las cifras de «${id ?? name}» en data/altamar.yaml.`,
        `${number} is not among the figures of “${id ?? name}” in data/altamar.yaml.`,
      ),
    );
  });
}

/** A figure of the data, a small count, or what follows from two of the row: a difference, a ratio, a change. */
function follows(number: number, known: ReadonlySet<number>, row: readonly number[]): boolean {
  const size = Math.abs(number);
  if (known.has(number) || known.has(size) || (Number.isInteger(number) && size <= LARGEST_STEP)) return true;
  const isYear = Number.isInteger(number) && number >= 1990 && number <= 2050;
  if (isYear) return true;
  const near = (value: number) => Math.abs(Math.abs(value) - size) <= 0.051;
  const base = [...known, ...row];
  return row.some((a) =>
    base.some(
      (b) =>
        a !== number &&
        b !== number &&
        (near(a - b) ||
          near(a + b) ||
          (b !== 0 && (near((a / b) * 100) || near(((a - b) / b) * 100) || near(a / b)))),
    ),
  );
}

/** Rows whose id is one of the data's, with columns named by year: `tax`, `y2021`. */
function checkWorksheet({ worksheet, yaml }: WorksheetDraft, figures: FigureBook): Finding[] {
  const findings: Finding[] = [];
  const hold = (row: string, cells: Readonly<Record<string, unknown>>, path: PropertyKey[]) => {
    for (const [column, value] of Object.entries(cells)) {
      const year = /^y(\d{4})$/.exec(column)?.[1];
      const expected = year === undefined ? null : figures.yearly(row, Number(year));
      if (expected === null || typeof value !== 'number' || value === expected) continue;
      findings.push(
        advice(
          'altamar',
          yaml.at([...path, column]),
          `«${row}» ${year ?? ''} es ${expected} en data/altamar.yaml, aquí ${value}.`,
          `“${row}” ${year ?? ''} is ${expected} in data/altamar.yaml, here ${value}.`,
        ),
      );
    }
  };
  for (const [part, content] of worksheet.parts.entries()) {
    if (content.kind !== 'table') continue;
    for (const [index, row] of (content.rows ?? []).entries())
      hold(row.id, row.given ?? {}, ['parts', part, 'rows', index, 'given']);
    for (const [row, cells] of Object.entries(worksheet.sample?.[content.id] ?? {})) {
      if (typeof cells === 'object') hold(row, cells, ['sample', content.id, row]);
    }
  }
  return findings;
}
