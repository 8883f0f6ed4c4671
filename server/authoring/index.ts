/** Where trainers write modules: drafts, their preview and check, publication. */
export { authoringRoutes } from './authoring.routes.ts';
export { stopChecking } from './checking.ts';
export { previewPart, type PreviewPart } from './preview.ts';
export { dropUnusedUploads, dropUnusedUploadsDaily } from './tidying.ts';
export { pullContent, type Pull, type PullOptions } from './syncing/pull.ts';
