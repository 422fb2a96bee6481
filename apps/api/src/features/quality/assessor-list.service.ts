import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { AssessorQualification, type AssessorState } from '../assessments/assessor-qualification.entity.js';
import { QualificationEvent } from './qualification-event.entity.js';
import { leads } from './quality.policy.js';

/** An assessor as whoever gives out the work sees them. */
export interface KeptAssessor {
  personId: string;
  /** Places of judgement held now. */
  held: number;
  /** Marks handed in within four weeks. */
  handedIn: number;
  capacity: number;
  weeklyHours: number | null;
  paused: boolean;
  /** The last day of a leave that lasts today. */
  awayUntil: string | null;
  /** Without the role nothing can be claimed; an administrator gives it. */
  hasRole: boolean;
}

/** Work of one assessor that a suspension touches. */
export interface TouchedWork {
  slotId: string;
  submissionId: string;
  candidateCode: string;
  state: string;
  releasedAt: Date | null;
  outcome: string | null;
}

/** Everybody who assesses, with what they have in hand. */
@Injectable()
export class AssessorListService {
  async page(
    viewer: Viewer,
    input: PageInput & { search?: string | null; achievementId?: string | null; state?: AssessorState | null },
  ): Promise<Page<KeptAssessor>> {
    const [name, id] = readCursor(input.after) ?? [];
    const after = name !== undefined && id !== undefined && isId(id) ? { name, id } : null;
    if (input.achievementId && !isId(input.achievementId)) return pageOf([], input, 0, () => []);
    const rows = await viewer.tx.query<KeptAssessor & { name: string; total: number }>(
      `WITH kept AS MATERIALIZED (
         SELECT load.*, lower(person.display_name) AS name
         FROM app_assessor_loads() load JOIN person ON person.id = load."personId"
         WHERE ($1::text IS NULL OR person.display_name ILIKE $1)
           AND ($2::uuid IS NULL AND $3::text IS NULL OR EXISTS (SELECT FROM assessor_qualification has
             WHERE has.person_id = load."personId" AND has.ended_at IS NULL
               AND ($2::uuid IS NULL OR has.achievement_id = $2) AND ($3::text IS NULL OR has.state = $3)))
       )
       SELECT *, (SELECT count(*)::int FROM kept) AS total FROM kept
       WHERE $4::text IS NULL OR (name, "personId") > ($4, $5::uuid) ORDER BY name, "personId" LIMIT $6`,
      [
        ...[searchPattern(input.search), input.achievementId ?? null, input.state ?? null],
        ...[after?.name ?? null, after?.id ?? null, limitOf(input)],
      ],
    );
    return pageOf(rows, input, rows[0]?.total ?? 0, (row) => [row.name, row.personId]);
  }

  /** What one person is qualified for today, of what the viewer may see. */
  async qualificationsOf(viewer: Viewer, personId: string): Promise<AssessorQualification[]> {
    const found = await viewer.load('qualifications of', personId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(AssessorQualification, 'it')
        .where('it.personId IN (:...ids) AND it.endedAt IS NULL', { ids: [...ids] })
        .orderBy('it.since')
        .addOrderBy('it.id')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.personId === id)]));
    });
    return found ?? [];
  }

  /** What happened to a qualification, newest first: for its holder, and for those who look after assessors or watch them. */
  async historyOf(viewer: Viewer, qualificationId: string): Promise<QualificationEvent[]> {
    await viewer.load('own qualification', qualificationId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string }>(
        'SELECT id FROM assessor_qualification WHERE id = ANY ($1::uuid[]) AND person_id = $2',
        [[...ids], viewer.personId],
      );
      return new Map(rows.map(({ id }) => [id, true]));
    });
    const found = await viewer.load('qualification-events', qualificationId, async (ids) => {
      const rows = await viewer.tx.manager
        .createQueryBuilder(QualificationEvent, 'it')
        .where('it.qualificationId IN (:...ids)', { ids: [...ids] })
        .orderBy('it.at', 'DESC')
        .addOrderBy('it.id', 'DESC')
        .getMany();
      return new Map(ids.map((id) => [id, rows.filter((row) => row.qualificationId === id)]));
    });
    return (found ?? []).filter((event) => can(viewer, 'see', event));
  }

  /** What lies with an assessor and what they have judged: for whoever is about to suspend, or has. */
  async workOf(viewer: Viewer, { personId, achievementId }: AssessorQualification): Promise<TouchedWork[]> {
    if (!leads(viewer, { achievementId })) return [];
    return viewer.tx.query<TouchedWork>('SELECT * FROM app_work_of($1, $2)', [personId, achievementId]);
  }
}
