import type { Worksheet } from '../content/module.ts';
import { bringValues, carriedInto } from './carrying.ts';
import { addRow, removeRow } from './rows.ts';
import { loadSample, removeSample } from './sample.ts';
import type { WorksheetPlace } from './saving.ts';

/** What the buttons of a worksheet's form ask for besides saving, as `what` or `what:target`. */
export const DOING =
  /^(?:save|sample|sample-all|unsample|(?:carry|carry-all):\d|row:[a-z0-9-]{1,64}|drop:[a-z0-9-]{1,64}\/\d{1,3})$/;

export interface Asked {
  doing: string;
  /** The version that the person saw, what their save changed included. */
  version: number;
  /** The rows that they saw of free tables. */
  rows: Readonly<Record<string, number>>;
}

/**
 * Does it, on top of what was just saved.
 * @returns the part of the worksheet that it was about; null for the whole
 */
export async function doAsked(
  place: WorksheetPlace,
  worksheet: Worksheet,
  asked: Asked,
): Promise<string | null> {
  const [what = '', target = ''] = asked.doing.split(':');
  switch (what) {
    case 'row':
      await addRow(place, worksheet, target, asked.rows);
      return target;
    case 'drop':
      await removeRow(place, worksheet, target, asked.version);
      return target.split('/')[0] ?? null;
    case 'sample':
    case 'sample-all':
      await loadSample(place, worksheet, what === 'sample-all');
      return null;
    case 'unsample':
      await removeSample(place);
      return null;
    case 'carry':
    case 'carry-all': {
      const carried = (await carriedInto(place.user, worksheet))[Number(target)];
      if (carried) await bringValues(place, worksheet, carried, what === 'carry-all');
      return null;
    }
    default:
      return null;
  }
}
