/** SCORM packages as trainers order, keep, try and hand them out. */
export { packageRoutes } from './package.routes.ts';
