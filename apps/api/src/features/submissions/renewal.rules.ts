import type { RubricCriterion } from '@assay/rubric';
import type { Renewal } from '../achievements/achievement-version.entity.js';
import { carriedOver, type MetBefore } from './carrying.rules.js';

const A_DAY = 24 * 60 * 60 * 1_000;

/** Why something can be renewed now. */
export type RenewalReason = 'ENDING' | 'ENDED' | 'CHANGED';

/** What somebody earned last of an achievement. */
export interface EarnedLast {
  /** Null while its credential waits to be signed. */
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | null;
  readonly validUntil: Date | null;
}

export interface RenewalTime {
  /** Null: it cannot be renewed now. */
  readonly reason: RenewalReason | null;
  /** From when on it can be; null where no day is known. */
  readonly opensOn: Date | null;
}

/** Whether what is held can be renewed now, by its dates and by what changed in the achievement since. */
export function renewalTime(held: EarnedLast, opensDays: number, hasChanged: boolean, now: Date): RenewalTime {
  const never = { reason: null, opensOn: null };
  // What was withdrawn is earned anew, and what is suspended waits for whoever looks into it.
  if (held.status !== 'ACTIVE') return never;
  const { validUntil } = held;
  if (validUntil && validUntil <= now) return { reason: 'ENDED', opensOn: null };
  if (hasChanged) return { reason: 'CHANGED', opensOn: null };
  if (!validUntil) return never;
  const opensOn = new Date(validUntil.getTime() - opensDays * A_DAY);
  return opensOn <= now ? { reason: 'ENDING', opensOn: null } : { reason: null, opensOn };
}

/** What differs from the version before, as achievements says it. */
export interface Changed {
  readonly key: string;
  readonly section: string;
  readonly kind: 'EDITORIAL' | 'SUBSTANTIVE';
}

const isWeighty = ({ kind, section }: Changed) => kind === 'SUBSTANTIVE' && section === 'rubric';

/** Whether holders of the version before have not shown something that is asked now. */
export const asksMore = (changes: readonly Changed[]): boolean => changes.some(isWeighty);

/** Criteria that ask something else since. What was put in better words asks the same. */
export function weightyCriteria(changes: readonly Changed[]): ReadonlySet<string> {
  return new Set(changes.filter(isWeighty).map(({ key }) => key.replace('rubric.', '')));
}

/** Why a criterion is asked again in a renewal. */
export type AskedBecause = 'NEW' | 'CHANGED' | 'AGED' | 'NOT_MET' | 'ALL';

export interface RenewalPlan {
  carried: (MetBefore & { level: number })[];
  asked: { criterionId: string; because: AskedBecause }[];
}

/** What counts on in a renewal, and what is asked again and why. `before` and `now` are the criteria that were met and those of today. */
export function renewalPlan(
  renewal: Renewal,
  met: readonly MetBefore[],
  before: readonly RubricCriterion[],
  now: readonly RubricCriterion[],
  weighty: ReadonlySet<string>,
  current: { maxAgeMonths: number | null; today: string },
): RenewalPlan {
  if (renewal === 'ALL_CRITERIA')
    return { carried: [], asked: now.map(({ id }) => ({ criterionId: id, because: 'ALL' })) };
  const forgiving = renewal === 'NOTHING';
  // As it reads now, where it was only put in better words: its levels are the same.
  const as = before.map((was) =>
    weighty.has(was.id) && !forgiving ? was : (now.find(({ id }) => id === was.id) ?? was),
  );
  const dated = met.map((each) => (forgiving ? { ...each, decidedAt: new Date(`${current.today}T00:00:00Z`) } : each));
  const carried = carriedOver(dated, as, now, current.maxAgeMonths, current.today).map((each) => ({
    ...each,
    decidedAt: met.find(({ criterionId }) => criterionId === each.criterionId)?.decidedAt ?? each.decidedAt,
  }));
  const asked = now
    .filter(({ id }) => !carried.some(({ criterionId }) => criterionId === id))
    .map(({ id }) => ({ criterionId: id, because: becauseOf(id, met, before, weighty) }));
  return { carried, asked };
}

function becauseOf(
  id: string,
  met: readonly MetBefore[],
  before: readonly RubricCriterion[],
  weighty: ReadonlySet<string>,
): AskedBecause {
  if (!before.some((was) => was.id === id)) return 'NEW';
  if (weighty.has(id)) return 'CHANGED';
  return met.some((each) => each.criterionId === id && each.met) ? 'AGED' : 'NOT_MET';
}
