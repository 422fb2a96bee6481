const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  rootDir: __dirname,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testRegex: '(\\.|-)spec\\.ts$',
  setupFiles: ['reflect-metadata', '<rootDir>/test/support/graphql-as-built.cjs'],
  // One PostgreSQL for the whole run; the test support makes a database per spec file in it.
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 20_000,
  maxWorkers: 2,
};
