/** What is known about one assessor and one slot. */
export interface EligibilityFacts {
  qualifiedAs: 'FOUNDER' | 'HOLDS_SKILL' | null;
  /** Null: the role has no limits. */
  covered: boolean | null;
  isCandidate: boolean;
  managesCandidate: boolean;
  managedByCandidate: boolean;
  /** Has or had another place in the same submission. */
  takesPart: boolean;
  held: number;
  capacity: number;
}

/** One hard rule, and how it stands for this assessor. */
export interface EligibilityRule {
  rule: 'qualified' | 'within-role' | 'not-candidate' | 'not-manager' | 'not-report' | 'no-other-part' | 'capacity';
  ok: boolean;
  sentence: string;
}

/** The hard rules of allocation, each with a sentence for the person it concerns. Checked at claim and again at hand-in. */
export function eligibility(facts: EligibilityFacts): EligibilityRule[] {
  const { qualifiedAs, covered, isCandidate, managesCandidate, managedByCandidate, takesPart, held, capacity } = facts;
  const rule = (name: EligibilityRule['rule'], ok: boolean, yes: string, no: string) => ({
    rule: name,
    ok,
    sentence: ok ? yes : no,
  });
  return [
    rule(
      'qualified',
      qualifiedAs !== null,
      qualifiedAs === 'HOLDS_SKILL'
        ? 'You hold this skill by an assessed credential'
        : 'You are a founding assessor of this achievement',
      'You are not a qualified assessor of this achievement',
    ),
    ...(covered === null
      ? []
      : [rule('within-role', covered, 'Your role covers it', 'Your role is limited, and does not cover it')]),
    rule('not-candidate', !isCandidate, 'It is not your own work', 'It is your own work'),
    rule('not-manager', !managesCandidate, 'You do not manage the candidate', 'You manage the candidate'),
    rule('not-report', !managedByCandidate, 'The candidate is not your manager', 'The candidate is your manager'),
    rule(
      'no-other-part',
      !takesPart,
      'You have no other part in this submission',
      'You judge or have judged this submission already',
    ),
    rule(
      'capacity',
      held < capacity,
      `You hold ${held} of ${capacity}`,
      `You hold ${held} of ${capacity}: hand one in first`,
    ),
  ];
}

/** The rules that must still hold when marks are handed in; how much one holds no longer matters then. */
export function conflicts(rules: EligibilityRule[]): EligibilityRule[] {
  return rules.filter((each) => !each.ok && each.rule !== 'capacity');
}
