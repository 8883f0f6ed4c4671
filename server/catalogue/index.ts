export { findAsset, openAsset, type StoredAsset } from './assets.ts';
export {
  forgetCatalogue,
  getCatalogue,
  getModule,
  getRevision,
  getTrack,
  type Catalogue,
  type ModuleInTrack,
  type PublishedModule,
  type PublishedTrack,
} from './catalogue.ts';
export { getLesson, siteLinks } from './lessons.ts';
export { publishContent, type Publication } from './publish.ts';
export { findOriginal, storeOriginal } from './originals.ts';
export { releaseModule, type Release } from './release.ts';
export { sourceHash, sourceOf } from './sources.ts';
