/** What a rung asks of one skill, as far as it was kept. */
export interface AskedSkill {
  skillId: string;
  name: string;
  level: number;
  /** Left out where nobody kept it. */
  mustHave?: boolean;
}

export const ASKED_CHANGES = [
  'ASKS_NEW',
  'ASKS_MORE',
  'ASKS_LESS',
  'ASKS_NO_MORE',
  'MUST_HAVE',
  'MUST_HAVE_NO_MORE',
] as const;
export type AskedChangeKind = (typeof ASKED_CHANGES)[number];

/** Something that a rung asks otherwise than before. */
export interface AskedChange {
  kind: AskedChangeKind;
  name: string;
  from: number | null;
  to: number | null;
}

/** What is different in what a rung asks: what it asks now in its order, then what it asks no more. */
export function askedChanges(then: readonly AskedSkill[], now: readonly AskedSkill[]): AskedChange[] {
  const before = new Map(then.map((asked) => [asked.skillId, asked]));
  const after = new Set(now.map(({ skillId }) => skillId));
  const gone = then.filter(({ skillId }) => !after.has(skillId));
  return [
    ...now.flatMap((asked) => changesOfOne(before.get(asked.skillId), asked)),
    ...gone.map(({ name, level }): AskedChange => ({ kind: 'ASKS_NO_MORE', name, from: level, to: null })),
  ];
}

function changesOfOne(then: AskedSkill | undefined, now: AskedSkill): AskedChange[] {
  const { name, level: to } = now;
  if (!then) return [{ kind: 'ASKS_NEW', name, from: null, to }];
  const changes: AskedChange[] = [];
  if (then.level !== to)
    changes.push({ kind: to > then.level ? 'ASKS_MORE' : 'ASKS_LESS', name, from: then.level, to });
  if (then.mustHave !== undefined && now.mustHave !== undefined && then.mustHave !== now.mustHave)
    changes.push({ kind: now.mustHave ? 'MUST_HAVE' : 'MUST_HAVE_NO_MORE', name, from: null, to: null });
  return changes;
}

/**
 * When something that was planned against an earlier version follows the newer one. What asks the same follows at once;
 * what asks otherwise stays as it was planned, until the day up to which that was promised, or until the person moves.
 */
export function followsAt(changes: readonly AskedChange[], keptUntil: string | null, today: string): 'NOW' | 'LATER' {
  if (changes.length === 0) return 'NOW';
  return keptUntil !== null && keptUntil < today ? 'NOW' : 'LATER';
}
