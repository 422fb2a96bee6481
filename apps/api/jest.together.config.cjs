const alone = require('./jest.config.cjs');

/** The same specs in a few large files. `npm test` takes this one; the other one runs any spec alone. */
module.exports = { ...alone, testRegex: ['/src/.*\\.spec\\.ts$', '/test/together/part-\\d\\.ts$'] };
