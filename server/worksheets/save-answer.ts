/** What the page's script is told of a save (`views/client/worksheet.ts`), as JSON. */
import type { Response } from 'express';
import type { Language, Worksheet } from '../content/module.ts';
import { translator, type Translate } from '../rendering/index.ts';
import { allTypedCells, typedText } from './cells.ts';
import type { ReadForm } from './form.ts';
import type { Saved } from './saving.ts';
import { savedLabel } from './worksheet.view.ts';

export const saveAnswer = {
  /** 422: nothing was stored; the sentence for each cell, by key. */
  problems(res: Response, form: ReadForm, t: Translate): void {
    const sentences = [...form.problems].map(([key, problem]) => [key, t(`worksheets.problem.${problem}`)]);
    res.status(422).json({ problems: Object.fromEntries(sentences) as Record<string, string> });
  },

  /** The new version and cells that others changed since the page's own; or 409, nothing was stored. */
  saved(
    res: Response,
    saved: Saved,
    form: ReadForm,
    { worksheet, language }: { worksheet: Worksheet; language: Language },
  ): void {
    if (saved.kind === 'conflict') {
      res.status(409).json({ conflicts: saved.keys });
      return;
    }
    const { filled } = saved;
    const cells = allTypedCells(worksheet);
    const others = Object.entries(filled.cells).flatMap(([key, { value, since }]) => {
      const cell = cells.get(key);
      const isNews = cell && since > form.version && !form.values.has(key);
      return isNews ? [[key, typedText(value, cell.of, language)] as const] : [];
    });
    res.json({
      version: filled.version,
      saved: savedLabel(filled, new Date(), { language, t: translator(language) }),
      others: Object.fromEntries(others),
    });
  },
};
