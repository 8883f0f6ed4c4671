/** The model solution of a part, beside what one wrote oneself. Opens after a try of one's own. */
import type { Worksheet } from '../content/module.ts';
import { isNumeric } from './calculation/index.ts';
import { allTypedCells, shownText, type TypedCell } from './cells.ts';
import { sampleCells, triesOf } from './sample.ts';
import type { Filled } from './saving.ts';
import { nameOf, type Wording } from './wording.ts';
import type { CellValue } from './worksheet.model.ts';

export interface SolutionRow {
  cell: string;
  mine: string;
  solution: string;
  /** Whether both say the same; texts are not judged: a person compares them. */
  judged: boolean;
  same: boolean;
}

/** Null while it is closed, or where there is none. */
export function solutionView(
  worksheet: Worksheet,
  part: string,
  filled: Filled,
  wording: Wording,
): SolutionRow[] | null {
  if (worksheet.sampleIs !== 'solution' || triesOf(worksheet, filled).get(part)?.isOpen !== true) return null;
  const { language, t } = wording;
  const typed = allTypedCells(worksheet);
  return [...sampleCells(worksheet)].flatMap(([key, solution]): SolutionRow[] => {
    const cell = typed.get(key);
    if (cell?.part.id !== part) return [];
    const mine = filled.cells[key]?.value ?? null;
    const text = shownText(mine, cell.of, language);
    return [
      {
        cell: nameOf(cell, wording),
        mine: text === '' ? t('worksheets.empty') : text,
        solution: shownText(solution, cell.of, language),
        judged: isNumeric(cell.of.type) || cell.of.type === 'choice',
        same: isSameAs(cell, mine, solution),
      },
    ];
  });
}

/** Figures are the same when they agree to the decimal that the solution was rounded to. */
function isSameAs({ of }: TypedCell, mine: CellValue | null, solution: CellValue): boolean {
  if (!isNumeric(of.type) || typeof solution !== 'number') return mine === solution;
  const decimals = String(solution).split('.')[1]?.length ?? 0;
  return typeof mine === 'number' && Math.abs(mine - solution) <= 0.5 * 10 ** -decimals + 1e-9;
}
