const preset = require('../jest.preset.cjs');

module.exports = {
  ...preset,
  rootDir: __dirname,
  testRegex: '\\.journey\\.ts$',
  // Journeys are long stories; each step has its own, shorter limit.
  testTimeout: 240_000,
  // Each has a product and a browser of its own, and waits more than it works.
  maxWorkers: 2,
  testSequencer: '<rootDir>/longest-first.cjs',
  // Both are CommonJS for a browser or Node as they are; rewritten they break.
  transformIgnorePatterns: [...preset.transformIgnorePatterns, '/node_modules/(axe-core|playwright-core)/'],
  globalSetup: '<rootDir>/../apps/api/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/../apps/api/test/support/global-teardown.mjs',
};
