import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { InvalidInput } from '../../platform/graphql/refusal.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import type { MappedSkill } from './external-credential.entity.js';
import { type BadgeWords, wordsToMatch } from './recognition.rules.js';

const MOST = 20;
const SHOWN = 8;
/** Alike enough to be worth a look. */
const ALIKE = 0.45;

/** Which of our skills a badge from elsewhere may mean: suggested by a rule, accepted by people. */
@Injectable()
export class MappedSkillsService {
  constructor(private readonly skills: SkillsService) {}

  /** Skills that exist, at levels of their scales, each once. */
  async tidy(viewer: Viewer, said: readonly MappedSkill[]): Promise<MappedSkill[] | InvalidInput> {
    if (said.length > MOST) return InvalidInput.of('skills', `Choose at most ${MOST} skills.`);
    if (new Set(said.map(({ skillId }) => skillId)).size < said.length)
      return InvalidInput.of('skills', 'Each skill is chosen once.');
    for (const [nth, { skillId, ordinal }] of said.entries()) {
      const level = isId(skillId) ? await this.skills.levelOf(viewer, skillId, ordinal) : null;
      if (!level) return InvalidInput.of(`skills.${nth}`, 'There is no such skill, or it has no such level.');
    }
    return said.map(({ skillId, ordinal }) => ({ skillId, ordinal }));
  }

  async shown(
    viewer: Viewer,
    mapped: readonly MappedSkill[],
  ): Promise<{ skill: SkillView; ordinal: number; label: string | null }[]> {
    const shown = await Promise.all(
      mapped.map(async ({ skillId, ordinal }) => {
        const skill = await this.skills.skillById(viewer, skillId);
        const level = await this.skills.levelOf(viewer, skillId, ordinal);
        return skill && { skill, ordinal, label: level?.label ?? null };
      }),
    );
    return shown.filter((each) => each !== null);
  }

  /** The same definition first, then the same name, then names that are alike. */
  async suggested(viewer: Viewer, words: BadgeWords): Promise<{ skill: SkillView; why: string }[]> {
    const named = wordsToMatch(words);
    const rows = await viewer.tx.query<{ skillId: string; rank: number; said: string }>(
      `SELECT "skillId", rank, said FROM (
         SELECT DISTINCT ON (revision.skill_id) revision.skill_id AS "skillId", named.name AS said,
           CASE WHEN revision.uri = named.url OR (named.code IS NOT NULL AND skill.code = named.code) THEN 3
             WHEN lower(revision.name) = lower(named.name) THEN 2 ELSE similarity(revision.name, named.name) END AS rank
         FROM unnest($1::text[], $2::text[], $3::text[]) AS named (name, url, code)
         JOIN skill_revision revision ON revision.uri = named.url OR lower(revision.name) = lower(named.name)
           OR (length(named.name) > 3 AND similarity(revision.name, named.name) >= $4)
           OR (named.code IS NOT NULL AND EXISTS (SELECT FROM skill same WHERE same.id = revision.skill_id AND same.code = named.code))
         JOIN skill ON skill.id = revision.skill_id
         JOIN skill_framework framework ON framework.id = revision.framework_id
         WHERE framework.state = 'PUBLISHED' AND revision.kind IN ('SKILL', 'KNOWLEDGE', 'TOOL')
         ORDER BY revision.skill_id, rank DESC) found
       ORDER BY rank DESC, "skillId" LIMIT $5`,
      [named.map(({ name }) => name), named.map(({ url }) => url), named.map(({ code }) => code), ALIKE, SHOWN],
    );
    const views = await Promise.all(rows.map(({ skillId }) => this.skills.skillById(viewer, skillId)));
    return rows.flatMap(({ rank, said }, nth) => {
      const skill = views[nth];
      if (!skill) return [];
      const why =
        rank >= 3
          ? `The badge names its definition (“${said}”).`
          : rank >= 2
            ? 'The badge names it in the same words.'
            : `The badge says “${said}”, which is alike.`;
      return [{ skill, why }];
    });
  }
}
