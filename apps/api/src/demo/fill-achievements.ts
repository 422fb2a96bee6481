import type { INestApplicationContext } from '@nestjs/common';
import { AchievementDesignService } from '../features/achievements/achievement-design.service.js';
import { AchievementOfferService } from '../features/achievements/achievement-offer.service.js';
import { QualificationsService } from '../features/assessments/qualifications.service.js';
import { idFor } from '../platform/database/id.js';
import type { Cast } from './cast.js';
import { acted } from './done.js';
import type { InventedCriterion, OfferedAchievement } from './invented-achievement.js';
import { DATA_ACHIEVEMENTS } from './invented-achievements-data.js';
import { FIELD_ACHIEVEMENTS } from './invented-achievements-field.js';
import { GIVEN_ACHIEVEMENTS } from './invented-achievements-given.js';
import { MAKING_ACHIEVEMENTS } from './invented-achievements-making.js';
import { NETWORK_ACHIEVEMENTS } from './invented-achievements-network.js';
import { PEOPLE_ACHIEVEMENTS } from './invented-achievements-people.js';
import { SOFTWARE_ACHIEVEMENTS } from './invented-achievements-software.js';

export const ACHIEVEMENTS = [
  ...DATA_ACHIEVEMENTS,
  ...SOFTWARE_ACHIEVEMENTS,
  ...NETWORK_ACHIEVEMENTS,
  ...FIELD_ACHIEVEMENTS,
  ...PEOPLE_ACHIEVEMENTS,
  ...MAKING_ACHIEVEMENTS,
];

const LEVEL_LABELS = ['Not shown', 'In part', 'Met', 'Met with distinction'] as const;
/** From here on the work is good enough. */
export const COMPETENT = 3;
const LIFELONG_LEARNING_HOURS_PER_ECTS = 25;

/** The criterion of an achievement as the product knows it. */
export function criterionId(achievement: Pick<OfferedAchievement, 'key'>, criterion: string): string {
  return idFor('demo-criterion', achievement.key, criterion);
}

/** The learning designer writes and publishes them; founders are named before. Version ids by key. */
export async function fillAchievements(
  app: INestApplicationContext,
  cast: Cast,
  skills: ReadonlyMap<string, string>,
  at: Date,
): Promise<Map<string, string>> {
  const design = app.get(AchievementDesignService);
  const offer = app.get(AchievementOfferService);
  const qualifications = app.get(QualificationsService);
  const versions = new Map<string, string>();
  for (const achievement of [...ACHIEVEMENTS, ...GIVEN_ACHIEVEMENTS]) {
    const designer = cast.as('noor', at);
    const skillId = skills.get(achievement.skill);
    if (!skillId) throw new Error(`There is no skill ${achievement.skill}.`);
    const { name, levelOrdinal } = achievement;
    const begun = await acted(designer, 'createAchievement', design.create(designer, { name, skillId, levelOrdinal }));
    const saving = design.saveDraft(designer, begun.id, begun.revision, draftOf(achievement));
    const saved = await acted(designer, 'saveAchievementDraft', saving);
    for (const founder of achievement.founders)
      await acted(designer, 'nameFounder', qualifications.nameFounder(designer, saved.id, cast.idOf(founder)));
    await acted(designer, 'publishAchievement', offer.publish(designer, saved.id));
    versions.set(achievement.key, saved.id);
  }
  return versions;
}

function draftOf(achievement: OfferedAchievement): Parameters<AchievementDesignService['saveDraft']>[3] {
  return {
    description: achievement.description,
    ...(achievement.route && { route: achievement.route }),
    outcomes: achievement.outcomes,
    evidenceAsked: achievement.evidenceAsked,
    rubric: { criteria: achievement.criteria.map((criterion) => toCriterion(achievement, criterion)) },
    cutScore: achievement.cutScore,
    validityMonths: achievement.validityMonths,
    evidenceMaxAgeMonths: achievement.evidenceMaxAgeMonths,
    descriptors: {
      workloadHours: achievement.workloadHours,
      ects: Math.round((achievement.workloadHours / LIFELONG_LEARNING_HOURS_PER_ECTS) * 10) / 10,
      participation: 'In the course of work',
      qualityAssurance: 'Founding assessors named by the people team; a rubric in the open; every outcome with reasons',
      prerequisites: '',
    },
  };
}

function toCriterion(achievement: OfferedAchievement, criterion: InventedCriterion) {
  const id = criterionId(achievement, criterion.id);
  return {
    id,
    title: criterion.title,
    description: criterion.description,
    weight: criterion.weight,
    mustReach: criterion.mustPass ? COMPETENT : null,
    levels: LEVEL_LABELS.map((label, at) => ({
      id: idFor('demo-criterion-level', id, String(at + 1)),
      ordinal: at + 1,
      label,
      points: at,
      descriptor: criterion.levels[at] ?? '',
      isCompetent: at + 1 >= COMPETENT,
    })),
  };
}
