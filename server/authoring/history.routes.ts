import type { Router } from 'express';
import { z } from 'zod';
import {
  archiveModule,
  getModule,
  getRevision,
  historyOf,
  moveModule,
  showInTrack,
  sourceOf,
} from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { checkDraft } from './checking.ts';
import { comparePage, type ComparedSide } from './compare.view.ts';
import { filesOf } from './draft-files.ts';
import { createDraft, findDraft, getDraft } from './drafts.ts';
import { MoveForm } from './forms.ts';
import { historyPage } from './history.view.ts';
import { ModuleParams } from './workshop.routes.ts';

const Revision = z.coerce.number().int().min(1).max(1_000_000);
export const RevisionParams = ModuleParams.extend({ number: Revision });
const CompareParams = ModuleParams.extend({ from: Revision, to: z.union([z.literal('draft'), Revision]) });
const ArchivedForm = z.object({ track: Slug });

/** The revisions of a module: looked at, compared, brought back; and its place in the track. */
export function historyRoutes(router: Router): void {
  at(router, paths.moduleHistory, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    const lang = languageOf(req);
    const t = translator(lang);
    const [revisions, draft] = await Promise.all([historyOf(module), findDraft(module)]);
    const newest = revisions[0];
    if (!newest) throw new Refusal('not-found', 'catalogue.noSuchModule');
    const { content } = await getRevision(module, newest.number);
    const model = historyPage({ module: content, revisions, draft, now: new Date() }, lang, t);
    sendPage(req, res, 'authoring/history', model, {
      title: `${t('authoring.history')}: ${content.title[lang]}`,
      section: 'training',
    });
  });

  at(router, paths.compareRevisions, async (req, res) => {
    const { module, from, to } = readParams(CompareParams, req.params);
    const lang = languageOf(req);
    const t = translator(lang);
    const [before, after] = await Promise.all([
      revisionSide(module, from),
      to === 'draft' ? draftSide(module) : revisionSide(module, to),
    ]);
    const model = comparePage({ module, from, to, before, after }, lang, t);
    sendPage(req, res, 'authoring/compare', model, { title: model.title, section: 'training' });
  });

  at(router, paths.restoreRevision, async (req, res) => {
    const { module, number } = readParams(RevisionParams, req.params);
    const lang = languageOf(req);
    const [source, { module: current }] = await Promise.all([sourceOf(module, number), getModule(module)]);
    if (!source) throw new Refusal('not-found', 'catalogue.noSuchModule');
    const isMade = await createDraft(module, source.folder, source.files, current.revision, signedIn(req));
    if (!isMade) throw new Refusal('conflict', 'authoring.draftInTheWay');
    res.redirect(303, paths.draft({ lang, module }));
  });

  at(router, paths.moveModule, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    await moveModule(module, readBody(MoveForm, req.body).to === 'up' ? -1 : 1);
    res.redirect(303, `${paths.workshop({ lang: languageOf(req) })}#m-${module}`);
  });

  at(router, paths.archiveModule, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    await archiveModule(module);
    res.redirect(303, paths.workshop({ lang: languageOf(req) }));
  });

  at(router, paths.unarchiveModule, async (req, res) => {
    const { module } = readParams(ModuleParams, req.params);
    if ((await historyOf(module)).length === 0) throw new Refusal('not-found', 'catalogue.noSuchModule');
    await showInTrack(module, readBody(ArchivedForm, req.body).track);
    res.redirect(303, paths.workshop({ lang: languageOf(req) }));
  });
}

async function revisionSide(module: string, number: number): Promise<ComparedSide> {
  const [{ content }, source] = await Promise.all([getRevision(module, number), sourceOf(module, number)]);
  return { module: content, files: source?.files ?? new Map<string, Buffer>() };
}

async function draftSide(module: string): Promise<ComparedSide> {
  const draft = await getDraft(module);
  const [{ loaded }, files] = await Promise.all([checkDraft(draft), filesOf(draft)]);
  return { module: loaded?.module ?? null, files };
}
