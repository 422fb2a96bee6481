/** How large the generated organisation becomes. Nothing else about it can be chosen. */
export interface ScalePlan {
  readonly people: number;
  readonly skills: number;
  /** Each proves two skills: twice as many standings. */
  readonly credentials: number;
  /** Of the credentials, so many are signed. The others are rows without a document. */
  readonly signed: number;
  readonly seed: number;
}

/** Each manager leads so many: teams of 12, 156, 1,884 and 22,620 below one person. */
export const REPORTS_OF_ONE = 12;

const WHOLE: ScalePlan = { people: 100_000, skills: 14_000, credentials: 1_000_000, signed: 1_000, seed: 1 };
const LEAST: Record<keyof ScalePlan, number> = { people: 20, skills: 40, credentials: 20, signed: 0, seed: 0 };
/** Nobody holds more different ones: see the pairs of skills in `scale-rows.ts`. */
const MOST_EACH = 10;

/**
 * Sizes from what was typed. With fewer people everything else shrinks with them, unless it is said.
 * A sentence where they cannot be.
 */
export function planOf(typed: Partial<Record<keyof ScalePlan, unknown>>): ScalePlan | string {
  const said: Partial<Record<keyof ScalePlan, number>> = {};
  for (const key of Object.keys(LEAST) as (keyof ScalePlan)[]) {
    const text = typed[key];
    if (typeof text !== 'string') continue;
    const value = Number(text);
    if (!Number.isInteger(value) || value < LEAST[key] || value > 10_000_000)
      return `--${key} ${text}: a whole number from ${LEAST[key]} up to 10000000.`;
    said[key] = value;
  }
  const people = said.people ?? WHOLE.people;
  const share = people / WHOLE.people;
  const plan = {
    ...{ people, seed: said.seed ?? WHOLE.seed },
    skills: said.skills ?? Math.max(400, Math.round(WHOLE.skills * Math.min(1, share * 5))),
    credentials: said.credentials ?? people * MOST_EACH,
    signed: said.signed ?? Math.min(WHOLE.signed, people),
  };
  if (plan.credentials > people * MOST_EACH)
    return `--credentials ${plan.credentials}: at most ${MOST_EACH} for each of ${people} people.`;
  if (plan.signed > plan.credentials) return `--signed ${plan.signed}: no more than there are credentials.`;
  return plan;
}

/** Who leads the person of this number; nobody leads the first. */
export function managerOf(person: number): number | null {
  return person === 0 ? null : Math.floor((person - 1) / REPORTS_OF_ONE);
}

/** How far from the top. */
export function depthOf(person: number): number {
  let depth = 0;
  for (let at = managerOf(person); at !== null; at = managerOf(at)) depth += 1;
  return depth;
}

/** Whoever is at most two steps from the top leads a unit of the same number; the others work in that of the one above them. */
export const UNITS = 1 + REPORTS_OF_ONE + REPORTS_OF_ONE ** 2;
export function unitOf(person: number): number {
  let at = person;
  while (at >= UNITS) at = managerOf(at) ?? 0;
  return at;
}
