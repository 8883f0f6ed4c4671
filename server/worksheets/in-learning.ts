import type { ReadLesson, WorksheetsInLearning } from '../learning/index.ts';
import { translator } from '../rendering/index.ts';
import { carriedInto } from './carrying.ts';
import { EMPTY } from './saving.ts';
import { WorksheetModel } from './worksheet.model.ts';
import { worksheetInLesson, type WorksheetInLesson } from './worksheet.view.ts';

/** Worksheets as lessons and “my learning” show them. */
export const worksheetsInLearning: WorksheetsInLearning = {
  async inLesson({ user, track, module, lesson, language }: ReadLesson) {
    const { lessons, worksheets } = module.content;
    const ids = (lessons.find(({ id }) => id === lesson)?.segments ?? []).flatMap((segment) =>
      segment.kind === 'worksheet' ? [segment.id] : [],
    );
    if (ids.length === 0) return new Map<string, WorksheetInLesson>();
    const stored = await WorksheetModel.find({ user, module: module.id, worksheet: { $in: ids } }).lean();
    const wording = { language, t: translator(language) };
    const shown = worksheets
      .filter(({ id }) => ids.includes(id))
      .map(async (worksheet): Promise<[string, WorksheetInLesson]> => {
        const filled = stored.find((one) => one.worksheet === worksheet.id) ?? EMPTY;
        const state = { filled, typed: new Map<string, string>(), problems: new Map() };
        const carried = await carriedInto(user, worksheet);
        const open = { track, module, worksheet, state, carried, conflicts: [], lesson, now: new Date() };
        return [worksheet.id, worksheetInLesson(open, wording)];
      });
    return new Map(await Promise.all(shown));
  },
};
