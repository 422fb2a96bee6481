import { newId } from '../../../src/platform/database/id.js';
import type { TestApi } from '../api.js';

/** A programme, and a cohort that Cleo is in. */
export async function makeCohorts(api: TestApi, ids: Record<string, string>): Promise<void> {
  const [version] = await api.sql<{ id: string }>(
    `SELECT achievement_id AS id FROM achievement_version WHERE id = $1`,
    [ids.otherVersion],
  );
  Object.assign(ids, { programme: newId(), cohort: newId(), programmeAchievement: version?.id ?? '' });
  await api.sql(
    `INSERT INTO programme (id, name, summary, lead_id, achievement_ids, created_by, created_at)
     VALUES ($1, 'Joining', '', $2, ARRAY[$3::uuid, gen_random_uuid()], $2, now())`,
    [ids.programme, ids.owner, ids.programmeAchievement],
  );
  await api.sql(
    `INSERT INTO cohort (id, programme_id, name, starts_on, ends_on, created_by, created_at)
     VALUES ($1, $2, 'Spring', '2026-03-01', '2026-06-30', $3, now())`,
    [ids.cohort, ids.programme, ids.owner],
  );
  await api.sql(
    'INSERT INTO cohort_member (cohort_id, person_id, enrolled_by, enrolled_at) VALUES ($1, $2, $3, now())',
    [ids.cohort, ids.cleo, ids.owner],
  );
}
