export { AttemptModel } from './attempt.model.ts';
export { startAttempt, submitAttempt, findOpenAttempt } from './attempts.ts';
export { itemAnalysisRoutes } from './items/items.routes.ts';
export { placementRoutes } from './placement.routes.ts';
export { assessmentRoutes } from './quiz.routes.ts';
