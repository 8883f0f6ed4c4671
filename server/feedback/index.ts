import { Router } from 'express';
import { moduleOpinions } from './opinions.routes.ts';
import { ownFeedback } from './own.routes.ts';

export { feedbackBesideLesson } from './beside-lesson.view.ts';
export { giveFeedback } from './feedback.ts';
export { FeedbackModel } from './feedback.model.ts';

/** What readers say of lessons, and what trainers see of it. */
export function feedbackRoutes(): Router {
  const router = Router();
  ownFeedback(router);
  moduleOpinions(router);
  return router;
}
