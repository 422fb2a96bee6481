import type { Verification } from './findings.js';
import type { JsonObject } from './json.js';
import { type QualityRecord, qualityFacts } from './quality-facts.js';
import { type Provenance, QUALITY_RULES, type QualityStatus } from './quality-rules.js';
import { QUALITY_FIELDS, QUALITY_SENTENCES, type QualityField, type QualitySentence } from './quality-words.js';
import { fillSentence } from './sentences.js';

/** The answer to one question of the profile, with where it comes from. */
export interface QualityFinding {
  readonly number: number;
  readonly field: QualityField;
  readonly status: QualityStatus;
  /** Absent where nothing is said. */
  readonly provenance?: Provenance;
  readonly key: QualitySentence;
  readonly values: Readonly<Record<string, string>>;
  /** Name and sentence in English. */
  readonly name: string;
  readonly sentence: string;
}

/** What a credential is worth, question by question, and two figures drawn from the answers. */
export interface QualityProfile {
  readonly fields: readonly QualityFinding[];
  readonly counts: Readonly<Record<QualityStatus, number>>;
  /** Share of the applicable questions about which something is said, 0 to 1. */
  readonly transparency: number;
  /** Weighted share of what is met, 0 to 1; absent where the proof does not hold. */
  readonly index?: number;
  /** Which weights the index was drawn with. */
  readonly weights: typeof QUALITY_WEIGHTS_VERSION;
}

/** Rises whenever a weight or a rule changes, so that figures of different rules are not compared. */
export const QUALITY_WEIGHTS_VERSION = 1;

// What is not here is shown and never counted.
const WEIGHTS: Partial<Record<QualityField, number>> = {
  ...{ proof: 10, issuerIdentity: 6, issuerStanding: 6, qualityAssurance: 5, endorsement: 3, qualificationLevel: 3 },
  ...{ skills: 6, upToDate: 4, outcomes: 6, workload: 3, prerequisites: 2, participation: 2, support: 2 },
  ...{ method: 10, criteria: 6, supervision: 6, independence: 6, reliability: 6 },
  ...{ evidence: 6, corroboration: 4, validity: 5, stackability: 2, recognition: 3 },
};

const WORTH: Partial<Record<QualityStatus, number>> = { met: 1, partial: 0.5 };
const COUNTED: readonly QualityStatus[] = ['met', 'partial', 'not-met', 'not-stated'];

/** The profile of a credential, ours or anybody's. The issuer says what it signed and edits none of the answers. */
export function qualityProfile(
  document: JsonObject,
  verification: Verification,
  record: QualityRecord = {},
): QualityProfile {
  const facts = qualityFacts(document, verification, record);
  const fields = (Object.keys(QUALITY_FIELDS) as QualityField[]).map((field, nth): QualityFinding => {
    const { status, provenance, key, values = {} } = QUALITY_RULES[field](facts);
    const shown = { name: QUALITY_FIELDS[field], sentence: fillSentence(QUALITY_SENTENCES[key], values) };
    return { number: nth + 1, field, status, ...(provenance && { provenance }), key, values, ...shown };
  });
  const applicable = fields.filter(({ status }) => status !== 'not-applicable');
  const stated = applicable.filter(({ status }) => status !== 'not-stated');
  const gate = fields[0]?.status !== 'not-met';
  return {
    fields,
    counts: countsOf(fields),
    transparency: stated.length / applicable.length,
    ...(gate && { index: indexOf(fields) }),
    weights: QUALITY_WEIGHTS_VERSION,
  };
}

function countsOf(fields: readonly QualityFinding[]): QualityProfile['counts'] {
  const counts = { met: 0, partial: 0, 'not-met': 0, 'not-stated': 0, 'not-applicable': 0, shown: 0 };
  for (const { status } of fields) counts[status] += 1;
  return counts;
}

function indexOf(fields: readonly QualityFinding[]): number {
  const scored = fields.filter(({ field, status }) => WEIGHTS[field] !== undefined && COUNTED.includes(status));
  const all = scored.reduce((sum, { field }) => sum + (WEIGHTS[field] ?? 0), 0);
  const reached = scored.reduce((sum, { field, status }) => sum + (WEIGHTS[field] ?? 0) * (WORTH[status] ?? 0), 0);
  return all === 0 ? 0 : reached / all;
}
