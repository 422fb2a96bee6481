import { achievementsIn, counting, type FactsOf, type Holding, isComplete, type StackRule } from '@assay/pathway';

/** Why something that a stack rests on counts no longer. */
export const LOST_BY = ['ENDED', 'SUSPENDED', 'WITHDRAWN'] as const;
export type LostBy = (typeof LOST_BY)[number];

/** Something that a stack rests on, and that counts no longer. */
export interface LostPart {
  achievementId: string;
  name: string;
  why: LostBy;
}

interface Part extends Holding {
  status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
  version: { name: string };
}

/** The age of a part is asked for when a stack is earned: nothing that is held grows too old for it afterwards. */
const asHeld = (rule: StackRule): StackRule => ({ ...rule, maxAgeMonths: null });

/** What was held of a rule and counts no longer; nothing where the rest still completes it. */
export function lostParts(rule: StackRule, factsOf: FactsOf, held: readonly Part[], on: Date): LostPart[] {
  const counted = counting(asHeld(rule), held, on);
  if (isComplete(asHeld(rule), factsOf, counted)) return [];
  return achievementsIn(rule.asks)
    .filter((id) => !counted.has(id))
    .flatMap((id) => {
      const last = held.filter(({ achievementId }) => achievementId === id).at(-1);
      return last ? [{ achievementId: id, name: last.version.name, why: lostBy(last) }] : [];
    });
}

const lostBy = ({ status }: Part): LostBy =>
  status === 'REVOKED' ? 'WITHDRAWN' : status === 'SUSPENDED' ? 'SUSPENDED' : 'ENDED';

/**
 * Whether a rule is earned by what is held now. Where it was earned before, something must have been earned since: what
 * ended by its date, or was withdrawn by somebody, does not come back by itself.
 */
export function isEarned(
  rule: StackRule,
  factsOf: FactsOf,
  held: readonly Holding[],
  on: Date,
  before: Date | null,
): boolean {
  const counted = counting(rule, held, on);
  if (!isComplete(rule, factsOf, counted)) return false;
  return before === null || held.some((each) => counted.has(each.achievementId) && each.earnedOn > before);
}
