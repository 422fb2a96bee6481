import { type Rubric, rubricProblems } from '@assay/rubric';
import type { AchievementVersion, EuDescriptors } from './achievement-version.entity.js';
import { type CutScoreChanges, cutScoreProblems } from './cut-score.rules.js';
import { type StackRuleChange, stackRuleProblems } from './stack.rules.js';

/** What may be changed in a draft. Undefined: stays as it is. Null clears what may be empty. */
export interface DraftChanges extends CutScoreChanges {
  name?: string | null;
  description?: string | null;
  skillId?: string | null;
  levelOrdinal?: number | null;
  outcomes?: string[] | null;
  rubric?: { criteria: (Omit<Rubric['criteria'][number], 'mustReach'> & { mustReach?: number | null })[] } | null;
  evidenceAsked?: string[] | null;
  stackRule?: StackRuleChange | null;
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

  for (const { field, message } of [
    ...textProblems(changes),
    ...cutScoreProblems(changes),
    ...stackRuleProblems(changes.stackRule),
  ])
    wrong(field, message);
  if (typeof cutScore === 'number' && !(cutScore >= 0 && cutScore <= 1))
    wrong('cutScore', 'The score to reach lies between 0 and 100 %.');
  for (const field of ['validityMonths', 'evidenceMaxAgeMonths'] as const)
    if (typeof changes[field] === 'number' && !(changes[field] >= 1 && changes[field] <= 600))
      wrong(field, 'Months are a number from 1 to 600, or nothing.');
  if (
    typeof descriptors?.workloadHours === 'number' &&
    !(descriptors.workloadHours >= 0 && descriptors.workloadHours <= 100_000)
  )
    wrong('descriptors.workloadHours', 'Hours are a number from 0 to 100,000.');
  if (typeof descriptors?.ects === 'number' && !(descriptors.ects >= 0 && descriptors.ects <= 1_000))
    wrong('descriptors.ects', 'Credits are a number from 0 to 1,000.');
  if (typeof descriptors?.eqfLevel === 'number' && !(descriptors.eqfLevel >= 1 && descriptors.eqfLevel <= 8))
    wrong('descriptors.eqfLevel', 'EQF levels go from 1 to 8.');
  if (rubric)
    for (const problem of rubricProblems(settled(rubric)))
      if (problem.kind === 'WRONG') wrong(`rubric.${problem.path}`, problem.message);
  return problems;
}

/** Room for every serious design; beyond it something went wrong, and a page or a badge would have to carry it. */
const MOST_CHARACTERS = { name: 200, description: 10_000, line: 2_000, descriptor: 2_000 };
const MOST_LINES = 50;

function textProblems(changes: DraftChanges): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const long = (field: string, text: string | null | undefined, most: number) => {
    if (text && text.length > most)
      problems.push({ field, message: `At most ${most.toLocaleString('en')} characters fit here.` });
  };
  long('name', changes.name, MOST_CHARACTERS.name);
  long('description', changes.description, MOST_CHARACTERS.description);
  for (const field of ['outcomes', 'evidenceAsked'] as const) {
    const lines = changes[field] ?? [];
    if (lines.length > MOST_LINES) problems.push({ field, message: `At most ${MOST_LINES} lines fit here.` });
    for (const [index, line] of lines.slice(0, MOST_LINES).entries())
      long(`${field}.${index}`, line, MOST_CHARACTERS.line);
  }
  for (const [field, value] of Object.entries(changes.descriptors ?? {}))
    if (typeof value === 'string') long(`descriptors.${field}`, value, MOST_CHARACTERS.descriptor);
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
