// One jest configuration for every workspace. CommonJS output: jest on Node 20 cannot require() ES modules,
// so SWC down-levels our sources and every ESM-only dependency alike.
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: {
      target: 'es2022',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
    },
  },
];

module.exports = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@assay/source', 'node', 'node-addons', 'module-sync'] },
  transform: { '\\.tsx$': swc(true), '\\.[mc]?[jt]s$': swc(false) },
  transformIgnorePatterns: ['\\.cjs$'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.js', '$1'] },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
