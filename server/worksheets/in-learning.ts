import type { ReadLesson, WorksheetsInLearning } from '../learning/index.ts';
import { translator } from '../rendering/index.ts';
import { commentsBeside } from './comments/beside.ts';
import { isNew, standing } from './comments/comments.ts';
import { carriedFrom, sourcesOf } from './carrying.ts';
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
    const wording = { language, t: translator(language) };
    const own = worksheets.filter(({ id }) => ids.includes(id));
    // Them and all that they take values from, in one read.
    const named = [...ids.map((id) => ({ module: module.id, worksheet: id })), ...own.flatMap(sourcesOf)];
    const stored = await WorksheetModel.find({ user, $or: named }).lean();
    const shown = own.map(async (worksheet): Promise<[string, WorksheetInLesson]> => {
      const filled =
        stored.find((one) => one.module === module.id && one.worksheet === worksheet.id) ?? EMPTY;
      const state = { filled, typed: new Map<string, string>(), problems: new Map() };
      const now = new Date();
      const [carried, said] = await Promise.all([
        carriedFrom(stored, worksheet),
        commentsBeside({ user, module: module.id, worksheet: worksheet.id }, filled, wording, now),
      ]);
      const open = { track, module, worksheet, state, carried, conflicts: [], lesson, said, now };
      return [worksheet.id, worksheetInLesson(open, wording)];
    });
    return new Map(await Promise.all(shown));
  },

  async begunBy(user) {
    const stored = await WorksheetModel.find(
      { user },
      { module: 1, worksheet: 1, savedAt: 1, comments: 1, commentsSeenAt: 1 },
    )
      .sort({ savedAt: -1 })
      .lean();
    return stored.map((sheet) => {
      const said = standing(sheet);
      return {
        module: sheet.module,
        worksheet: sheet.worksheet,
        savedAt: sheet.savedAt,
        comments: said.length,
        newComments: said.filter((comment) => isNew(comment, sheet)).length,
      };
    });
  },
};
