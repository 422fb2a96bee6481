import { asText, isObject } from './json.js';
import type { QualityFacts } from './quality-facts.js';
import type { QualityField, QualitySentence } from './quality-words.js';

/** `shown` is worth knowing and neither better nor worse; `not-applicable` is no question here. */
export type QualityStatus = 'met' | 'partial' | 'not-met' | 'not-stated' | 'not-applicable' | 'shown';

/** Where an answer comes from. */
export type Provenance = 'signed' | 'checked' | 'counted' | 'register' | 'holder';

/** The answer to one question. */
export interface Answer {
  readonly status: QualityStatus;
  readonly provenance?: Provenance;
  readonly key: QualitySentence;
  readonly values?: Readonly<Record<string, string>>;
}

const NOT_STATED: Answer = { status: 'not-stated', key: 'notStated' };
const MONTH_MS = 30.44 * 86_400_000;
const AGREES_WELL = 0.6;
const LEAST_FIRST_ATTEMPTS = 20;

/** How each question is answered. */
export const QUALITY_RULES: Readonly<Record<QualityField, (facts: QualityFacts) => Answer>> = {
  proof: proofOf,
  issuerIdentity: identityOf,
  issuerStanding: standingOf,
  qualityAssurance: assuranceOf,
  endorsement: endorsementOf,
  qualificationLevel: levelOf,
  skills: skillsOf,
  role: () => ({ status: 'not-applicable', key: 'roleViewer' }),
  upToDate: upToDateOf,
  outcomes: outcomesOf,
  workload: workloadOf,
  prerequisites: (facts) => saidBy(facts, 'EUPrerequisites', 'prerequisitesStated'),
  participation: (facts) => saidBy(facts, 'EUParticipation', 'participationStated'),
  support: (facts) => saidBy(facts, 'EUSupport', 'prerequisitesStated'),
  method: methodOf,
  criteria: criteriaOf,
  supervision: supervisionOf,
  independence: independenceOf,
  reliability: reliabilityOf,
  selectivity: selectivityOf,
  evidence: evidenceOf,
  corroboration: corroborationOf,
  validity: validityOf,
  stackability: stackabilityOf,
  recognition: (facts) => saidBy(facts, 'EURecognition', 'recognisedBy'),
  learning: () => ({ status: 'not-applicable', key: 'learningPrivate' }),
};

function proofOf({ verification: { verdict } }: QualityFacts): Answer {
  if (verdict === 'broken' || verdict === 'revoked')
    return { status: 'not-met', provenance: 'checked', key: 'proofFails' };
  const holds = verdict === 'genuine-and-current' || verdict === 'unknown-issuer';
  return holds
    ? { status: 'met', provenance: 'checked', key: 'proofHolds' }
    : { status: 'partial', provenance: 'checked', key: 'proofUnsure' };
}

function identityOf({ verification, record }: QualityFacts): Answer {
  const check = verification.checks.find(({ name }) => name === 'issuer');
  if (record.trustedAs)
    return { status: 'met', provenance: 'register', key: 'issuerInRegister', values: { register: record.trustedAs } };
  if (check?.state === 'ok') return { status: 'partial', provenance: 'checked', key: 'issuerDomainOnly' };
  if (check?.state === 'not-checked' || !check) return NOT_STATED;
  return { status: 'not-met', provenance: 'checked', key: 'issuerUnknown' };
}

function standingOf({ record: { trustedAs, issuing }, verification }: QualityFacts): Answer {
  if (trustedAs) return { status: 'met', provenance: 'register', key: 'standingTrusted', values: { name: trustedAs } };
  if (!issuing) return NOT_STATED;
  const since = issuing.since.slice(0, 10);
  const values = { since, issued: String(issuing.issued), revoked: String(issuing.revoked) };
  const months = monthsBetween(issuing.since, verification.checkedAt);
  return months >= 24
    ? { status: 'partial', provenance: 'counted', key: 'standingYears', values }
    : { status: 'not-met', provenance: 'counted', key: 'standingYoung', values };
}

function assuranceOf({ descriptor, verification }: QualityFacts): Answer {
  const form = descriptor('EUQualityAssurance');
  if (!form) return NOT_STATED;
  if (!/extern|accredit/i.test(form)) return { status: 'partial', provenance: 'signed', key: 'qaInternal' };
  const [year] = /\b20\d\d\b/.exec(form) ?? [];
  const recent = year !== undefined && Number(verification.checkedAt.slice(0, 4)) - Number(year) <= 5;
  return recent
    ? { status: 'met', provenance: 'signed', key: 'qaExternal', values: { form: sentence(form), year } }
    : { status: 'partial', provenance: 'signed', key: 'qaExternalUndated', values: { form: sentence(form) } };
}

