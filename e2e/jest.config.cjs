const preset = require('../jest.preset.cjs');

module.exports = {
  ...preset,
  rootDir: __dirname,
  testRegex: '\\.journey\\.ts$',
  // Journeys are long stories; each step has its own, shorter limit.
  testTimeout: 240_000,
  maxWorkers: 1,
  globalSetup: '<rootDir>/../apps/api/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/../apps/api/test/support/global-teardown.mjs',
};
