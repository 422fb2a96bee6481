/** In what a workload is counted. */
export type CreditUnit = 'ECTS' | 'HOURS';

/** One part of what a stack asks. Ids are those of achievements, whatever their version. */
export type StackPart =
  | { credential: string }
  | { all: StackPart[] }
  | { any: StackPart[] }
  | { atLeast: { n: number; of: StackPart[] } }
  | {
      credits: {
        min: number;
        unit: CreditUnit;
        from: string[];
        /** Only achievements of this EQF level or a higher one count. */
        minLevel: number | null;
      };
    };

/** What must be held to complete an achievement that is earned through others. */
export interface StackRule {
  asks: StackPart;
  /** Of each pair only one counts, whichever serves better. */
  notBoth: [string, string][];
  /** CURRENT: in force on the day. HELD_ONCE: earned once and never taken back. */
  partsMustBe: 'CURRENT' | 'HELD_ONCE';
  /** Earned within so many months; null: whenever. */
  maxAgeMonths: number | null;
  /** Whether an achievement may serve one part only. */
  countedOnce: boolean;
}

/** What credits count of an achievement. */
export interface StackFacts {
  ects: number | null;
  hours: number | null;
  /** EQF level. */
  level: number | null;
}

export type FactsOf = (achievementId: string) => StackFacts;

/** Something held. */
export interface Holding {
  achievementId: string;
  earnedOn: Date;
  /** Null: does not end. */
  until: Date | null;
  /** Taken back, or suspended. */
  withdrawn: boolean;
}

/** Every achievement that the rule may count, in the order in which it names them. */
export function achievementsIn(part: StackPart): string[] {
  return [...new Set(named(part))];
}

function named(part: StackPart): string[] {
  if ('credential' in part) return [part.credential];
  if ('credits' in part) return part.credits.from;
  return partsOf(part).flatMap(named);
}

/** The parts of a group; none for what is no group. */
export function partsOf(part: StackPart): StackPart[] {
  if ('all' in part) return part.all;
  if ('any' in part) return part.any;
  return 'atLeast' in part ? part.atLeast.of : [];
}

/** Which of the holdings count towards the rule on a day. */
export function counting(rule: StackRule, holdings: readonly Holding[], on: Date): Set<string> {
  const oldest = rule.maxAgeMonths === null ? null : monthsBefore(on, rule.maxAgeMonths);
  const counts = ({ earnedOn, until, withdrawn }: Holding) =>
    !withdrawn &&
    earnedOn <= on &&
    (rule.partsMustBe === 'HELD_ONCE' || until === null || until > on) &&
    (oldest === null || earnedOn >= oldest);
  return new Set(holdings.filter(counts).map((holding) => holding.achievementId));
}

/** The same day so many months earlier, or the last day of a month that is shorter. */
function monthsBefore(day: Date, months: number): Date {
  const earlier = new Date(day);
  earlier.setUTCMonth(earlier.getUTCMonth() - months);
  if (earlier.getUTCDate() !== day.getUTCDate()) earlier.setUTCDate(0);
  return earlier;
}

/** Credits of an achievement in this unit; none where its level is too low or not known. */
export function creditsOf(facts: StackFacts, unit: CreditUnit, minLevel: number | null): number {
  if (minLevel !== null && (facts.level === null || facts.level < minLevel)) return 0;
  return (unit === 'ECTS' ? facts.ects : facts.hours) ?? 0;
}
