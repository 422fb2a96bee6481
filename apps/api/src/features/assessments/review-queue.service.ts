import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { limitsOf } from '../people/limits.service.js';
import './assessment.policy.js';
import { CAPACITY, COVERED, EligibilityService, HELD, MAY_TAKE } from './eligibility.service.js';
import { LeadsService } from './leads.service.js';
import { LiveChecksService } from './live-checks.service.js';
import { MarkingSlot, type SlotPurpose } from './marking-slot.entity.js';

export type QueueScope = 'CAN_TAKE' | 'HELD' | 'HANDED_IN' | 'THIS_WEEK' | 'DUE' | 'ALL';
export type QueueOrder = 'OLDEST_DUE' | 'NEWEST' | 'RANDOM';
export type QueueDue = 'OVERDUE' | 'TODAY' | 'THIS_WEEK';

/** What narrows the queue down; null leaves a question open. */
export interface QueueFilter {
  scope: QueueScope | null;
  search?: string | null;
  purpose?: SlotPurpose | null;
  achievementId?: string | null;
  due?: QueueDue | null;
}

export interface ReviewCounts {
  canTake: number;
  held: number;
  handedIn: number;
  handedInThisWeek: number;
  given: number;
  dueToday: number;
  overdue: number;
  hidden: number;
  capacity: number;
}

/** Free to take: open, or held by a lease that ran out. */
const FREE = `(slot.held_at IS NULL AND slot.state IN ('OPEN', 'LEASED') AND (slot.state <> 'LEASED' OR slot.lease_until <= now()))`;
/** What somebody holds, and what was given to them and waits to be begun. */
const MINE = `(${COVERED} AND slot.state IN ('LEASED', 'ALLOCATED') AND slot.assessor_id = $1)`;
const DONE_BY_ME = `(${COVERED} AND slot.state = 'HANDED_IN' AND slot.assessor_id = $1)`;
const TAKEABLE = `${FREE} AND NOT ${MINE} AND ${MAY_TAKE}`;
const TODAY_ENDS = `date_trunc('day', now()) + interval '1 day'`;
const DONE_THIS_WEEK = `${DONE_BY_ME} AND slot.handed_in_at >= date_trunc('week', now())`;
const ON_THE_CLOCK = `(${TAKEABLE} OR ${MINE}) AND slot.held_at IS NULL`;
const SCOPES: Record<QueueScope, string> = {
  CAN_TAKE: TAKEABLE,
  HELD: MINE,
  HANDED_IN: DONE_BY_ME,
  THIS_WEEK: DONE_THIS_WEEK,
  DUE: `${ON_THE_CLOCK} AND slot.due_at < ${TODAY_ENDS}`,
  // Everything open that this assessor could ever take, with what others hold.
  ALL: `(slot.state IN ('OPEN', 'LEASED') AND slot.held_at IS NULL AND (NOT slot.is_blind OR ${FREE} OR ${MINE}) AND ${MAY_TAKE}
    OR ${DONE_BY_ME} OR ${MINE})`,
};
/** `$3` to `$6` of a list: words, purpose, achievement, when due. */
const FILTERED = `slot.purpose <> 'MODERATION'
  AND ($3::text IS NULL OR slot.achievement_name ILIKE $3 OR slot.candidate_code ILIKE $3)
  AND ($4::text IS NULL OR slot.purpose = $4) AND ($5::uuid IS NULL OR slot.achievement_id = $5)
  AND ($6::text IS NULL OR slot.due_at < CASE $6 WHEN 'OVERDUE' THEN now()
    WHEN 'TODAY' THEN ${TODAY_ENDS} ELSE date_trunc('week', now()) + interval '7 days' END)`;
