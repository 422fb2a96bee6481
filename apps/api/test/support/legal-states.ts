import { mayMove, type Actor, type SubmissionState } from '../../src/features/submissions/submission.lifecycle.js';
import type { TestApi } from './api.js';

const UNFINISHED = `slot.state IN ('OPEN', 'ALLOCATED', 'LEASED')`;
const JUDGES = `slot.purpose IN ('FIRST', 'SECOND', 'THIRD')`;
const places = (which: string) => `FROM marking_slot slot WHERE slot.submission_id = it.id AND ${which}`;
/** The state that counts: of what is held, the one it was held in. */
const STATE = `coalesce(it.held_from, it.state)`;
const newestDecision = `(SELECT row(released_at, outcome)::text FROM decision WHERE submission_id = it.id ORDER BY sequence DESC LIMIT 1)`;

/** What must be so of every submission at any time; each with the rows for which it is not. */
const LEGAL: [sentence: string, brokenBy: string][] = [
  [
    'what waits in the queue has a place to fill, and nobody holds one',
    `${STATE} = 'QUEUED' AND (NOT EXISTS (SELECT ${places(`${JUDGES} AND slot.state IN ('OPEN', 'ALLOCATED', 'LEASED')`)}) OR EXISTS (SELECT ${places(`${JUDGES} AND slot.state = 'LEASED'`)}))`,
  ],
  [
    'what is being marked has an unfinished place',
    `${STATE} = 'IN_MARKING' AND NOT EXISTS (SELECT ${places(`${JUDGES} AND ${UNFINISHED}`)})`,
  ],
  [
    'what is reconciled has two marks that differ, an open reconciliation, and nobody who still marks',
    `${STATE} = 'RECONCILING' AND ((SELECT count(*) FROM reconciliation WHERE submission_id = it.id AND state IN ('OPEN', 'ADJUDICATION')) <> 1 OR EXISTS (SELECT ${places(`${JUDGES} AND ${UNFINISHED}`)}))`,
  ],
  [
    'a reconciliation is open only where its submission is reconciled',
    `${STATE} NOT IN ('RECONCILING', 'VOID') AND EXISTS (SELECT FROM reconciliation WHERE submission_id = it.id AND state IN ('OPEN', 'ADJUDICATION'))`,
  ],
  [
    'what is moderated has one place of a moderator',
    `${STATE} = 'IN_MODERATION' AND (SELECT count(*) ${places(`slot.purpose = 'MODERATION' AND ${UNFINISHED}`)}) <> 1`,
  ],
  [
    'a moderator has a place only where something is moderated',
    `${STATE} <> 'IN_MODERATION' AND EXISTS (SELECT ${places(`slot.purpose = 'MODERATION' AND ${UNFINISHED}`)})`,
  ],
  [
    'what is ready has a decision that nobody read, and nobody who still judges',
    `${STATE} = 'READY_FOR_RELEASE' AND (${newestDecision} IS NULL OR (SELECT released_at FROM decision WHERE submission_id = it.id ORDER BY sequence DESC LIMIT 1) IS NOT NULL OR EXISTS (SELECT ${places(`slot.purpose <> 'APPEAL' AND ${UNFINISHED}`)}))`,
  ],
  [
    'what is released can be read',
    `it.state IN ('RELEASED', 'CLOSED') AND (SELECT released_at FROM decision WHERE submission_id = it.id ORDER BY sequence DESC LIMIT 1) IS NULL`,
  ],
  [
    'nothing can be read before its release',
    `it.state NOT IN ('RELEASED', 'CLOSED', 'VOID') AND EXISTS (SELECT FROM decision WHERE submission_id = it.id AND released_at IS NOT NULL)`,
  ],
  [
    'a released pass has its award, and nothing else has one',
    `it.state IN ('RELEASED', 'CLOSED') AND ((SELECT outcome FROM decision WHERE submission_id = it.id ORDER BY sequence DESC LIMIT 1) = 'PASS') <> EXISTS (SELECT FROM award WHERE basis = 'DECISION' AND state <> 'CANCELLED' AND basis_id IN (SELECT id FROM decision WHERE submission_id = it.id) AND NOT EXISTS (SELECT FROM bullmq.job WHERE bullmq.job.id = 'withdraw-' || award.id))`,
  ],
  [
    'nothing is awarded before its release',
    `it.state NOT IN ('RELEASED', 'CLOSED', 'VOID') AND EXISTS (SELECT FROM award WHERE basis = 'DECISION' AND basis_id IN (SELECT id FROM decision WHERE submission_id = it.id))`,
  ],
  [
    'what is over has nobody who judges it',
    `it.state IN ('WITHDRAWN', 'VOID', 'RETURNED') AND EXISTS (SELECT ${places(UNFINISHED)})`,
  ],
  [
    'the clock stands exactly while it is held',
    `EXISTS (SELECT ${places(`slot.purpose <> 'APPEAL' AND ${UNFINISHED} AND (slot.held_at IS NOT NULL) <> (it.state = 'ON_HOLD')`)})`,
  ],
  [
    'a hold is open exactly while it is held',
    `it.state <> 'VOID' AND EXISTS (SELECT FROM submission_hold WHERE submission_id = it.id AND until_at IS NULL) <> (it.state = 'ON_HOLD')`,
  ],
  [
    'nobody has two parts in one submission',
    `EXISTS (SELECT ${places(`slot.state IN ('ALLOCATED', 'LEASED', 'HANDED_IN')`)} GROUP BY slot.assessor_id HAVING count(*) > 1)`,
  ],
  ['nobody judges the own work', `EXISTS (SELECT ${places(`slot.assessor_id = it.person_id`)})`],
  [
    'every judge is named, and only judges are',
    `EXISTS (SELECT ${places(`(slot.assessor_id IS NOT NULL) <> (slot.state IN ('ALLOCATED', 'LEASED', 'HANDED_IN'))`)})`,
  ],
  [
    'what was handed in was handed in whole, and by its judge',
    `EXISTS (SELECT ${places(`slot.state = 'HANDED_IN' AND slot.purpose <> 'MODERATION' AND NOT EXISTS (SELECT FROM mark WHERE mark.slot_id = slot.id AND mark.assessor_id = slot.assessor_id AND mark.handed_in_at IS NOT NULL AND jsonb_array_length(mark.criteria) = slot.criteria_count)`)})`,
  ],
  [
    'each place has one mark that was handed in, at most',
    `EXISTS (SELECT FROM marking_slot slot JOIN mark ON mark.slot_id = slot.id AND mark.handed_in_at IS NOT NULL WHERE slot.submission_id = it.id GROUP BY slot.id HAVING count(*) > 1)`,
  ],
  [
    'decisions follow each other without a hole, and each replaces the last',
    `EXISTS (SELECT FROM (SELECT sequence, replaces_id, row_number() OVER w AS place, lag(id) OVER w AS before FROM decision WHERE submission_id = it.id WINDOW w AS (ORDER BY sequence)) each WHERE sequence <> place OR replaces_id IS DISTINCT FROM before)`,
  ],
  [
    'who answers an appeal has judged none of it',
    `EXISTS (SELECT FROM appeal JOIN marking_slot slot ON slot.submission_id = it.id AND slot.assessor_id = appeal.decided_by WHERE appeal.submission_id = it.id)`,
  ],
];

