import type { Router } from 'express';
import { z } from 'zod';
import { getModule, getRevision } from '../catalogue/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf } from '../web/visitor.ts';
import { RevisionField } from './form.ts';
import { findComments, opinionsByLesson, revisionsWithOpinions } from './opinions.ts';
import { opinionsPage } from './opinions.view.ts';

const ModuleParams = z.object({ module: Slug });
const Query = z.object({
  revision: RevisionField.shape.revision.nullable().catch(null),
  lesson: Slug.nullable().catch(null),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** What trainers see of the feedback on a module's lessons, by revision. */
export function moduleOpinions(router: Router): void {
  at(router, paths.moduleFeedback, async (req, res) => {
    const { module: id } = readParams(ModuleParams, req.params);
    const query = Query.parse({ revision: null, lesson: null, ...req.query });
    const language = languageOf(req);
    const t = translator(language);
    const { module } = await getModule(id);
    const revision = query.revision ?? module.revision;
    const shown = await getRevision(id, revision);
    const { lesson, page } = query;
    if (lesson && !shown.content.lessons.some((one) => one.id === lesson)) {
      throw new Refusal('not-found', 'catalogue.noSuchLesson');
    }
    const [opinions, { comments, total }, revisions] = await Promise.all([
      opinionsByLesson({ module: id, revision }),
      findComments({ module: id, revision, ...(lesson ? { lesson } : {}) }, page),
      revisionsWithOpinions(id),
    ]);
    const model = opinionsPage(
      { shown, current: module.revision, revisions, opinions, comments, total, lesson, page, language },
      t,
    );
    sendPage(req, res, 'feedback/opinions', model, {
      title: t('feedback.of', { title: model.title }),
      section: 'training',
    });
  });
}
