import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { newId } from '../../platform/database/id.js';
import { InvalidInput, type NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { WouldGoRound } from '../skills/framework-draft.refusals.js';
import type { SkillView } from '../skills/skill.entity.js';
import { type MergeInput, SkillMergeService } from '../skills/skill-merge.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { CrosswalksService } from './crosswalks.service.js';
import { AcceptedConversion } from './governance.entity.js';
import './governance.policy.js';
import { RetirementsService } from './retirements.service.js';

/** Where a level is taken for a level of another skill: only because somebody said so, and that is written down. */
@Injectable()
export class ConversionsService {
  constructor(
    private readonly skills: SkillsService,
    private readonly merges: SkillMergeService,
    private readonly crosswalks: CrosswalksService,
    private readonly retirements: RetirementsService,
  ) {}

  /** Merges in a draft, and keeps what was decided about the levels that job roles ask. */
  async merge(
    viewer: Viewer,
    frameworkId: string,
    input: MergeInput,
  ): Promise<SkillView | InvalidInput | NotAllowed | NotFound | WouldGoRound> {
    const meanings = await this.crosswalks.between(viewer, input.duplicateId, input.survivorId, frameworkId);
    const merged = await this.merges.merge(viewer, frameworkId, input);
    if (!('decided' in merged)) return merged;
    for (const { from, to } of merged.decided)
      await viewer.tx.manager.insert(AcceptedConversion, {
        id: newId(),
        purpose: 'REQUIREMENT',
        personId: null,
        frameworkId,
        ...{ fromSkillId: input.duplicateId, fromOrdinal: from, toSkillId: input.survivorId, toOrdinal: to },
        crosswalkId: meanings?.crosswalk?.id ?? null,
        acceptedBy: viewer.personId ?? undefined,
        acceptedAt: viewer.now,
      });
    return merged.skill;
  }

  /** The level of a replaced skill that counts for its successor; the lowest that a cross-walk names. Null: nobody agreed. */
  async offered(
    viewer: Viewer,
    fromSkillId: string,
    ordinal: number,
  ): Promise<{ skillId: string; ordinal: number; crosswalkId: string | null } | null> {
    const skillId = await this.retirements.replacementOf(viewer, fromSkillId);
    const meanings = skillId ? await this.crosswalks.between(viewer, fromSkillId, skillId, null) : null;
    const to = meanings?.pairs.find((pair) => pair.from === ordinal)?.to[0];
    return skillId && to !== undefined ? { skillId, ordinal: to, crosswalkId: meanings?.crosswalk?.id ?? null } : null;
  }

  /** What the viewer accepted for their own standing. */
  mine(viewer: Viewer, fromSkillId: string): Promise<AcceptedConversion[]> {
    if (!viewer.personId) return Promise.resolve([]);
    return viewer.tx.manager.find(AcceptedConversion, {
      where: { personId: viewer.personId, fromSkillId },
      order: { fromOrdinal: 'ASC' },
    });
  }

  /** The holder's own word; nobody gives it for them. It counts while the credential behind it does. */
  async accept(viewer: Viewer, fromSkillId: string, fromOrdinal: number): Promise<SkillView | InvalidInput | NotFound> {
    const skill = await this.skills.findSkill(viewer, fromSkillId);
    if (!skill) return new NotFound('This skill');
    const offer = await this.offered(viewer, skill.id, fromOrdinal);
    if (!offer)
      return InvalidInput.of(
        'fromOrdinal',
        'No other skill replaces this one, or nobody has agreed what this level means there.',
      );
    await viewer.tx.query(
      `INSERT INTO accepted_conversion (id, purpose, person_id, from_skill_id, from_ordinal, to_skill_id, to_ordinal, crosswalk_id, accepted_by, accepted_at)
       VALUES ($1, 'STANDING', $2, $3, $4, $5, $6, $7, $2, $8) ON CONFLICT DO NOTHING`,
      [newId(), viewer.personId, skill.id, fromOrdinal, offer.skillId, offer.ordinal, offer.crosswalkId, viewer.now],
    );
    return skill;
  }
}
