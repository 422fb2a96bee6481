import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { type HeldLevel, type Standing, standingsAt } from './standing.rules.js';

export type { Standing, StandingState } from './standing.rules.js';

/** Bases that rest on an assessment. Any other may be a fine badge, but verifies no level. */
const ASSESSED = ['DECISION'];

/** What people verifiably hold on a date, from their credentials and from nothing else. */
@Injectable()
export class StandingsService {
  /**
   * One statement whatever the number of people. Credentials end by themselves: their dates are compared with `asOf`,
   * nothing has to run. What was suspended or revoked counts up to that moment, and from a reinstatement on; where nobody
   * wrote down since when, it counts on no date.
   */
  async of(viewer: Viewer, personIds: readonly string[], asOf: Date): Promise<Standing[]> {
    return standingsAt(await this.held(viewer, personIds, asOf), asOf);
  }

  /** What is verified now, and what were without these credentials: for whoever asks before they end one. */
  async without(
    viewer: Viewer,
    personId: string,
    credentialIds: readonly string[],
  ): Promise<{ before: Standing[]; after: Standing[] }> {
    const held = await this.held(viewer, [personId], viewer.now);
    const left = held.filter(({ credentialId }) => !credentialIds.includes(credentialId));
    return { before: standingsAt(held, viewer.now), after: standingsAt(left, viewer.now) };
  }

  private async held(viewer: Viewer, personIds: readonly string[], asOf: Date): Promise<HeldLevel[]> {
    if (personIds.length === 0) return [];
    return viewer.tx.query<HeldLevel>(
      `SELECT credential.person_id AS "personId", counts.skill_id AS "skillId", counts.ordinal,
         credential.valid_from AS "validFrom", credential.valid_until AS "validUntil",
         credential.id AS "credentialId", credential.achievement_version_id AS "achievementVersionId"
       FROM credential
       JOIN award ON award.id = credential.award_id
       JOIN awarded_skill awards ON awards.achievement_version_id = credential.achievement_version_id AND awards.verifies
       -- A level that its holder had converted counts in the other skill, too, from that moment on.
       CROSS JOIN LATERAL (
         SELECT awards.skill_id, awards.level_ordinal AS ordinal
         UNION ALL
         SELECT taken.to_skill_id, taken.to_ordinal FROM accepted_conversion taken
         WHERE taken.person_id = credential.person_id AND taken.from_skill_id = awards.skill_id
           AND taken.from_ordinal = awards.level_ordinal AND taken.accepted_at <= $2) counts
       WHERE credential.person_id = ANY ($1::uuid[]) AND credential.valid_from <= $2
         AND (credential.status = 'ACTIVE' OR credential.status_since > $2)
         AND credential.id <> ALL ((SELECT app_suspended_at($1::uuid[], $2))::uuid[])
         AND award.basis = ANY ($3::text[])
       ORDER BY credential.valid_from, credential.id, counts.skill_id`,
      [[...personIds], asOf, ASSESSED],
    );
  }

  /** One person's standings now; batched over a page of people. */
  async today(viewer: Viewer, personId: string): Promise<Standing[]> {
    const standings = await viewer.load('standings', personId, async (ids) => {
      const byPerson = new Map(ids.map((id) => [id, [] as Standing[]]));
      for (const standing of await this.of(viewer, ids, viewer.now)) byPerson.get(standing.personId)?.push(standing);
      return byPerson;
    });
    return standings ?? [];
  }
}
