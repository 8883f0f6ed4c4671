import type { Router } from 'express';
import { z } from 'zod';
import { getModule, siteLinks } from '../catalogue/index.ts';
import { renderGuide } from '../content/index.ts';
import { Slug } from '../content/module.ts';
import { Refusal } from '../errors.ts';
import { paths } from '../paths.ts';
import { translator } from '../rendering/index.ts';
import { sendPage } from '../web/page.ts';
import { at, readParams } from '../web/routes.ts';
import { languageOf } from '../web/visitor.ts';
import { guidePage } from './guide.view.ts';

const GuideParams = z.object({ module: Slug });

/** The facilitator's guide of a module, to read and to print; for trainers alone. */
export function guides(router: Router): void {
  at(router, paths.facilitatorGuide, async (req, res) => {
    const { module: id } = readParams(GuideParams, req.params);
    const language = languageOf(req);
    const t = translator(language);
    const { track, module } = await getModule(id);
    const guide = renderGuide(module.content, language, siteLinks(module, language));
    if (!guide) {
      throw new Refusal(
        'not-found',
        'training.noGuide',
        {},
        { url: (lang) => paths.trainerModules({ lang }), label: 'common.training' },
      );
    }
    const model = guidePage({ track, module, guide, language }, t);
    sendPage(req, res, 'training/guide', model, { title: guide.title, section: 'training' });
  });
}
