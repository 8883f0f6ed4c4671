import { Router } from 'express';
import type { AssignmentsInLearning } from './assignments.ts';
import type { BesideLesson } from './beside-lesson.ts';
import { catalogue } from './catalogue.routes.ts';
import type { CertificatesInLearning } from './own-things.ts';
import { lessonSender } from './lesson.page.ts';
import { lessons } from './lesson.routes.ts';
import { myLearning } from './my-learning.routes.ts';
import { notes } from './notes/notes.routes.ts';
import { searching } from './search/search.routes.ts';
import type { WorksheetsInLearning } from './worksheets.ts';

/** What features above this one show on its pages. */
interface HandedIn {
  besideLesson: BesideLesson;
  worksheets: WorksheetsInLearning;
  assignments: AssignmentsInLearning;
  certificatesOf: CertificatesInLearning;
}

export function learningRoutes(handedIn: HandedIn): Router {
  const { besideLesson, worksheets, assignments } = handedIn;
  const router = Router();
  const sendLesson = lessonSender(besideLesson, worksheets);
  catalogue(router, assignments);
  lessons(router, sendLesson);
  myLearning(router, handedIn);
  notes(router, sendLesson);
  searching(router);
  return router;
}
