import type { Request, Response, Router } from 'express';
import { Types } from 'mongoose';
import { z } from 'zod';
import { namesOf } from '../../accounts/index.ts';
import { getCatalogue } from '../../catalogue/index.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { readForm } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { WorksheetModel } from '../worksheet.model.ts';
import { changeComment, sayComment } from './comments.ts';
import { openLearner, openSheet, type OpenSheet } from './companion.page.ts';
import { personPage, sheetPage, type SheetToRead } from './companion.view.ts';
import { ChangedComment, CommentId, CommentText, NewComment } from './form.ts';

const CommentParams = z.object({ comment: CommentId });

/** Those who accompany learners read their worksheets, and say what they think of them. */
export function worksheetComments(router: Router): void {
  at(router, paths.worksheetsOf, async (req, res) => {
    const lang = languageOf(req);
    const t = translator(lang);
    const learner = await openLearner(req);
    const [sheets, { tracks }] = await Promise.all([
      WorksheetModel.find(
        { user: learner._id },
        { module: 1, worksheet: 1, savedAt: 1, version: 1, comments: 1, commentsSeenAt: 1 },
      ).lean(),
      getCatalogue(),
    ]);
    const model = personPage({ learner, sheets, tracks, now: new Date() }, { language: lang, t });
    sendPage(req, res, 'worksheets/of-person', model, { title: model.title, section: 'people' });
  });

  at(router, paths.worksheetOf, async (req, res) => {
    await send(req, res, await openSheet(req), null);
  });

  at(router, paths.commentWorksheet, async (req, res) => {
    const sheet = await openSheet(req);
    const { id, text } = readBody(NewComment, req.body);
    const { errors } = readForm(CommentText, { text });
    if (errors) {
      await send(req, res, sheet, { comment: null, id, text, problem: errors.text ?? 'common.checkField' });
      return;
    }
    await sayComment(sheet.at, { id, by: signedIn(req).id, text });
    redirect(req, res, sheet, `#comment-${id}`);
  });

  at(router, paths.changeComment, async (req, res) => {
    const sheet = await openSheet(req);
    const { comment: id } = readParams(CommentParams, req.params);
    const { version, text, ...form } = readBody(ChangedComment, req.body);
    const isRemoving = form.do === 'remove';
    const { errors } = isRemoving ? { errors: null } : readForm(CommentText, { text });
    const rejected = { comment: id, id: newId(), text };
    if (errors) {
      await send(req, res, sheet, { ...rejected, problem: errors.text ?? 'common.checkField' });
      return;
    }
    const change = { id, by: signedIn(req).id, base: version, text: isRemoving ? '' : text };
    const changed = await changeComment(sheet.at, change);
    if (changed.kind === 'done') redirect(req, res, sheet, isRemoving ? '#comments' : `#comment-${id}`);
    else
      await send(req, res, await openSheet(req), { ...rejected, problem: 'comments.changedMeanwhile' }, 409);
  });
}

const newId = (): string => new Types.ObjectId().toString();

function redirect(req: Request, res: Response, { at: sheet }: OpenSheet, anchor: string): void {
  res.redirect(303, paths.worksheetOf({ lang: languageOf(req), ...sheet }) + anchor);
}

async function send(
  req: Request,
  res: Response,
  sheet: OpenSheet,
  rejected: SheetToRead['rejected'],
  status?: number,
): Promise<void> {
  const language = languageOf(req);
  const t = translator(language);
  const names = await namesOf((sheet.filled.comments ?? []).map(({ by }) => by));
  const model = sheetPage(
    { ...sheet, names, reader: signedIn(req).id, rejected, newId: rejected?.id ?? newId(), now: new Date() },
    { language, t },
  );
  sendPage(req, res, 'worksheets/read', model, {
    ...formPage(t('comments.sheetOf', { title: model.title, name: model.name }), rejected, language),
    ...(status === undefined ? {} : { status }),
    section: 'people',
  });
}
