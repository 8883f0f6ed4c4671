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
export { archivedModules, archiveModule, moveModule, type ArchivedModule } from './arrangement.ts';
export { historyOf, type RevisionSummary } from './history.ts';
export { dropOriginals, findOriginal, storeOriginal } from './originals.ts';
export { readRecord, writeRecord, type PublishedRecord } from './published-record.ts';
export { releaseModule, showInTrack, type Release } from './release.ts';
export { originalsOfSources, sourceHash, sourceOf } from './sources.ts';
