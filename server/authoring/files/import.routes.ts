import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Finding } from '../../content/index.ts';
import { paths } from '../../paths.ts';
import { formatDayAndTime, translator } from '../../rendering/index.ts';
import { errorSummary, fieldError, type FieldErrors } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at } from '../../web/routes.ts';
import { atUpload } from '../../web/uploads.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import type { Draft } from '../draft.model.ts';
import { titleOf } from '../titles.ts';
import { OpenedForm } from './forms.ts';
import { MOST_ZIP_BYTES, readModuleZip } from './module-upload.ts';
import { refusal } from './refusing.ts';
import { takeIn } from './taking-in.ts';

/** Which draft the person agrees to replace. */
const ReplaceForm = OpenedForm.extend({ replace: z.literal('yes'), version: z.coerce.number().int() });

/** A whole module brought in as ZIP. */
export function importRoutes(router: Router): void {
  at(router, paths.importForm, (req, res) => {
    show(req as Request, res, { errors: null, refused: [], open: null });
  });

  atUpload(router, paths.importModule, MOST_ZIP_BYTES, async (request, res, upload) => {
    const req = request as unknown as Request;
    if (upload.kind === 'none') {
      show(req, res, { errors: { file: 'authoring.fileMissing' }, refused: [], open: null });
      return;
    }
    const refuse = (refused: readonly Finding[]) => {
      show(req, res, { errors: { file: 'authoring.fileRefused' }, refused, open: null });
    };
    if (upload.kind === 'too-large') {
      refuse([refusal(upload.name, 'size', { most: MOST_ZIP_BYTES / 1024 ** 2 })]);
      return;
    }
    const { name, bytes } = upload.file;
    const { module, refused } = await readModuleZip(name, bytes);
    if (!module) {
      refuse(refused);
      return;
    }
    const agreed = ReplaceForm.safeParse(req.body);
    const seen = agreed.success ? { openedAt: agreed.data.opened, version: agreed.data.version } : null;
    const { id, name: person } = signedIn(req);
    const taken = await takeIn(name, module, seen, { id, name: person });
    if (taken.outcome === 'kept')
      res.redirect(303, paths.draft({ lang: languageOf(req), module: module.id }));
    else if (taken.outcome === 'refused') refuse([taken.refused]);
    else show(req, res, { errors: { replace: 'authoring.confirmReplace' }, refused: [], open: taken.draft });
  });
}

interface Shown {
  errors: FieldErrors | null;
  refused: readonly Finding[];
  /** The draft that would be replaced. */
  open: Draft | null;
}

function show(req: Request, res: Response, { errors, refused, open }: Shown): void {
  const lang = languageOf(req);
  const t = translator(lang);
  const model = {
    workshopUrl: paths.workshop({ lang }),
    action: paths.importModule({ lang }),
    summary: errorSummary(errors, t),
    hint: t('authoring.importHint', { most: MOST_ZIP_BYTES / 1024 ** 2 }),
    fileError: fieldError(errors, 'file', t),
    refused: refused.map(({ file, message, rule }) => ({ file, sentence: message[lang], rule })),
    open: open
      ? {
          told: t('authoring.importOpen', {
            title: titleOf(open, lang) ?? open._id,
            when: formatDayAndTime(open.changedAt, new Date(), lang, t),
            name: open.changedBy.name,
          }),
          opened: String(open.openedAt.getTime()),
          version: String(open.version),
          error: fieldError(errors, 'replace', t),
        }
      : null,
  };
  sendPage(req, res, 'authoring/import', model, {
    ...formPage(t('authoring.import'), errors, lang),
    section: 'training',
  });
}
