import { type Rubric, rubricProblems } from '@assay/rubric';
import type { AchievementVersion, EuDescriptors } from './achievement-version.entity.js';

/** What may be changed in a draft. Undefined: stays as it is. Null clears what may be empty. */
export interface DraftChanges {
  name?: string | null;
  description?: string | null;
  skillId?: string | null;
  levelOrdinal?: number | null;
  outcomes?: string[] | null;
  rubric?: { criteria: (Omit<Rubric['criteria'][number], 'mustReach'> & { mustReach?: number | null })[] } | null;
  evidenceAsked?: string[] | null;
  cutScore?: number | null;
  validityMonths?: number | null;
  evidenceMaxAgeMonths?: number | null;
  descriptors?: Partial<EuDescriptors> | null;
}

export interface DraftProblem {
  field: string;
  message: string;
}

/** What can never be right, even in a draft. That something is missing is no reason to lose what was typed. */
export function draftProblems(changes: DraftChanges): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  const { cutScore, descriptors, rubric } = changes;

  if (changes.name && changes.name.length > 200) wrong('name', 'A name has at most 200 characters.');
  if (changes.description && changes.description.length > 10_000)
    wrong('description', 'A description has at most 10,000 characters.');
  if (typeof cutScore === 'number' && !(cutScore >= 0 && cutScore <= 1))
    wrong('cutScore', 'The score to reach lies between 0 and 100 %.');
  for (const field of ['validityMonths', 'evidenceMaxAgeMonths'] as const)
    if (typeof changes[field] === 'number' && !(changes[field] >= 1 && changes[field] <= 600))
      wrong(field, 'Months are a number from 1 to 600, or nothing.');
  if (typeof descriptors?.workloadHours === 'number' && descriptors.workloadHours < 0)
    wrong('descriptors.workloadHours', 'Hours cannot be below 0.');
  if (typeof descriptors?.ects === 'number' && descriptors.ects < 0)
    wrong('descriptors.ects', 'Credits cannot be below 0.');
  if (typeof descriptors?.eqfLevel === 'number' && !(descriptors.eqfLevel >= 1 && descriptors.eqfLevel <= 8))
    wrong('descriptors.eqfLevel', 'EQF levels go from 1 to 8.');
  if (rubric)
    for (const problem of rubricProblems(settled(rubric)))
      if (problem.kind === 'WRONG') wrong(`rubric.${problem.path}`, problem.message);
  return problems;
}

/** The columns that the changes set. */
export function changedColumns(draft: AchievementVersion, changes: DraftChanges): Partial<AchievementVersion> {
  const columns: Partial<AchievementVersion> = {};
  if (typeof changes.name === 'string') columns.name = changes.name;
  if (typeof changes.description === 'string') columns.description = changes.description;
  if (changes.skillId !== undefined) columns.skillId = changes.skillId;
  if (changes.levelOrdinal !== undefined) columns.levelOrdinal = changes.levelOrdinal;
  if (changes.outcomes) columns.outcomes = changes.outcomes;
  if (changes.evidenceAsked) columns.evidenceAsked = changes.evidenceAsked;
  if (changes.rubric) columns.rubric = settled(changes.rubric);
  if (typeof changes.cutScore === 'number') columns.cutScore = changes.cutScore;
  if (changes.validityMonths !== undefined) columns.validityMonths = changes.validityMonths;
  if (changes.evidenceMaxAgeMonths !== undefined) columns.evidenceMaxAgeMonths = changes.evidenceMaxAgeMonths;
  if (changes.descriptors) columns.descriptors = { ...draft.descriptors, ...changes.descriptors };
  return columns;
}

const settled = (rubric: NonNullable<DraftChanges['rubric']>): Rubric => ({
  criteria: rubric.criteria.map(({ id, title, description, weight, mustReach, levels }) => ({
    id,
    title,
    description,
    weight,
    mustReach: mustReach ?? null,
    levels: levels.map((level) => ({
      id: level.id,
      ordinal: level.ordinal,
      label: level.label,
      points: level.points,
      descriptor: level.descriptor,
      isCompetent: level.isCompetent,
    })),
  })),
});