/** A shuffle of the day, each assessor's own: nobody picks, and pages still follow each other. */
const SHUFFLED = `md5(slot.id::text || $1::text || current_date::text)`;
const COLUMNS = `slot.id, slot.submission_id AS "submissionId", slot.snapshot_id AS "snapshotId",
  slot.achievement_version_id AS "achievementVersionId", slot.achievement_id AS "achievementId", slot.achievement_name AS "achievementName",
  slot.candidate_id AS "candidateId", slot.candidate_code AS "candidateCode", slot.purpose, slot.reason, slot.round,
  slot.is_blind AS "isBlind", slot.held_at AS "heldAt", slot.state, slot.attempt_no AS "attemptNo",
  slot.criteria_count AS "criteriaCount", slot.item_count AS "itemCount", slot.submitted_at AS "submittedAt", slot.due_at AS "dueAt",
  slot.assessor_id AS "assessorId", slot.lease_until AS "leaseUntil", slot.back_in_queue AS "backInQueue",
  slot.put_back_reason AS "putBackReason", slot.handed_in_at AS "handedInAt"`;

interface Order {
  by: string;
  type: 'timestamptz' | 'text';
  down: boolean;
  key(slot: MarkingSlot & { place: string }): string[];
  read(after: string | null | undefined): { place: string; id: string } | null;
}
const byTime = (column: 'dueAt' | 'submittedAt', down: boolean): Order => ({
  by: column === 'dueAt' ? 'slot.due_at' : 'slot.submitted_at',
  type: 'timestamptz',
  down,
  key: (slot) => [slot[column].toISOString(), slot.id],
  read: (after) => {
    const from = readTimeCursor(after);
    return from && { place: from.at, id: from.id };
  },
});
const ORDERS: Record<QueueOrder, Order> = {
  OLDEST_DUE: byTime('dueAt', false),
  NEWEST: byTime('submittedAt', true),
  RANDOM: {
    by: SHUFFLED,
    type: 'text',
    down: false,
    key: (slot) => [slot.place, slot.id],
    read: (after) => {
      const [place, id] = readCursor(after) ?? [];
      return place && id && isId(id) ? { place, id } : null;
    },
  },
};

/** What an assessor may take, holds and has done. Items that a hard rule stands against are not in it at all. */
@Injectable()
export class ReviewQueueService implements OnModuleInit {
  constructor(
    private readonly checks: LiveChecksService,
    private readonly eligibility: EligibilityService,
    private readonly leads: LeadsService,
    private readonly nodes: NodeFinders,
  ) {}

  onModuleInit(): void {
    this.nodes.register(MarkingSlot, 'MarkingSlot', (viewer, id) => this.find(viewer, id));
  }

  /** A slot that this viewer may look into: theirs, or one they may take. Null for everything else. */
  async find(viewer: Viewer, id: string): Promise<MarkingSlot | null> {
    if (!isId(id)) return null;
    const slot = (await this.checks.heldOn(viewer, id)) ?? (await viewer.tx.manager.findOneBy(MarkingSlot, { id }));
    if (!slot) return null;
    await viewer.learn([slot.candidateId]);
    await this.eligibility.factsOf(viewer, slot.id);
    return can(viewer, 'see', slot) ? this.checks.asSeen(viewer, slot) : null;
  }

  /** A slot of a submission whose assessment this viewer leads. */
  async led(viewer: Viewer, id: string): Promise<MarkingSlot | null> {
    const slot = isId(id) ? await viewer.tx.manager.findOneBy(MarkingSlot, { id }) : null;
    return slot && (await this.leads.leads(viewer, slot.submissionId)) ? slot : null;
  }

  async page(
    viewer: Viewer,
    input: PageInput & QueueFilter & { order: QueueOrder | null },
  ): Promise<Page<MarkingSlot>> {
    const order = ORDERS[input.order ?? 'OLDEST_DUE'];
    const from = order.read(input.after);
    const source = await this.checks.source(viewer);
    const rows = await viewer.tx.query<MarkingSlot & { total: number; place: string }>(
      // Everything that matches is read from an index alone; what is shown is read then, and no more of it.
      `WITH matching AS MATERIALIZED (
         SELECT slot.id, ${order.by} AS place FROM ${source} WHERE ${FILTERED} AND ${SCOPES[input.scope ?? 'CAN_TAKE']}
       ), shown AS MATERIALIZED (
         SELECT id, place FROM matching WHERE $7::text IS NULL OR (place, id) ${order.down ? '<' : '>'} ($7::${order.type}, $8::uuid)
         ORDER BY place ${order.down ? 'DESC' : ''}, id ${order.down ? 'DESC' : ''} LIMIT $9
       )
       SELECT ${COLUMNS}, shown.place, (SELECT count(*)::int FROM matching) AS total
       FROM shown JOIN ${source} ON slot.id = shown.id
       ORDER BY shown.place ${order.down ? 'DESC' : ''}, shown.id ${order.down ? 'DESC' : ''}`,
      [...this.narrowed(viewer, input), from?.place ?? null, from?.id ?? null, limitOf(input)],
    );
    const total = rows[0]?.total ?? (input.after ? await this.count(viewer, input) : 0);
    return pageOf(rows.map(asSlot), input, total, (slot) => order.key(slot as typeof slot & { place: string }));
  }

