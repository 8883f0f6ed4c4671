import type { Request, Response, Router } from 'express';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { readForm, typedIn, type FormReading } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readParams } from '../../web/routes.ts';
import { atUpload } from '../../web/uploads.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { getDraft } from '../drafts.ts';
import { refusal } from '../files/refusing.ts';
import { ModuleParams } from '../workshop.routes.ts';
import { bringIn } from './bringing-in.ts';
import { docxPage, type DocxPage } from './docx.view.ts';
import type { Destination } from './destination.ts';
import { languageOfPlace, NewForm, PlaceForm, typedFields } from './form.ts';
import { MOST_DOCX_BYTES } from './judging.ts';

/** A Word document that becomes a lesson. */
export function docxRoutes(router: Router): void {
  at(router, paths.draftDocx, async (req, res) => {
    await showDocx(req as Request, res, {});
  });

  atUpload(router, paths.takeInDocx, MOST_DOCX_BYTES, async (request, res, upload) => {
    const req = request as unknown as Request;
    const again = (shown: Partial<DocxPage>) =>
      showDocx(req, res, { typed: typedIn(req.body, typedFields), ...shown });
    const refuse = (refused: DocxPage['refused']) =>
      again({ errors: { file: 'authoring.fileRefused' }, refused });
    if (upload.kind === 'too-large') {
      await refuse(refusal(upload.name, 'size', { most: MOST_DOCX_BYTES / 1024 ** 2 }));
      return;
    }
    const { data, errors } = readDocxForm(req.body);
    if (errors || upload.kind === 'none') {
      const missing = upload.kind === 'none' ? { file: 'authoring.fileMissing' as const } : {};
      await again({ errors: { ...errors, ...missing } });
      return;
    }
    const { module } = readParams(ModuleParams, req.params);
    const { id, name } = signedIn(req);
    const adding = { module, openedAt: data.opened, by: { id, name } };
    const brought = await bringIn(adding, upload.file, data.to);
    if (brought.outcome === 'kept') await showDocx(req, res, { kept: brought });
    else if (brought.outcome === 'refused') await refuse(brought.refused);
    else await again({ errors: brought.errors });
  });
}

function readDocxForm(body: unknown): FormReading<{ opened: Date; to: Destination }> {
  const { data, errors } = readForm(PlaceForm, body);
  if (errors) return { data: null, errors };
  const { opened, place } = data;
  const language = languageOfPlace(place);
  if (place.includes('/')) return { data: { opened, to: { kind: 'twin', language, path: place } }, errors };
  const lesson = readForm(NewForm, body);
  return lesson.errors ? lesson : { data: { opened, to: { kind: 'new', language, ...lesson.data } }, errors };
}

async function showDocx(req: Request, res: Response, shown: Partial<DocxPage>): Promise<void> {
  const { module } = readParams(ModuleParams, req.params);
  const lang = languageOf(req);
  const t = translator(lang);
  const page: DocxPage = {
    draft: await getDraft(module),
    errors: null,
    typed: null,
    refused: null,
    kept: null,
    ...shown,
  };
  sendPage(req, res, 'authoring/docx', docxPage(page, lang, t), {
    ...formPage(t('authoring.docx'), page.errors, lang),
    section: 'training',
    otherLanguageUrl: paths.draftDocx({ lang: lang === 'es' ? 'en' : 'es', module }),
  });
}
