import { Router } from 'express';
import { docxRoutes } from './docx/docx.routes.ts';
import { draftRoutes } from './draft.routes.ts';
import { giftRoutes } from './gift/gift.routes.ts';
import { fileRoutes } from './files/files.routes.ts';
import { importRoutes } from './files/import.routes.ts';
import { moduleZipRoutes } from './files/module-zip.routes.ts';
import { guideRoutes } from './guide.routes.ts';
import { historyRoutes } from './history.routes.ts';
import { textRoutes } from './text.routes.ts';
import { workshopRoutes } from './workshop.routes.ts';

/** The workshop: its list, each draft, each text. */
export function authoringRoutes(): Router {
  const router = Router();
  workshopRoutes(router);
  guideRoutes(router);
  historyRoutes(router);
  draftRoutes(router);
  docxRoutes(router);
  giftRoutes(router);
  fileRoutes(router);
  importRoutes(router);
  moduleZipRoutes(router);
  textRoutes(router);
  return router;
}
