import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { printQuestion } from '../../content/index.ts';
import { LanguageSchema, type Module } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { readForm, type FieldErrors } from '../../web/forms.ts';
import { formPage, sendPage } from '../../web/page.ts';
import { at, readParams } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { changeTexts } from '../changing.ts';
import { checkDraft } from '../checking.ts';
import type { Draft } from '../draft.model.ts';
import { getDraft, textOf } from '../drafts.ts';
import { objectivesOf } from '../titles.ts';
import { ModuleParams } from '../workshop.routes.ts';
import { giftPage, type GiftPage } from './gift.view.ts';
import { readGift } from './read.ts';
import { writeGift } from './write.ts';

const FileParams = ModuleParams.extend({ language: LanguageSchema });
const GiftForm = z.object({
  version: z.coerce.number().int().min(1),
  gift: z
    .string()
    .max(256 * 1024)
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
    const { module } = readParams(ModuleParams, req.params);
    const { data, errors } = readForm(GiftForm, req.body);
    if (errors) return showGift(req, res, { errors });
    const draft = await getDraft(module);
    const refuse = (why: FieldErrors[string]) =>
      showGift(req, res, { errors: { gift: why }, typed: data.gift });
    if (draft.version !== data.version) return refuse('authoring.changedMeanwhile');
    const ids = draft.texts.flatMap(({ text }) =>
      [...text.matchAll(/\{#(q-[a-z0-9-]+)/g)].map(([, id]) => id ?? ''),
    );
    const objective = objectivesOf(draft)[0] ?? 'o1';
    const { questions, losses } = readGift(data.gift, objective, new Set(ids));
    if (questions.length === 0)
      return showGift(req, res, { errors: { gift: 'authoring.gift.none' }, typed: data.gift, losses });
    const changes = new Map(
      (['es', 'en'] as const).map((language) => {
        const path = `${language}/quiz.md`;
        const printed = questions.map((question) => printQuestion(question, language));
        return [path, `${[textOf(draft, path).text.trimEnd(), ...printed].join('\n\n')}\n`] as const;
      }),
    );
    const { id, name } = signedIn(req);
    if (!(await changeTexts(draft, changes, { id, name }))) return refuse('authoring.changedMeanwhile');
    await showGift(req, res, { taken: questions.length, losses });
  });
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
    ...shown,
  };
  sendPage(req, res, 'authoring/gift', giftPage(page, lang, t), {
    ...formPage(t('authoring.gift'), page.errors, lang),
    section: 'training',
  });
}
