import { type Rubric, rubricProblems } from '@assay/rubric';
import type {
  AchievementRoute,
  AchievementVersion,
  MarkingPolicy,
  ReleaseMode,
  Renewal,
  SkillCategory,
} from './achievement-version.entity.js';
import { type EvidenceRule, evidenceRuleProblems } from './asked-evidence.rules.js';
import { type CutScoreChanges, cutScoreProblems } from './cut-score.rules.js';
import type { EuDescriptors } from './eu-descriptors.rules.js';
import { type StackRuleChange, stackRuleProblems } from './stack.rules.js';
import type { ChangeMark } from './version-change.js';

/** A skill as it is chosen; the first of a list is the principal one. */
export interface ChosenSkill {
  skillId: string;
  levelOrdinal?: number | null;
  category?: SkillCategory | null;
}

type RubricDraft = {
  criteria: (Omit<Rubric['criteria'][number], 'mustReach'> & { mustReach?: number | null })[];
};
type Given<Value> = { [Name in keyof Value]?: Value[Name] | null };

/** What may be changed in a draft. Undefined: stays as it is. Null clears what may be empty. */
export interface DraftChanges extends CutScoreChanges {
  name?: string | null;
  description?: string | null;
  skills?: ChosenSkill[] | null;
  outcomes?: string[] | null;
  rubric?: RubricDraft | null;
  evidenceAsked?: string[] | null;
  stackRule?: StackRuleChange | null;
  evidenceRules?: (Omit<EvidenceRule, 'maxAgeMonths'> & { maxAgeMonths?: number | null })[] | null;
  validityMonths?: number | null;
  evidenceMaxAgeMonths?: number | null;
  maxAttempts?: number | null;
  coolOffDays?: number | null;
  route?: AchievementRoute | null;
  markingPolicy?: MarkingPolicy | null;
  secondMarkShare?: number | null;
  borderlineBand?: number | null;
  highStakes?: boolean | null;
  releaseMode?: ReleaseMode | null;
  renewal?: Renewal | null;
  reminderMonths?: number | null;
  prerequisiteIds?: string[] | null;
  descriptors?: Given<EuDescriptors> | null;
  changes?: ChangeMark[] | null;
}

export interface DraftProblem {
  field: string;
  message: string;
}

/** What can never be right, even in a draft. That something is missing is no reason to lose what was typed. */
export function draftProblems(changes: DraftChanges): DraftProblem[] {
  const problems: DraftProblem[] = [
    ...textProblems(changes),
    ...numberProblems(changes),
    ...listProblems(changes),
    ...cutScoreProblems(changes),
    ...stackRuleProblems(changes.stackRule),
  ];
  if (changes.evidenceRules) problems.push(...evidenceRuleProblems(changes.evidenceRules.map(ruleOf)));
  if (changes.rubric)
    for (const problem of rubricProblems(settled(changes.rubric)))
      if (problem.kind === 'WRONG') problems.push({ field: `rubric.${problem.path}`, message: problem.message });
  return problems;
}

function numberProblems({ descriptors, ...changes }: DraftChanges): DraftProblem[] {
  const within = (field: string, value: number | null | undefined, least: number, most: number, message: string) =>
    typeof value === 'number' && !(value >= least && value <= most) ? [{ field, message }] : [];
  const months = 'Months are a number from 1 to 600, or nothing.';
  return [
    ...within('cutScore', changes.cutScore, 0, 1, 'The score to reach lies between 0 and 100 %.'),
    ...within('validityMonths', changes.validityMonths, 1, 600, months),
    ...within('evidenceMaxAgeMonths', changes.evidenceMaxAgeMonths, 1, 600, months),
    ...within('maxAttempts', changes.maxAttempts, 1, 20, 'Attempts are a number from 1 to 20, or nothing.'),
    ...within('coolOffDays', changes.coolOffDays, 1, 365, 'Days between attempts go from 1 to 365, or nothing.'),
    ...within(
      'reminderMonths',
      changes.reminderMonths,
      1,
      60,
      'Reminders go out 1 to 60 months before, or not at all.',
    ),
    ...within('secondMarkShare', changes.secondMarkShare, 0, 1, 'The share lies between 0 and 100 %.'),
    ...within('borderlineBand', changes.borderlineBand, 0, 0.5, 'The band lies between 0 and 50 %.'),
    ...within(
      'descriptors.workloadHours',
      descriptors?.workloadHours,
      0,
      100_000,
      'Hours are a number from 0 to 100,000.',
    ),
    ...within('descriptors.ects', descriptors?.ects, 0, 1_000, 'Credits are a number from 0 to 1,000.'),
    ...within('descriptors.eqfLevel', descriptors?.eqfLevel, 1, 8, 'EQF levels go from 1 to 8.'),
  ];
}

