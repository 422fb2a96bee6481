import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { limitsOf } from '../people/limits.service.js';
import './assessment.policy.js';
import { CAPACITY, COVERED, EligibilityService, HELD, MAY_TAKE } from './eligibility.service.js';
import { MarkingSlot } from './marking-slot.entity.js';

export type QueueScope = 'CAN_TAKE' | 'HELD' | 'HANDED_IN' | 'ALL';
export type QueueOrder = 'OLDEST_DUE' | 'NEWEST';

export interface ReviewCounts {
  canTake: number;
  held: number;
  handedIn: number;
  dueToday: number;
  overdue: number;
  hidden: number;
  capacity: number;
}

/** Free to take: open, or held by a lease that ran out. */
const FREE = `(slot.held_at IS NULL AND (slot.state = 'OPEN' OR (slot.state = 'LEASED' AND slot.lease_until <= now())))`;
const MINE = `(${COVERED} AND slot.state = 'LEASED' AND slot.assessor_id = $1)`;
const DONE_BY_ME = `(${COVERED} AND slot.state = 'HANDED_IN' AND slot.assessor_id = $1)`;
const SCOPES: Record<QueueScope, string> = {
  CAN_TAKE: `${FREE} AND NOT ${MINE} AND ${MAY_TAKE}`,
  HELD: MINE,
  HANDED_IN: DONE_BY_ME,
  // Everything open that this assessor could ever take, with what others hold.
  ALL: `(slot.state IN ('OPEN', 'LEASED') AND slot.held_at IS NULL AND ${MAY_TAKE} OR ${DONE_BY_ME})`,
};
const COLUMNS = `slot.id, slot.submission_id AS "submissionId", slot.snapshot_id AS "snapshotId",
  slot.achievement_version_id AS "achievementVersionId", slot.achievement_id AS "achievementId", slot.achievement_name AS "achievementName",
  slot.candidate_id AS "candidateId", slot.candidate_code AS "candidateCode", slot.purpose, slot.reason, slot.round,
  slot.is_blind AS "isBlind", slot.held_at AS "heldAt", slot.state, slot.attempt_no AS "attemptNo",
  slot.criteria_count AS "criteriaCount", slot.item_count AS "itemCount", slot.submitted_at AS "submittedAt", slot.due_at AS "dueAt",
  slot.assessor_id AS "assessorId", slot.lease_until AS "leaseUntil", slot.back_in_queue AS "backInQueue",
  slot.put_back_reason AS "putBackReason", slot.handed_in_at AS "handedInAt"`;

/** What an assessor may take, holds and has done. Items that a hard rule stands against are not in it at all. */
@Injectable()
export class ReviewQueueService implements OnModuleInit {
  constructor(
    private readonly eligibility: EligibilityService,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(MarkingSlot, 'MarkingSlot', (viewer, id) => this.find(viewer, id));
  }

  /** A slot that this viewer may look into: theirs, or one they may take. Null for everything else. */
  async find(viewer: Viewer, id: string): Promise<MarkingSlot | null> {
    const slot = isId(id) ? await viewer.tx.manager.findOneBy(MarkingSlot, { id }) : null;
    if (!slot) return null;
    await viewer.learn([slot.candidateId]);
    await this.eligibility.factsOf(viewer, slot.id);
    return can(viewer, 'see', slot) ? slot : null;
  }

  async page(
    viewer: Viewer,
    input: PageInput & { scope: QueueScope | null; order: QueueOrder | null; search?: string | null },
  ): Promise<Page<MarkingSlot>> {
    const from = readTimeCursor(input.after);
    const newest = input.order === 'NEWEST';
    const scope = input.scope ?? 'CAN_TAKE';
    const rows = await viewer.tx.query<MarkingSlot & { total: number }>(
      `WITH matching AS MATERIALIZED (
         SELECT ${COLUMNS} FROM marking_slot slot
         WHERE slot.purpose <> 'MODERATION' AND ${SCOPES[scope]} AND ($3::text IS NULL OR slot.achievement_name ILIKE $3 OR slot.candidate_code ILIKE $3)
       )
       SELECT *, (SELECT count(*)::int FROM matching) AS total FROM matching slot
       WHERE $4::timestamptz IS NULL OR (slot.${newest ? '"submittedAt"' : '"dueAt"'}, slot.id) ${newest ? '<' : '>'} ($4::timestamptz, $5::uuid)
       ORDER BY slot.${newest ? '"submittedAt" DESC' : '"dueAt"'}, slot.id ${newest ? 'DESC' : ''} LIMIT $6`,
      [...this.asks(viewer), searchPattern(input.search), from?.at ?? null, from?.id ?? null, limitOf(input)],
    );
    const total = rows[0]?.total ?? (input.after ? await this.count(viewer, scope) : 0);
    const slots = rows.map(asSlot);
    return pageOf(slots, input, total, (slot) => [(newest ? slot.submittedAt : slot.dueAt).toISOString(), slot.id]);
  }

  /** `$1` and `$2` of every statement here: who asks, and what the role is limited to. */
  private asks(viewer: Viewer): (string | null)[] {
    return [viewer.personId, limitsOf(viewer, 'submission.mark')];
  }

  private async count(viewer: Viewer, scope: QueueScope): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM marking_slot slot WHERE slot.purpose <> 'MODERATION' AND ${SCOPES[scope]}`,
      this.asks(viewer),
    );
    return row?.n ?? 0;
  }

  async counts(viewer: Viewer): Promise<ReviewCounts> {
    const [row] = await viewer.tx.query<Omit<ReviewCounts, 'capacity'>>(
      `SELECT
         count(*) FILTER (WHERE ${SCOPES.CAN_TAKE})::int AS "canTake",
         count(*) FILTER (WHERE ${MINE})::int AS held,
         count(*) FILTER (WHERE ${DONE_BY_ME})::int AS "handedIn",
         count(*) FILTER (WHERE (${SCOPES.CAN_TAKE} OR ${MINE}) AND slot.due_at >= now() AND slot.due_at < date_trunc('day', now()) + interval '1 day')::int AS "dueToday",
         count(*) FILTER (WHERE (${SCOPES.CAN_TAKE} OR ${MINE}) AND slot.due_at < now())::int AS overdue,
         -- What the database does not show counts as hidden, and nothing more is told of it.
         app_free_slots() - count(*) FILTER (WHERE ${FREE} AND ${MAY_TAKE})::int AS hidden
       FROM marking_slot slot WHERE slot.purpose <> 'MODERATION' AND (slot.state IN ('OPEN', 'LEASED') OR slot.assessor_id = $1)`,
      this.asks(viewer),
    );
    const none = { canTake: 0, held: 0, handedIn: 0, dueToday: 0, overdue: 0, hidden: 0 };
    return { ...none, ...row, capacity: CAPACITY };
  }

  /** How many the viewer holds, for the badge in the navigation. */
  async held(viewer: Viewer): Promise<number> {
    if (!viewer.may('submission.mark')) return 0;
    const [row] = await viewer.tx.query<{ n: number }>(`SELECT ${HELD} AS n`, [viewer.personId]);
    return row?.n ?? 0;
  }
}

/** Rows of hand-written SQL as entities, so that policies and unions know them. */
export function asSlot(row: MarkingSlot): MarkingSlot {
  return Object.assign(new MarkingSlot(), row);
}
