import type { FilledIn } from '../assessment/index.ts';
import { WorksheetModel } from './worksheet.model.ts';

/** Which worksheets of some modules a person has filled in, by `module/worksheet`. */
export const filledWorksheets: FilledIn = async (user, modules) => {
  const stored = await WorksheetModel.find(
    { user, module: { $in: modules } },
    { module: 1, worksheet: 1, cells: 1, savedAt: 1 },
  ).lean();
  return new Map(
    stored.map(({ module, worksheet, cells, savedAt }) => [
      `${module}/${worksheet}`,
      { cells: Object.values(cells).filter(({ value }) => value !== null).length, savedAt },
    ]),
  );
};
