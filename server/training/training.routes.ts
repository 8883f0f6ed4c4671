import { Router } from 'express';
import { countWaiting } from '../assessment/index.ts';
import { getCatalogue } from '../catalogue/index.ts';
import { paths } from '../paths.ts';
import { formatDate, translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at } from '../web/routes.ts';
import { languageOf, signedIn } from '../web/visitor.ts';
import { guides } from './guide.routes.ts';

/** What trainers see of the modules: the revision that learners have, and the way to its package. */
export function trainingRoutes(): Router {
  const router = Router();
  guides(router);
  at(router, paths.trainerModules, async (req, res) => {
    const lang = languageOf(req);
    const t = translator(lang);
    const [{ tracks }, waiting] = await Promise.all([getCatalogue(), countWaiting(signedIn(req).id)]);
    const model = {
      workshopUrl: paths.workshop({ lang }),
      packagesUrl: paths.packages({ lang }),
      waiting:
        waiting > 0
          ? { label: t('assignment.waitingCount', { count: waiting }), url: paths.assignments({ lang }) }
          : null,
      tracks: tracks.map((track) => ({
        id: track.id,
        title: track.title[lang],
        exportUrl: paths.packages({ lang }, { what: `track:${track.id}` }),
        exportWhat: t('training.exportTrackWhat', { title: track.title[lang] }),
        modules: track.published.map((module, index) => ({
          number: index + 1,
          title: module.content.title[lang],
          url: paths.module({ lang, module: module.id }),
          revision: t('training.revisionNumber', { number: module.revision }),
          date: formatDate(module.publishedAt, lang),
          guide: module.content.facilitator
            ? {
                url: paths.facilitatorGuide({ lang, module: module.id }),
                what: t('training.guideOf', { title: module.content.title[lang] }),
              }
            : null,
          reports: [
            {
              url: paths.itemAnalysis({ lang, module: module.id }),
              label: t('items.title'),
              what: t('items.of', { title: module.content.title[lang] }),
            },
            {
              url: paths.moduleFeedback({ lang, module: module.id }),
              label: t('feedback.title'),
              what: t('feedback.of', { title: module.content.title[lang] }),
            },
          ],
          exportUrl: paths.packages({ lang }, { what: `module:${module.id}` }),
          exportWhat: t('training.exportWhat', { title: module.content.title[lang] }),
          contents: `${t('catalogue.lessons', { count: module.content.lessons.length })}, ${t('assessment.questions', { count: module.content.quiz.questions.length })}`,
        })),
      })),
    };
    sendPage(req, res, 'training/modules', model, { title: t('training.title'), section: 'training' });
  });
  return router;
}
