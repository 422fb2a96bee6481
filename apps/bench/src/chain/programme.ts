import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, eventually } from '../product/client.js';
import { root } from '../product/places.js';
import type { Invented } from './invented.js';
import type { Actor } from './people.js';

const PREVIEW = `mutation($input: PreviewFrameworkImportInput!) { previewFrameworkImport(input: $input) { __typename
  ... on FrameworkImport { id }
  ... on InvalidInput { message problems { field message } } ... on NotAllowed { message } } }`;
const APPLY = `mutation($id: ID!) { applyFrameworkImport(id: $id) { __typename
  ... on FrameworkImport { id } ... on Refusal { message } } }`;
const IMPORT = `query($id: ID!) { frameworkImport(id: $id) { state problem appliedFrameworkId
  findings(first: 3, severity: ERROR) { edges { node { file row column message } } } } }`;
const PUBLISH_FRAMEWORK = `mutation($id: ID!) { publishFramework(id: $id) { __typename
  ... on SkillFramework { id title counts { skills jobRoles jobRoleLevels requirements } } ... on Refusal { message } } }`;
const RUNGS = `query($id: ID!) { framework(id: $id) { jobFamilies { roles { name levels { id name
  requirements { skill { id name } level { ordinal label } } } } } } }`;

export interface Framework {
  id: string;
  title: string;
  counts: { skills: number; jobRoles: number; jobRoleLevels: number; requirements: number };
}

/** A rung of a job, and one skill it asks for. */
export interface Aim {
  jobRoleLevelId: string;
  jobTitle: string;
  skillId: string;
  skillName: string;
  ordinal: number;
}

/** The official files where they are at hand, else a small pair of our own. */
function frameworkFiles(): { official: boolean; skills: Buffer; roles: Buffer } {
  const shared = join(root, '../shared/data/frameworks/uk-gdd-pcf');
  const official = existsSync(join(shared, 'skills.csv'));
  const folder = official ? shared : join(root, 'apps/bench/fixtures');
  return {
    official,
    skills: readFileSync(join(folder, 'skills.csv')),
    roles: readFileSync(join(folder, 'roles.csv')),
  };
}

export async function importFramework(designer: Client, invented: Invented): Promise<Framework> {
  const files = frameworkFiles();
  const skillsFileId = await designer.upload('skills.csv', files.skills, 'import');
  const rolesFileId = await designer.upload('roles.csv', files.roles, 'import');
  const about = files.official
    ? {
        title: `UK Government Digital and Data (${invented.mark})`,
        publisher: 'Government Digital Service',
        licence: 'Open Government Licence v3.0',
        attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
      }
    : {
        title: `Locks and keepers (${invented.mark})`,
        publisher: 'A test',
        licence: 'CC0 1.0',
        attribution: 'Invented.',
      };
  const slots = [
    { slot: 'skills', fileId: skillsFileId },
    { slot: 'roles', fileId: rolesFileId },
  ];
  const input = { ...about, kind: 'UK_GDD', version: '1', files: slots };
  const preview = await designer.change<{ id: string }>(PREVIEW, { input });
  await importSettled(designer, preview.id, 'PREVIEWED');
  await designer.change<{ id: string }>(APPLY, { id: preview.id });
  const { appliedFrameworkId } = await importSettled(designer, preview.id, 'APPLIED');
  return designer.change<Framework>(PUBLISH_FRAMEWORK, { id: appliedFrameworkId });
}

interface ImportState {
  state: string;
  appliedFrameworkId: string | null;
}

/** Waits until the worker has read or written the files; anything else than what was hoped for is an error with its reason. */
export async function importSettled(designer: Client, id: string, hoped: string): Promise<ImportState> {
  const it = await eventually(
    () => designer.query<ImportState>(IMPORT, { id }),
    ({ state }) => !['READING', 'APPLYING'].includes(state),
    60_000,
  );
  if (it.state !== hoped) throw new Error(`The import of the framework stands so: ${JSON.stringify(it)}`);
  return it;
}

