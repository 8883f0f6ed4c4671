import { isUtf8 } from 'node:buffer';
import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Finding } from '../../content/index.ts';
import { LanguageSchema, type Module } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { readForm } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readBody, readParams } from '../../web/routes.ts';
import { atUpload } from '../../web/uploads.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { checkDraft } from '../checking.ts';
import type { Draft, Writer } from '../draft.model.ts';
import { getDraft } from '../drafts.ts';
import { refusal } from '../files/refusing.ts';
import { ModuleParams } from '../workshop.routes.ts';
import { giftPage, type GiftPage } from './gift.view.ts';
import { takeIn } from './taking-in.ts';
import { writeGift } from './write.ts';

const FileParams = ModuleParams.extend({ language: LanguageSchema });
const MOST_GIFT_BYTES = 256 * 1024;
const GiftFileForm = z.object({ version: z.coerce.number().int().min(1) });
const GiftForm = GiftFileForm.extend({
  gift: z
    .string()
    .max(MOST_GIFT_BYTES)
    .refine((text) => text.trim() !== '', 'authoring.gift.nothing'),
});

/** Questions in and out, in the format that Moodle reads and writes. */
export function giftRoutes(router: Router): void {
  at(router, paths.draftGift, async (req, res) => {
    await showGift(req, res, {});
  });

  at(router, paths.giftFile, async (req, res) => {
    const { module, language } = readParams(FileParams, req.params);
    const whole = await wholeModule(await getDraft(module));
    if (!whole) throw new Refusal('conflict', 'authoring.hasErrors');
    res.attachment(`${module}-${language}.gift.txt`).type('text/plain; charset=utf-8');
    res.send(writeGift(whole.quiz, language).text);
  });

  at(router, paths.takeInGift, async (req, res) => {
    const { data, errors } = readForm(GiftForm, req.body);
    if (errors) return showGift(req, res, { errors });
    const { why, ...taken } = await takeIn(addingTo(req), data);
    if (why) await showGift(req, res, { ...taken, errors: { gift: why }, typed: data.gift });
    else await showGift(req, res, taken);
  });

  atUpload(router, paths.takeInGiftFile, MOST_GIFT_BYTES, async (request, res, upload) => {
    const req = request as unknown as Request;
    const { version } = readBody(GiftFileForm, req.body);
    const refuse = (refused: Finding) =>
      showGift(req, res, { errors: { file: 'authoring.fileRefused' }, refused });
    if (upload.kind === 'none') return showGift(req, res, { errors: { file: 'authoring.fileMissing' } });
    if (upload.kind === 'too-large') return refuse(refusal(upload.name, 'text-size'));
    const gift = decoded(upload.file.bytes);
    if (gift === null) return refuse(refusal(upload.file.name, 'text-encoding'));
    const { why, ...taken } = await takeIn(addingTo(req), { version, gift });
    await showGift(req, res, why ? { ...taken, errors: { file: why } } : taken);
  });
}

/** @returns null for what is not UTF-8, or not text */
function decoded(bytes: Buffer): string | null {
  return isUtf8(bytes) && !bytes.includes(0) ? bytes.toString('utf8').replace(/^\uFEFF/, '') : null;
}

function addingTo(req: Request): { module: string; by: Writer } {
  const { id, name } = signedIn(req);
  return { module: readParams(ModuleParams, req.params).module, by: { id, name } };
}

const wholeModule = async (draft: Draft): Promise<Module | null> =>
  (await checkDraft(draft)).loaded?.module ?? null;

async function showGift(req: Request, res: Response, shown: Partial<GiftPage>): Promise<void> {
  const { module } = readParams(ModuleParams, req.params);
  const lang = languageOf(req);
  const t = translator(lang);
  const draft = await getDraft(module);
  const whole = await wholeModule(draft);
  const page: GiftPage = {
    draft,
    out: whole ? writeGift(whole.quiz, lang).losses : null,
    errors: null,
    typed: '',
    taken: 0,
    losses: [],
    refused: null,
    ...shown,
  };
  sendPage(req, res, 'authoring/gift', giftPage(page, lang, t), {
    ...formPage(t('authoring.gift'), page.errors, lang),
    section: 'training',
  });
}
