import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import { archivedModules, getCatalogue, getModule, sourceOf } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { isAllowed } from '../policy.ts';
import { translator } from '../rendering/index.ts';
import { readForm, typedIn, type FieldErrors } from '../web/forms.ts';
import { formPage, sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { summariesOf } from './draft-summary.ts';
import { createDraft, findDrafts, isFree, openDraft } from './drafts.ts';
import { copiedFiles, newModuleFiles } from './new-module.ts';
import { NewModuleForm, newModuleFields, type NewModule } from './forms.ts';
import { newModulePage, workshopPage } from './workshop.view.ts';

export const ModuleParams = z.object({ module: Slug });

/** The list of modules and drafts, and the ways to begin one. */
export function workshopRoutes(router: Router): void {
  at(router, paths.workshop, async (req, res) => {
    const lang = languageOf(req);
    const t = translator(lang);
    const { id: me, role } = signedIn(req);
    const [{ tracks }, found, archived] = await Promise.all([
      getCatalogue(),
      findDrafts(),
      archivedModules(),
    ]);
    const summaries = await summariesOf(found);
    const drafts = found.map((draft) => ({ ...draft, summary: summaries.get(draft._id) ?? null }));
    const mayArrange = isAllowed(role, paths.moveModule.who);
    const model = workshopPage({ tracks, drafts, archived, me, mayArrange, now: new Date() }, lang, t);
    sendPage(req, res, 'authoring/workshop', model, { title: t('authoring.title'), section: 'training' });
  });

  at(router, paths.openDraft, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    await openDraft(module, signedIn(req));
    res.redirect(303, paths.draft({ lang: languageOf(req), module }));
  });

  at(router, paths.newModule, async (req, res) => {
    await showNew(req, res, typedIn({}, newModuleFields), null);
  });

  at(router, paths.createModule, async (req, res) => {
    const { data, errors } = readForm(NewModuleForm, req.body);
    const typed = typedIn(req.body, newModuleFields);
    if (errors) {
      await showNew(req, res, typed, errors);
      return;
    }
    const { tracks } = await getCatalogue();
    if (!tracks.some(({ id }) => id === data.track)) throw new Refusal('invalid', 'common.badForm');
    const person = signedIn(req);
    const { id, name, track } = data;
    const isMade =
      (await isFree(id)) &&
      (await createDraft(id, `${track}/${name}`, await beginning(data, person.name), null, person));
    if (!isMade) {
      await showNew(req, res, typed, { id: 'authoring.idTaken' });
      return;
    }
    res.redirect(303, paths.draft({ lang: languageOf(req), module: id }));
  });
}

/** @throws Refusal not-found when the module to copy is not published */
async function beginning(wanted: NewModule, author: string): Promise<Map<string, Buffer>> {
  if (wanted.copyOf === '') return newModuleFiles(wanted, author);
  const { revision } = (await getModule(wanted.copyOf)).module;
  const source = await sourceOf(wanted.copyOf, revision);
  if (!source) throw new Refusal('not-found', 'catalogue.noSuchModule');
  return copiedFiles(source.files, wanted);
}

async function showNew(
  req: Request,
  res: Response,
  typed: Record<(typeof newModuleFields)[number], string>,
  errors: FieldErrors | null,
): Promise<void> {
  const lang = languageOf(req);
  const t = translator(lang);
  const { tracks } = await getCatalogue();
  const page = formPage(t('authoring.newModule'), errors, lang);
  sendPage(req, res, 'authoring/new-module', newModulePage({ tracks, typed, errors }, lang, t), {
    ...page,
    section: 'training',
  });
}
