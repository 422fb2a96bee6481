/** What a job asks, per skill. A level of null means that the skill is asked for without a level. */
export interface Demand {
  skillId: string;
  level: number | null;
  /** 1 useful, 2 important, 3 essential. */
  importance: number;
}

/** How much of each skill a job asks for: the level, counted once per step of importance. Without a level it is one step. */
export type Profile = ReadonlyMap<string, number>;

export function profileOf(demands: readonly Demand[]): Profile {
  return new Map(demands.map(({ skillId, level, importance }) => [skillId, (level ?? 1) * importance]));
}

/** ln(N / n) over N jobs of which n ask for the skill: what everybody is asked for tells no job from another. */
export function rarity(profiles: readonly Profile[]): (skillId: string) => number {
  const asking = new Map<string, number>();
  for (const profile of profiles) for (const skill of profile.keys()) asking.set(skill, (asking.get(skill) ?? 0) + 1);
  return rarityOf(profiles.length, asking);
}

/** The same where it was counted already how many of so many jobs ask for each skill. */
export function rarityOf(jobs: number, asking: ReadonlyMap<string, number>): (skillId: string) => number {
  return (skillId) => Math.log(jobs / Math.max(asking.get(skillId) ?? 0, 1));
}

/** Every skill counts the same. */
export const EVENLY = () => 1;

/** Ruzicka similarity, Σ w · min / Σ w · max over the skills of both: 0 nothing in common, 1 the same. */
export function overlap(one: Profile, other: Profile, weightOf: (skillId: string) => number): number {
  let shared = 0;
  let either = 0;
  for (const skill of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(skill) ?? 0, other.get(skill) ?? 0];
    shared += weightOf(skill) * Math.min(a, b);
    either += weightOf(skill) * Math.max(a, b);
  }
  return either > 0 ? shared / either : 0;
}

/** As the overlap, but what would be left behind counts twice: people build on what they can do. */
export function overlapUp(from: Profile, to: Profile, weightOf: (skillId: string) => number): number {
  let shared = 0;
  let either = 0;
  for (const skill of new Set([...from.keys(), ...to.keys()])) {
    const [a, b] = [from.get(skill) ?? 0, to.get(skill) ?? 0];
    shared += weightOf(skill) * Math.min(a, b);
    either += weightOf(skill) * (Math.max(a, b) + Math.max(0, a - b));
  }
  return either > 0 ? shared / either : 0;
}

/** How much more the second asks of the skills that both ask for; below nothing, it asks less of them. */
export function sharedStepUp(from: Profile, to: Profile, weightOf: (skillId: string) => number): number {
  return [...from].reduce((sum, [skill, amount]) => sum + weightOf(skill) * ((to.get(skill) ?? amount) - amount), 0);
}

/** Whether the second asks for more than it leaves behind. */
export function isNetStepUp(from: Profile, to: Profile): boolean {
  return totalOf(to) > totalOf(from);
}

const totalOf = (profile: Profile) => [...profile.values()].reduce((sum, amount) => sum + amount, 0);
