// Stands in for the JSON-LD library's HTTP client at build time: contexts come from this program, never from the web.

/** Refuses, as nothing here may call it. */
export function kyPromise(): never {
  throw new Error('Contexts are not fetched');
}
