import { type CriterionMark, isMet, levelAt, levelToMeet, type Rubric, type RubricCriterion } from './rubric.js';
import { score } from './score.js';

/** Answer to one of the four questions about the evidence. */
export type EvidenceRuleAnswer = 'YES' | 'NO' | 'QUERY';

/** Is the evidence valid, authentic, sufficient and current? */
export interface RulesOfEvidence {
  valid: EvidenceRuleAnswer;
  authentic: EvidenceRuleAnswer;
  sufficient: EvidenceRuleAnswer;
  current: EvidenceRuleAnswer;
}

export type Outcome = 'PASS' | 'NOT_YET' | 'INSUFFICIENT_EVIDENCE' | 'REFERRED';

export interface UnmetCriterion {
  criterion: RubricCriterion;
  /** The ordinal that was given; null when it did not apply. */
  given: number | null;
  /** The level that would meet it; null when the rubric has none. */
  needs: { ordinal: number; label: string; descriptor: string } | null;
}

export interface Verdict {
  outcome: Outcome;
  score: number;
  unmet: UnmetCriterion[];
  /** The reasons, in whole sentences. */
  reasons: string[];
}

export interface Judgement {
  rubric: Rubric;
  marks: readonly CriterionMark[];
  /** 0 to 1. */
  cutScore: number;
  rules: RulesOfEvidence;
  /** A question about whose work it is, still open. */
  authenticityQuery: boolean;
}

// Weights are decimal fractions: three times .1 over .3 must still reach 1.
const ROUNDING = 1e-9;

const LACKS: [keyof RulesOfEvidence, string][] = [
  ['valid', 'The evidence does not show what the criteria ask for.'],
  ['sufficient', 'There is not enough evidence to judge.'],
  ['current', 'The evidence is too old.'],
];

/**
 * Passed if and only if the score reaches the cut, every must-pass criterion reaches its level, the rules of evidence
 * hold, and no question of authenticity is open. What cannot be judged comes before what was judged low.
 */
export function decide(judgement: Judgement): Verdict {
  const { rubric, marks, cutScore, rules } = judgement;
  const reached = score(rubric, marks) ?? 0;
  const enough = reached >= cutScore - ROUNDING;
  const unmet = unmetCriteria(rubric, marks, enough);
  const verdict = (outcome: Outcome, reasons: string[]): Verdict => ({ outcome, score: reached, unmet, reasons });

  if (judgement.authenticityQuery || rules.authentic !== 'YES')
    return verdict('REFERRED', ['Whose work the evidence is has to be cleared up first.']);
  const lacking = LACKS.filter(([rule]) => rules[rule] === 'NO').map(([, sentence]) => sentence);
  if (lacking.length) return verdict('INSUFFICIENT_EVIDENCE', lacking);
  if (LACKS.some(([rule]) => rules[rule] === 'QUERY'))
    return verdict('REFERRED', ['A question about the evidence has to be cleared up first.']);
  const mustPass = unmet.filter(({ criterion }) => criterion.mustReach !== null);
  if (enough && !mustPass.length) return verdict('PASS', []);
  return verdict('NOT_YET', [
    ...(enough ? [] : [`The score is ${percent(reached)}; ${percent(cutScore)} is needed.`]),
    ...unmet.map(whatWouldMeet),
  ]);
}

/** Criteria below the level that meets them. Where the score alone falls short, whatever could still be raised. */
function unmetCriteria(rubric: Rubric, marks: readonly CriterionMark[], enough: boolean): UnmetCriterion[] {
  const given = new Map(marks.map((mark) => [mark.criterionId, mark.level]));
  const asked = (criterion: RubricCriterion) => {
    const level = levelToMeet(criterion);
    return { criterion, given: given.get(criterion.id) ?? null, needs: level && words(level) };
  };
  // A criterion that does not apply cannot be unmet, unless it must be passed.
  const below = rubric.criteria
    .map(asked)
    .filter((each) => !isMet(each.criterion, each.given) && (each.given !== null || each.criterion.mustReach !== null));
  if (enough || below.length) return below;
  return rubric.criteria.map(asked).flatMap((each) => {
    const next = each.given === null ? null : levelAt(each.criterion, each.given + 1);
    return next ? [{ ...each, needs: words(next) }] : [];
  });
}

const words = ({ ordinal, label, descriptor }: { ordinal: number; label: string; descriptor: string }) => ({
  ordinal,
  label,
  descriptor,
});

const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

function whatWouldMeet({ criterion, needs }: UnmetCriterion): string {
  return needs
    ? `${criterion.title}: ${needs.label} is needed${needs.descriptor ? ` (${needs.descriptor})` : ''}.`
    : `${criterion.title}: not met.`;
}
