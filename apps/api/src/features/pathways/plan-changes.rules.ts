/** A step of a plan as it stood when it was proposed. */
export interface KeptStep {
  achievementId: string;
  name: string;
  hours: number;
}

/** What a job role level asked when the plan was proposed. */
export interface KeptNeed {
  skillId: string;
  name: string;
  level: number;
}

export const PLAN_CHANGES = [
  'STEP_DONE',
  'STEP_ADDED',
  'STEP_DROPPED',
  'HOURS',
  'ASKS_NEW',
  'ASKS_MORE',
  'ASKS_LESS',
  'ASKS_NO_MORE',
] as const;
export type PlanChangeKind = (typeof PLAN_CHANGES)[number];

export interface PlanChange {
  kind: PlanChangeKind;
  /** Of the achievement or the skill. */
  name: string;
  from: number | null;
  to: number | null;
}

interface Plan {
  steps: readonly KeptStep[];
  asked: readonly KeptNeed[];
}

/** What is different today from what was proposed: steps first, then what is asked. */
export function planChanges(then: Plan, now: Plan, earned: ReadonlySet<string>): PlanChange[] {
  return [...stepChanges(then.steps, now.steps, earned), ...needChanges(then.asked, now.asked)];
}

function stepChanges(then: readonly KeptStep[], now: readonly KeptStep[], earned: ReadonlySet<string>): PlanChange[] {
  const today = new Map(now.map((step) => [step.achievementId, step]));
  const before = new Set(then.map(({ achievementId }) => achievementId));
  const kept = then.flatMap(({ achievementId, name, hours }): PlanChange[] => {
    const step = today.get(achievementId);
    if (!step) return [{ kind: earned.has(achievementId) ? 'STEP_DONE' : 'STEP_DROPPED', name, from: null, to: null }];
    return step.hours === hours ? [] : [{ kind: 'HOURS', name, from: hours, to: step.hours }];
  });
  const added = now.filter(({ achievementId }) => !before.has(achievementId));
  return [...kept, ...added.map(({ name }): PlanChange => ({ kind: 'STEP_ADDED', name, from: null, to: null }))];
}

function needChanges(then: readonly KeptNeed[], now: readonly KeptNeed[]): PlanChange[] {
  const before = new Map(then.map((need) => [need.skillId, need]));
  const after = new Set(now.map(({ skillId }) => skillId));
  const changed = now.flatMap(({ skillId, name, level }): PlanChange[] => {
    const from = before.get(skillId)?.level ?? null;
    if (from === level) return [];
    if (from === null) return [{ kind: 'ASKS_NEW', name, from, to: level }];
    return [{ kind: level > from ? 'ASKS_MORE' : 'ASKS_LESS', name, from, to: level }];
  });
  const gone = then.filter(({ skillId }) => !after.has(skillId));
  return [
    ...changed,
    ...gone.map(({ name, level }): PlanChange => ({ kind: 'ASKS_NO_MORE', name, from: level, to: null })),
  ];
}
