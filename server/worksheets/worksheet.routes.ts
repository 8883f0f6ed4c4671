import { Router, type Request, type Response } from 'express';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readBody } from '../web/routes.ts';
import { commentsBeside } from './comments/beside.ts';
import { worksheetComments } from './comments/companion.routes.ts';
import { carriedInto } from './carrying.ts';
import { doAsked } from './doing.ts';
import { readForm, WorksheetForm, type ReadForm } from './form.ts';
import { worksheetExports } from './export.routes.ts';
import { openPlace, type OpenPlace } from './place.page.ts';
import { findWorksheet, saveCells, type Saved } from './saving.ts';
import { saveAnswer } from './save-answer.ts';
import { anchorOf } from './wording.ts';
import { worksheetPage, type OpenWorksheet } from './worksheet.view.ts';

/** A person's own worksheets: to fill in, saved as one types or by the form's button. */
export function worksheetRoutes(): Router {
  const router = Router();

  at(router, paths.worksheet, async (req, res) => {
    const place = await openPlace(req);
    const filled = await findWorksheet(place.at);
    await send(req, res, place, { filled, typed: new Map(), problems: new Map() });
  });

  at(router, paths.saveWorksheet, async (req, res) => {
    const place = await openPlace(req);
    const form = readForm(place.worksheet, readBody(WorksheetForm, req.body));
    const isScript = req.get('Accept') === 'application/json';
    if (form.problems.size > 0) {
      const filled = await findWorksheet(place.at);
      if (isScript) saveAnswer.problems(res, form, translator(place.language));
      else await send(req, res, place, { filled, typed: form.typed, problems: form.problems }, form);
      return;
    }
    const saved = await saveCells(place.at, { base: form.version, values: form.values, rows: form.rows });
    const { language, worksheet } = place;
    if (isScript) saveAnswer.saved(res, saved, form, worksheet, { language, t: translator(language) });
    else if (saved.kind === 'conflict') await sendConflict(req, res, place, saved, form);
    else res.redirect(303, await afterwards(place, form, saved));
  });

  worksheetExports(router);
  worksheetComments(router);
  return router;
}

async function send(
  req: Request,
  res: Response,
  { track, module, worksheet, language, at: { user } }: OpenPlace,
  state: OpenWorksheet['state'],
  form: ReadForm | null = null,
  conflicts: readonly string[] = [],
): Promise<void> {
  const t = translator(language);
  const now = new Date();
  const sheet = { user, module: module.id, worksheet: worksheet.id };
  const [carried, said] = await Promise.all([
    carriedInto(user, worksheet),
    commentsBeside(sheet, state.filled, { language, t }, now),
  ]);
  const open = {
    track,
    module,
    worksheet,
    state,
    carried,
    conflicts,
    lesson: form?.lesson ?? null,
    said,
    now,
  };
  const model = worksheetPage(open, { language, t });
  const title = t('worksheets.titleOf', { title: worksheet.title[language] });
  const page = formPage(title, state.problems.size > 0 ? state.problems : null, language);
  sendPage(req, res, 'worksheets/worksheet', model, {
    ...page,
    ...(conflicts.length > 0 ? { status: 409 } : {}),
    section: 'my-learning',
    scripts: ['worksheet'],
  });
}

/** What was typed stays in the form, on the newest version, with a choice for each cell that both changed. */
async function sendConflict(
  req: Request,
  res: Response,
  place: OpenPlace,
  { filled, keys }: Extract<Saved, { kind: 'conflict' }>,
  form: ReadForm,
): Promise<void> {
  await send(req, res, place, { filled, typed: form.typed, problems: new Map() }, form, keys);
}

/** Does what the button asked for besides saving, and tells where to go on. */
async function afterwards(
  { at: where, worksheet, module, language: lang }: OpenPlace,
  { doing, lesson, rows, version }: ReadForm,
  saved: Extract<Saved, { kind: 'saved' }>,
): Promise<string> {
  const part = await doAsked(where, worksheet, { doing, rows, version: version + (saved.wrote ? 1 : 0) });
  const address = { lang, module: module.id };
  const page = lesson
    ? paths.lesson({ ...address, lesson })
    : paths.worksheet({ ...address, worksheet: worksheet.id });
  return `${page}#${anchorOf(worksheet.id, part ?? 'form')}`;
}
