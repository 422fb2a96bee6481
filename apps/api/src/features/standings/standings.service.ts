import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { type HeldLevel, type Standing, standingsAt } from './standing.rules.js';

export type { Standing, StandingState } from './standing.rules.js';

/** What people verifiably hold on a date, from the levels that follow from their credentials and from what is recognised. */
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

  /** What is verified now, what were without these credentials and what they prove: for whoever asks before they end one. */
  async without(
    viewer: Viewer,
    personId: string,
    credentialIds: readonly string[],
  ): Promise<{ before: Standing[]; after: Standing[]; proved: Set<string> }> {
    const held = await this.held(viewer, [personId], viewer.now);
    const left = held.filter(({ credentialId }) => credentialId === null || !credentialIds.includes(credentialId));
    const proved = new Set(held.filter((each) => !left.includes(each)).map(({ skillId }) => skillId));
    return { before: standingsAt(held, viewer.now), after: standingsAt(left, viewer.now), proved };
  }

  private async held(viewer: Viewer, personIds: readonly string[], asOf: Date): Promise<HeldLevel[]> {
    if (personIds.length === 0) return [];
    return viewer.tx.query<HeldLevel>(
      `SELECT level.person_id AS "personId", level.skill_id AS "skillId", level.ordinal, level.verified_on AS "validFrom",
         level.valid_until AS "validUntil", credential.id AS "credentialId", credential.achievement_version_id AS "achievementVersionId",
         level.external_credential_id AS "externalCredentialId", level.badge_name AS "badgeName", level.recognised_from AS "recognisedFrom"
       FROM verified_level level LEFT JOIN credential ON credential.id = level.credential_id
       WHERE level.person_id = ANY ($1::uuid[]) AND level.stands_from <= $2 AND level.stands_until > $2
         AND num_nonnulls(credential.id, level.external_credential_id) = 1
       ORDER BY level.external_credential_id IS NOT NULL, level.verified_on, level.credential_id, level.skill_id`,
      [[...personIds], asOf],
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
