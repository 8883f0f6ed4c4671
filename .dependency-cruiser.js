const features =
  '^server/(accounts|catalogue|learning|assessment|worksheets|certificates|cohorts|feedback|diagnostics|reports|authoring|packages|mail)/';

/** The lines of the house: who may import whom (docs/architecture.md draws them). */
export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-rooms',
      comment: 'Content, scoring, rendering and packaging know no feature, no web and no database.',
      severity: 'error',
      from: {
        path: '^server/(content|rendering|assessment/scoring|worksheets/calculation|scorm)/',
        pathNot: '^server/scorm/[^/]+\\.(routes|page)\\.ts$',
      },
      to: {
        path: ['^server/(accounts|catalogue|learning|web|database)/', '^node_modules/(express|mongoose)/'],
      },
    },
    {
      name: 'web-knows-no-feature',
      severity: 'error',
      from: { path: '^server/web/' },
      to: { path: features },
    },
    {
      name: 'rules-know-no-express',
      comment: 'Only routes, pages, the app and web/ speak HTTP.',
      severity: 'error',
      from: { path: features, pathNot: '(\\.routes|/routes|\\.view|\\.page|/index)\\.ts$' },
      to: { path: ['^node_modules/express/', '^server/web/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-meet-at-the-index',
      severity: 'error',
      from: { path: '^server/([^/]+)/' },
      to: {
        path: features,
        pathNot: ['^server/$1/', '/index\\.ts$', '^server/(assessment/scoring|worksheets/calculation)/'],
      },
    },
    {
      name: 'engine-stands-alone',
      severity: 'error',
      from: { path: '^server/database/embedded/' },
      to: { path: '^server/', pathNot: '^server/(database/embedded/|root\\.ts)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
