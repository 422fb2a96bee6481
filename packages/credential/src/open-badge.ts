import { fromHex, toDigestMultibase } from './bytes.js';
import { CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, OPEN_BADGES_SCHEMA, OPEN_BADGES_V3 } from './contexts.js';
import type { IssuancePlan, PlannedAlignment, PlannedCriterion } from './issuance-plan.js';
import type { JsonObject, JsonValue } from './json.js';

const EU_DESCRIPTORS = 'European descriptors of micro-credentials (2022/C 243/02, Annex I)';

/** The contexts of every badge that is built here. */
export const BADGE_CONTEXTS = [CREDENTIALS_V2, OPEN_BADGES_V3, OPEN_BADGES_EXTENSIONS];

/**
 * The unsigned Open Badges 3.0 credential of a plan. Deterministic: no clock, no random, member order fixed.
 * Nodes carry ids wherever the official schema lets them, because blank nodes are what makes canonicalisation slow.
 */
export function buildOpenBadge(plan: IssuancePlan): JsonObject {
  return compact({
    '@context': [...BADGE_CONTEXTS],
    id: plan.credentialId,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: plan.demonstration ? `Demonstration: ${plan.achievement.name}` : plan.achievement.name,
    description: plan.demonstration
      ? `${plan.demonstration} ${plan.achievement.description}`
      : plan.achievement.description,
    issuer: issuerOf(plan),
    validFrom: plan.validFrom,
    validUntil: plan.validUntil,
    credentialSubject: subjectOf(plan),
    evidence: plan.evidence.map((_, nth) => compact(evidenceOf(plan, nth))),
    credentialSchema: [{ id: OPEN_BADGES_SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: statusOf(plan),
  });
}

/**
 * What badges of one version say differently, in the order of the slots of a badge (`slotsOfBadge`). Whoever fills a template with
 * these looks at the first of each shape: in another order, they would not come to the document above.
 */
export function holderValues(plan: IssuancePlan): (JsonValue | undefined)[] {
  const { credentialId, validFrom, validUntil, subject, status } = plan;
  const values: (JsonValue | undefined)[] = validUntil === undefined ? [] : [validUntil];
  values.unshift(credentialId, validFrom);
  values.push(subject.id, markingNarrative(plan), subject.name);
  for (const result of resultsOf(plan)) values.push(result.id, result.achievedLevel ?? result.value);
  for (let nth = 0; nth < plan.evidence.length; nth += 1) {
    const { id, name, genre, description, digestMultibase } = evidenceOf(plan, nth);
    values.push(id, name, genre, description, digestMultibase);
  }
  if (status) values.push(`${status.list}#${status.index}`, String(status.index), status.list);
  return values;
}

function issuerOf({ issuer, demonstration }: IssuancePlan): JsonObject {
  return compact({ id: issuer.did, type: ['Profile'], name: issuer.name, url: issuer.url, description: demonstration });
}

function subjectOf(plan: IssuancePlan): JsonObject {
  const { subject } = plan;
  return compact({
    id: subject.id,
    type: ['AchievementSubject'],
    // The schema closes IdentityObject, so this is the one node without an id.
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: subject.name, identityType: 'name' }],
    narrative: markingNarrative(plan),
    achievement: achievementOf(plan),
    result: resultsOf(plan),
  });
}

function achievementOf(plan: IssuancePlan): JsonObject {
  const { achievement, issuer } = plan;
  return compact({
    id: achievement.id,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: achievement.name,
    description: achievement.description,
    criteria: { id: `${achievement.id}#criteria`, narrative: achievement.criteria },
    image: { id: achievement.imageUrl, type: 'Image', caption: achievement.name },
    creator: { id: issuer.did, type: ['Profile'] },
    version: achievement.version,
    inLanguage: achievement.language,
    tag: [...achievement.tags],
    creditsAvailable: achievement.ects,
    alignment: [
      ...achievement.alignments,
      ...eqfAlignment(achievement.eqfLevel),
      ...descriptorAlignments(achievement),
    ].map((alignment, nth) => alignmentOf(`${achievement.id}#alignment-${nth + 1}`, alignment)),
    resultDescription: [
      ...levelDescription(plan),
      ...plan.criteria.map((criterion) => resultDescriptionOf(plan, criterion)),
    ],
  });
}

/** The European Qualifications Framework has no term in Open Badges, but its levels have public ids. */
function eqfAlignment(level: number | undefined): PlannedAlignment[] {
  if (level === undefined) return [];
  return [
    {
      name: `EQF level ${level}`,
      url: `http://data.europa.eu/snb/eqf/${level}`,
      framework: 'European Qualifications Framework',
      type: 'ext:EQFLevel',
    },
  ];
}

