import { Router, type Request } from 'express';
import { z } from 'zod';
import { getModule, getRevision } from '../../catalogue/index.ts';
import { Slug } from '../../content/module.ts';
import { Refusal } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { sendPage } from '../../web/page.ts';
import { at, readParams } from '../../web/routes.ts';
import { languageOf } from '../../web/visitor.ts';
import { analyseItems } from './analysis.ts';
import { itemsCsv } from './items.csv.ts';
import { itemsPage } from './items.view.ts';
import { oneItemPage } from './one-item.view.ts';
import { directions, firstDirection, sorts } from './sorting.ts';
import { attemptedRevisions } from './sums.ts';

const ModuleParams = z.object({ module: Slug });
const QuestionParams = z.object({ question: Slug });
/** What says nothing falls back to what the page shows by itself. */
const Query = z.object({
  revision: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null),
  sort: z.enum(sorts).catch('number'),
  direction: z.enum(directions).nullable().catch(null),
});

/** Item analysis of a module's quiz, for trainers: the table, one question, a file. */
export function itemAnalysisRoutes(): Router {
  const router = Router();

  at(router, paths.itemAnalysis, async (req, res) => {
    const { shown, current, query, language, t } = await openReport(req);
    const [analysis, revisions] = await Promise.all([analyseItems(shown), attemptedRevisions(shown.id)]);
    const direction = query.direction ?? firstDirection[query.sort];
    const model = itemsPage(
      { shown, current, revisions, analysis, sort: query.sort, direction, language },
      t,
    );
    sendPage(req, res, 'assessment/items', model, {
      title: t('items.of', { title: model.title }),
      section: 'training',
    });
  });

  at(router, paths.oneItem, async (req, res) => {
    const { question } = readParams(QuestionParams, req.params);
    const { shown, language, t } = await openReport(req);
    const analysis = await analyseItems(shown);
    const item = analysis.items.find((one) => one.question.id === question);
    if (!item) throw new Refusal('not-found', 'items.noSuchQuestion');
    const model = oneItemPage({ shown, analysis, item, language }, t);
    sendPage(req, res, 'assessment/one-item', model, {
      title: t('items.of', { title: `${model.kicker}, ${model.moduleTitle}` }),
      section: 'training',
    });
  });

  at(router, paths.itemAnalysisCsv, async (req, res) => {
    const { shown, language, t } = await openReport(req);
    const { items } = await analyseItems(shown);
    res
      .attachment(`rumbo-${shown.id}-r${String(shown.revision)}-${language}.csv`)
      .type('text/csv')
      .send(itemsCsv(shown, items, language, t));
  });

  return router;
}

/** @throws Refusal not-found: there is no such module, or it has no such revision */
async function openReport(req: Request) {
  const { module: id } = readParams(ModuleParams, req.params);
  const query = Query.parse({ revision: null, direction: null, ...req.query });
  const { module } = await getModule(id);
  const shown = await getRevision(id, query.revision ?? module.revision);
  const language = languageOf(req);
  return { shown, current: module.revision, query, language, t: translator(language) };
}
