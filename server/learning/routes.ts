import { Router } from 'express';
import { catalogue } from './catalogue.routes.ts';
import { lessons } from './lesson.routes.ts';
import { myLearning } from './my-learning.routes.ts';
import { notes } from './notes/notes.routes.ts';
import { searching } from './search/search.routes.ts';

export function learningRoutes(): Router {
  const router = Router();
  catalogue(router);
  lessons(router);
  myLearning(router);
  notes(router);
  searching(router);
  return router;
}
