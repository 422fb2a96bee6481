import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import type { EvidenceAtHand } from './evidence-at-hand.type.js';

const MOST_AT_HAND = 10;

/** What of somebody's own library fits something that can be earned: it was shown for the same, or is about its skills. */
@Injectable()
export class EvidenceAtHandService {
  async of(viewer: Viewer, achievementVersionId: string): Promise<EvidenceAtHand[]> {
    if (!isId(achievementVersionId)) return [];
    return viewer.tx.query<EvidenceAtHand>(
      `WITH asked AS (
         SELECT version.achievement_id, ARRAY(SELECT skill_id FROM awarded_skill WHERE achievement_version_id = version.id) AS skills
         FROM achievement_version version WHERE version.id = $2
       ), shown AS (
         SELECT used.item_id, it.id AS submission_id, it.achievement_id, it.achievement_version_id
         FROM submission it JOIN submission_item used ON used.submission_id = it.id
         WHERE it.person_id = $1 AND it.submitted_at IS NOT NULL
       ), found AS (
         SELECT item.id AS "itemId", item.created_at,
           ARRAY(SELECT skill FROM unnest(item.skill_ids) skill WHERE skill = ANY (asked.skills)) AS "skillIds",
           ARRAY(SELECT DISTINCT version.name FROM shown JOIN achievement_version version ON version.id = shown.achievement_version_id
             WHERE shown.item_id = item.id AND (shown.achievement_id = asked.achievement_id OR EXISTS (SELECT FROM awarded_skill gives
               WHERE gives.achievement_version_id = version.id AND gives.skill_id = ANY (asked.skills)))) AS "shownFor",
           ARRAY(SELECT DISTINCT link.criterion_id FROM shown JOIN evidence_link link USING (submission_id, item_id)
             WHERE shown.item_id = item.id AND shown.achievement_id = asked.achievement_id) AS "criterionIds"
         FROM evidence_item item CROSS JOIN asked
         WHERE item.person_id = $1 AND (item.kind NOT IN ('WITNESS', 'ATTESTED')
           OR EXISTS (SELECT FROM witness_statement said WHERE said.item_id = item.id AND said.answer = 'CONFIRMED'))
       )
       SELECT "itemId", "skillIds", "shownFor", "criterionIds" FROM found
       WHERE cardinality("skillIds") > 0 OR cardinality("shownFor") > 0
       ORDER BY cardinality("criterionIds") DESC, cardinality("skillIds") DESC, created_at DESC, "itemId" LIMIT ${MOST_AT_HAND}`,
      [viewer.personId, achievementVersionId],
    );
  }
}
