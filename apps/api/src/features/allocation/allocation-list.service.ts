import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { dayAfter } from '../../platform/access/day.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { limitOf, type Page, type PageInput, pageOf, readTimeCursor } from '../../platform/graphql/connection.js';
import { MarkingSlot } from '../assessments/marking-slot.entity.js';
import type { AllocationScope, MarksWishInput } from './allocation.type.js';

/** Nobody still judges the same work, so that what was handed in can be told. */
const SETTLED = `it.state = 'HANDED_IN' AND NOT EXISTS (SELECT FROM marking_slot other WHERE other.submission_id = it.submission_id
  AND other.purpose IN ('FIRST', 'SECOND', 'THIRD') AND other.state IN ('OPEN', 'ALLOCATED', 'LEASED'))`;
const RELEASED_AT = `(SELECT released_at FROM decision WHERE decision.submission_id = it.submission_id AND released_at IS NOT NULL
  ORDER BY sequence DESC LIMIT 1)`;
/** What the board counts, by the very rows that it reads. */
const COUNTED = `(it.submission_id, it.purpose, it.round, it.assessor_id) IN (
  SELECT "submissionId", purpose, round, "assessorId" FROM app_quality_marks(:since, :before))`;
/** As the board and the list of assessors count them, from NOT_BEGUN on. */
const SCOPES: Record<AllocationScope, string> = {
  WAITING: `it.state = 'OPEN' OR it.state = 'LEASED' AND it.lease_until <= now()`,
  GIVEN: `it.state = 'ALLOCATED'`,
  HELD: `it.state = 'LEASED' AND it.lease_until > now()`,
  NOT_BEGUN: `it.state IN ('OPEN', 'ALLOCATED')`,
  BEGUN: `it.state = 'LEASED'`,
  OVERDUE: `it.state IN ('OPEN', 'ALLOCATED', 'LEASED') AND it.due_at < now()`,
  IN_HAND: `it.state = 'ALLOCATED' OR it.state = 'LEASED' AND it.lease_until > now()`,
  LATELY: `${SETTLED} AND it.handed_in_at > now() - interval '28 days'`,
  MARKED: COUNTED,
  MARKED_TWICE: `${COUNTED} AND it.purpose = 'SECOND'`,
  RELEASED: `${COUNTED} AND it.purpose = 'FIRST' AND ${RELEASED_AT} IS NOT NULL`,
};

interface Wish extends PageInput {
  scope: AllocationScope;
  achievementId?: string | null;
  assessorId?: string | null;
  marks?: MarksWishInput | null;
}

/** The places of judgement as whoever gives out work sees them, the most urgent first. */
@Injectable()
export class AllocationListService {
  async page(viewer: Viewer, input: Wish): Promise<Page<MarkingSlot>> {
    const { scope, achievementId, assessorId, marks } = input;
    const ids = [achievementId, assessorId, marks?.versionId].filter((id) => id != null);
    if (!ids.every(isId)) return pageOf([], input, 0, () => []);
    const from = readTimeCursor(input.after);
    const of = viewer.tx.manager
      .createQueryBuilder(MarkingSlot, 'it')
      .where(`(${SCOPES[scope]}) AND app_leads(it.submission_id)`)
      .setParameters({
        since: marks?.from ? begins(marks.from) : '-infinity',
        before: ends(marks?.until) ?? 'infinity',
      });
    if (achievementId) of.andWhere('it.achievementId = :achievementId', { achievementId });
    if (assessorId) of.andWhere('it.assessorId = :assessorId', { assessorId });
    if (marks) narrow(of, marks);
    // The others were narrowed by the board's own rows. Of places where nothing was handed in yet, a day leaves none.
    if (marks?.from && !SCOPES[scope].startsWith(COUNTED)) of.andWhere('it.handedInAt >= :since');
    if (marks?.until && !SCOPES[scope].startsWith(COUNTED)) of.andWhere('it.handedInAt < :before');
    const total = await of.getCount();
    const rows = await of
      .andWhere(from ? '(it.dueAt, it.id) > (:at, :id)' : 'true', from ?? {})
      .orderBy('it.dueAt')
      .addOrderBy('it.id')
      .take(limitOf(input))
      .getMany();
    return pageOf(rows, input, total, (row) => [row.dueAt.toISOString(), row.id]);
  }
}

/** Days as the board has them: of UTC, the last one whole. */
const begins = (day: string) => `${day}T00:00:00Z`;
const ends = (day?: string | null) => (day ? begins(dayAfter(day)) : null);

function narrow(of: SelectQueryBuilder<MarkingSlot>, wish: MarksWishInput): void {
  const { versionId, releasedFrom, releasedUntil } = wish;
  if (versionId) of.andWhere('it.achievementVersionId = :versionId', { versionId });
  if (releasedFrom) of.andWhere(`${RELEASED_AT} >= :releasedFrom`, { releasedFrom: begins(releasedFrom) });
  if (releasedUntil) of.andWhere(`${RELEASED_AT} < :releasedUntil`, { releasedUntil: ends(releasedUntil) });
}
