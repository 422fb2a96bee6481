/** The rules that keep somebody who could judge from judging this: by who they are to the candidate or to the submission. */
export const CONFLICT_RULES = [
  'not-candidate',
  'not-manager',
  'not-report',
  'not-team',
  'no-conflict',
  'not-witness',
  'not-mentor',
  'no-other-part',
  'not-lead',
  'not-decider',
] as const;
export type ConflictRule = (typeof CONFLICT_RULES)[number];

/** What a lead may allow all the same where nobody else is left. The others can never be. */
export const WAIVABLE: readonly ConflictRule[] = ['not-manager', 'not-report', 'not-team', 'no-conflict'];

/** About few places only. */
const SAID_WHERE_IT_STANDS: readonly ConflictRule[] = ['not-lead', 'not-decider'];

/** What is known about one assessor and one slot. */
export interface EligibilityFacts {
  qualifiedAs: 'FOUNDER' | 'HOLDS_SKILL' | null;
  qualificationIs: 'NONE' | 'SUSPENDED' | 'LAPSED' | 'PROVISIONAL' | 'APPROVED' | 'WATCH';
  /** Null: the role has no limits. */
  covered: boolean | null;
  /** The rules that stand against it, and those of them that somebody waived. */
  against: ConflictRule[];
  waived: ConflictRule[];
  /** Wrote on the rubric, while nobody who did not may assess it. */
  authorAlone: boolean;
  held: number;
  capacity: number;
  paused: boolean;
  /** The last day of a leave that is on. */
  onLeaveUntil: string | null;
}

/** One hard rule, and how it stands for this assessor. */
export interface EligibilityRule {
  rule: 'qualified' | 'within-role' | ConflictRule | 'not-author-alone' | 'available' | 'capacity';
  ok: boolean;
  sentence: string;
}

/** Whom a sentence speaks to or of. */
type Voice = 'you' | 'they';

/** The hard rules of allocation, each with a sentence for the person it concerns. Checked at claim and again at hand-in. */
export function eligibility(facts: EligibilityFacts, voice: Voice = 'you'): EligibilityRule[] {
  const { against, waived } = facts;
  return [
    qualification(facts, voice),
    ...role(facts, voice),
    ...CONFLICT_RULES.filter((rule) => !SAID_WHERE_IT_STANDS.includes(rule) || against.includes(rule)).map((rule) => {
      const stands = against.includes(rule);
      const allowed = stands && waived.includes(rule);
      const sentence = SENTENCES[voice][rule][stands ? 1 : 0];
      return { rule, ok: !stands || allowed, sentence: allowed ? `${sentence}: allowed by a waiver` : sentence };
    }),
    ...independence(facts, voice),
    availability(facts, voice),
    room(facts, voice),
  ];
}

const AT_CLAIM: readonly EligibilityRule['rule'][] = ['capacity', 'available', 'not-author-alone'];

/** The rules that must still hold when marks are handed in; how much one holds, who is away and who has left no longer matters then. */
export function conflicts(rules: EligibilityRule[]): EligibilityRule[] {
  return rules.filter((each) => !each.ok && !AT_CLAIM.includes(each.rule));
}

