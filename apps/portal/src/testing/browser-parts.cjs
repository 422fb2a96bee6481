// Parts of a browser that need no more here than to exist.
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};
globalThis.matchMedia ??= (query) => ({
  matches: false,
  media: query,
  addEventListener() {},
  removeEventListener() {},
  addListener() {},
  removeListener() {},
});
Element.prototype.scrollIntoView ??= () => {};
document.fonts ??= { addEventListener() {}, removeEventListener() {} };
globalThis.scrollTo = () => {};