function endorsementOf({ record: { endorsedBy = [] }, document, achievement }: QualityFacts): Answer {
  if (endorsedBy.length > 0)
    return { status: 'met', provenance: 'checked', key: 'endorsedBy', values: { names: endorsedBy.join(', ') } };
  const named = [document.endorsement, document.endorsementJwt, achievement.endorsement].some(Boolean);
  return named ? { status: 'partial', provenance: 'signed', key: 'endorsedUnsigned' } : NOT_STATED;
}

function levelOf({ achievement, descriptor }: QualityFacts): Answer {
  const eqf = /data\.europa\.eu\/snb\/eqf\/(\d)/.exec(JSON.stringify(achievement.alignment ?? []))?.[1];
  const national = descriptor('EUNationalLevel');
  const level = [eqf && `EQF ${eqf}`, national].filter(Boolean).join(', ');
  if (!level) return NOT_STATED;
  const referenced = national?.includes(';') === true;
  return referenced
    ? { status: 'met', provenance: 'signed', key: 'levelReferenced', values: { level } }
    : { status: 'partial', provenance: 'signed', key: 'levelSelf', values: { level } };
}

function skillsOf({ skills }: QualityFacts): Answer {
  if (skills.length === 0) return NOT_STATED;
  const coded = skills.filter(({ targetCode, targetUrl }) => asText(targetCode) && asText(targetUrl)).length;
  const values = { coded: String(coded), count: String(skills.length) };
  return coded === skills.length
    ? { status: 'met', provenance: 'signed', key: 'skillsCoded', values }
    : { status: 'partial', provenance: 'signed', key: 'skillsNamed', values };
}

function upToDateOf({ record: { upToDate }, verification }: QualityFacts): Answer {
  if (!upToDate) return NOT_STATED;
  const { skillsInUse, criteriaFrom } = upToDate;
  const recent = monthsBetween(criteriaFrom, verification.checkedAt) <= 24;
  const values = { date: criteriaFrom.slice(0, 10) };
  if (skillsInUse && recent) return { status: 'met', provenance: 'counted', key: 'currentBoth', values };
  if (skillsInUse) return { status: 'partial', provenance: 'counted', key: 'currentSkills', values };
  if (recent) return { status: 'partial', provenance: 'counted', key: 'currentCriteria', values };
  return { status: 'not-met', provenance: 'counted', key: 'currentNeither', values };
}

function outcomesOf({ record, achievement }: QualityFacts): Answer {
  const narrative = narrativeOf(achievement);
  const listed = record.outcomes ?? narrative.split(/;|\n\s*[-*•]/).length;
  if (listed >= 3)
    return { status: 'met', provenance: 'signed', key: 'outcomesListed', values: { count: String(listed) } };
  return narrative ? { status: 'partial', provenance: 'signed', key: 'outcomesDescribed' } : NOT_STATED;
}

function workloadOf({ narrative, achievement: { creditsAvailable } }: QualityFacts): Answer {
  const hours = /Learning time: ([\d.]+) hours/.exec(narrative)?.[1];
  const credits = typeof creditsAvailable === 'number' ? `${creditsAvailable} credits` : undefined;
  const load = [hours && `${hours} hours`, credits].filter(Boolean).join(', ');
  return load ? { status: 'met', provenance: 'signed', key: 'workloadStated', values: { load } } : NOT_STATED;
}

function methodOf({ descriptor, narrative, rubric }: QualityFacts): Answer {
  if (narrative.startsWith('Awarded without an assessment'))
    return { status: 'not-met', provenance: 'signed', key: 'methodNone' };
  const words = descriptor('EUAssessment');
  if (words && /attendance|participation only/i.test(words))
    return { status: 'not-met', provenance: 'signed', key: 'methodAttendance' };
  const values = { words: sentence(words ?? '') };
  if (words && /portfolio|observation|practical|project/i.test(words))
    return { status: 'met', provenance: 'signed', key: 'methodPerformance', values };
  if (words) return { status: 'partial', provenance: 'signed', key: 'methodTest', values };
  return rubric.length > 0 ? { status: 'met', provenance: 'signed', key: 'methodRubric' } : NOT_STATED;
}

function criteriaOf({ rubric, achievement }: QualityFacts): Answer {
  if (rubric.length > 0)
    return { status: 'met', provenance: 'signed', key: 'criteriaRubric', values: { count: String(rubric.length) } };
  return narrativeOf(achievement) ? { status: 'partial', provenance: 'signed', key: 'criteriaText' } : NOT_STATED;
}

function supervisionOf({ descriptor }: QualityFacts): Answer {
  const words = descriptor('EUSupervision');
  if (!words) return NOT_STATED;
  const supervised = /^supervised/i.test(words);
  const identity = /identity verified/i.test(words);
  const status = supervised && identity ? 'met' : supervised || identity ? 'partial' : 'not-met';
  return { status, provenance: 'signed', key: 'supervised', values: { words: sentence(words) } };
}

