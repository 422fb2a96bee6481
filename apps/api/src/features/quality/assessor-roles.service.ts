import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { record } from '../../platform/events/event.js';
import { EventListeners } from '../../platform/events/event-listeners.js';
import { GrantsService } from '../people/grants.service.js';
import { RoleGrant } from '../people/role-grant.entity.js';
import { AlreadyGranted } from '../people/role-grant.refusals.js';
import { AssessorApplicationAnswered, AssessorRoleMissing } from './quality.events.js';

/**
 * Whoever is accepted as an assessor also needs the role, for this achievement and no more. Two people said yes by then, so it
 * is given; where roles that are kept apart stand in the way, leads are told what is missing.
 */
@Injectable()
export class AssessorRolesService implements OnModuleInit {
  constructor(
    private readonly grants: GrantsService,
    private readonly listeners: EventListeners,
  ) {}

  onModuleInit(): void {
    this.listeners.on(AssessorApplicationAnswered, async (system, event) => {
      if (event.answer === 'ACCEPTED') await this.give(system, event);
    });
  }

  private async give(
    system: Viewer,
    { subjectId, achievementId, personId }: AssessorApplicationAnswered,
  ): Promise<void> {
    const [held] = await system.tx.query(
      `SELECT 1 FROM role_grant WHERE person_id = $1 AND role = 'ASSESSOR' AND scope_unit_id IS NULL
         AND (scope_achievement_id IS NULL OR scope_achievement_id = $2)
         AND declined_at IS NULL AND (ends_at IS NULL OR ends_at > $3)`,
      [personId, achievementId, system.now],
    );
    if (held) return;
    const given = await this.grants.grantFor(system, {
      personId,
      role: 'ASSESSOR',
      scopeAchievementId: achievementId,
      reason: 'Accepted as an assessor of this achievement',
      origin: 'PERSON',
    });
    if (given instanceof RoleGrant || given instanceof AlreadyGranted) return;
    await record(system, new AssessorRoleMissing(subjectId, achievementId, personId, given.message));
  }
}
