/** One step of a criterion. Levels belong to their criterion; common columns are only an editor's convenience. */
export interface RubricCriterionLevel {
  id: string;
  /** Its place in the criterion; 1 is the lowest. */
  ordinal: number;
  label: string;
  points: number;
  /** What work at this level looks like. */
  descriptor: string;
  /** Whether this level is good enough. */
  isCompetent: boolean;
}

/** One thing that is looked at. */
export interface RubricCriterion {
  id: string;
  title: string;
  description: string;
  weight: number;
  /** Must-pass: the ordinal every candidate must reach; null when the criterion may be outweighed. */
  mustReach: number | null;
  /** The awarded skill that this criterion shows; nothing where the achievement awards a single one. */
  skillId?: string | null;
  /** Lowest first. */
  levels: RubricCriterionLevel[];
}

/** What is looked at, and how well each thing may be done. A value inside an achievement version. */
export interface Rubric {
  criteria: RubricCriterion[];
}

/** What an assessor gave on one criterion. */
export interface CriterionMark {
  criterionId: string;
  /** The ordinal of the level; null: not applicable (or not marked yet, while it is a draft). */
  level: number | null;
}

/** The level of a criterion with this ordinal. */
export function levelAt(criterion: RubricCriterion, ordinal: number | null): RubricCriterionLevel | null {
  return criterion.levels.find((level) => level.ordinal === ordinal) ?? null;
}

/** The level a person must reach for the criterion to count as met: the must-pass level, else the first competent one. */
export function levelToMeet(criterion: RubricCriterion): RubricCriterionLevel | null {
  if (criterion.mustReach !== null) return levelAt(criterion, criterion.mustReach);
  const competent = criterion.levels.filter((level) => level.isCompetent);
  return competent.sort((a, b) => a.ordinal - b.ordinal)[0] ?? null;
}

/** Whether a level of this ordinal meets the criterion. */
export function isMet(criterion: RubricCriterion, ordinal: number | null): boolean {
  const asked = levelToMeet(criterion);
  return asked !== null && ordinal !== null && ordinal >= asked.ordinal;
}
