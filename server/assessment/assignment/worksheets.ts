import type { PublishedTrack } from '../../catalogue/index.ts';
import type { Language } from '../../content/module.ts';
import { formatDayAndTime, type Translate } from '../../rendering/index.ts';

export interface Filling {
  /** How many cells hold something. */
  cells: number;
  savedAt: Date;
}

/**
 * Which worksheets a person has filled in, by `module/worksheet`. Handed in by app.ts: assessment knows nothing
 * of worksheets.
 */
export type FilledIn = (user: string, modules: readonly string[]) => Promise<ReadonlyMap<string, Filling>>;

/** Where a worksheet can be read; null where there is nothing to read, or not for this reader. */
export type SheetLink = (at: { module: string; worksheet: string }, isFilled: boolean) => string | null;

/** The track's worksheets, in order, with what the person did in each. */
export function worksheetRows(
  track: PublishedTrack,
  filled: ReadonlyMap<string, Filling>,
  { lang, t, now }: { lang: Language; t: Translate; now: Date },
  linkTo: SheetLink,
) {
  return track.published.flatMap((module) =>
    module.content.worksheets.map((worksheet) => {
      const filling = filled.get(`${module.id}/${worksheet.id}`);
      const isFilled = filling !== undefined && filling.cells > 0;
      return {
        title: worksheet.title[lang],
        url: linkTo({ module: module.id, worksheet: worksheet.id }, isFilled),
        done: isFilled,
        state: isFilled
          ? t('assignment.worksheetFilled', {
              count: filling.cells,
              when: formatDayAndTime(filling.savedAt, now, lang, t),
            })
          : t('assignment.worksheetEmpty'),
      };
    }),
  );
}
