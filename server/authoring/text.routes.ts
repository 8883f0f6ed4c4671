import type { Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Finding } from '../content/index.ts';
import type { Language } from '../content/module.ts';
import { paths } from '../paths.ts';
import { formatTime, renderTemplate, translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readBody, readParams } from '../web/routes.ts';
import { allowStyles } from '../web/style-nonce.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { checkDraft } from './checking.ts';
import { confirmTwins } from './confirming.ts';
import { previewText } from './draft-preview.ts';
import { getDraft, keepPresent, markPresent, textOf } from './drafts.ts';
import { findingViews } from './findings.view.ts';
import { PreviewForm, SaveForm } from './forms.ts';
import { saveText, type Saving } from './saving.ts';
import { checkedFindings, findingsWhileWriting } from './text-findings.ts';
import { presentInText, textPage, type Unsaved } from './text.view.ts';
import { editorTools } from './tools.view.ts';
import { ModuleParams } from './workshop.routes.ts';

const TextParams = ModuleParams.extend({
  path: z
    .array(z.string().max(120))
    .max(3)
    .transform((parts) => parts.join('/')),
});
const TextQuery = z.object({
  line: z.coerce.number().int().min(1).max(100_000).nullable().catch(null),
  beside: z.enum(['preview', 'twin']).catch('preview'),
  saved: z.enum(['saved', 'merged']).nullable().catch(null),
});

/** One text: written, seen beside its rendering or its twin, checked, saved. */
export function textRoutes(router: Router): void {
  at(router, paths.draftText, async (req, res) => {
    const { module, path } = readParams(TextParams, req.params);
    await markPresent(module, path, signedIn(req));
    await showText(req, res, null);
  });

  at(router, paths.saveDraftText, async (req, res) => {
    const { module, path } = readParams(TextParams, req.params);
    const { text, base, then } = readBody(SaveForm, req.body);
    const lang = languageOf(req);
    const { id, name } = signedIn(req);
    if (then === 'preview') {
      await showText(req, res, { text, base, conflict: null });
      return;
    }
    const saving = await saveText(module, path, { text, base }, { id, name });
    if (wantsJson(req)) {
      answerSaving(req, res, saving);
      return;
    }
    if (saving.outcome === 'conflict') {
      await showText(req, res, { text, base: saving.version, conflict: saving });
      return;
    }
    res.redirect(303, paths.draftText({ lang, module, path }, { saved: saving.outcome }));
  });

  at(router, paths.previewDraftText, async (req, res) => {
    const { module, path } = readParams(TextParams, req.params);
    const { text } = readBody(PreviewForm, req.body);
    const lang = languageOf(req);
    const draft = await getDraft(module);
    textOf(draft, path);
    const person = signedIn(req);
    const now = new Date();
    await keepPresent(draft, path, person, now);
    const { html, findings: alone } = await previewText(draft, path, text, lang);
    const findings = findingsWhileWriting(draft, path, text, alone);
    res.json({
      html,
      findings: findingsHtml(findings, module, lang),
      present: presentInText(draft, path, { me: person.id, now }, translator(lang)),
    });
  });

  // Asked by the editor after each save: what the whole module says of the version that is kept now.
  at(router, paths.draftTextFindings, async (req, res) => {
    const { module, path } = readParams(TextParams, req.params);
    const lang = languageOf(req);
    const draft = await getDraft(module);
    const { text, version } = textOf(draft, path);
    const { findings: alone } = await previewText(draft, path, text, lang);
    const findings = await checkedFindings(draft, path, alone);
    res.json({ version, findings: findingsHtml(findings, module, lang) });
  });

  at(router, paths.confirmDraftText, async (req, res) => {
    const { module, path } = readParams(TextParams, req.params);
    const { id, name } = signedIn(req);
    await confirmTwins(module, path, { id, name });
    res.redirect(303, paths.draftText({ lang: languageOf(req), module, path }, { beside: 'twin' }));
  });
}

const findingsHtml = (findings: readonly Finding[], module: string, lang: Language): string =>
  renderTemplate(
    'partials/findings',
    { findings: findingViews(findings, { lang, module }, translator(lang)) },
    lang,
  );

const wantsJson = (req: Request): boolean => req.accepts(['html', 'json']) === 'json';

/** For the editor's own script: what is in the database now, so that it can go on from there. */
function answerSaving(req: Request, res: Response, saving: Saving): void {
  const lang = languageOf(req);
  const t = translator(lang);
  const { outcome, version } = saving;
  if (outcome === 'conflict') {
    const told = t('authoring.conflictTold', { name: saving.other.name });
    res.status(409).json({ outcome, version, parts: saving.parts, theirs: saving.theirs, told });
    return;
  }
  const told =
    outcome === 'merged'
      ? t('authoring.merged', { name: saving.other.name })
      : t('authoring.savedAt', { time: formatTime(saving.at, lang) });
  res.json({ outcome, version, text: saving.text, told });
}

async function showText(req: Request, res: Response, unsaved: Unsaved | null): Promise<void> {
  const { module, path } = readParams(TextParams, req.params);
  const { line, beside, saved } = TextQuery.parse(req.query);
  const lang = languageOf(req);
  const t = translator(lang);
  const draft = await getDraft(module);
  const { text } = textOf(draft, path);
  const preview = await previewText(draft, path, unsaved?.text ?? text, lang);
  const findings = unsaved
    ? findingsWhileWriting(draft, path, unsaved.text, preview.findings)
    : await checkedFindings(draft, path, preview.findings);
  const staleBeside =
    beside === 'twin' ? (await checkDraft(draft)).findings.filter(({ rule }) => rule === 'stale') : [];
  const me = signedIn(req).id;
  const model = textPage(
    {
      draft,
      path,
      unsaved,
      html: preview.html,
      findings,
      line,
      beside,
      staleBeside,
      saved,
      me,
      now: new Date(),
    },
    lang,
    t,
  );
  const tools = await editorTools(draft, path, lang, t);
  const nonce = allowStyles(res);
  sendPage(
    req,
    res,
    'authoring/text',
    { ...model, ...tools, nonce },
    {
      title: [model.title, model.kicker, model.of].filter((words) => words !== '').join(' · '),
      section: 'training',
      status: unsaved?.conflict ? 409 : 200,
      scripts: ['editor'],
    },
  );
}
