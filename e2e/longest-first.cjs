const { default: Sequencer } = require('@jest/test-sequencer');

/** The tours of every page take longer than any other: begun last, they would be alone at the end. */
module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const isTour = ({ path }) => (path.includes('demonstration') ? 0 : 1);
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => isTour(one) - isTour(other));
  }
};
