import type { PublishedTrack } from '../../catalogue/index.ts';
import type { Language } from '../../content/module.ts';
import { paths } from '../../paths.ts';
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

/** The track's worksheets, in order, with what the person did in each. */
export function worksheetRows(
  track: PublishedTrack,
  filled: ReadonlyMap<string, Filling>,
  { lang, t, now, isOwn }: { lang: Language; t: Translate; now: Date; isOwn: boolean },
) {
  return track.published.flatMap((module) =>
    module.content.worksheets.map((worksheet) => {
      const filling = filled.get(`${module.id}/${worksheet.id}`);
      const isFilled = filling !== undefined && filling.cells > 0;
      return {
        title: worksheet.title[lang],
        url: isOwn ? paths.worksheet({ lang, module: module.id, worksheet: worksheet.id }) : null,
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
