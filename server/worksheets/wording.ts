import type { Language } from '../content/module.ts';
import type { Translate } from '../rendering/index.ts';
import type { TypedCell } from './cells.ts';

/** What the words of a page are made with. */
export interface Wording {
  language: Language;
  t: Translate;
}

/** The id of an element, from the worksheet and the cell's key or the part's id. */
export const anchorOf = (worksheet: string, key: string): string =>
  `w-${worksheet}-${key.replaceAll('/', '-')}`;

/** “Tax revenue, 2025”; the field's label in a form. */
export function nameOf(cell: TypedCell, { language, t }: Wording): string {
  if (cell.part.kind === 'form' || !('title' in cell.of)) {
    return 'label' in cell.of ? cell.of.label[language] : '';
  }
  const row = cell.part.rows?.find(({ id }) => id === cell.row)?.label[language];
  return t('worksheets.cell', {
    row: row ?? t('worksheets.rowNumber', { number: cell.row ?? '' }),
    column: cell.of.title[language],
  });
}
