import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { EvidenceLabels, EvidenceSkill, EvidenceTag } from './evidence-labels.type.js';

const MOST = 100;

/** By what words and skills somebody's own library can be narrowed. */
@Injectable()
export class EvidenceLabelsService {
  async mine(viewer: Viewer): Promise<EvidenceLabels> {
    const tags = await viewer.tx.query<EvidenceTag>(
      `SELECT (array_agg(tag ORDER BY item.created_at DESC, item.id))[1] AS tag, count(DISTINCT item.id)::int AS items
       FROM evidence_item item, unnest(item.tags) tag WHERE item.person_id = $1
       GROUP BY lower(tag) ORDER BY items DESC, lower(tag) LIMIT ${MOST}`,
      [viewer.personId],
    );
    const skills = await viewer.tx.query<EvidenceSkill>(
      `SELECT skill AS "skillId", count(*)::int AS items FROM evidence_item item, unnest(item.skill_ids) skill
       WHERE item.person_id = $1 GROUP BY skill ORDER BY items DESC, skill LIMIT ${MOST}`,
      [viewer.personId],
    );
    return { tags, skills };
  }
}
