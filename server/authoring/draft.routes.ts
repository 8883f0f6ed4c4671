import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { findOriginal, getCatalogue } from '../catalogue/index.ts';
import type { Finding } from '../content/index.ts';
import { paths } from '../paths.ts';
import { translator, type MessageKey } from '../rendering/index.ts';
import { readForm, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { draftAsset } from './assets.ts';
import { checkDraft } from './checking.ts';
import { changeState, discardDraft, getDraft } from './drafts.ts';
import { draftPage } from './draft.view.ts';
import { filesView } from './files/files.view.ts';
import type { Typed } from './files/forms.ts';
import { PublishForm, StateForm, VersionForm } from './forms.ts';
import { publishDraft } from './publishing.ts';
import { ModuleParams } from './workshop.routes.ts';

const AssetParams = ModuleParams.extend({ name: z.string().max(120) });
const DraftQuery = z.object({
  told: z.enum(['discarded-not', 'state', 'published']).nullable().catch(null),
  added: z.string().max(120).nullable().catch(null),
});

/** One draft: its texts, what the checker says of it, and the way to learners. */
export function draftRoutes(router: Router): void {
  at(router, paths.draft, async (req, res) => {
    const { told } = DraftQuery.parse(req.query);
    await showDraft(req, res, { told: told === 'discarded-not' ? 'authoring.changedMeanwhile' : null });
  });

  at(router, paths.changeDraftState, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    await changeState(module, readBody(StateForm, req.body).state, signedIn(req));
    res.redirect(303, paths.draft({ lang: languageOf(req), module }));
  });

  at(router, paths.discardDraft, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    const lang = languageOf(req);
    const isGone = await discardDraft(module, readBody(VersionForm, req.body).version);
    if (isGone) res.redirect(303, paths.workshop({ lang }));
    else res.redirect(303, paths.draft({ lang, module }, { told: 'discarded-not' }));
  });

  at(router, paths.publishDraft, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    const { data, errors } = readForm(PublishForm, req.body);
    if (errors) {
      await showDraft(req, res, { errors });
      return;
    }
    const lang = languageOf(req);
    const result = await publishDraft(module, data, signedIn(req));
    if (result.done) res.redirect(303, paths.workshop({ lang }, { published: module }));
    else await showDraft(req, res, { errors: { [result.field]: result.why } });
  });

  at(router, paths.draftAsset, async (req, res) => {
    const { module, name } = readParams(AssetParams, req.params);
    const { bytes, type } = await draftAsset(await getDraft(module), name, findOriginal);
    res.type(type).set('Cache-Control', 'private, no-cache').send(bytes);
  });
}

interface Told {
  errors?: FieldErrors | null;
  told?: MessageKey | null;
  typed?: Typed | null;
  refused?: Finding | null;
}

/** The page of a draft, also as the answer to a form of it that needs another look. */
export async function showDraft(
  req: Request,
  res: Response,
  { errors = null, told = null, typed = null, refused = null }: Told,
): Promise<void> {
  const { module } = readParams(ModuleParams, req.params);
  const { added } = DraftQuery.parse(req.query);
  const lang = languageOf(req);
  const t = translator(lang);
  const [draft, { tracks }] = await Promise.all([getDraft(module), getCatalogue()]);
  const checked = await checkDraft(draft);
  const published = tracks.flatMap((track) => track.published).find(({ id }) => id === module) ?? null;
  const model = draftPage(
    { draft, checked, published, me: signedIn(req).id, now: new Date(), errors },
    lang,
    t,
  );
  const page = formPage(model.title, errors, lang);
  sendPage(
    req,
    res,
    'authoring/draft',
    {
      ...model,
      files: filesView({ draft, errors, typed, refused, added }, lang, t),
      told: told ? t(told) : null,
    },
    {
      ...page,
      section: 'training',
      otherLanguageUrl: paths.draft({ lang: lang === 'es' ? 'en' : 'es', module }),
    },
  );
}