/** Most of the European descriptors have no term in Open Badges: each points to where the achievement's own page says it. */
function descriptorAlignments({ id, descriptors = [] }: IssuancePlan['achievement']): PlannedAlignment[] {
  return descriptors.map(({ element, name, value, description }) => ({
    name: `${name}: ${value}`,
    url: `${id}#${element}`,
    framework: EU_DESCRIPTORS,
    type: `ext:EU${element}`,
    description,
  }));
}

function alignmentOf(id: string, alignment: PlannedAlignment): JsonObject {
  return compact({
    id,
    type: ['Alignment'],
    targetName: alignment.name,
    targetUrl: alignment.url,
    targetType: alignment.type,
    targetCode: alignment.code,
    targetFramework: alignment.framework,
    targetDescription: alignment.description,
  });
}

function levelDescription({ achievement }: IssuancePlan): JsonObject[] {
  const { level } = achievement;
  if (!level) return [];
  return [
    {
      id: `${achievement.id}#level`,
      type: ['ResultDescription'],
      name: 'Proficiency level',
      resultType: 'PerformanceLevel',
      allowedValue: [...level.scale],
      requiredValue: `${level.ordinal} ${level.label}`,
    },
  ];
}

function resultDescriptionOf({ achievement }: IssuancePlan, criterion: PlannedCriterion): JsonObject {
  const required = criterion.levels.find((level) => level.ordinal === criterion.requiredLevel);
  return compact({
    id: criterionId(achievement.id, criterion),
    type: ['ResultDescription'],
    name: criterion.title,
    resultType: 'RubricCriterionLevel',
    requiredLevel: required && levelId(achievement.id, criterion, required.ordinal),
    rubricCriterionLevel: criterion.levels.map((level) => ({
      id: levelId(achievement.id, criterion, level.ordinal),
      type: ['RubricCriterionLevel'],
      name: level.label,
      level: String(level.ordinal),
      points: String(level.points),
      description: level.descriptor,
    })),
  });
}

function resultsOf(plan: IssuancePlan): JsonObject[] {
  const { achievement, credentialId } = plan;
  const level = achievement.level && {
    resultDescription: `${achievement.id}#level`,
    value: `${achievement.level.ordinal} ${achievement.level.label}`,
  };
  const criteria = plan.criteria.map((criterion) => ({
    resultDescription: criterionId(achievement.id, criterion),
    achievedLevel: levelId(achievement.id, criterion, criterion.achievedLevel),
  }));
  return [...(level ? [level] : []), ...criteria].map((result, nth) => ({
    id: `${credentialId}#result-${nth + 1}`,
    type: ['Result'],
    ...result,
  }));
}

function evidenceOf(plan: IssuancePlan, nth: number): JsonObject {
  const evidence = plan.evidence[nth];
  const digest = fromHex(evidence?.sha256 ?? '');
  if (!evidence || digest?.length !== 32) throw new Error(`Evidence ${nth + 1} of the plan has no SHA-256 digest`);
  return {
    id: `${plan.credentialId}#evidence-${nth + 1}`,
    type: ['Evidence'],
    name: `Evidence ${nth + 1}`,
    genre: evidence.kind,
    description: evidence.madeOn
      ? `Made on ${evidence.madeOn}. The content is not in the credential.`
      : 'The content is not in the credential.',
    digestMultibase: toDigestMultibase(digest),
  };
}

function statusOf({ status }: IssuancePlan): JsonObject | undefined {
  if (!status) return undefined;
  return {
    id: `${status.list}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(status.index),
    statusListCredential: status.list,
  };
}

function markingNarrative({ marking, criteria, evidence, achievement }: IssuancePlan): string {
  const assessors = marking.assessors === 1 ? 'One assessor' : `${marking.assessors} assessors`;
  const how = marking.doubleMarked ? ' who did not see each other’s marks' : '';
  const workload = achievement.workloadHours === undefined ? '' : ` Learning time: ${achievement.workloadHours} hours.`;
  const route = marking.route === 'PRIOR_LEARNING' ? ' Earned by recognition of prior learning.' : '';
  const marked = `${assessors}${how} marked ${count(criteria.length, 'criterion', 'criteria')} against ${count(evidence.length, 'piece', 'pieces')} of evidence.${route}`;
  return marking.assessors > 0 ? marked + workload : `Awarded without an assessment.${workload}`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

function criterionId(achievementId: string, criterion: PlannedCriterion): string {
  return `${achievementId}#criterion-${criterion.id}`;
}

function levelId(achievementId: string, criterion: PlannedCriterion, ordinal: number): string {
  const level = criterion.levels.find((candidate) => candidate.ordinal === ordinal);
  if (!level) throw new Error(`Criterion ${criterion.title} has no level ${ordinal}`);
  return `${criterionId(achievementId, criterion)}-${level.id}`;
}

/** Open Badges serialisation: what has no value is left out, never null and never an empty array. */
function compact(members: JsonObject): JsonObject {
  const kept: JsonObject = {};
  for (const member of Object.keys(members)) if (!isNothing(members[member])) kept[member] = members[member];
  return kept;
}

function isNothing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}