const MOST_SKILLS = 12;
const MOST_PREREQUISITES = 20;

function listProblems({ skills, prerequisiteIds, changes, descriptors }: DraftChanges): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const wrong = (field: string, message: string) => problems.push({ field, message });
  if (skills && skills.length > MOST_SKILLS) wrong('skills', `At most ${MOST_SKILLS} skills fit here.`);
  if (skills && repeats(skills.map(({ skillId }) => skillId)))
    wrong('skills', 'A skill is awarded once, at one level.');
  if (prerequisiteIds && prerequisiteIds.length > MOST_PREREQUISITES)
    wrong('prerequisites', `At most ${MOST_PREREQUISITES} achievements can come first.`);
  if (prerequisiteIds && repeats(prerequisiteIds)) wrong('prerequisites', 'An achievement comes first once.');
  if (changes && changes.length > 500) wrong('changes', 'At most 500 changes can be spoken of.');
  if (changes?.some(({ key, reason }) => key.length > 200 || reason.length > MOST_CHARACTERS.line))
    wrong('changes', `A reason has at most ${MOST_CHARACTERS.line.toLocaleString('en')} characters.`);
  if (descriptors?.country && !/^[A-Z]{2}$/.test(descriptors.country))
    wrong('descriptors.country', 'Name the country by its two capital letters, such as PT.');
  return problems;
}

const repeats = (words: readonly string[]) => new Set(words).size < words.length;

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

/** What is stored as it comes. Null has a meaning only where nothing is one. */
const PLAIN = ['name', 'description', 'outcomes', 'evidenceAsked', 'route', 'markingPolicy'] as const;
const MARKING = [
  'secondMarkShare',
  'borderlineBand',
  'highStakes',
  'releaseMode',
  'renewal',
  'prerequisiteIds',
] as const;
const EMPTYABLE = ['validityMonths', 'evidenceMaxAgeMonths', 'reminderMonths', 'maxAttempts', 'coolOffDays'] as const;

/** The columns that the changes set. */
export function changedColumns(draft: AchievementVersion, changes: DraftChanges): Partial<AchievementVersion> {
  const given = (names: readonly (keyof DraftChanges)[], isGiven: (value: unknown) => boolean) =>
    Object.fromEntries(names.filter((name) => isGiven(changes[name])).map((name) => [name, changes[name]]));
  const columns: Partial<AchievementVersion> = {
    ...given([...PLAIN, ...MARKING, 'changes'], (value) => value !== undefined && value !== null),
    ...given(EMPTYABLE, (value) => value !== undefined),
  };
  // STACK follows from a rule and goes with it.
  if (columns.route === 'STACK') delete columns.route;
  if (columns.route) columns.stackRule = null;
  if (changes.skills) Object.assign(columns, skillColumns(changes.skills));
  if (changes.evidenceRules) columns.evidenceRules = changes.evidenceRules.map(ruleOf);
  if (changes.rubric) columns.rubric = settled(changes.rubric);
  if (changes.descriptors) columns.descriptors = withDescriptors(draft.descriptors, changes.descriptors);
  return columns;
}

function skillColumns([principal, ...further]: ChosenSkill[]): Partial<AchievementVersion> {
  return {
    skillId: principal?.skillId ?? null,
    levelOrdinal: principal?.levelOrdinal ?? null,
    skillCategory: principal?.category ?? null,
    furtherSkills: further.map(({ skillId, levelOrdinal, category }) => ({
      skillId,
      levelOrdinal: levelOrdinal ?? null,
      category: category ?? null,
      revisionId: null,
    })),
  };
}

const ruleOf = ({ id, kind, atLeast, scope, maxAgeMonths }: NonNullable<DraftChanges['evidenceRules']>[number]) => ({
  ...{ id, kind, atLeast, scope },
  maxAgeMonths: maxAgeMonths ?? null,
});

/** Null clears a number or a choice; a text is cleared by an empty one. */
function withDescriptors(stored: EuDescriptors, given: Given<EuDescriptors>): EuDescriptors {
  const cleared = Object.entries(given).filter(([name, value]) => {
    const isText = typeof stored[name as keyof EuDescriptors] === 'string' || name === 'assessmentKinds';
    return value !== undefined && !(value === null && isText);
  });
  return { ...stored, ...Object.fromEntries(cleared) };
}

const settled = (rubric: RubricDraft): Rubric => ({
  criteria: rubric.criteria.map(({ id, title, description, weight, mustReach, skillId, levels }) => ({
    id,
    title,
    description,
    weight,
    mustReach: mustReach ?? null,
    skillId: skillId ?? null,
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
