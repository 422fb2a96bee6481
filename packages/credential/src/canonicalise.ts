import { type Canonicalise, ContextNotAvailable } from './data-integrity.js';
import type { JsonObject } from './json.js';

/** The part of a JSON-LD library that is needed here; `jsonld.canonize` fits. */
export type Canonize = (document: JsonObject, options: CanonizeOptions) => Promise<string>;

/** Options of `jsonld.canonize`, with nothing left to its defaults. */
export interface CanonizeOptions {
  readonly algorithm: 'RDFC-1.0';
  readonly format: 'application/n-quads';
  readonly safe: true;
  readonly base: null;
  readonly documentLoader: (url: string) => Promise<LoadedContext>;
}

/** What a JSON-LD document loader answers. `static` lets the library keep the processed context. */
export interface LoadedContext {
  readonly contextUrl: null;
  readonly documentUrl: string;
  readonly document: object;
  readonly tag: 'static';
}

/**
 * Canonicalisation with contexts that are all on this machine. A context is part of what the signature means, so
 * fetching one while verifying would let whoever serves it decide.
 */
export function canonicaliseWith(canonize: Canonize, contexts: ReadonlyMap<string, object>): Canonicalise {
  const loaded = new Map<string, LoadedContext>();
  const documentLoader = async (url: string): Promise<LoadedContext> => {
    const document = contexts.get(url);
    if (!document) throw new ContextNotAvailable(url);
    const known = loaded.get(url) ?? { contextUrl: null, documentUrl: url, document, tag: 'static' };
    loaded.set(url, known);
    return known;
  };
  return (document) =>
    canonize(document, {
      algorithm: 'RDFC-1.0',
      format: 'application/n-quads',
      safe: true,
      base: null,
      documentLoader,
    });
}
