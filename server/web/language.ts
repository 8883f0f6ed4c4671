import { Router } from 'express';
import { paths } from '../paths.ts';
import { at } from './routes.ts';
import { preferredLanguage } from './visitor.ts';

/** `/` goes to the person's own language. */
export function languageChoice(): Router {
  const router = Router();
  at(router, paths.root, (req, res) => {
    res.vary('Accept-Language').redirect(302, paths.home({ lang: preferredLanguage(req) }));
  });
  return router;
}
