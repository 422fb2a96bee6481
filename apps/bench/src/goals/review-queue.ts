import type { Stage } from '../chain/walk.js';
import { Client } from '../product/client.js';
import type { OwnProduct } from '../product/own-product.js';
import { hireFounder } from '../promises/candidates.js';
import { type Measured, median } from './goal.js';
import { qualify, SUBMISSIONS } from './many-submissions.js';
import { cpuOf } from './process-usage.js';

const ASKED = 20;
const ROUNDS = 7;
const ROWS = 100;

/** The rows of the queue as the portal asks for them. */
const PAGE = `{ reviewQueue(scope: CAN_TAKE, order: OLDEST_DUE, first: ${ROWS}) { totalCount pageInfo { hasNextPage endCursor }
  edges { cursor node { id purpose state candidateCode attemptNo submittedAt dueAt overdue criteriaCount itemCount backInQueue
    putBackReason submissionState viewerCan lease { mine until holder { id displayName } }
    achievementVersion { id name number level { id label ordinal } } } } } }`;

/** The same rows from one statement that somebody wrote by hand, told whose queue it is and which rules there are. */
const FLOOR = `WITH qualified AS MATERIALIZED (
    SELECT achievement_id FROM assessor_qualification WHERE person_id = $1 AND ended_at IS NULL AND state <> 'SUSPENDED'
      AND (valid_until IS NULL OR valid_until >= current_date)
  ), waiting AS MATERIALIZED (
    SELECT slot.* FROM marking_slot slot WHERE slot.state IN ('OPEN', 'LEASED') AND (slot.state = 'OPEN' OR slot.lease_until <= now())
      AND slot.held_at IS NULL AND slot.purpose <> 'MODERATION' AND slot.achievement_id IN (SELECT achievement_id FROM qualified)
      AND NOT (ARRAY[slot.candidate_id, slot.submission_id, slot.id] && (SELECT coalesce(array_agg(with_id), '{}') FROM app_conflicts_of(ARRAY[$1::uuid])))
  ), shown AS (SELECT * FROM waiting ORDER BY due_at, id LIMIT ${ROWS})
  SELECT json_build_object('total', (SELECT count(*) FROM waiting), 'rows', json_agg(json_build_object('id', shown.id,
    'purpose', shown.purpose, 'state', shown.state, 'candidateCode', shown.candidate_code, 'attemptNo', shown.attempt_no,
    'submittedAt', shown.submitted_at, 'dueAt', shown.due_at, 'overdue', shown.due_at < now(), 'criteriaCount', shown.criteria_count,
    'itemCount', shown.item_count, 'backInQueue', shown.back_in_queue, 'putBackReason', shown.put_back_reason,
    'submissionState', submission.state, 'lease', CASE WHEN holder.id IS NOT NULL THEN json_build_object('until', shown.lease_until,
      'holder', json_build_object('id', holder.id, 'displayName', holder.display_name)) END,
    'achievementVersion', json_build_object('id', version.id, 'name', version.name, 'number', version.number,
      'level', json_build_object('id', level.id, 'label', level.label, 'ordinal', level.ordinal))) ORDER BY shown.due_at, shown.id))::text AS page
  FROM shown JOIN submission ON submission.id = shown.submission_id JOIN achievement_version version ON version.id = shown.achievement_version_id
  LEFT JOIN person holder ON holder.id = shown.assessor_id
  LEFT JOIN LATERAL (SELECT framework.scale_id FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id
    WHERE revision.skill_id = version.skill_id AND framework.state = 'PUBLISHED' ORDER BY framework.published_at DESC LIMIT 1) placed ON true
  LEFT JOIN proficiency_level level ON level.scale_id = placed.scale_id AND level.ordinal = version.level_ordinal`;

interface Answer {
  reviewQueue: { totalCount: number; edges: { node: { id: string; achievementVersion: { name: string } } }[] };
}

/**
 * P1: the first hundred rows of an assessor's queue among two hundred thousand submissions, beside one statement that builds
 * the same as JSON. What a request costs that asks nothing is ours, too: it is not taken off.
 */
export async function reviewQueue(product: OwnProduct, stage: Stage, qualifiedFor: string[]): Promise<Measured[]> {
  const assessor = await hireFounder(stage);
  await qualify(product, assessor, qualifiedFor);
  const client = await Client.signIn(product.baseUrl, assessor.id);
  const ours = () => client.ask(PAGE);
  const floor = () => product.sql<{ page: string }>(FLOOR, [assessor.id]);
  const total = await refuseDifferentAnswers(ours, floor);

  const seen = { ours: [] as number[], floor: [] as number[] };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [name, ask] of [
      ['ours', ours],
      ['floor', floor],
    ] as const) {
      const used = await cpuOf(product, ASKED, ask);
      if (round > 0) seen[name].push(used);
    }
  const cost = { ours: median(seen.ours), floor: median(seen.floor) };
  return [
    {
      goal: 'P1',
      what: `queue page, ${ROWS} rows of ${total.toLocaleString('en')} that one may take, among ${SUBMISSIONS.toLocaleString('en')} submissions`,
      ours: cost.ours,
      peer: null,
      floor: cost.floor,
      unit: 'CPU ms',
      gate: '≤ 1.0 × one statement by hand (with 1.3 for noise)',
      ok: cost.ours <= 1.3 * cost.floor,
    },
  ];
}

/** The same rows in the same order, or nothing was measured. */
async function refuseDifferentAnswers(
  ours: () => Promise<{ data: unknown }>,
  floor: () => Promise<{ page: string }[]>,
): Promise<number> {
  const answer = await ours();
  const { totalCount, edges } = (answer.data as Answer).reviewQueue;
  const [row] = await floor();
  const bare = JSON.parse(row?.page ?? '{}') as { total: number; rows: Answer['reviewQueue']['edges'][0]['node'][] };
  const text = (nodes: { id: string; achievementVersion: { name: string } }[]) =>
    JSON.stringify(nodes.map(({ id, achievementVersion: { name } }) => [id, name]));
  if (edges.length !== ROWS || totalCount !== bare.total || text(edges.map(({ node }) => node)) !== text(bare.rows))
    throw new Error(`The queue differs: ${totalCount} and ${bare.total}\n${JSON.stringify(answer).slice(0, 600)}`);
  return totalCount;
}
