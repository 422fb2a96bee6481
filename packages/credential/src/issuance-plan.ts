/**
 * Everything that goes into one credential, stored before it is signed. The same plan gives the same bytes, so a
 * worker that dies half way can be followed by another without a second, different credential.
 */
export interface IssuancePlan {
  /** Shape of this record, so that old plans stay readable. */
  readonly version: 1;
  /** The credential's own id, `urn:uuid:…`. Not an address: what can be fetched is decided by share grants. */
  readonly credentialId: string;
  readonly issuer: PlannedIssuer;
  /** Key id within the issuer's DID document: the DID, `#`, the multikey. */
  readonly verificationMethod: string;
  /** When it starts to count, and when the proof says it was made. RFC 3339 with a zone. */
  readonly validFrom: string;
  /** Its last moment; absent when it does not end. */
  readonly validUntil?: string;
  /** Why this is not a real credential ("made on a demonstration system"); absent when it is one. */
  readonly demonstration?: string;
  readonly subject: PlannedSubject;
  readonly achievement: PlannedAchievement;
  readonly criteria: readonly PlannedCriterion[];
  readonly evidence: readonly PlannedEvidence[];
  readonly marking: PlannedMarking;
  readonly status?: PlannedStatus;
  /** 32 random bytes in base64url. With the credential it makes the leaf of the register, which then holds no names. */
  readonly salt: string;
}

/** Who issues: a DID and how to recognise the organisation. */
export interface PlannedIssuer {
  readonly did: string;
  readonly name: string;
  readonly url: string;
}

/** Who earned it: a random id for this person, and the name to show. Never a mail address. */
export interface PlannedSubject {
  /** `urn:uuid:…` */
  readonly id: string;
  readonly name: string;
}

/** What was earned, in one published version. */
export interface PlannedAchievement {
  /** Address of this version; its page shows the criteria. */
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
  /** How one earns it, in prose. */
  readonly criteria: string;
  readonly imageUrl: string;
  /** BCP 47, e.g. `en` or `en-GB`. */
  readonly language: string;
  readonly tags: readonly string[];
  /** The level reached on a proficiency scale; absent for an achievement without one. */
  readonly level?: PlannedLevel;
  readonly alignments: readonly PlannedAlignment[];
  readonly workloadHours?: number;
  readonly ects?: number;
  readonly eqfLevel?: number;
  /** What else the European descriptors of a micro-credential say of it; absent where nothing is said. */
  readonly descriptors?: readonly PlannedDescriptor[];
}

/** One element of Annex I of the Council Recommendation on micro-credentials. */
export interface PlannedDescriptor {
  /** A word for machines, e.g. `Participation`. */
  readonly element: string;
  /** What it is called. */
  readonly name: string;
  /** What is said, in a few words. */
  readonly value: string;
  /** What is said besides. */
  readonly description?: string;
}

/** A level of the framework's proficiency scale. Not a rubric level. */
export interface PlannedLevel {
  readonly ordinal: number;
  readonly label: string;
  /** All levels of the scale, lowest first, as "3 Practitioner". */
  readonly scale: readonly string[];
}

/** A reference to an outside definition. */
export interface PlannedAlignment {
  readonly name: string;
  readonly url: string;
  readonly code?: string;
  readonly framework?: string;
  readonly description?: string;
  /** A `targetType` of Open Badges, e.g. `CFItem`, or an `ext:` one. */
  readonly type?: string;
}

/** One row of the rubric and the level that was reached on it. */
export interface PlannedCriterion {
  /** Stable within the achievement version. */
  readonly id: string;
  readonly title: string;
  readonly levels: readonly PlannedCriterionLevel[];
  /** Ordinal that had to be reached; absent when the criterion may be outweighed. */
  readonly requiredLevel?: number;
  /** Ordinal that was reached. */
  readonly achievedLevel: number;
}

/** One cell of the rubric. */
export interface PlannedCriterionLevel {
  readonly id: string;
  readonly ordinal: number;
  readonly label: string;
  readonly points: number;
  readonly descriptor: string;
}

/** A piece of evidence: what kind, from when, and its fingerprint. Never its title or content. */
export interface PlannedEvidence {
  /** A word for a person: "File", "Link", "Text". */
  readonly kind: string;
  /** Day it was made, `YYYY-MM-DD`. */
  readonly madeOn?: string;
  /** SHA-256 in lower-case hexadecimal. */
  readonly sha256: string;
}

/** How it was assessed. */
export interface PlannedMarking {
  readonly assessors: number;
  /** True when two assessors marked without seeing each other's marks. */
  readonly doubleMarked: boolean;
  /** Set where somebody showed what they could before, instead of what they learned for it. */
  readonly route?: 'PRIOR_LEARNING';
}

/** Its place in a Bitstring Status List. */
export interface PlannedStatus {
  /** Address of the list. */
  readonly list: string;
  readonly index: number;
}
