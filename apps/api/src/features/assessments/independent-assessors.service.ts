import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { recordAll } from '../../platform/events/event.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { PublicationChecksService } from '../achievements/publication-checks.service.js';
import { AssessorsMissing } from './assessments.events.js';
import { type AssessorCounts, assessorGap } from './independent-assessors.rules.js';

/** Whether somebody may assess an achievement who did not write it: asked before publishing, and ever after. */
@Injectable()
export class IndependentAssessorsService implements OnModuleInit {
  constructor(private readonly checks: PublicationChecksService) {}

  onModuleInit(): void {
    // What nobody may mark would take in submissions and keep them waiting for ever.
    this.checks.alsoAsked(
      {
        key: 'assessors',
        principle: 'QUALITY',
        title: 'Somebody may assess it who did not write it',
        isBlocking: true,
      },
      async (viewer, version) => {
        const message = await this.gap(viewer, version);
        return message ? [{ section: 'assessors', field: 'assessors', message }] : [];
      },
    );
  }

  /** What is lacking, in a sentence; null where nothing is. Stacks are earned without anybody judging. */
  async gap(viewer: Viewer, { id, route }: Pick<AchievementVersion, 'id' | 'route'>): Promise<string | null> {
    if (route === 'STACK') return null;
    const counts = await viewer.load('assessor-counts', id, async (ids) => {
      const rows = await this.counts(viewer, [...ids], null);
      return new Map(rows.map((row) => [row.id, row]));
    });
    return counts && assessorGap(counts);
  }

  /** Whether nobody independent would be left for something that is offered, once this person is no longer named. */
  async lastOne(viewer: Viewer, achievementId: string, personId: string): Promise<boolean> {
    const offered = await viewer.tx.query<{ id: string }>(
      `SELECT id FROM achievement_version WHERE achievement_id = $1 AND state IN ('PUBLISHED', 'RETIRED') AND route <> 'STACK'`,
      [achievementId],
    );
    const ids = offered.map(({ id }) => id);
    const now = await this.counts(viewer, ids, null);
    const then = await this.counts(viewer, ids, personId);
    return then.some(
      ({ id, independent }) => independent === 0 && now.some((each) => each.id === id && each.independent > 0),
    );
  }

  /**
   * Records what is offered and has no independent assessor today: once a week for each, as long as it lasts. Answers how many
   * there are, also of those told before. With an achievement, only of that one.
   */
  async tellOfGaps(system: Viewer, achievementId: string | null = null): Promise<number> {
    // Who looks at the same moment finds what the first one has recorded.
    await system.tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [AssessorsMissing.name]);
    const rows = await system.tx.query<AssessorCounts & { achievementId: string; isTold: boolean }>(
      `SELECT version.achievement_id AS "achievementId", it.named, it.able, it.independent,
         EXISTS (SELECT FROM domain_event told WHERE told.type = $1
           AND told.subject_id = version.achievement_id AND told.at > now() - interval '7 days') AS "isTold"
       FROM app_assessors_of(ARRAY(SELECT id FROM achievement_version
         WHERE state = 'PUBLISHED' AND route <> 'STACK' AND ($2::uuid IS NULL OR achievement_id = $2)), NULL) it
       JOIN achievement_version version ON version.id = it.id
       WHERE it.independent = 0`,
      [AssessorsMissing.name, achievementId],
    );
    await recordAll(
      system,
      rows
        .filter(({ isTold }) => !isTold)
        .map((row) => new AssessorsMissing(row.achievementId, assessorGap(row) ?? '')),
    );
    return rows.length;
  }

  private counts(
    viewer: Viewer,
    versionIds: readonly string[],
    besides: string | null,
  ): Promise<(AssessorCounts & { id: string })[]> {
    return viewer.tx.query('SELECT * FROM app_assessors_of($1, $2)', [versionIds, besides]);
  }
}
