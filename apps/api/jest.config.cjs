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
  // What hangs is told late, but nothing fails because the machine has much else to do: a hook that gives up leaves workers running,
  // and they keep the whole process from ending.
  testTimeout: 60_000,
  maxWorkers: 2,
};