  /** `$1` and `$2` of every statement here: who asks, and what the role is limited to. */
  private asks(viewer: Viewer): (string | null)[] {
    return [viewer.personId, limitsOf(viewer, 'submission.mark')];
  }

  /** `$1` to `$6`. */
  private narrowed(viewer: Viewer, { search, purpose, achievementId, due }: QueueFilter): (string | null)[] {
    const about = achievementId && isId(achievementId) ? achievementId : null;
    return [...this.asks(viewer), searchPattern(search), purpose ?? null, about, due ?? null];
  }

  private async count(viewer: Viewer, filter: QueueFilter): Promise<number> {
    const [row] = await viewer.tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM ${await this.checks.source(viewer)} WHERE ${FILTERED} AND ${SCOPES[filter.scope ?? 'CAN_TAKE']}`,
      this.narrowed(viewer, filter),
    );
    return row?.n ?? 0;
  }

  /** What the queue of this assessor is about, by name, for the filter. */
  async achievements(viewer: Viewer): Promise<{ id: string; name: string }[]> {
    return viewer.tx.query(
      `SELECT DISTINCT ON (slot.achievement_name, slot.achievement_id) slot.achievement_id AS id, slot.achievement_name AS name
       FROM ${await this.checks.source(viewer)} WHERE slot.purpose <> 'MODERATION' AND (${SCOPES.CAN_TAKE} OR ${MINE} OR ${DONE_BY_ME})
       ORDER BY slot.achievement_name, slot.achievement_id LIMIT 200`,
      this.asks(viewer),
    );
  }

  async counts(viewer: Viewer): Promise<ReviewCounts> {
    const [row] = await viewer.tx.query<ReviewCounts>(
      `SELECT
         count(*) FILTER (WHERE ${SCOPES.CAN_TAKE})::int AS "canTake",
         count(*) FILTER (WHERE ${MINE})::int AS held,
         count(*) FILTER (WHERE ${MINE} AND slot.state = 'ALLOCATED')::int AS given,
         count(*) FILTER (WHERE ${DONE_BY_ME})::int AS "handedIn",
         count(*) FILTER (WHERE ${DONE_THIS_WEEK})::int AS "handedInThisWeek",
         count(*) FILTER (WHERE ${ON_THE_CLOCK} AND slot.due_at >= now() AND slot.due_at < ${TODAY_ENDS})::int AS "dueToday",
         count(*) FILTER (WHERE ${ON_THE_CLOCK} AND slot.due_at < now())::int AS overdue,
         -- What the database does not show counts as hidden, and nothing more is told of it.
         app_free_slots() - count(*) FILTER (WHERE ${FREE} AND ${MAY_TAKE})::int AS hidden, ${CAPACITY} AS capacity
       FROM ${await this.checks.source(viewer)} WHERE slot.purpose <> 'MODERATION' AND (slot.state IN ('OPEN', 'LEASED') OR slot.assessor_id = $1)`,
      this.asks(viewer),
    );
    if (!row) throw new Error('A count always has a row.');
    return row;
  }

  /** How many the viewer holds, for the badge in the navigation. */
  async held(viewer: Viewer): Promise<number> {
    if (!viewer.may('submission.mark')) return 0;
    const [row] = await viewer.tx.query<{ n: number }>(`SELECT ${HELD} AS n`, [viewer.personId]);
    return (row?.n ?? 0) + (await this.checks.held(viewer));
  }
}

/** Rows of hand-written SQL as entities, so that policies and unions know them. */
export function asSlot(row: MarkingSlot): MarkingSlot {
  return Object.assign(new MarkingSlot(), row);
}
