import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotFound } from '../../platform/graphql/refusal.js';
import { PublishingImpacts } from '../skills/publishing-impacts.service.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillsService } from '../skills/skills.service.js';
import { SkillRetirement } from './governance.entity.js';
import { StillBuiltUpon } from './governance.refusals.js';
import { textProblems } from './governance.rules.js';

/** A skill that became part of another one. */
export interface MergedSkill {
  skillId: string;
  name: string;
  into: { id: string; name: string };
}

/** Skills on which nothing new is built from a day on, and those that others have replaced. */
@Injectable()
export class RetirementsService implements OnModuleInit {
  constructor(
    private readonly skills: SkillsService,
    private readonly impacts: PublishingImpacts,
  ) {}

  onModuleInit(): void {
    this.skills.retiredOn((viewer, skillId) => this.endOf(viewer, skillId));
  }

  of(viewer: Viewer, skillId: string): Promise<SkillRetirement | null> {
    return viewer.load('retirement', skillId, async (ids) => {
      const rows = await viewer.tx.manager.findBy(SkillRetirement, { skillId: In([...ids]) });
      return new Map(rows.map((row) => [row.skillId, row]));
    });
  }

  /** By which skill a newer version says that this one is replaced. */
  replacementOf(viewer: Viewer, skillId: string): Promise<string | null> {
    return viewer.load('replaced-by', skillId, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; by: string }>(
        `SELECT DISTINCT ON (tie.origin_skill_id) tie.origin_skill_id AS id, tie.target_skill_id AS by
         FROM skill_relation tie JOIN skill_framework framework ON framework.id = tie.framework_id AND framework.state <> 'DRAFT'
         WHERE tie.type = 'replacedBy' AND tie.target_skill_id IS NOT NULL AND tie.origin_skill_id = ANY ($1::uuid[])
         ORDER BY tie.origin_skill_id, framework.published_at DESC, tie.id`,
        [[...ids]],
      );
      return new Map(rows.map(({ id, by }) => [id, by]));
    });
  }

  /** The skills that a version has no longer, because others have replaced them, with the names that people know. */
  async mergedIn(viewer: Viewer, frameworkId: string, supersededId: string): Promise<MergedSkill[]> {
    const rows = await viewer.tx.query<{ skillId: string; name: string; intoId: string }>(
      `SELECT DISTINCT ON (was.skill_id) was.skill_id AS "skillId", was.name, tie.target_skill_id AS "intoId"
       FROM skill_revision was JOIN skill_relation tie ON tie.framework_id = $1 AND tie.origin_skill_id = was.skill_id
         AND tie.type = 'replacedBy' AND tie.target_skill_id IS NOT NULL
       WHERE was.framework_id = $2
         AND NOT EXISTS (SELECT FROM skill_revision now WHERE now.framework_id = $1 AND now.skill_id = was.skill_id)
       ORDER BY was.skill_id, tie.id`,
      [frameworkId, supersededId],
    );
    const into = await Promise.all(rows.map(({ intoId }) => this.skills.skillById(viewer, intoId)));
    return rows.flatMap(({ skillId, name }, at) => {
      const skill = into[at];
      return skill ? [{ skillId, name, into: { id: skill.id, name: skill.name } }] : [];
    });
  }

  /** Refused while something under way builds on it. What is published goes on; who holds the skill keeps it. */
  async retire(
    viewer: Viewer,
    skillId: string,
    input: { retiresOn: string; reason: string },
  ): Promise<SkillView | InvalidInput | NotFound | StillBuiltUpon> {
    const skill = await this.skills.findSkill(viewer, skillId);
    if (!skill) return new NotFound('This skill');
    const reason = input.reason.trim();
    const [problem] = textProblems({ reason }, { reason: { most: 'text', needed: 'Say why it is retired.' } });
    if (problem) return InvalidInput.of(problem.field, problem.message);
    if (input.retiresOn < today(viewer))
      return InvalidInput.of('retiresOn', 'A skill is retired from today on or later, not in the past.');
    const stops = (await this.impacts.builtOn(viewer, [skill.id])).filter((impact) => impact.stops);
    if (stops.length) return new StillBuiltUpon(stops);
    await viewer.tx.manager.delete(SkillRetirement, { skillId: skill.id });
    await viewer.tx.manager.insert(SkillRetirement, {
      skillId: skill.id,
      retiresOn: input.retiresOn,
      reason,
      retiredBy: viewer.personId ?? undefined,
      retiredAt: viewer.now,
    });
    viewer.forget('retirement', skill.id);
    return skill;
  }

  async bringBack(viewer: Viewer, skillId: string): Promise<SkillView | NotFound> {
    const skill = await this.skills.findSkill(viewer, skillId);
    if (!skill) return new NotFound('This skill');
    await viewer.tx.manager.delete(SkillRetirement, { skillId: skill.id });
    viewer.forget('retirement', skill.id);
    return skill;
  }

  private async endOf(viewer: Viewer, skillId: string): Promise<string | null> {
    const retirement = await this.of(viewer, skillId);
    return retirement && retirement.retiresOn <= today(viewer) ? retirement.reason : null;
  }
}

const today = (viewer: Viewer) => viewer.now.toISOString().slice(0, 10);
