import { ASKED_CHANGES, type AskedSkill, askedChanges } from '@assay/pathway';

/** A step of a plan as it stood when it was proposed. */
export interface KeptStep {
  achievementId: string;
  name: string;
  /** What the level is called that it verifies, null where it verifies none; left out of plans that were kept before. */
  level?: string | null;
  hours: number;
}

/** What a job role level asked when the plan was proposed. */
export type KeptNeed = AskedSkill;

export const PLAN_CHANGES = ['STEP_DONE', 'STEP_ADDED', 'STEP_DROPPED', 'HOURS', ...ASKED_CHANGES] as const;
export type PlanChangeKind = (typeof PLAN_CHANGES)[number];

export interface PlanChange {
  kind: PlanChangeKind;
  /** Of the achievement or the skill. */
  name: string;
  /** Of the achievement, where it is one: its neighbours often differ by nothing else. */
  level: string | null;
  from: number | null;
  to: number | null;
}

interface Plan {
  steps: readonly KeptStep[];
  asked: readonly KeptNeed[];
}

/** What is different today from what was proposed: steps first, then what is asked. */
export function planChanges(then: Plan, now: Plan, earned: ReadonlySet<string>): PlanChange[] {
  const asked = askedChanges(then.asked, now.asked).map((change) => ({ ...change, level: null }));
  return [...stepChanges(then.steps, now.steps, earned), ...asked];
}

function stepChanges(then: readonly KeptStep[], now: readonly KeptStep[], earned: ReadonlySet<string>): PlanChange[] {
  const today = new Map(now.map((step) => [step.achievementId, step]));
  const before = new Set(then.map(({ achievementId }) => achievementId));
  const kept = then.flatMap(({ achievementId, name, level = null, hours }): PlanChange[] => {
    const step = today.get(achievementId);
    const gone = earned.has(achievementId) ? 'STEP_DONE' : 'STEP_DROPPED';
    if (!step) return [{ kind: gone, name, level, from: null, to: null }];
    return step.hours === hours ? [] : [{ kind: 'HOURS', name, level, from: hours, to: step.hours }];
  });
  const added = now.filter(({ achievementId }) => !before.has(achievementId));
  return [
    ...kept,
    ...added.map(({ name, level = null }): PlanChange => ({ kind: 'STEP_ADDED', name, level, from: null, to: null })),
  ];
}
