import type { Canonicalise, Cryptography } from './data-integrity.js';
import type { JsonObject } from './json.js';
import { fillSentence, SENTENCES, type SentenceKey } from './sentences.js';

/** The questions a verifier asks, in the order in which they are shown. The first and the last only where there is something to ask. */
export const CHECK_NAMES = [
  'file',
  'format',
  'structure',
  'signature',
  'issuer',
  'status',
  'dates',
  'endorsements',
] as const;
/** One of the questions. */
export type CheckName = (typeof CHECK_NAMES)[number];

/** `warning` is not a failure, and `not-checked` is not a pass. */
export type CheckState = 'ok' | 'failed' | 'warning' | 'not-checked';

/** Something worth knowing about a finding. The label is a key for translation; the value is shown as it is. */
export interface Detail {
  readonly label:
    | 'method'
    | 'key'
    | 'means'
    | 'foundIn'
    | 'name'
    | 'list'
    | 'from'
    | 'until'
    | 'reason'
    | 'problem'
    | 'contexts';
  readonly value: string;
}

/** The answer to one question. */
export interface Check {
  readonly name: CheckName;
  readonly state: CheckState;
  /** Which sentence, for pages in other languages. */
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, string>>;
  /** The sentence in English. */
  readonly sentence: string;
  readonly details: readonly Detail[];
}

/** The answer to "may I rely on it?". */
export type Verdict =
  | 'genuine-and-current'
  | 'expired'
  | 'not-yet-valid'
  | 'revoked'
  | 'suspended'
  | 'unknown-issuer'
  | 'could-not-check'
  | 'broken';

/** All answers about one document. */
export interface Verification {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly checkedAt: string;
}

/** An issuer that somebody vouches for. */
export interface RegisteredIssuer {
  /** The name to show, from the register and not from the badge. */
  readonly name: string;
  /** Which register, in words. */
  readonly register: string;
  /** Keys known to be the issuer's, so that it can be recognised without the network. */
  readonly keys?: readonly string[];
}

/** What a verifier needs from the world around it. */
export interface VerificationDependencies extends Cryptography {
  readonly now: Date;
  readonly canonicalise: Canonicalise;
  gunzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array>;
  /** The DID document of an issuer; rejects where it cannot be had. */
  resolveIssuer(did: string): Promise<JsonObject>;
  /** The status list at an address; rejects where it cannot be had. */
  loadStatusList(url: string): Promise<JsonObject>;
  /** A document that a badge of Open Badges 2.0 names; without it such badges cannot be checked. Rejects where it cannot be had. */
  readonly loadLinked?: (url: string) => Promise<JsonObject>;
  /** The register of issuers that are trusted here. Without one, the issuer's own domain is the answer. */
  readonly register?: (issuer: string) => RegisteredIssuer | undefined;
}

/** Makes the answer to one question. */
export function finding(
  name: CheckName,
  state: CheckState,
  key: SentenceKey,
  values: Record<string, string> = {},
  details: readonly Detail[] = [],
): Check {
  return { name, state, key, values, sentence: fillSentence(SENTENCES[key], values), details };
}
