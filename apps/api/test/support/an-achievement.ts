import type { Viewer } from '../../src/platform/access/viewer.js';
import { newId } from '../../src/platform/database/id.js';

/** An organisation with one person and one published achievement without a skill: enough to award something. */
export async function publishAnAchievement(
  { tx, now }: Viewer,
  name: string,
): Promise<{ personId: string; versionId: string }> {
  const [personId, achievementId, versionId] = [newId(), newId(), newId()];
  await tx.query('INSERT INTO organisation (id, name, is_demo) VALUES ($1, $2, false) ON CONFLICT DO NOTHING', [
    newId(),
    'Mill Lane Works',
  ]);
  await tx.query('INSERT INTO person (id, display_name, email, created_at) VALUES ($1, $2, $3, $4)', [
    personId,
    'Noor Adeyemi',
    `${personId}@example.org`,
    now,
  ]);
  const levels = [1, 2, 3].map((ordinal) => ({
    id: `contract-${ordinal}`,
    ordinal,
    label: `Step ${ordinal}`,
    points: ordinal,
    descriptor: `What step ${ordinal} looks like`,
    isCompetent: ordinal > 1,
  }));
  const criterion = {
    title: 'Agrees contracts before code',
    description: 'Both sides first.',
    weight: 1,
    mustReach: 2,
  };
  const descriptors = { workloadHours: 42, ects: null, eqfLevel: 6, language: 'en', participation: '' };
  const more = { assessmentType: '', supervision: '', qualityAssurance: '', prerequisites: '', stackability: '' };
  await tx.query('INSERT INTO achievement (id, created_at) VALUES ($1, $2)', [achievementId, now]);
  await tx.query(
    `INSERT INTO achievement_version (id, achievement_id, number, state, name, description, outcomes, rubric, evidence_asked,
       cut_score, validity_months, route, marking_policy, descriptors, created_at, published_at)
     VALUES ($1, $2, 1, 'PUBLISHED', $3, $4, $5, $6, '[]', 0.5, 36, 'PORTFOLIO', 'SINGLE', $7, $8, $8)`,
    [
      versionId,
      achievementId,
      name,
      'Connects systems so that they keep working.',
      JSON.stringify(['connect two systems']),
      JSON.stringify({ criteria: [{ id: 'contract', ...criterion, levels }] }),
      JSON.stringify({ ...descriptors, ...more }),
      now,
    ],
  );
  return { personId, versionId };
}
