export { AttemptModel } from './attempt.model.ts';
export { startAttempt, submitAttempt, findOpenAttempt } from './attempts.ts';
export { assessmentRoutes } from './quiz.routes.ts';
