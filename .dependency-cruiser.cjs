/** Which part of the house may know which: DESIGN's directions, proved by `npm run lint`. */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'shared-knows-only-itself',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(renderer|electron|tests|sample-data)/' },
    },
    {
      name: 'shared-touches-no-platform',
      comment: 'No Node modules in the core: they come in as arguments.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shared-knows-no-view-library',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: 'node_modules/(react|react-dom|react-aria-components|dexie|electron|@tiptap|playwright-core)/',
      },
    },
    {
      name: 'renderer-and-electron-never-meet',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'electron-and-renderer-never-meet',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'only-electron-knows-electron',
      severity: 'error',
      from: { pathNot: '^(electron|tests)/' },
      to: { path: 'node_modules/electron/' },
    },
    {
      name: 'features-never-import-features',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-has-no-field-words',
      comment: 'The design system knows nothing of projects.',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: '^(shared|renderer/(app|project|features|parts|workers|platform))/' },
    },
    {
      name: 'parts-serve-features',
      severity: 'error',
      from: { path: '^renderer/(parts|project|platform|workers)/' },
      to: { path: '^renderer/(app|features)/' },
    },
    {
      name: 'only-the-database-knows-dexie',
      severity: 'error',
      from: { pathNot: '^(renderer/project/(database|sealed-tables)\\.ts$|tests/)' },
      to: { path: 'node_modules/dexie/' },
    },
    {
      name: 'product-never-imports-tests',
      severity: 'error',
      from: { path: '^(shared|renderer|electron)/' },
      to: { path: '^tests/' },
    },
    {
      name: 'not-unresolvable',
      severity: 'error',
      from: { path: '^(shared|renderer|electron|sample-data|tests)/' },
      to: { couldNotResolve: true, pathNot: '\\?(worker|url|raw)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: `${__dirname}/tsconfig.json` },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^out/|^dist/|^tests/lint/fixtures/|\\.css$)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types', 'require'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
