const preset = require('../../jest.preset.cjs');

module.exports = {
  ...preset,
  rootDir: __dirname,
  roots: ['<rootDir>/src'],
  testEnvironment: '<rootDir>/src/testing/browser.cjs',
  testEnvironmentOptions: { customExportConditions: ['@assay/source', 'browser'] },
  // Typing into a whole form takes its time on a busy machine.
  testTimeout: 20_000,
  testRegex: '\\.spec\\.tsx?$',
  setupFiles: ['<rootDir>/src/testing/browser-parts.cjs'],
  setupFilesAfterEnv: ['@testing-library/jest-dom'],
  moduleNameMapper: {
    '\\.css$': '<rootDir>/src/testing/css-names.cjs',
    ...preset.moduleNameMapper,
  },
};
