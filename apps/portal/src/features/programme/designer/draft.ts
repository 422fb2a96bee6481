import type { SkillChoice } from '../skill-select.js';
import type { DraftInput, Version } from './designer.documents.js';
import type { RubricSheet } from './rubric-sheet.js';

/** What the designer writes in: the version's content as plain values. */
export interface Draft {
  name: string;
  description: string;
  /** Skill and level are saved together: a level only means something on its skill's scale. */
  skill: { skill: SkillChoice | null; levelOrdinal: number | null };
  outcomes: readonly string[];
  rubric: RubricSheet;
  evidenceAsked: readonly string[];
  cutScore: number;
  validityMonths: number | null;
  evidenceMaxAgeMonths: number | null;
  descriptors: Version['descriptors'];
}

export type DraftField = keyof Draft;

export function draftOf(version: Version): Draft {
  return {
    name: version.name,
    description: version.description,
    skill: { skill: version.skill, levelOrdinal: version.level?.ordinal ?? null },
    outcomes: version.outcomes,
    rubric: version.rubric.criteria,
    evidenceAsked: version.evidenceAsked,
    cutScore: version.cutScore,
    validityMonths: version.validityMonths,
    evidenceMaxAgeMonths: version.evidenceMaxAgeMonths,
    descriptors: version.descriptors,
  };
}

/** One field as the API takes it. Lines that are still empty on the screen are not sent. */
export function inputOf(draft: Draft, field: DraftField): DraftInput {
  switch (field) {
    case 'skill':
      return {
        skills: draft.skill.skill ? [{ skillId: draft.skill.skill.id, levelOrdinal: draft.skill.levelOrdinal }] : [],
      };
    case 'rubric':
      return { rubric: { criteria: draft.rubric.map(criterionInput) } };
    case 'outcomes':
    case 'evidenceAsked':
      return { [field]: written(draft[field]) };
    case 'descriptors':
      return { descriptors: plain(draft.descriptors) };
    default:
      return { [field]: draft[field] };
  }
}

/** Fields in which the two say something else. */
export function differences(mine: Draft, theirs: Draft): DraftField[] {
  const fields = Object.keys(mine) as DraftField[];
  return fields.filter((field) => JSON.stringify(inputOf(mine, field)) !== JSON.stringify(inputOf(theirs, field)));
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** The cache adds type names to what it gives; the API takes none. */
function plain(descriptors: Draft['descriptors']): Draft['descriptors'] {
  const { workloadHours, ects, eqfLevel, language, participation, assessmentType } = descriptors;
  const { supervision, qualityAssurance, prerequisites, stackability } = descriptors;
  return {
    workloadHours,
    ects,
    eqfLevel,
    language,
    participation,
    assessmentType,
    supervision,
    qualityAssurance,
    prerequisites,
    stackability,
  };
}

function criterionInput({ id, title, description, weight, mustReach, skillId, levels }: RubricSheet[number]) {
  return {
    id,
    title,
    description,
    weight,
    mustReach,
    skillId,
    levels: levels.map((level) => ({
      id: level.id,
      ordinal: level.ordinal,
      label: level.label,
      points: level.points,
      descriptor: level.descriptor,
      isCompetent: level.isCompetent,
    })),
  };
}
