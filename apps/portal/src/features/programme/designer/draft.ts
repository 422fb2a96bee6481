import type { SkillChoice } from '../skill-select.js';
import type { DraftInput, Version } from './designer.documents.js';
import type { RubricSheet } from './rubric-sheet.js';
import { type AngoffPanel, panelOf } from './angoff-panel.js';
import { sendable, type StackDraft, stackOf } from './stack-draft.js';

/** A skill with its level: a level only means something on its skill's scale. */
export interface DraftSkill {
  skill: SkillChoice;
  levelOrdinal: number | null;
  category: 'TECHNICAL' | 'TRANSFERABLE' | null;
}

export type DraftEvidenceRule = Pick<
  Version['evidenceRules'][number],
  'id' | 'kind' | 'atLeast' | 'scope' | 'maxAgeMonths'
>;

/** What the designer writes in: the version's content as plain values. */
export interface Draft {
  name: string;
  description: string;
  /** The principal one first. */
  skills: readonly DraftSkill[];
  outcomes: readonly string[];
  rubric: RubricSheet;
  evidenceAsked: readonly string[];
  evidenceRules: readonly DraftEvidenceRule[];
  route: Version['route'];
  cutScore: number;
  /** Why this score, where it is somebody's judgement. */
  cutScoreReason: string;
  angoffPanel: AngoffPanel | null;
  stackRule: StackDraft | null;
  markingPolicy: Version['markingPolicy'];
  secondMarkShare: number;
  borderlineBand: number;
  highStakes: boolean;
  releaseMode: Version['releaseMode'];
  validityMonths: number | null;
  evidenceMaxAgeMonths: number | null;
  maxAttempts: number | null;
  coolOffDays: number | null;
  renewal: Version['renewal'];
  reminderMonths: number | null;
  prerequisites: readonly { achievementId: string; name: string }[];
  descriptors: Version['descriptors'];
  /** What was said of changes against the version before. */
  changes: readonly { key: string; kind: 'EDITORIAL' | 'SUBSTANTIVE'; reason: string }[];
}

export type DraftField = keyof Draft;

export function draftOf(version: Version): Draft {
  const { name, description, outcomes, evidenceAsked, evidenceRules, route, cutScore, descriptors } = version;
  const { markingPolicy, secondMarkShare, borderlineBand, highStakes, releaseMode } = version;
  const { validityMonths, evidenceMaxAgeMonths, maxAttempts, coolOffDays, renewal, reminderMonths, prerequisites } =
    version;
  return {
    ...{ name, description, outcomes, evidenceAsked, evidenceRules, route, cutScore, descriptors },
    ...{ markingPolicy, secondMarkShare, borderlineBand, highStakes, releaseMode },
    ...{ validityMonths, evidenceMaxAgeMonths, maxAttempts, coolOffDays, renewal, reminderMonths, prerequisites },
    skills: version.awardedSkills.flatMap(({ skill, level, category }) =>
      skill ? [{ skill, levelOrdinal: level?.ordinal ?? null, category }] : [],
    ),
    rubric: version.rubric.criteria,
    cutScoreReason: version.cutScoreSetting?.reason ?? '',
    angoffPanel: version.angoffPanel && panelOf(version.angoffPanel),
    stackRule: version.stackRule && stackOf(version.stackRule),
    // What a rule says by itself is no word of ours, and changes with what it is about.
    changes: version.changes
      .filter(({ kind, suggested, reason }) => kind !== suggested || reason !== '')
      .map(({ key, kind, reason }) => ({ key, kind, reason })),
  };
}

/** One field as the API takes it. Lines that are still empty on the screen are not sent. */
export function inputOf(draft: Draft, field: DraftField): DraftInput {
  switch (field) {
    case 'skills':
      return {
        skills: draft.skills.map(({ skill, levelOrdinal, category }) => ({
          skillId: skill.id,
          levelOrdinal,
          category,
        })),
      };
    case 'rubric':
      return { rubric: { criteria: draft.rubric.map(criterionInput) } };
    case 'outcomes':
    case 'evidenceAsked':
      return { [field]: written(draft[field]) };
    case 'evidenceRules':
      return {
        evidenceRules: draft.evidenceRules.map(({ id, kind, atLeast, scope, maxAgeMonths }) => ({
          ...{ id, kind, atLeast, scope, maxAgeMonths },
        })),
      };
    case 'prerequisites':
      return { prerequisiteIds: draft.prerequisites.map(({ achievementId }) => achievementId) };
    case 'changes':
      return { changes: draft.changes.map(({ key, kind, reason }) => ({ key, kind, reason })) };
    case 'stackRule':
      return { stackRule: draft.stackRule && stackInput(draft.stackRule) };
    case 'angoffPanel':
      return { angoffPanel: draft.angoffPanel };
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

function stackInput(stack: StackDraft): NonNullable<DraftInput['stackRule']> {
  const { parts, notBoth, ...rest } = sendable(stack);
  return { ...rest, parts: [...parts], notBoth: [...notBoth] };
}

function written(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter(Boolean);
}

/** The cache adds type names to what it gives; the API takes none. */
function plain(descriptors: Draft['descriptors']) {
  return Object.fromEntries(Object.entries(descriptors).filter(([name]) => name !== '__typename'));
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
