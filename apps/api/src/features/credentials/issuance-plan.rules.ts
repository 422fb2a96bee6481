import type {
  PlannedCriterion,
  PlannedDescriptor,
  PlannedEvidence,
  PlannedLevel,
  PlannedStatus,
} from '@assay/credential';
import type { AwardPlan } from './award.entity.js';

/** The achievement version as an award needs it: plain values, whatever it was designed with. */
export interface AwardedAchievement {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly outcomes: readonly string[];
  readonly validityMonths: number | null;
  readonly doubleMarked: boolean;
  /** Not assessed itself: held by whoever holds what it asks. */
  readonly throughOthers?: boolean;
  readonly criteria: readonly AwardedCriterion[];
  readonly language: string;
  readonly workloadHours: number | null;
  readonly ects: number | null;
  readonly eqfLevel: number | null;
  /** What else is said by the European descriptors. */
  readonly descriptors: readonly PlannedDescriptor[];
  /** Every skill that it gives, the principal one first. */
  readonly skills: readonly SkillGiven[];
}

/** A skill at the level that the award gives. */
export interface SkillGiven {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly framework: string;
  /** Where the framework is published; null where it is not. */
  readonly frameworkUrl: string | null;
  /** Null where the framework knows no levels, or the level is there no longer. */
  readonly level: PlannedLevel | null;
}

/** A row of its rubric. */
export interface AwardedCriterion {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The level to reach for it to count as met. */
  readonly required: number | null;
  readonly levels: PlannedCriterion['levels'];
}

/** What was decided, and about whom. */
export interface AwardedResult {
  readonly credentialId: string;
  readonly subjectId: string;
  readonly personName: string;
  readonly awardedOn: Date;
  /** Per criterion, the level of the rubric that was reached. */
  readonly results: readonly { readonly criterionId: string; readonly levelId: string }[];
  readonly evidence: readonly { readonly kind: string; readonly madeOn: string | null; readonly sha256: string }[];
  readonly assessorCount: number;
  readonly route?: 'PRIOR_LEARNING';
}

/** Who issues, and where the issuer is found. */
export interface IssuingOrganisation {
  readonly name: string;
  readonly did: string;
  readonly publicUrl: string;
  readonly isDemo: boolean;
}

/** Everything the credential will be made of. Decided once, here; signing adds nothing but the signature. */
export function planFor(
  achievement: AwardedAchievement,
  result: AwardedResult,
  issuer: IssuingOrganisation,
  drawn: { readonly salt: string; readonly status: PlannedStatus },
): AwardPlan {
  const { publicUrl } = issuer;
  return {
    version: 1,
    credentialId: `urn:uuid:${result.credentialId}`,
    issuer: { did: issuer.did, name: issuer.name, url: publicUrl },
    validFrom: instant(result.awardedOn),
    ...(achievement.validityMonths && {
      validUntil: instant(monthsAfter(result.awardedOn, achievement.validityMonths)),
    }),
    ...demonstrationOf(issuer),
    subject: { id: `urn:uuid:${result.subjectId}`, name: result.personName },
    achievement: achievementSaid(achievement, publicUrl),
    criteria: achievement.criteria.flatMap((criterion) => reachedOf(criterion, result)),
    evidence: result.evidence.map(evidenceOf),
    marking: {
      assessors: result.assessorCount,
      doubleMarked: achievement.doubleMarked && result.assessorCount > 1,
      ...(result.route && { route: result.route }),
    },
    ...drawn,
  };
}

/** What a credential says of its badge. */
export function achievementSaid(achievement: AwardedAchievement, publicUrl: string): AwardPlan['achievement'] {
  const level = achievement.skills[0]?.level;
  return {
    id: `${publicUrl}/achievements/${achievement.id}`,
    version: String(achievement.number),
    name: achievement.name,
    description: achievement.description,
    criteria: criteriaOf(achievement),
    imageUrl: `${publicUrl}/badges/${achievement.id}.svg`,
    language: achievement.language,
    tags: achievement.skills.map(({ name }) => name),
    ...(level && { level }),
    alignments: alignmentsOf(achievement, publicUrl),
    ...(achievement.workloadHours !== null && { workloadHours: achievement.workloadHours }),
    ...(achievement.ects !== null && { ects: achievement.ects }),
    ...(achievement.eqfLevel !== null && { eqfLevel: achievement.eqfLevel }),
    ...(achievement.descriptors.length > 0 && { descriptors: achievement.descriptors }),
  };
}

/** A system without a public, secure address cannot vouch for anybody, and one with invented people must not seem to. */
function demonstrationOf({ isDemo, publicUrl }: IssuingOrganisation): { demonstration?: string } {
  if (isDemo) return { demonstration: 'Made by a demonstration; the organisation and its people are invented.' };
  if (publicUrl.startsWith('https://')) return {};
  return { demonstration: `Made for trial at ${new URL(publicUrl).host}; it proves nothing about a real person.` };
}

function criteriaOf({ outcomes, criteria, throughOthers }: AwardedAchievement): string {
  const shown = outcomes.length > 0 ? `Whoever holds it has shown: ${outcomes.join('; ')}. ` : '';
  if (throughOthers) return `${shown}Earned through other achievements, whose credentials are its evidence.`;
  const titles = criteria.map(({ title }) => title).join('; ');
  return titles ? `${shown}Assessed against: ${titles}.` : `${shown}No assessment belongs to it.`;
}

function alignmentsOf({ id, skills }: AwardedAchievement, publicUrl: string): AwardPlan['achievement']['alignments'] {
  return skills.map(({ name, level, frameworkUrl, code, framework }) => ({
    name: level ? `${name}, level ${level.ordinal} ${level.label}` : name,
    url: frameworkUrl ?? `${publicUrl}/achievements/${id}`,
    code,
    framework,
    type: 'ext:Skill',
  }));
}

function reachedOf(criterion: AwardedCriterion, { results }: AwardedResult): PlannedCriterion[] {
  const levelId = results.find(({ criterionId }) => criterionId === criterion.id)?.levelId;
  const reached = criterion.levels.find(({ id }) => id === levelId);
  if (!reached) return [];
  const { id, title, required } = criterion;
  const levels = criterion.levels.map(({ id: cell, ordinal, label, points, descriptor }) => ({
    id: cell,
    ordinal,
    label,
    points,
    descriptor,
  }));
  return [{ id, title, levels, ...(required !== null && { requiredLevel: required }), achievedLevel: reached.ordinal }];
}

function evidenceOf({ kind, madeOn, sha256 }: AwardedResult['evidence'][number]): PlannedEvidence {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw new Error('Evidence of an award needs its SHA-256 in lower-case hexadecimal.');
  const word = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
  return { kind: word, sha256, ...(madeOn && { madeOn }) };
}

/** The same day of a later month, or that month's last day. */
function monthsAfter(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return later;
}

/** Whole seconds: several verifiers in use do not read fractions. */
function instant(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}
