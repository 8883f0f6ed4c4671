/** What the page's script is told of a save (`views/client/worksheet.ts`), as JSON. */
import type { Response } from 'express';
import type { Worksheet } from '../content/module.ts';
import { renderTemplate, type Translate } from '../rendering/index.ts';
import { allTypedCells, typedText } from './cells.ts';
import { chartViews } from './charts.view.ts';
import type { ReadForm } from './form.ts';
import type { Filled, Saved } from './saving.ts';
import { solutionOf } from './sheet.view.ts';
import { anchorOf, type Wording } from './wording.ts';
import { savedLabel } from './worksheet.view.ts';

export const saveAnswer = {
  /** 422: nothing was stored; the sentence for each cell, by key. */
  problems(res: Response, form: ReadForm, t: Translate): void {
    const sentences = [...form.problems].map(([key, problem]) => [key, t(`worksheets.problem.${problem}`)]);
    res.status(422).json({ problems: Object.fromEntries(sentences) as Record<string, string> });
  },

  /** The new version, cells that others changed since the page's own, what is drawn anew; or 409, nothing was stored. */
  saved(res: Response, saved: Saved, form: ReadForm, worksheet: Worksheet, wording: Wording): void {
    if (saved.kind === 'conflict') {
      res.status(409).json({ conflicts: saved.keys });
      return;
    }
    const { filled } = saved;
    res.json({
      version: filled.version,
      saved: savedLabel(filled, new Date(), wording),
      others: othersIn(worksheet, filled, form, wording),
      fragments: fragmentsOf(worksheet, filled, wording),
    });
  },
};

function othersIn(worksheet: Worksheet, filled: Filled, form: ReadForm, { language }: Wording) {
  const cells = allTypedCells(worksheet);
  const others = Object.entries(filled.cells).flatMap(([key, { value, since }]) => {
    const cell = cells.get(key);
    const isNews = cell && since > form.version && !form.values.has(key);
    return isNews ? [[key, typedText(value, cell.of, language)] as const] : [];
  });
  return Object.fromEntries(others);
}

/** Parts of the page that follow from the cells, by the ids of their elements. */
function fragmentsOf(worksheet: Worksheet, filled: Filled, wording: Wording): Record<string, string> {
  const { language } = wording;
  const fragments: Record<string, string> = {};
  if (worksheet.charts) {
    const charts = chartViews(worksheet, filled, wording);
    fragments[anchorOf(worksheet.id, 'charts')] = renderTemplate(
      'partials/worksheet-charts',
      { charts },
      language,
    );
  }
  if (worksheet.sampleIs === 'solution') {
    for (const { id } of worksheet.parts) {
      const solution = solutionOf(worksheet, id, filled, wording);
      const html = renderTemplate('partials/worksheet-solution', solution, language);
      fragments[`${anchorOf(worksheet.id, id)}-solution`] = html;
    }
  }
  return fragments;
}
