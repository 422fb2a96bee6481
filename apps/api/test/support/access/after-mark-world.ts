import type { Rubric } from '@assay/rubric';
import { newId } from '../../../src/platform/database/id.js';
import { after, appealed, lodge, markFrom } from '../after-the-mark.js';
import type { TestApi, TestClient } from '../api.js';
import { addFounders, claim, release, slotOf } from '../assessor.js';
import { handIn } from '../candidate.js';
import { addAchievement } from '../programme.js';

type Clients = Record<'self' | 'marker' | 'otherAssessor' | 'lead', TestClient>;

/** Two marks that differ, a decision to check, one that is void perhaps, outcomes that were appealed, and one recalled. */
export async function makeAfterMark(api: TestApi, as: Clients, ids: Record<string, string>): Promise<void> {
  const founders = ['marker', 'otherAssessor', 'conflicted'].map((name) => ids[name] ?? '');
  /** Of an achievement of its own, so that places and policies of one do not touch another. */
  const judged = async (name: string, levels: number[]): Promise<{ slot: string; rubric: Rubric }> => {
    const version = await addAchievement(api, ids.skill ?? '', `Achievement ${name}`, 'DRAFT');
    await addFounders(api, version.achievementId, founders);
    await api.sql(
      `UPDATE achievement_version SET state = 'PUBLISHED', published_at = now(), marking_policy = $2 WHERE id = $1`,
      [version.id, name === 'differing' ? 'DOUBLE_BLIND' : 'SINGLE'],
    );
    ids[`${name}Submission`] = await handIn(as.self, version, OPEN_WORDS);
    ids[`${name}Version`] = version.id;
    ids[`${name}Achievement`] = version.achievementId;
    ids[`${name}Criterion`] = version.rubric.criteria[0]?.id ?? '';
    const slot = await slotOf(api, ids[`${name}Submission`] ?? '');
    await markFrom(as.marker, slot, version.rubric, levels);
    return { slot, rubric: version.rubric };
  };

  const differing = await judged('differing', [2, 2]);
  const [second] = await api.sql<{ id: string }>('SELECT id FROM marking_slot WHERE submission_id = $1 AND id <> $2', [
    ids.differingSubmission,
    differing.slot,
  ]);
  await markFrom(as.otherAssessor, second?.id ?? '', differing.rubric, [1, 1]);
  ids.reconciliation = await one(
    api,
    'SELECT id FROM reconciliation WHERE submission_id = $1',
    ids.differingSubmission,
  );

  await judged('checked', [2, 2]);
  await after(as.lead, 'askModeration', `submissionId: "${ids.checkedSubmission}"`);
  ids.moderationSlot = await one(
    api,
    `SELECT id FROM marking_slot WHERE purpose = 'MODERATION' AND submission_id = $1`,
    ids.checkedSubmission,
  );
  await claim(as.otherAssessor, ids.moderationSlot);
  await judged('suspect', [2, 2]);
  await after(as.lead, 'proposeVoid', `submissionId: "${ids.suspectSubmission}", reason: "Copied."`);
  await judged('paused', [2, 2]);
  await after(as.lead, 'holdSubmission', `submissionId: "${ids.pausedSubmission}", reason: "Away."`);
  ids.batch = (
    await after(
      as.lead,
      'scheduleRelease',
      `submissionIds: ["${ids.judgedSubmission}"], at: "2099-01-05T10:00:00Z"`,
      'id',
    )
  ).id;

  for (const name of ['told', 'appealed', 'reviewed', 'recalled'])
    await release(as.marker, (await judged(name, [1, 1])).slot);
  ids.appeal = (await lodge(as.self, ids.appealedSubmission ?? '', 'It was there.')).id;
  ids.reviewedAppeal = (await lodge(as.self, ids.reviewedSubmission ?? '', 'It was there, too.')).id;
  await appealed(as.lead, `checkAppeal(id: "${ids.reviewedAppeal}", inScope: true, answer: "")`);
  await recallOne(api, ids);
}

async function recallOne(api: TestApi, ids: Record<string, string>): Promise<void> {
  ids.recall = newId();
  await api.sql(
    `INSERT INTO recall (id, achievement_id, achievement_version_id, assessor_id, since, until, reason, opened_by, opened_at)
     VALUES ($1, $2, $3, $4, now() - interval '90 days', now(), 'A fault.', $5, now())`,
    [ids.recall, ids.recalledAchievement, ids.recalledVersion, ids.marker, ids.lead],
  );
  ids.recallItem = newId();
  await api.sql(
    `INSERT INTO recall_item (id, recall_id, submission_id, decision_id, state)
     SELECT $1, $2, submission_id, id, 'OPEN' FROM decision WHERE submission_id = $3`,
    [ids.recallItem, ids.recall, ids.recalledSubmission],
  );
}

/** What several people judge says nothing that is looked for: those words are kept to one assessor. */
const OPEN_WORDS = { title: 'Something that many judge', reflection: 'Because.' };

/** Runs, nearness that was declared, and words that are used again. */
export async function makeAllocation(api: TestApi, ids: Record<string, string>): Promise<void> {
  const named = (name: string) => (ids[name] = newId());
  await api.sql(
    `INSERT INTO allocation_run (id, at, kind, seed, rule, inputs, inputs_digest, result, by_id)
     VALUES ($1, now(), 'ONLINE', 'seed', 'FAIREST', '{"seed":"seed","places":[],"takers":[],"options":[]}', 'x', '[]', $2)`,
    [named('run'), ids.lead],
  );
  await api.sql(
    `INSERT INTO conflict_declaration (id, person_id, other_person_id, kind, since) VALUES ($1, $2, $3, 'FRIENDSHIP', now())`,
    [named('declared'), ids.marker, ids.otherBoss],
  );
  await api.sql('INSERT INTO comment_snippet (id, person_id, words, saved_at) VALUES ($1, $2, $3, now())', [
    ...[named('snippet'), ids.marker, 'Say which.'],
  ]);
}

async function one(api: TestApi, sql: string, of?: string): Promise<string> {
  const [row] = await api.sql<{ id: string }>(sql, [of]);
  if (!row) throw new Error(`There is none: ${sql}`);
  return row.id;
}
