import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Achievement, chooseAim, importSettled } from '../../chain/programme.js';
import { root } from '../../product/places.js';
import type { Cast } from './cast.js';
import type { Pen } from './pen.js';

const RUBRIC = `rubric { criteria { id title description weight mustReach
  levels { id ordinal label points descriptor isCompetent } } }`;

export interface Programme {
  frameworkId: string;
  importId: string;
  achievement: Achievement;
  /** A second one that stays a draft, for the designer's pages. */
  draftId: string;
}

/** A framework, and two achievements whose every word is a payload; one is published. */
export async function writeProgramme(pen: Pen, { designer, assessor }: Cast): Promise<Programme> {
  const { client } = designer;
  const file = (name: string) => client.upload(name, readFileSync(join(root, 'apps/bench/fixtures', name)), 'import');
  const input = {
    title: pen.text('framework title', 200),
    publisher: pen.text('framework publisher', 200),
    licence: pen.text('framework licence', 200),
    attribution: pen.text('framework attribution', 1_000),
    version: pen.text('framework version', 60, Date.now().toString(36)),
    sourceUrl: pen.shaped('https://example.org/"><svg/onload=alert(1)>', '"><svg/onload=alert(1)>'),
    licenceUrl: 'https://example.org/licence',
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
  const draft = async (language?: string) => {
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
      input: designOf(pen, begun, language),
    });
    return begun;
  };
  const [published, open] = [await draft('en'), await draft()];
  await pen.write(client, 'nameFounder', { achievementVersionId: published.id, personId: assessor.id });
  const achievement = await pen.write<Achievement>(
    client,
    'publishAchievement',
    { id: published.id },
    `... on AchievementVersion { id name number state revision ${RUBRIC} } ... on NotReadyToPublish { openPoints { field message } }`,
  );
  return { frameworkId: framework.id, importId, achievement, draftId: open.id };
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
    },
  };
}
