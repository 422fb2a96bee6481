import { Injectable } from '@nestjs/common';
import type { Part } from '../../platform/access/together.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { rowsBy } from '../../platform/database/rows-by.rules.js';
import { type HeldLevel, type Standing, standingsAt } from './standing.rules.js';

export type { Standing, StandingState } from './standing.rules.js';

const heldSql = (ids: string, asOf: string) =>
  `SELECT level.person_id AS "personId", level.skill_id AS "skillId", level.ordinal, level.verified_on AS "validFrom",
     level.valid_until AS "validUntil", credential.id AS "credentialId", credential.achievement_version_id AS "achievementVersionId",
     level.external_credential_id AS "externalCredentialId", level.badge_name AS "badgeName", level.recognised_from AS "recognisedFrom"
   FROM verified_level level LEFT JOIN credential ON credential.id = level.credential_id
   WHERE level.person_id = ANY (${ids}) AND level.stands_from <= ${asOf} AND level.stands_until > ${asOf}
     AND num_nonnulls(credential.id, level.external_credential_id) = 1
   ORDER BY level.external_credential_id IS NOT NULL, level.verified_on, level.credential_id, level.skill_id`;
const HELD = heldSql('$1::uuid[]', '$2::timestamptz');
const HELD_AS_PART = heldSql('$ids', '$with::timestamptz');

type HeldText = Omit<HeldLevel, 'validFrom' | 'validUntil'> & { validFrom: string; validUntil: string | null };

/** The standings of single people, for whoever asks other things of them in the same turn. */
export function standingsPart(asOf: Date): Part<Standing[], HeldText> {
  return {
    ...{ name: `standings ${asOf.toISOString()}`, sql: HELD_AS_PART, with: asOf },
    rows: (rows) => {
      const held = rows.map(({ validFrom, validUntil, ...each }) => ({
        ...each,
        ...{ validFrom: new Date(validFrom), validUntil: validUntil === null ? null : new Date(validUntil) },
      }));
      return rowsBy(standingsAt(held, asOf), ({ personId }) => personId);
    },
  };
}

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
    return viewer.tx.query<HeldLevel>(HELD, [[...personIds], asOf]);
  }

  /** One person's standings now; batched over a page of people. */
  async today(viewer: Viewer, personId: string): Promise<Standing[]> {
    return (await viewer.loadTogether(standingsPart(viewer.now), personId)) ?? [];
  }
}