function independenceOf({ narrative, record }: QualityFacts): Answer {
  const assessors = /^(\d+) assessors/.exec(narrative)?.[1];
  const blind = narrative.includes('did not see each other');
  if (record.conflictsRuledOut && blind)
    return { status: 'met', provenance: 'counted', key: 'independentBoth', values: { assessors: assessors ?? '2' } };
  if (blind) return { status: 'partial', provenance: 'signed', key: 'independentSaid' };
  if (record.conflictsRuledOut && /^(One|\d+) assessor/.test(narrative))
    return { status: 'partial', provenance: 'counted', key: 'independentRule' };
  return NOT_STATED;
}

function reliabilityOf({ record: { agreement } }: QualityFacts): Answer {
  if (!agreement) return { status: 'not-stated', key: 'reliabilityFew' };
  const { value, low, high, n } = agreement;
  const values = { value: value.toFixed(2), low: low.toFixed(2), high: high.toFixed(2), n: String(n) };
  return low >= AGREES_WELL
    ? { status: 'met', provenance: 'counted', key: 'reliabilityGood', values }
    : { status: 'partial', provenance: 'counted', key: 'reliabilityShown', values };
}

function selectivityOf({ record: { firstAttempts } }: QualityFacts): Answer {
  if (!firstAttempts || firstAttempts.n < LEAST_FIRST_ATTEMPTS) return { status: 'not-stated', key: 'selectivityFew' };
  const percent = Math.round((100 * firstAttempts.passed) / firstAttempts.n);
  const values = { percent: String(percent), n: String(firstAttempts.n) };
  return { status: 'shown', provenance: 'counted', key: 'selectivityShown', values };
}

function evidenceOf({ evidence }: QualityFacts): Answer {
  if (evidence.length === 0) return NOT_STATED;
  const kinds = [...new Set(evidence.map(({ genre }) => (asText(genre) ?? 'evidence').toLowerCase()))];
  const values = { count: String(evidence.length), kinds: kinds.join(', ') };
  return kinds.some((kind) => kind !== 'text' && kind !== 'evidence')
    ? { status: 'met', provenance: 'signed', key: 'evidenceWork', values }
    : { status: 'partial', provenance: 'signed', key: 'evidenceWords', values };
}

function corroborationOf({ evidence }: QualityFacts): Answer {
  const statements = evidence.filter(({ genre }) => /statement|witness|testimony/i.test(asText(genre) ?? ''));
  if (statements.length === 0) return NOT_STATED;
  return { status: 'met', provenance: 'signed', key: 'corroborated', values: { count: String(statements.length) } };
}

function validityOf({ document, verification: { checkedAt } }: QualityFacts): Answer {
  const from = asText(document.validFrom) ?? asText(document.issuanceDate) ?? asText(document.issuedOn);
  const until = asText(document.validUntil) ?? asText(document.expirationDate) ?? asText(document.expires);
  if (from && Date.parse(from) > Date.parse(checkedAt))
    return { status: 'not-met', provenance: 'signed', key: 'validNotYet', values: { date: from.slice(0, 10) } };
  if (until) {
    const ended = Date.parse(until) < Date.parse(checkedAt);
    const values = { date: until.slice(0, 10) };
    return ended
      ? { status: 'not-met', provenance: 'signed', key: 'validEnded', values }
      : { status: 'met', provenance: 'signed', key: 'validUntil', values };
  }
  if (!from) return NOT_STATED;
  return monthsBetween(from, checkedAt) < 36
    ? { status: 'partial', provenance: 'signed', key: 'validNoEnd' }
    : { status: 'not-met', provenance: 'signed', key: 'validOld' };
}

function stackabilityOf(facts: QualityFacts): Answer {
  const { countsTowards = [] } = facts.record;
  if (countsTowards.length === 0) return saidBy(facts, 'EUStackability', 'stackStated');
  return { status: 'met', provenance: 'counted', key: 'stackNamed', values: { names: countsTowards.join(', ') } };
}

function saidBy({ descriptor }: QualityFacts, element: string, key: QualitySentence): Answer {
  const words = descriptor(element);
  if (!words) return NOT_STATED;
  const shown = key === 'participationStated' ? words : sentence(words);
  return { status: 'met', provenance: 'signed', key, values: { words: shown.replace(/\.$/, '') } };
}

function narrativeOf({ criteria }: QualityFacts['achievement']): string {
  return isObject(criteria) ? (asText(criteria.narrative) ?? '') : '';
}

function sentence(words: string): string {
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\.$/, '');
}

function monthsBetween(from: string, until: string): number {
  return (Date.parse(until) - Date.parse(from)) / MONTH_MS;
}
