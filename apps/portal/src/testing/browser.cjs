const { TestEnvironment } = require('jest-environment-jsdom');

// Parts of a browser that jsdom lacks; Node's own do the same.
const PARTS = { AbortController, AbortSignal, BroadcastChannel, Headers, ReadableStream, Request, Response };

/** jsdom with the parts that the router and Apollo expect of a browser. */
class Browser extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, PARTS, { structuredClone, TextDecoder, TextEncoder });
  }
}

module.exports = Browser;
