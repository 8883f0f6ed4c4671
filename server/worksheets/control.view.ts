/** The field in which a cell is typed. */
import type { WorksheetColumn, WorksheetField } from '../content/worksheet.ts';
import { isNumeric, LONGEST_LONG_TEXT, LONGEST_TEXT, type Sheet } from './calculation/index.ts';
import { typedText } from './cells.ts';
import type { CellProblem } from './form.ts';
import type { Filled } from './saving.ts';
import type { Mark } from './sources.view.ts';
import { anchorOf, type Wording } from './wording.ts';

export interface SheetState {
  filled: Filled;
  /** What was typed and is not kept: it is shown instead of what is. */
  typed: ReadonlyMap<string, string>;
  problems: ReadonlyMap<string, CellProblem>;
}

/** What every part of a worksheet's view is made from. */
export interface Around extends Wording {
  sheet: Sheet;
  state: SheetState;
  marks: ReadonlyMap<string, Mark>;
}

/** The id of the line that tells what a mark means. */
export const markId = (worksheet: string, part: string, { letter }: Mark): string =>
  `${anchorOf(worksheet, part)}-mark-${letter}`;

/**
 * @param key of the cell
 * @param label names a cell of a table; a field of a form has a label of its own
 */
export function controlView(
  worksheet: string,
  key: string,
  label: string | null,
  of: WorksheetColumn | WorksheetField,
  { language, t, state, marks }: Around,
) {
  const cell = state.filled.cells[key];
  const kept = cell?.value ?? null;
  const keptText = typedText(kept, of, language);
  const value = state.typed.get(key) ?? keptText;
  const problem = state.problems.get(key);
  const error = problem ? t(`worksheets.problem.${problem}`) : null;
  const hinted = 'hint' in of && of.hint !== undefined;
  const id = anchorOf(worksheet, key);
  const mark = kept === null ? undefined : marks.get(cell?.origin ?? '');
  const hint = [
    hinted ? `${id}-hint` : '',
    mark ? markId(worksheet, key.split('/')[0] ?? '', mark) : '',
  ].filter((one) => one !== '');
  return {
    id,
    name: `c/${key}`,
    /** Told apart where what is shown is not what is kept. */
    kept: value === keptText ? null : { text: keptText },
    hint: hint.join(' ') || null,
    named: label,
    type: of.type,
    value,
    // Sentences in a table's narrow cells need lines; in a form a text has one.
    isArea: of.type === 'long-text' || (of.type === 'text' && label !== null),
    rows: of.type === 'long-text' ? '4' : '2',
    isDate: of.type === 'date',
    isLine: of.type === 'year' || of.type === 'quarter' || isNumeric(of.type),
    isText: of.type === 'text' && label === null,
    numeric: isNumeric(of.type),
    isChoice: of.type === 'choice',
    longest: String(of.type === 'long-text' ? LONGEST_LONG_TEXT : LONGEST_TEXT),
    options: (of.choices ?? []).map((choice) => ({
      id: choice.id,
      label: choice[language],
      chosen: choice.id === value,
    })),
    error,
    described: [...hint, ...(error ? [`${id}-error`] : [])].join(' ') || null,
    mark: mark?.letter ?? null,
  };
}
