import type { Offer } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';

/** Where an achievement does not say how long it takes. */
export const HOURS_UNSAID = 10;

export interface PlannedOffer {
  achievementId: string;
  versionId: string;
  hours: number;
  /** False: the achievement does not say, and ten hours are taken. */
  hoursSaid: boolean;
  validMonths: number | null;
  /** Of the cheapest course that teaches it; null where none has a price in the currency of the catalogue. */
  price: number | null;
  priceOf: { courseId: string; title: string } | null;
  /** In which the catalogue states most prices; null where it states none. */
  currency: string | null;
  requires: string[];
  grants: { skillId: string; ordinal: number }[];
}

/** With the name, which they are ordered by. */
interface NamedOffer extends PlannedOffer {
  name: string;
}

/** What is published everybody sees, and courses, too. */
const isAlike = () => true;
const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** What is offered of an achievement today. */
const newestOf = (achievement: string) => `(
  SELECT it.* FROM achievement_version it WHERE it.achievement_id = ${achievement} AND it.state = 'PUBLISHED'
    AND it.route NOT IN ('STACK', 'COMPLETION') ORDER BY it.number DESC LIMIT 1)`;

/** What can be earned for some skills, with everything that comes before it. */
@Injectable()
export class OffersService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Only what an assessment decides: a stack and a finished course verify no level. */
  async proving(viewer: Viewer, skillIds: readonly string[]): Promise<PlannedOffer[]> {
    const found = await Promise.all(
      skillIds.map((id) => viewer.loadKept('offers-proving', id, (ids) => this.bySkill(viewer, ids), isAlike)),
    );
    const offers = new Map(found.flatMap((each) => each ?? []).map((each) => [each.versionId, each]));
    return [...offers.values()].sort((a, b) => order(a.name, b.name) || order(a.versionId, b.versionId));
  }

  private async bySkill(viewer: Viewer, skillIds: readonly string[]): Promise<Map<string, NamedOffer[]>> {
    const rows = await viewer.tx.query<{
      skillId: string;
      offers: (Omit<NamedOffer, 'hoursSaid'> & { hours: number | null })[];
    }>(
      `WITH RECURSIVE matter AS (
         SELECT given.skill_id, version.achievement_id FROM app_versions_for($1) AS named (id)
         JOIN achievement_version version ON version.id = named.id
         CROSS JOIN LATERAL ${newestOf('version.achievement_id')} newest
         -- OFFSET: of each of these few, not of all that every achievement gives.
         CROSS JOIN LATERAL (SELECT awards.skill_id FROM awarded_skill awards
           WHERE awards.achievement_version_id = newest.id AND awards.skill_id = ANY ($1::uuid[]) AND awards.verifies OFFSET 0) given
         WHERE newest.id = version.id
         UNION
         SELECT matter.skill_id, unnest(newest.prerequisite_ids) FROM matter
         CROSS JOIN LATERAL ${newestOf('matter.achievement_id')} newest),
       usual AS (
         SELECT price_currency AS currency FROM course WHERE state = 'ACTIVE' AND price_amount > 0
         GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1),
       offer AS MATERIALIZED (
         SELECT of_it.achievement_id, json_build_object('achievementId', offered.achievement_id, 'versionId', offered.id,
           'name', offered.name, 'hours', (offered.descriptors ->> 'workloadHours')::float8, 'validMonths', offered.validity_months,
           'requires', offered.prerequisite_ids, 'currency', (SELECT currency FROM usual), 'price', taught.price,
           'priceOf', CASE WHEN taught.id IS NOT NULL THEN json_build_object('courseId', taught.id, 'title', taught.title) END,
           'grants', (SELECT coalesce(json_agg(json_build_object('skillId', skill_id, 'ordinal', ordinal) ORDER BY skill_id), '[]')
             FROM (SELECT skill_id, max(level_ordinal) AS ordinal FROM awarded_skill
               WHERE achievement_version_id = offered.id AND verifies GROUP BY 1) given)) AS told
         FROM (SELECT DISTINCT achievement_id FROM matter) of_it CROSS JOIN LATERAL ${newestOf('of_it.achievement_id')} offered
         LEFT JOIN LATERAL (
           SELECT course.id, course.title, course.price_amount::float8 AS price
           FROM course_outcome outcome JOIN course ON course.id = outcome.course_id AND course.state = 'ACTIVE'
           WHERE outcome.skill_id = offered.skill_id AND coalesce(outcome.level_ordinal >= offered.level_ordinal, true)
             AND (course.price_amount = 0 OR course.price_currency = (SELECT currency FROM usual))
           ORDER BY course.price_amount, lower(course.title) LIMIT 1) taught ON true)
       SELECT matter.skill_id AS "skillId", json_agg(offer.told) AS offers
       FROM matter JOIN offer USING (achievement_id) GROUP BY 1`,
      [[...skillIds]],
    );
    const told = new Map(rows.map(({ skillId, offers }) => [skillId, offers]));
    // A skill that nothing proves is kept as such.
    return new Map(
      skillIds.map((id) => [
        id,
        (told.get(id) ?? []).map((each) => ({
          ...each,
          hours: each.hours ?? HOURS_UNSAID,
          hoursSaid: each.hours !== null,
        })),
      ]),
    );
  }

  /** Achievements that somebody holds now, so that nothing before them is asked again. */
  async earned(viewer: Viewer, personId: string): Promise<Set<string>> {
    const held = (await this.credentials.heldBy(viewer, personId)).filter(
      ({ status, validFrom, validUntil }) =>
        status === 'ACTIVE' && validFrom <= viewer.now && (validUntil === null || validUntil > viewer.now),
    );
    const versions = await Promise.all(
      held.map(({ achievementVersionId }) => this.achievements.versionById(viewer, achievementVersionId)),
    );
    return new Set(versions.flatMap((version) => version?.achievementId ?? []));
  }
}

/** As the planner counts it. */
export function toOffer({ achievementId, hours, grants, requires }: PlannedOffer): Offer {
  return {
    ...{ id: achievementId, cost: hours, requires },
    grants: Object.fromEntries(grants.map(({ skillId, ordinal }) => [skillId, ordinal])),
  };
}

/** What is held need not be earned again, unless it would give a level that the person does not have, as after a change. */
export function stillEarned(
  earned: ReadonlySet<string>,
  offered: readonly PlannedOffer[],
  holds: (skillId: string) => number,
): Set<string> {
  const gives = new Map(offered.map(({ achievementId, grants }) => [achievementId, grants]));
  return new Set(
    [...earned].filter((id) => (gives.get(id) ?? []).every(({ skillId, ordinal }) => holds(skillId) >= ordinal)),
  );
}
