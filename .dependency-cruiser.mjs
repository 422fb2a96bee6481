// What may import what. `npm run lint` runs this over apps/*/src and packages/*/src from the top of the repository.
// docs/ARCHITECTURE.md says why; the names of the rules appear in the error.

/** Lowest first. A feature may import those before it, never those after it. A new feature gets its place here. */
const FEATURES = [
  'people',
  'sign-in',
  'provisioning',
  'skills',
  'governance',
  'courses',
  'achievements',
  'job-roles',
  'credentials',
  'badges',
  'standings',
  'submissions',
  'assessments',
  'allocation',
  'appeals',
  'quality',
  'pathways',
  'endorsements',
  'verification',
  'recognition',
  'cohorts',
  'insights',
  'reports',
  'credential-life',
  'stacks',
  'bulk-issue',
  'leaving',
  'erasure',
  'search',
  'notifications',
];

const SPEC = '[.-]spec\\.tsx?$';
const api = (path) => `^apps/api/src/${path}`;
const portal = (path) => `^apps/portal/src/${path}`;
const anyOf = (names) => `(${names.join('|')})`;

const ranks = FEATURES.slice(0, -1).map((feature, rank) => ({
  name: `api-${feature}-imports-only-downwards`,
  severity: 'error',
  comment: 'Features are ranked; a lower one is called, it never calls. See FEATURES in .dependency-cruiser.mjs.',
  from: { path: api(`features/${feature}/`) },
  to: { path: api(`features/${anyOf(FEATURES.slice(rank + 1))}/`) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Whatever goes round cannot be understood, tested or moved alone. Types count too.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'every-import-resolves',
      severity: 'error',
      comment: 'A file or package that is not there, or is not in package.json.',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', 'graphql-env\\.js$'] },
    },
    {
      name: 'apps-are-apart',
      severity: 'error',
      comment: 'Apps share packages, not code. Only the API renders the pages of apps/proof, through its one index.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/[^/]+/', pathNot: ['^apps/$1/', '^apps/proof/src/index\\.ts$'] },
    },
    {
      name: 'only-the-api-renders-proof-pages',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: '^apps/(api|proof)/' },
      to: { path: '^apps/proof/' },
    },
    {
      name: 'packages-know-no-app-and-no-framework',
      severity: 'error',
      comment:
        'What a package needs from outside is handed to it, so that server, browser and command line can all use it.',
      from: { path: '^packages/', pathNot: SPEC },
      to: { path: ['^apps/', 'node_modules/'] },
    },
    {
      name: 'packages-do-no-io',
      severity: 'error',
      from: { path: '^packages/', pathNot: SPEC },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'packages-have-one-door',
      severity: 'error',
      from: { path: '^(apps|packages)/([^/]+)/' },
      to: { path: '^packages/[^/]+/', pathNot: ['^packages/[^/]+/src/index\\.ts$', '^packages/$2/'] },
    },
    {
      name: 'api-platform-knows-no-feature',
      severity: 'error',
      comment: 'Platform is technique. What it needs to hear from the field, a feature registers with it.',
      from: { path: api('platform/') },
      to: { path: api('(?!platform/)') },
    },
    {
      name: 'api-features-have-a-rank',
      severity: 'error',
      comment: 'Add the new feature to FEATURES in .dependency-cruiser.mjs.',
      from: { path: api(`features/(?!${anyOf(FEATURES)}/)`) },
      to: {},
    },
    ...ranks,
    {
      name: 'api-features-know-no-door',
      severity: 'error',
      comment: 'Doors and the demonstration are made of features, not the other way round.',
      from: { path: api('features/'), pathNot: SPEC },
      to: { path: api('(?!features/|platform/)') },
    },
    {
      name: 'api-only-the-face-of-a-feature',
      severity: 'error',
      comment:
        'From outside a feature, only its module, service, entity, type, inputs, events and life cycle are seen.',
      from: { path: api('features/([^/]+)/') },
      to: {
        path: api('features/'),
        pathNot: [api('features/$1/'), '\\.(module|service|entity|type|refusals|events|inputs|lifecycle)\\.ts$'],
      },
    },
    {
      name: 'api-only-the-face-from-the-doors',
      severity: 'error',
      comment: 'As above, for what is not itself a feature.',
      from: { path: api('(?!features/)') },
      to: { path: api('features/'), pathNot: '\\.(module|service|entity|type|refusals|events|inputs|lifecycle)\\.ts$' },
    },
    {
      name: 'api-rules-are-pure',
      severity: 'error',
      comment: 'Rules and life cycles decide from plain values. Types, packages and parsers are all they may import.',
      from: { path: '\\.(rules|lifecycle)\\.ts$' },
      to: {
        pathNot: [
          '\\.(rules|lifecycle)\\.ts$',
          '^packages/',
          api('platform/export/spreadsheet-safe'),
          'node_modules/(csv-parse|saxes|scim-patch|scim2-parse-filter)/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'api-resolvers-never-touch-the-database',
      severity: 'error',
      comment: 'A resolver calls a service. Queries belong to the service.',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm|pg)/' },
    },
    {
      name: 'api-injected-classes-are-values',
      severity: 'error',
      comment: 'NestJS injects by the class itself. `import type` compiles and then fails at the start.',
      from: { path: '\\.(service|resolver|job|controller|guard)\\.ts$' },
      to: { path: '\\.service\\.ts$', dependencyTypes: ['type-only'] },
    },
    {
      name: 'portal-components-know-no-feature-and-no-data',
      severity: 'error',
      from: { path: portal('components/'), pathNot: SPEC },
      to: { path: [portal('(app|features|testing)/'), 'node_modules/(@apollo/client|gql\\.tada|graphql)/'] },
    },
    {
      name: 'portal-lib-is-below-everything',
      severity: 'error',
      from: { path: portal('(lib|config)/'), pathNot: SPEC },
      to: { path: portal('(app|features|components|testing)/') },
    },
    {
      name: 'portal-features-do-not-know-the-app',
      severity: 'error',
      from: { path: portal('features/'), pathNot: SPEC },
      to: { path: portal('(app|testing)/') },
    },
    {
      name: 'portal-features-are-apart',
      severity: 'error',
      comment: 'What two features share moves down into components or lib.',
      from: { path: portal('features/([^/]+)/') },
      to: { path: portal('features/'), pathNot: portal('features/$1/') },
    },
    {
      name: 'portal-ships-no-test-code',
      severity: 'error',
      from: { path: portal(''), pathNot: [SPEC, portal('testing/')] },
      to: { path: portal('testing/') },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['@assay/source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.json'],
    },
  },
};