/** The first rung that asks for a skill at the second level or above. */
export async function chooseAim(designer: Client, frameworkId: string): Promise<Aim> {
  const framework = await designer.query<{
    jobFamilies: {
      roles: {
        levels: {
          id: string;
          name: string;
          requirements: { skill: { id: string; name: string }; level: { ordinal: number } | null }[];
        }[];
      }[];
    }[];
  }>(RUNGS, { id: frameworkId });
  for (const { roles } of framework.jobFamilies)
    for (const { levels } of roles)
      for (const rung of levels)
        for (const { skill, level } of rung.requirements)
          if (level && level.ordinal > 1)
            return {
              jobRoleLevelId: rung.id,
              jobTitle: rung.name,
              skillId: skill.id,
              skillName: skill.name,
              ordinal: level.ordinal,
            };
  throw new Error('No rung of this framework asks for a skill at a level.');
}

const RUBRIC = `rubric { criteria { id title description weight mustReach
  levels { id ordinal label points descriptor isCompetent } } }`;
const CREATE = `mutation($input: CreateAchievementInput!) { createAchievement(input: $input) { __typename
  ... on AchievementVersion { id revision ${RUBRIC} } ... on Refusal { message } } }`;
const SAVE = `mutation($id: ID!, $revision: Int!, $input: AchievementDraftInput!) {
  saveAchievementDraft(id: $id, expectedRevision: $revision, input: $input) { __typename
  ... on AchievementVersion { id openPoints { section field message } } ... on Refusal { message } } }`;
const NAME_FOUNDER = `mutation($id: ID!, $personId: ID!) { nameFounder(achievementVersionId: $id, personId: $personId) {
  __typename ... on AchievementVersion { id } ... on Refusal { message } } }`;
const PUBLISH = `mutation($id: ID!) { publishAchievement(id: $id) { __typename
  ... on AchievementVersion { id number state name ${RUBRIC} }
  ... on NotReadyToPublish { message openPoints { section field message } } ... on Refusal { message } } }`;

interface Level {
  id: string;
  ordinal: number;
  label: string;
  points: number;
  descriptor: string;
  isCompetent: boolean;
}
interface Criterion {
  id: string;
  title: string;
  description: string;
  weight: number;
  mustReach: number | null;
  levels: Level[];
}
export interface Achievement {
  id: string;
  name: string;
  number: number;
  state: string;
  revision: number;
  rubric: { criteria: Criterion[] };
}

/** Designs an achievement for the aim, names its founding assessors and publishes version 1. */
export async function designAchievement(
  designer: Client,
  invented: Invented,
  aim: Aim,
  founders: Pick<Actor, 'id'>[],
  marking: { markingPolicy?: 'SINGLE' | 'SECOND_MARK_SAMPLE' | 'DOUBLE_BLIND' } = {},
): Promise<Achievement> {
  const name = `${aim.skillName}, as shown at work (${invented.mark})`;
  const draft = await designer.change<Achievement>(CREATE, {
    input: { name, skillId: aim.skillId, levelOrdinal: aim.ordinal },
  });
  await designer.change(SAVE, {
    id: draft.id,
    revision: draft.revision,
    input: {
      description: invented.sentence(aim.skillName),
      outcomes: [invented.sentence('the first outcome'), invented.sentence('the second outcome')],
      rubric: { criteria: draft.rubric.criteria.map((criterion, index) => filled(criterion, index, invented)) },
      evidenceAsked: [invented.sentence('a record of the work')],
      cutScore: 0.5,
      validityMonths: 36,
      evidenceMaxAgeMonths: 24,
      descriptors: {
        workloadHours: 20,
        ects: null,
        eqfLevel: 4,
        referencedBy: 'A body that references levels, invented here',
        language: 'en',
        participation: 'At work',
        assessmentType: 'Portfolio',
        supervision: 'The assessor confirms who did the work',
        qualityAssurance: 'Marked against a published rubric',
        prerequisites: 'None',
        stackability: 'Stands alone',
      },
      ...marking,
    },
  });
  for (const { id } of founders) await designer.change(NAME_FOUNDER, { id: draft.id, personId: id });
  return designer.change<Achievement>(PUBLISH, { id: draft.id });
}

function filled(criterion: Criterion, index: number, invented: Invented): Criterion {
  return {
    ...criterion,
    title: `Criterion ${index + 1}: ${invented.sentence('a part of the work')}`.slice(0, 80),
    description: invented.sentence('what the criterion is about'),
    levels: criterion.levels.map((level) => ({ ...level, descriptor: invented.sentence(`level ${level.ordinal}`) })),
  };
}
