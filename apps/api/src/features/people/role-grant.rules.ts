import { type Limit, permissionsUnder, type Role } from '@assay/access';

export type GrantState = 'PROPOSED' | 'PLANNED' | 'IN_FORCE' | 'ENDED' | 'DECLINED';

export interface GrantDates {
  startsAt: Date | null;
  endsAt: Date | null;
  declinedAt: Date | null;
}

/** Where a grant stands. It is nowhere stored: time alone moves it on. */
export function stateOf({ startsAt, endsAt, declinedAt }: GrantDates, now: Date): GrantState {
  if (declinedAt) return 'DECLINED';
  if (endsAt && endsAt <= now) return 'ENDED';
  if (!startsAt) return 'PROPOSED';
  return startsAt > now ? 'PLANNED' : 'IN_FORCE';
}

/** Marking and releasing are watched by rules of their own; every other role is given by two. */
export function needsSecondPerson(role: Role): boolean {
  return role !== 'ASSESSOR';
}

/** Auditors look at what others did: who changes things does not audit them. */
const CHANGES_THINGS: readonly Role[] = [
  'ADMINISTRATOR',
  'HR_DESIGNER',
  'PROGRAMME_OWNER',
  'ASSESSOR',
  'ASSESSMENT_LEAD',
];

/** The first of these roles that may not go together with this one; null when all may. */
export function notTogetherWith(role: Role, others: readonly Role[]): Role | null {
  if (role === 'AUDITOR') return others.find((other) => CHANGES_THINGS.includes(other)) ?? null;
  if (CHANGES_THINGS.includes(role)) return others.find((other) => other === 'AUDITOR') ?? null;
  return null;
}

export interface Span {
  from: Date;
  /** Null: open. */
  until: Date | null;
}

/** Whether two spans share a moment. */
export function meet(one: Span, other: Span): boolean {
  return (one.until === null || other.from < one.until) && (other.until === null || one.from < other.until);
}

export interface WantedLimits {
  unitId: string | null;
  achievementId: string | null;
}

export function limitsOf({ unitId, achievementId }: WantedLimits): Limit[] {
  return [
    ...(unitId === null ? [] : (['unit'] as const)),
    ...(achievementId === null ? [] : (['achievement'] as const)),
  ];
}

/** Whether the limits leave anything of the role. */
export function leavesNothing(role: Role, limits: WantedLimits): boolean {
  return permissionsUnder(role, limitsOf(limits)).length === 0;
}

/** Whether what somebody wants to give lies within what they hold: `own` are the units each of their grants covers, null for all. */
export function isWithin(own: readonly (ReadonlySet<string> | null)[], unitId: string | null): boolean {
  return own.some((units) => units === null || (unitId !== null && units.has(unitId)));
}

/** The first moment of a day. Days of grants are counted in UTC, as those of employments are. */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The moment after the last one of a day. */
export function endOfDay(day: string): Date {
  return new Date(startOfDay(day).getTime() + 24 * 60 * 60 * 1000);
}
