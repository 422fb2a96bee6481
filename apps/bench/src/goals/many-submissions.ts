import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Actor } from '../chain/people.js';
import type { Stage } from '../chain/walk.js';
import type { OwnProduct } from '../product/own-product.js';
import { handIn, hire } from '../promises/candidates.js';

/** What the organisation has assessed and has to assess. */
export const SUBMISSIONS = 200_000;
const CANDIDATES = 5_000;
const ACHIEVEMENTS = 50;
/** Of how many the assessor is a founder: one in ten is what they may take. */
const QUALIFIED = 5;
/** One in five waits; the others are decided. */
const WAITING = 5;

/**
 * Two hundred thousand submissions in the image of one that was handed in by hand, so that each row has what the product
 * writes today. Frozen copies are left out: the queue looks at none.
 */
export async function manySubmissions(product: OwnProduct, stage: Stage): Promise<{ qualifiedFor: string[] }> {
  const slotId = await handIn(product, stage, await hire(stage));
  const elsewhere = await otherAssessor(product);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  const write = (sql: string, parameters: unknown[] = []) => client.query(sql, parameters);
  // In the image of what passed every check: none is asked two hundred thousand times.
  await write(`SET session_replication_role = replica`);
  await write(
    `CREATE UNLOGGED TABLE many_candidate AS SELECT n, gen_random_uuid() AS id FROM generate_series(0, ${CANDIDATES - 1}) n`,
  );
  await write(
    `INSERT INTO person (id, display_name, email, created_at)
     SELECT id, 'Candidate ' || n, 'candidate' || n || '@example.org', now() FROM many_candidate`,
  );
  await write(
    `CREATE UNLOGGED TABLE many_version AS
     SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS achievement_id FROM generate_series(0, ${ACHIEVEMENTS - 1}) n`,
  );
  await write(`INSERT INTO achievement (id, created_at) SELECT achievement_id, now() FROM many_version`);
  await write(
    `INSERT INTO achievement_version SELECT (jsonb_populate_record(it, jsonb_build_object('id', many.id,
       'achievement_id', many.achievement_id, 'number', 1, 'name', it.name || ' ' || many.n))).*
     FROM achievement_version it CROSS JOIN many_version many WHERE it.id = $1`,
    [stage.achievement.id],
  );
  await write(
    `CREATE UNLOGGED TABLE many_submission AS
     SELECT series.n, gen_random_uuid() AS id, candidate.id AS candidate_id, version.id AS version_id, version.achievement_id,
       series.n / ${CANDIDATES} % ${WAITING} = 0 AS waits, now() - series.n * interval '3 minutes' AS at
     FROM generate_series(0, ${SUBMISSIONS - 1}) AS series (n)
     JOIN many_candidate candidate ON candidate.n = series.n % ${CANDIDATES}
     JOIN many_version version ON version.n = (series.n + series.n / ${CANDIDATES}) % ${ACHIEVEMENTS}`,
  );
  await write(
    `INSERT INTO submission SELECT (jsonb_populate_record(it, jsonb_build_object('id', many.id, 'person_id', many.candidate_id,
       'achievement_version_id', many.version_id, 'achievement_id', many.achievement_id, 'attempt_no', 1,
       'state', CASE WHEN many.waits THEN 'QUEUED' ELSE 'RELEASED' END))).*
     FROM many_submission many, marking_slot slot JOIN submission it ON it.id = slot.submission_id WHERE slot.id = $1
     ON CONFLICT DO NOTHING`,
    [slotId],
  );
  await write(
    `INSERT INTO marking_slot SELECT (jsonb_populate_record(slot, jsonb_build_object('id', gen_random_uuid(), 'submission_id', many.id,
       'snapshot_id', gen_random_uuid(), 'achievement_version_id', many.version_id, 'achievement_id', many.achievement_id,
       'achievement_name', version.name, 'candidate_id', many.candidate_id, 'candidate_code', 'C-' || many.n,
       'submitted_at', many.at, 'due_at', many.at + interval '7 days') || CASE WHEN many.waits THEN '{}'::jsonb ELSE
       jsonb_build_object('state', 'HANDED_IN', 'assessor_id', $2::uuid, 'handed_in_at', many.at + interval '3 days') END)).*
     FROM many_submission many JOIN submission USING (id) JOIN achievement_version version ON version.id = many.version_id,
       marking_slot slot WHERE slot.id = $1`,
    [slotId, elsewhere],
  );
  const versions = await product.sql<{ achievementId: string }>(
    `SELECT achievement_id AS "achievementId" FROM many_version WHERE n < ${QUALIFIED} ORDER BY n`,
  );
  await write('DROP TABLE many_candidate, many_version, many_submission');
  await write('VACUUM ANALYZE');
  await client.end();
  return { qualifiedFor: versions.map(({ achievementId }) => achievementId) };
}

/** May assess these, as a founder. */
export async function qualify(
  product: OwnProduct,
  assessor: Pick<Actor, 'id'>,
  achievementIds: string[],
): Promise<void> {
  await product.sql(
    `INSERT INTO assessor_qualification SELECT (jsonb_populate_record(it, jsonb_build_object('id', gen_random_uuid(),
       'person_id', $1::uuid, 'achievement_id', achievement))).*
     FROM unnest($2::uuid[]) achievement, (SELECT it FROM assessor_qualification it WHERE basis = 'FOUNDER' LIMIT 1) one (it)`,
    [assessor.id, achievementIds],
  );
}

async function otherAssessor(product: OwnProduct): Promise<string> {
  const id = randomUUID();
  await product.sql(
    `INSERT INTO person (id, display_name, email, created_at) VALUES ($1, 'Somebody before', 'before@example.org', now())`,
    [id],
  );
  return id;
}
