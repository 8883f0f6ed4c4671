import type { Request, Response, Router } from 'express';
import type { Finding } from '../../content/index.ts';
import { paths } from '../../paths.ts';
import { readForm, typedIn } from '../../web/forms.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { atUpload } from '../../web/uploads.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { showDraft } from '../draft.routes.ts';
import { ModuleParams } from '../workshop.routes.ts';
import { addAsset, removeAsset } from './assets.ts';
import {
  AssetForm,
  LessonForm,
  OpenedForm,
  RemoveAssetForm,
  RemoveTextForm,
  typedFields,
  WorksheetForm,
} from './forms.ts';
import { MOST_UPLOAD_BYTES } from './judging.ts';
import { refusal } from './refusing.ts';
import { addGuide, addLesson, addWorksheet, removeText, type Adding, type AddingErrors } from './texts.ts';

/** The files of a draft: added from a template, uploaded, taken out, handed out together. */
export function fileRoutes(router: Router): void {
  at(router, paths.addLesson, async (req, res) => {
    const { data, errors } = readForm(LessonForm, req.body);
    await answer(req, res, errors ?? (await addLesson(addingTo(req, data.opened), data)));
  });

  at(router, paths.addGuide, async (req, res) => {
    const { opened } = readBody(OpenedForm, req.body);
    await answer(req, res, await addGuide(addingTo(req, opened)));
  });

  at(router, paths.addWorksheet, async (req, res) => {
    const { data, errors } = readForm(WorksheetForm, req.body);
    await answer(req, res, errors ?? (await addWorksheet(addingTo(req, data.opened), data)));
  });

  at(router, paths.removeDraftText, async (req, res) => {
    const { opened, text, version } = readBody(RemoveTextForm, req.body);
    await removeText(addingTo(req, opened), text, version);
    back(req, res);
  });

  atUpload(router, paths.uploadAsset, MOST_UPLOAD_BYTES, async (req, res, upload) => {
    const { data, errors } = readForm(AssetForm, req.body);
    if (upload.kind === 'too-large') {
      const refused = refusal(upload.name, 'size', { most: MOST_UPLOAD_BYTES / 1024 ** 2 });
      await refuse(req, res, refused);
    } else if (errors || upload.kind === 'none') {
      await answer(req, res, {
        ...(upload.kind === 'none' ? { file: 'authoring.fileMissing' } : {}),
        ...errors,
      });
    } else {
      const { path, refused } = await addAsset(addingTo(req, data.opened), upload.file, data.alt);
      if (path === null) await refuse(req, res, refused);
      else back(req, res, { added: path });
    }
  });

  at(router, paths.removeAsset, async (req, res) => {
    const { opened, asset } = readBody(RemoveAssetForm, req.body);
    await removeAsset(addingTo(req, opened), asset);
    back(req, res);
  });
}

function addingTo(req: Request<object>, openedAt: Date): Adding {
  const { id, name } = signedIn(req as Request);
  const { module } = readParams(ModuleParams, req.params);
  return { module, openedAt, by: { id, name } };
}

async function answer(req: Request<object>, res: Response, errors: AddingErrors | null): Promise<void> {
  if (errors) await showDraft(req as Request, res, { errors, typed: typedIn(req.body, typedFields) });
  else back(req, res);
}

const refuse = async (req: Request<object>, res: Response, refused: Finding): Promise<void> => {
  await showDraft(req as Request, res, {
    errors: { file: 'authoring.fileRefused' },
    typed: typedIn(req.body, typedFields),
    refused,
  });
};

/** To the page that shows what became of it. */
function back(req: Request<object>, res: Response, query: Record<string, string> = {}): void {
  const { module } = readParams(ModuleParams, req.params);
  const lang = languageOf(req as Request);
  const at = query.added === undefined ? 'texts' : 'images';
  res.redirect(303, `${paths.draft({ lang, module }, query)}#${at}`);
}
