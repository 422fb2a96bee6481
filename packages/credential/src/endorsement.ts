import { CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, OPEN_BADGES_V3 } from './contexts.js';
import type { PlannedIssuer, PlannedStatus } from './issuance-plan.js';
import type { JsonObject } from './json.js';

/** What goes into a signed endorsement: about which credential, who said what, and who recorded it. */
export interface PlannedEndorsement {
  /** `urn:uuid:…` */
  readonly id: string;
  /** The id of the credential that it speaks for. */
  readonly about: string;
  readonly issuer: PlannedIssuer;
  readonly endorser: string;
  /** In which role they know the work. */
  readonly capacity: string;
  readonly words: string;
  readonly validFrom: string;
  readonly status: PlannedStatus;
  readonly isDemonstration: boolean;
}

/**
 * The unsigned EndorsementCredential of Open Badges 3.0. Whoever endorses has no keys of their own: the organisation
 * signs that they said so, and the document says that this is what was signed.
 */
export function buildEndorsement(plan: PlannedEndorsement): JsonObject {
  const { issuer, status } = plan;
  const by = `${plan.endorser}, ${plan.capacity}`;
  return {
    '@context': [CREDENTIALS_V2, OPEN_BADGES_V3, OPEN_BADGES_EXTENSIONS],
    id: plan.id,
    type: ['VerifiableCredential', 'EndorsementCredential'],
    name: `${plan.isDemonstration ? 'Demonstration: ' : ''}Endorsement by ${by}`,
    description: `Said by ${by}, and recorded by ${issuer.name}, which signed it.`,
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url },
    validFrom: plan.validFrom,
    credentialSubject: { id: plan.about, type: ['EndorsementSubject'], endorsementComment: plan.words },
    credentialStatus: {
      id: `${status.list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(status.index),
      statusListCredential: status.list,
    },
  };
}
