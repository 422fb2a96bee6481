import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../product/client.js';
import { type Achievement, chooseAim, importSettled } from '../../chain/programme.js';
import { root } from '../../product/places.js';
import type { Cast } from './cast.js';
import type { Pen } from './pen.js';

const RUBRIC = `rubric { criteria { id title description weight mustReach
  levels { id ordinal label points descriptor isCompetent } } }`;
const PUBLISHED = `... on AchievementVersion { id achievementId name number state revision ${RUBRIC} }
  ... on NotReadyToPublish { openPoints { field message } }`;

/** Published, with what those who run its assessment name it by. */
export type Judged = Achievement & { achievementId: string };

export interface Programme {
  frameworkId: string;
  importId: string;
  achievement: Judged;
  /** One that two assessors judge, blind. */
  double: Judged;
  /** A second one that stays a draft, for the designer's pages. */
  draftId: string;
  /** The next version of what is published, a draft that says why it differs. */
  nextId: string;
  /** What a rung asks that can be shown by it. */
  rungId: string;
  /** Given on completion. */
  given: Judged;
  /** No longer offered. */
  pastId: string;
}

/** A framework, and achievements whose every word is a payload; all but one are published. */
export async function writeProgramme(pen: Pen, { designer, assessor, secondAssessor }: Cast): Promise<Programme> {
  const { client } = designer;
  const file = (name: string) => client.upload(name, readFileSync(join(root, 'apps/bench/fixtures', name)), 'import');
  const input = {
    title: pen.text('framework title', 200),
    publisher: pen.text('framework publisher', 200),
    licence: pen.text('framework licence', 200),
    attribution: pen.text('framework attribution', 1_000),
    version: pen.text('framework version', 60, Date.now().toString(36)),
    sourceUrl: pen.shaped('https://example.org/"><svg/onload=alert(1)>', '"><svg/onload=alert(1)>'),
    licenceUrl: pen.shaped('https://example.org/licence?"><svg/onload=alert(1)>', '"><svg/onload=alert(1)>'),
    kind: 'UK_GDD',
    files: [
      { slot: 'skills', fileId: await file('skills.csv') },
      { slot: 'roles', fileId: await file('roles.csv') },
    ],
  };
  const { id: importId } = await pen.write(
    client,
    'previewFrameworkImport',
    { input },
    '... on FrameworkImport { id }',
  );
  await importSettled(client, importId, 'PREVIEWED');
  await pen.write(client, 'applyFrameworkImport', { id: importId }, '... on FrameworkImport { id }');
  const { appliedFrameworkId } = await importSettled(client, importId, 'APPLIED');
  const framework = { id: appliedFrameworkId ?? '' };
  await pen.write(client, 'publishFramework', { id: framework.id });
  const aim = await chooseAim(client, framework.id);
  const draft = async (language?: string, marking: object = {}) => {
    const named = { name: pen.text('achievement name', 200), skillId: aim.skillId, levelOrdinal: aim.ordinal };
    const begun = await pen.write<Achievement>(
      client,
      'createAchievement',
      { input: named },
      `... on AchievementVersion { id revision ${RUBRIC} }`,
    );
    await pen.write(client, 'saveAchievementDraft', {
      id: begun.id,
      expectedRevision: begun.revision,
      input: { ...designOf(pen, begun, language), ...marking },
    });
    return begun;
  };
  const [first, open, past] = [await draft('en'), await draft(), await draft('en')];
  const completed = await draft('en', { route: 'COMPLETION' });
  const twice = await draft('en', { markingPolicy: 'DOUBLE_BLIND' });
  const publish = async ({ id }: Achievement) => {
    for (const personId of [assessor.id, secondAssessor.id])
      await pen.write(client, 'nameFounder', { achievementVersionId: id, personId });
    return pen.write<Judged>(client, 'publishAchievement', { id }, PUBLISHED);
  };
  const achievement = await publish(first);
  const double = await publish(twice);
  const given = await publish(completed);
  const { id: achievementVersionId } = await publish(past);
  await pen.write(client, 'retireAchievement', { achievementVersionId, reason: pen.text('retired', 1_000) });
  const nextId = await writeNextVersion(pen, client, achievement.id);
  const ids = {
    frameworkId: framework.id,
    rungId: aim.jobRoleLevelId,
    importId,
    draftId: open.id,
    nextId,
    pastId: past.id,
  };
  return { ...ids, achievement, double, given };
}

/** Changed once to learn what counts as a change, and once more to say why. */
async function writeNextVersion(pen: Pen, client: Client, versionId: string): Promise<string> {
  const next = await pen.write<{ id: string; revision: number }>(
    client,
    'startNextVersion',
    { achievementVersionId: versionId },
    '... on AchievementVersion { id revision }',
  );
  const outcomes = [pen.text('new outcome', 1_500)];
  const { revision, changes } = await pen.write<{ revision: number; changes: { key: string }[] }>(
    client,
    'saveAchievementDraft',
    { id: next.id, expectedRevision: next.revision, input: { outcomes } },
    '... on AchievementVersion { revision changes { key } }',
  );
  const keys = [...changes.map(({ key }) => key), pen.text('change', 200)];
  const marks = keys.map((key) => ({ key, kind: 'SUBSTANTIVE', reason: pen.text('change reason', 1_500) }));
  await pen.write(client, 'saveAchievementDraft', {
    id: next.id,
    expectedRevision: revision,
    input: { changes: marks },
  });
  return next.id;
}

function designOf(pen: Pen, begun: Achievement, language = pen.text('language', 60)): object {
  const line = (kind: string) => pen.text(kind, 1_500);
  return {
    name: pen.text('draft name', 200),
    description: pen.text('draft description', 5_000),
    outcomes: [line('outcome'), line('outcome')],
    evidenceAsked: [line('evidence asked')],
    rubric: {
      criteria: begun.rubric.criteria.map((criterion) => ({
        ...criterion,
        title: pen.text('criterion title', 100),
        description: pen.text('criterion description', 400),
        levels: criterion.levels.map((level) => ({
          ...level,
          label: pen.text('level label', 60, String(level.ordinal)),
          descriptor: pen.text('level descriptor', 400),
        })),
      })),
    },
    cutScore: 0.5,
    cutScoreReason: pen.text('cut score reason', 1_500),
    angoffPanel: {
      judges: ['one', 'two'].map((id) => ({ id, name: pen.text('judge', 200) })),
      rounds: [{ estimates: [] }],
    },
    validityMonths: 36,
    evidenceMaxAgeMonths: 24,
    descriptors: {
      workloadHours: 20,
      ects: null,
      eqfLevel: 4,
      language,
      participation: line('participation'),
      assessmentType: line('assessment type'),
      supervision: line('supervision'),
      qualityAssurance: line('quality assurance'),
      prerequisites: line('prerequisites'),
      stackability: line('stackability'),
      nqfFramework: line('national framework'),
      nqfLevel: line('national level'),
      referencedBy: line('referenced by'),
      grading: line('grading'),
      furtherInformation: line('further information'),
    },
  };
}
