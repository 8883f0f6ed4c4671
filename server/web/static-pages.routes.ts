import { Router } from 'express';
import { paths } from '../paths.ts';
import { translator, type MessageKey } from '../rendering/index.ts';
import { sendPage } from './page.ts';
import { at } from './routes.ts';
import { languageOf } from './visitor.ts';

const pages = [
  { path: paths.help, view: 'pages/help', title: 'common.help' },
  { path: paths.accessibility, view: 'pages/accessibility', title: 'common.accessibility' },
  { path: paths.privacy, view: 'pages/privacy', title: 'common.privacy' },
] as const satisfies { path: object; view: string; title: MessageKey }[];

/** Help, accessibility and privacy: words only. */
export function staticPageRoutes(): Router {
  const router = Router();
  for (const { path, view, title } of pages) {
    at(router, path, (req, res) => {
      sendPage(req, res, view, {}, { title: translator(languageOf(req))(title) });
    });
  }
  return router;
}
