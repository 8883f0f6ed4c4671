import type { Router } from 'express';
import { z } from 'zod';
import { getCatalogue } from '../../catalogue/index.ts';
import { paths } from '../../paths.ts';
import { translator } from '../../rendering/index.ts';
import { sendPage } from '../../web/page.ts';
import { at } from '../../web/routes.ts';
import { languageOf, signedIn } from '../../web/visitor.ts';
import { enrolmentsOf } from '../enrolment.ts';
import { searchPage } from './search.view.ts';

/** What is longer is cut: nobody looks for it. */
const SearchQuery = z.object({
  q: z
    .string()
    .transform((q) => q.slice(0, 120))
    .catch(''),
});

export function searching(router: Router): void {
  at(router, paths.search, async (req, res) => {
    const { q: query } = SearchQuery.parse(req.query);
    const language = languageOf(req);
    const t = translator(language);
    const [catalogue, enrolments] = await Promise.all([getCatalogue(), enrolmentsOf(signedIn(req).id)]);
    const enrolled = new Set(enrolments.map(({ track }) => track));
    const title = query === '' ? t('search.title') : t('search.titleFor', { query });
    const model = searchPage({ catalogue, enrolled, query }, language, t);
    sendPage(req, res, 'learning/search', model, { title, section: 'my-learning' });
  });
}