const SENTENCES: Record<Voice, Record<ConflictRule, [holds: string, stands: string]>> = {
  you: {
    'not-candidate': ['It is not your own work', 'It is your own work'],
    'not-manager': ['You do not manage the candidate', 'You manage the candidate'],
    'not-report': ['The candidate is not your manager', 'The candidate is your manager'],
    'not-team': ['You have different managers', 'You and the candidate have the same manager'],
    'no-conflict': ['No conflict is declared', 'A conflict between you and the candidate is declared'],
    'not-witness': ['You are no witness in it', 'A statement of yours is part of the evidence'],
    'not-mentor': ['You did not prepare the candidate', 'You were the candidate’s mentor for prior learning'],
    'no-other-part': ['You have no other part in this submission', 'You judge or have judged this submission already'],
    'not-lead': ['You do not lead its assessment', 'You lead its assessment, and can read the marks that differ'],
    'not-decider': ['You had no part in the decision', 'You had a part in the decision that is appealed'],
  },
  they: {
    'not-candidate': ['Not their own work', 'Their own work'],
    'not-manager': ['Does not manage the candidate', 'Manages the candidate'],
    'not-report': ['Is not managed by the candidate', 'The candidate is their manager'],
    'not-team': ['Has another manager', 'Has the same manager as the candidate'],
    'no-conflict': ['No conflict declared', 'A conflict is declared'],
    'not-witness': ['No witness in it', 'A statement of theirs is part of the evidence'],
    'not-mentor': ['Did not prepare the candidate', 'Was the candidate’s mentor for prior learning'],
    'no-other-part': ['No other part in this submission', 'Has another part in this submission'],
    'not-lead': ['Does not lead its assessment', 'Leads its assessment, and can read the marks that differ'],
    'not-decider': ['No part in the decision', 'Had a part in the decision that is appealed'],
  },
};

function qualification({ qualifiedAs, qualificationIs }: EligibilityFacts, voice: Voice): EligibilityRule {
  const you = voice === 'you';
  const why = {
    HOLDS_SKILL: you ? 'You hold this skill by an assessed credential' : 'Holds the skill by an assessed credential',
    FOUNDER: you ? 'You are a founding assessor of this achievement' : 'Founding assessor of this achievement',
  };
  const whyNot =
    qualificationIs === 'SUSPENDED'
      ? you
        ? 'You are suspended as an assessor of this achievement'
        : 'Suspended as an assessor of this achievement'
      : qualificationIs === 'LAPSED'
        ? you
          ? 'Your qualification for this achievement has lapsed'
          : 'The qualification has lapsed'
        : you
          ? 'You are not a qualified assessor of this achievement'
          : 'Not a qualified assessor of this achievement';
  return { rule: 'qualified', ok: qualifiedAs !== null, sentence: qualifiedAs ? why[qualifiedAs] : whyNot };
}

function role({ covered }: EligibilityFacts, voice: Voice): EligibilityRule[] {
  if (covered === null) return [];
  const [whose, it] = voice === 'you' ? ['Your', 'it'] : ['Their', 'this'];
  const sentence = covered ? `${whose} role covers ${it}` : `${whose} role is limited, and does not cover ${it}`;
  return [{ rule: 'within-role', ok: covered, sentence }];
}

/** Nobody judges by their own rubric alone. Said only where it stands against somebody: few write rubrics. */
function independence({ authorAlone }: EligibilityFacts, voice: Voice): EligibilityRule[] {
  if (!authorAlone) return [];
  const sentence =
    voice === 'you'
      ? 'You wrote on its rubric, and nobody who did not may assess it now: somebody else has to be named first'
      : 'Wrote on its rubric, and nobody who did not may assess it now';
  return [{ rule: 'not-author-alone', ok: false, sentence }];
}

function availability({ paused, onLeaveUntil }: EligibilityFacts, voice: Voice): EligibilityRule {
  const you = voice === 'you';
  const away = onLeaveUntil ? `${you ? 'You are on leave' : 'On leave'} until ${onLeaveUntil}` : null;
  const stopped = paused ? `${you ? 'You take' : 'Takes'} no new work at the moment` : null;
  const sentence = away ?? stopped ?? (you ? 'You are available' : 'Available');
  return { rule: 'available', ok: !away && !stopped, sentence };
}

function room({ held, capacity }: EligibilityFacts, voice: Voice): EligibilityRule {
  const holds = `${voice === 'you' ? 'You hold' : 'Holds'} ${held} of ${capacity}`;
  const ok = held < capacity;
  return { rule: 'capacity', ok, sentence: ok || voice === 'they' ? holds : `${holds}: hand one in first` };
}