interface Step {
  submissionId: string;
  from: SubmissionState | null;
  to: SubmissionState;
  actor: Actor;
}

/** Everything that is not as it must be, in words. */
export async function illegal(api: TestApi, submissionIds: string[]): Promise<string[]> {
  const found = await api.sql<{ sentence: string; id: string }>(
    LEGAL.map(
      ([sentence, brokenBy]) =>
        `SELECT '${sentence}' AS sentence, it.id FROM submission it WHERE it.id = ANY ($1::uuid[]) AND (${brokenBy})`,
    ).join(' UNION ALL '),
    [submissionIds],
  );
  return [...found.map(({ sentence, id }) => `${sentence} (${id})`), ...(await illegalSteps(api, submissionIds))];
}

/** Every step of the life follows from the one before, and whoever took it may. */
async function illegalSteps(api: TestApi, submissionIds: string[]): Promise<string[]> {
  const steps = await api.sql<Step>(
    `SELECT submission_id AS "submissionId", from_state AS "from", to_state AS "to", actor_role AS actor
     FROM submission_transition WHERE submission_id = ANY ($1::uuid[]) ORDER BY id`,
    [submissionIds],
  );
  const now = new Map<string, { state: SubmissionState; heldFrom: SubmissionState | null }>();
  const wrong: string[] = [];
  for (const { submissionId, from, to, actor } of steps) {
    const before = now.get(submissionId);
    if (from !== null && before && before.state !== from) wrong.push(`${before.state} was left as ${from}`);
    if (from !== null && from !== to && !mayMove(from, to, actor, before?.heldFrom ?? null))
      wrong.push(`${actor} moved ${from} to ${to}`);
    now.set(submissionId, { state: to, heldFrom: to === 'ON_HOLD' ? from : null });
  }
  return wrong;
}

/** How many things are looked at. */
export const LOOKED_AT = LEGAL.length + 1;
