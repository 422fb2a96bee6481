import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import type { SkillView } from './skill.entity.js';
import { SkillsService } from './skills.service.js';

export interface SimilarSkill {
  skill: SkillView;
  /** 0 to 1. */
  likeness: number;
  /** The other name that is alike, where it is not the name itself. */
  synonym: string | null;
}

const SHORTEST = 3;
/** Below this share of common letter triples two names are unlike. */
const ALIKE = 0.3;
const SHOWN = 8;

/** Skills whose name, or another name of theirs, is nearly this one. */
@Injectable()
export class SimilarSkillsService {
  constructor(private readonly skills: SkillsService) {}

  /** Among published skills, and those of a draft when it is named. Most alike first. */
  async to(
    viewer: Viewer,
    name: string,
    where: { frameworkId?: string | null; exceptSkillId?: string | null },
  ): Promise<SimilarSkill[]> {
    const words = name.trim().slice(0, 200);
    if (words.length < SHORTEST) return [];
    const rows = await viewer.tx.query<{
      skillId: string;
      frameworkId: string;
      likeness: number;
      synonym: string | null;
    }>(
      `SELECT * FROM (
         SELECT DISTINCT ON (revision.skill_id) revision.skill_id AS "skillId", revision.framework_id AS "frameworkId",
           greatest(similarity(revision.name, $1), other.likeness) AS likeness,
           CASE WHEN other.likeness > similarity(revision.name, $1) THEN other.name END AS synonym
         FROM skill_revision revision JOIN skill_framework framework ON framework.id = revision.framework_id
         LEFT JOIN LATERAL (SELECT each AS name, similarity(each, $1) AS likeness FROM unnest(revision.synonyms) AS each
           ORDER BY 2 DESC LIMIT 1) other ON revision.synonyms <> '{}'
         WHERE (framework.state = 'PUBLISHED' OR framework.id = $2::uuid) AND revision.skill_id IS DISTINCT FROM $3::uuid
           AND revision.kind <> 'GROUP' AND (similarity(revision.name, $1) >= $4 OR other.likeness >= $4)
         ORDER BY revision.skill_id, framework.id = $2::uuid DESC NULLS LAST) alike
       ORDER BY likeness DESC, "skillId" LIMIT $5`,
      [words, idOrNull(where.frameworkId), idOrNull(where.exceptSkillId), ALIKE, SHOWN],
    );
    const views = await Promise.all(rows.map((row) => this.skills.skillIn(viewer, row.frameworkId, row.skillId)));
    return rows.flatMap(({ likeness, synonym }, at) => {
      const skill = views[at];
      return skill ? [{ skill, likeness, synonym }] : [];
    });
  }
}

const idOrNull = (id: string | null | undefined) => (id && isId(id) ? id : null);
