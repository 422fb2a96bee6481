import type { INestApplicationContext } from '@nestjs/common';
import { AchievementDesignService } from '../features/achievements/achievement-design.service.js';
import { AchievementOfferService } from '../features/achievements/achievement-offer.service.js';
import { AchievementsService } from '../features/achievements/achievements.service.js';
import { CredentialsService } from '../features/credentials/credentials.service.js';
import { Viewer } from '../platform/access/viewer.js';
import { idFor } from '../platform/database/id.js';
import { type Cast, daysBefore } from './cast.js';
import { acted } from './done.js';

const PARTS = ['leak', 'dig'];
const ROW = { amount: null, unit: null, minLevel: null };

/** Bartek held both parts then; his permit to dig has ended since, 24 months after it was given. */
const PUBLISHED_DAYS_AGO = 40;
const HELD_DAYS_AGO = 38;

/**
 * A larger badge: some hold all of it and get it from the worker, others one part. One who was given it at once holds a part
 * of it no longer: the worker notices, and somebody has to decide.
 */
export async function fillStack(
  app: INestApplicationContext,
  cast: Cast,
  versions: ReadonlyMap<string, string>,
  skillId: string,
  now: Date,
): Promise<void> {
  const by = cast.as('noor', daysBefore(now, PUBLISHED_DAYS_AGO));
  const design = app.get(AchievementDesignService);
  const parts: string[] = [];
  for (const key of PARTS) {
    const part = await app.get(AchievementsService).versionById(by, versions.get(key) ?? '');
    if (part) parts.push(part.achievementId);
  }
  const named = { name: 'Ready for the field', skillId, levelOrdinal: 3 };
  const begun = await acted(by, 'createAchievement', design.create(by, named));
  const changes: Parameters<AchievementDesignService['saveDraft']>[3] = {
    description:
      'You find a leak without breaking the road open for nothing, and you dig down to it so that everybody goes home.',
    outcomes: ['Lead a repair from the first reading to the closed trench'],
    validityMonths: null,
    stackRule: {
      parts: [
        { ...ROW, kind: 'ALL', depth: 0, achievementIds: [] },
        ...parts.map((id) => ({ ...ROW, kind: 'CREDENTIAL' as const, depth: 1, achievementIds: [id] })),
      ],
      notBoth: [],
      partsMustBe: 'CURRENT',
      maxAgeMonths: null,
      countedOnce: true,
    },
    descriptors: {
      workloadHours: 40,
      ects: 1.6,
      participation: 'In the course of work',
      assessmentType: 'Its parts were each assessed on evidence of work',
      supervision: 'As in its parts: handed in with the sign-in of the company',
      gradingForm: 'NONE',
      qualityAssurance: 'Each part was assessed by itself; the whole is given by a rule that everybody may read',
      prerequisites: '',
    },
  };
  const saved = await acted(by, 'saveAchievementDraft', design.saveDraft(by, begun.id, begun.revision, changes));
  await acted(by, 'publishAchievement', app.get(AchievementOfferService).publish(by, saved.id));
  const personId = cast.idOf('bartek');
  const given = Viewer.system(cast.system.tx, daysBefore(now, HELD_DAYS_AGO));
  await app.get(CredentialsService).award(given, {
    ...{ personId, achievementVersionId: saved.id, basis: 'STACK', awardedOn: given.now },
    ...{ basisId: idFor('stack', personId, saved.achievementId, ''), results: [], evidence: [], assessorCount: 0 },
  });
}
