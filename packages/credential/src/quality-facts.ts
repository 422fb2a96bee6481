import type { Verification } from './findings.js';
import { asList, asText, isObject, type JsonObject, type JsonValue } from './json.js';

/** What is known besides the document. Everything is optional: of a foreign badge hardly anything is. */
export interface QualityRecord {
  /** Whom a list of trusted issuers names it as. */
  readonly trustedAs?: string;
  /** What the issuer's own installation counts. */
  readonly issuing?: { readonly since: string; readonly issued: number; readonly revoked: number };
  /** Whose endorsements were checked and hold. */
  readonly endorsedBy?: readonly string[];
  /** Whether every skill it names is still in use, and since when its criteria are as they are. */
  readonly upToDate?: { readonly skillsInUse: boolean; readonly criteriaFrom: string };
  readonly outcomes?: number;
  /** The issuer's rules keep managers and reports away from the mark. */
  readonly conflictsRuledOut?: boolean;
  /** Agreement of two who marked the same work; absent below ten. */
  readonly agreement?: { readonly value: number; readonly low: number; readonly high: number; readonly n: number };
  readonly firstAttempts?: { readonly passed: number; readonly n: number };
  /** Larger credentials that it counts towards. */
  readonly countsTowards?: readonly string[];
}

/** What the questions of a profile are answered from. */
export interface QualityFacts {
  readonly verification: Verification;
  readonly record: QualityRecord;
  readonly document: JsonObject;
  readonly achievement: JsonObject;
  /** Skills it names. */
  readonly skills: readonly JsonObject[];
  readonly evidence: readonly JsonObject[];
  /** Criteria with their levels. */
  readonly rubric: readonly JsonObject[];
  /** What it says in prose about how it was earned. */
  readonly narrative: string;
  /** What it says by one of the European descriptors; absent where nothing. */
  descriptor(element: string): string | undefined;
}

/** Reads a document for the questions of a profile. What is missing is empty. */
export function qualityFacts(document: JsonObject, verification: Verification, record: QualityRecord): QualityFacts {
  const subject = objectOf(document.credentialSubject);
  const achievement = objectOf(subject.achievement);
  const alignments = objects(achievement.alignment);
  return {
    ...{ verification, record, document, achievement },
    skills: alignments.filter(({ targetType }) => !/^ext:(EU|EQF)/.test(asText(targetType) ?? '')),
    evidence: objects(document.evidence),
    rubric: objects(achievement.resultDescription).filter((row) => asList(row.rubricCriterionLevel).length > 0),
    narrative: asText(subject.narrative) ?? '',
    descriptor: (element) => {
      const said = alignments.find(({ targetType }) => targetType === `ext:${element}`);
      return said && descriptorWords(said);
    },
  };
}

/** "Name: value" without the name, with what is said besides. */
function descriptorWords({ targetName, targetDescription }: JsonObject): string {
  const value = (asText(targetName) ?? '').replace(/^[^:]*: /, '');
  const more = asText(targetDescription);
  return more ? `${value}; ${more}` : value;
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return asList(value).filter((item) => isObject(item));
}

function objectOf(value: JsonValue | undefined): JsonObject {
  const [first] = objects(value);
  return first ?? {};
}
