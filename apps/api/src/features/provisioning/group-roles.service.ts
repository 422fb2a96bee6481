import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import { Refusal } from '../../platform/graphql/refusal.js';
import { GrantsService } from '../people/grants.service.js';
import { AlreadyGranted } from '../people/role-grant.refusals.js';
import { ScimGroup } from './scim-group.entity.js';
import { ScimError } from './scim-error.rules.js';

/** Members of a group that was mapped to a role have that role, from the day they come to the day they leave. */
@Injectable()
export class GroupRolesService {
  constructor(private readonly grants: GrantsService) {}

  /** Gives the group's role to members. Who cannot have it stays a member, and the reason stands beside the name. */
  async give(viewer: Viewer, group: ScimGroup, personIds: readonly string[]): Promise<void> {
    if (!group.role) return;
    for (const personId of personIds) {
      const refusal = await this.giveOne(viewer, group, personId);
      await viewer.tx.query('UPDATE scim_group_member SET refusal = $3 WHERE group_id = $1 AND person_id = $2', [
        group.id,
        personId,
        refusal,
      ]);
    }
  }

  private async giveOne(viewer: Viewer, group: ScimGroup, personId: string): Promise<string | null> {
    if (!group.role) return null;
    // Whoever mapped the group, or agreed, would otherwise give the role to themselves by way of the directory.
    if (group.mappedBy === personId) return 'Mapped this group to the role; another administrator has to map it.';
    if (group.approvedBy === personId) return 'Agreed to the role of this group; another administrator has to agree.';
    const granted = await this.grants.grantFor(viewer, {
      personId,
      role: group.role,
      scopeUnitId: group.scopeUnitId,
      origin: 'SCIM',
      groupId: group.id,
      reason: `Member of “${group.displayName.slice(0, 200)}”.`,
    });
    return granted instanceof Refusal && !(granted instanceof AlreadyGranted) ? granted.message : null;
  }

  /** Ends what the group gave. Null when it is done, else why it cannot be. */
  async take(viewer: Viewer, group: ScimGroup, personIds: readonly string[]): Promise<Refusal | null> {
    if (!group.role) return null;
    for (const personId of personIds) {
      const ended = await this.grants.endFor(
        viewer,
        { personId, role: group.role, scopeUnitId: group.scopeUnitId, origin: 'SCIM', groupId: group.id },
        `No longer by “${group.displayName.slice(0, 200)}”.`,
      );
      if (ended instanceof Refusal) return ended;
    }
    return null;
  }

  async giveToAll(viewer: Viewer, group: ScimGroup): Promise<void> {
    await this.give(viewer, group, await this.membersOf(viewer, group));
  }

  /**
   * As `take`, for everybody in the group. When it cannot be for one of them it is done for nobody: a refusal is an
   * answer and would be committed with what was written before it.
   */
  async takeFromAll(viewer: Viewer, group: ScimGroup): Promise<Refusal | null> {
    await viewer.tx.query('SAVEPOINT taking');
    const refusal = await this.take(viewer, group, await this.membersOf(viewer, group));
    if (refusal) {
      await viewer.tx.query('ROLLBACK TO SAVEPOINT taking');
      return refusal;
    }
    await viewer.tx.query('UPDATE scim_group_member SET refusal = NULL WHERE group_id = $1 AND refusal IS NOT NULL', [
      group.id,
    ]);
    await viewer.tx.query('RELEASE SAVEPOINT taking');
    return null;
  }

  private async membersOf(viewer: Viewer, group: ScimGroup): Promise<string[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      'SELECT person_id AS id FROM scim_group_member WHERE group_id = $1 ORDER BY added_at, person_id',
      [group.id],
    );
    return rows.map(({ id }) => id);
  }

  /** As `take`, for a directory: what cannot be is an error there, and everything is taken back. */
  async takeOrFail(viewer: Viewer, group: ScimGroup, personIds: readonly string[]): Promise<void> {
    const refusal = await this.take(viewer, group, personIds);
    if (refusal) throw new ScimError(409, null, refusal.message);
  }

  /** A user goes: out of every group, with what those gave. */
  async leaveAll(viewer: Viewer, personId: string): Promise<void> {
    for (const group of await this.groupsOf(viewer, personId)) await this.takeOrFail(viewer, group, [personId]);
    await viewer.tx.query('DELETE FROM scim_group_member WHERE person_id = $1', [personId]);
  }

  /** Somebody is back: what their groups give, they have again. */
  async renew(viewer: Viewer, personId: string): Promise<void> {
    for (const group of await this.groupsOf(viewer, personId)) await this.give(viewer, group, [personId]);
  }

  private groupsOf(viewer: Viewer, personId: string): Promise<ScimGroup[]> {
    return viewer.tx.manager
      .createQueryBuilder(ScimGroup, 'it')
      .where('it.id IN (SELECT group_id FROM scim_group_member WHERE person_id = :personId)', { personId })
      .orderBy('it.id')
      .getMany();
  }
}
