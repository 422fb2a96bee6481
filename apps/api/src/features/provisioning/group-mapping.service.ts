import { GRANTABLE_ROLES, type Role } from '@assay/access';
import { Injectable } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound, Refusal } from '../../platform/graphql/refusal.js';
import { GrantChecksService } from '../people/grant-checks.service.js';
import { PeopleService } from '../people/people.service.js';
import { GroupRolesService } from './group-roles.service.js';
import './provisioning.policy.js';
import { ScimClientsService } from './scim-clients.service.js';
import { ScimGroup } from './scim-group.entity.js';

/** What a list shows of a group besides its own row. */
export interface GroupFacts {
  members: number;
  viewerIsIn: boolean;
  /** Members who did not get the role, with the reason. */
  withheld: { personId: string; reason: string }[];
}

type Mapped = Promise<ScimGroup | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound | Refusal>;

/** Which role the members of a group have here. As with any other grant, a second administrator agrees. */
@Injectable()
export class GroupMappingService {
  constructor(
    private readonly clients: ScimClientsService,
    private readonly people: PeopleService,
    private readonly checks: GrantChecksService,
    private readonly roles: GroupRolesService,
  ) {}

  async page(
    viewer: Viewer,
    clientId: string,
    input: PageInput & { search?: string | null },
  ): Promise<Page<ScimGroup>> {
    const client = await this.clients.find(viewer, clientId);
    if (!client) return pageOf<ScimGroup>([], input, 0, () => []);
    const matching = viewer.tx.manager
      .createQueryBuilder(ScimGroup, 'it')
      .where('it.clientId = :id', { id: client.id });
    const like = searchPattern(input.search);
    if (like) matching.andWhere('it.displayName ILIKE :like', { like });
    const total = await matching.getCount();
    const [name, id] = readCursor(input.after) ?? [];
    if (name !== undefined && id !== undefined && isId(id))
      matching.andWhere('(lower(it.displayName), it.id) > (lower(:name), :after::uuid)', { name, after: id });
    const rows = await matching.orderBy('lower(it.displayName)').addOrderBy('it.id').limit(limitOf(input)).getMany();
    return pageOf(rows, input, total, (row) => [row.displayName, row.id]);
  }

  async factsOf(viewer: Viewer, groupId: string): Promise<GroupFacts> {
    const facts = await viewer.load('scim group', groupId, async (ids) => {
      const rows = await viewer.tx.query<GroupFacts & { id: string }>(
        `SELECT it AS id, count(m.person_id)::int AS members, coalesce(bool_or(m.person_id = $2::uuid), false) AS "viewerIsIn",
           coalesce(json_agg(json_build_object('personId', m.person_id, 'reason', m.refusal) ORDER BY m.added_at, m.person_id)
             FILTER (WHERE m.refusal IS NOT NULL), '[]') AS withheld
         FROM unnest($1::uuid[]) it LEFT JOIN scim_group_member m ON m.group_id = it GROUP BY it`,
        [[...ids], viewer.personId],
      );
      return new Map(rows.map((row) => [row.id, row]));
    });
    return facts ?? { members: 0, viewerIsIn: false, withheld: [] };
  }

  /** Null takes the role away at once; another role begins when nobody else has to agree. */
  async map(viewer: Viewer, groupId: string, role: Role | null, scopeUnitId: string | null): Mapped {
    const group = await this.locked(viewer, groupId);
    if (!group) return new NotFound('This group');
    if (!can(viewer, 'map', group))
      return new NotAllowed('You are in this group: another administrator says which role it has.');
    const problem = role ? await this.problemOf(viewer, role, scopeUnitId) : null;
    if (problem) return problem;
    const nothing = { wantedRole: null, wantedUnitId: null, wantedBy: null, wantedAt: null };
    if (!role)
      return (
        (await this.roles.takeFromAll(viewer, group)) ??
        this.save(viewer, group, {
          ...nothing,
          role: null,
          scopeUnitId: null,
          mappedBy: null,
          mappedAt: null,
          approvedBy: null,
        })
      );
    if (group.role === role && group.scopeUnitId === scopeUnitId) return this.save(viewer, group, nothing);
    if (await this.needsAnother(viewer, role))
      return this.save(viewer, group, {
        wantedRole: role,
        wantedUnitId: scopeUnitId,
        wantedBy: viewer.personId,
        wantedAt: viewer.now,
      });
    return this.putInForce(viewer, group, { role, scopeUnitId, mappedBy: viewer.personId, approvedBy: null });
  }

  /** Agrees to what was shown, and to nothing that was asked for since. */
  async approve(viewer: Viewer, groupId: string, shown: { role: Role; scopeUnitId: string | null }): Mapped {
    const group = await this.locked(viewer, groupId);
    if (!group) return new NotFound('This group');
    if (!group.wantedRole) return new NotAllowed('No role waits for anybody here.');
    if (!can(viewer, 'approve', group))
      return new NotAllowed('A second administrator agrees: neither who asked, nor anybody in the group.');
    const { wantedRole: role, wantedUnitId: scopeUnitId, wantedBy: mappedBy } = group;
    if (role !== shown.role || scopeUnitId !== shown.scopeUnitId) return new ChangedMeanwhile(group.version);
    return this.putInForce(viewer, group, { role, scopeUnitId, mappedBy, approvedBy: viewer.personId });
  }

  async decline(viewer: Viewer, groupId: string): Mapped {
    const group = await this.locked(viewer, groupId);
    if (!group) return new NotFound('This group');
    if (!can(viewer, 'decline', group)) return new NotAllowed('No role waits for anybody here.');
    return this.save(viewer, group, { wantedRole: null, wantedUnitId: null, wantedBy: null, wantedAt: null });
  }

  private async putInForce(
    viewer: Viewer,
    group: ScimGroup,
    mapping: Pick<ScimGroup, 'role' | 'scopeUnitId' | 'mappedBy' | 'approvedBy'>,
  ): Mapped {
    const refusal = await this.roles.takeFromAll(viewer, group);
    if (refusal) return refusal;
    const nothing = { wantedRole: null, wantedUnitId: null, wantedBy: null, wantedAt: null };
    const mapped = await this.save(viewer, group, { ...nothing, ...mapping, mappedAt: viewer.now });
    await this.roles.giveToAll(viewer, mapped);
    viewer.forget('scim group', group.id);
    return mapped;
  }

  private async problemOf(viewer: Viewer, role: Role, unitId: string | null): Promise<InvalidInput | null> {
    if (!(GRANTABLE_ROLES as readonly Role[]).includes(role))
      return InvalidInput.of('role', 'This role is not granted: it follows from facts.');
    if (unitId && !(isId(unitId) && (await this.people.orgUnitById(viewer, unitId))))
      return InvalidInput.of('scopeUnitId', 'There is no such unit.');
    return null;
  }

  /** As for people one by one: assessors are named, everything else takes two. */
  private async needsAnother(viewer: Viewer, role: Role): Promise<boolean> {
    return role !== 'ASSESSOR' && (await this.checks.isAnotherThere(viewer, [viewer.personId]));
  }

  private async save(viewer: Viewer, group: ScimGroup, changes: Partial<ScimGroup>): Promise<ScimGroup> {
    await viewer.tx.manager.update(ScimGroup, { id: group.id }, changes);
    return Object.assign(group, changes);
  }

  private async locked(viewer: Viewer, id: string): Promise<ScimGroup | null> {
    if (!isId(id)) return null;
    const group = await viewer.tx.manager.findOne(ScimGroup, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!group || !can(viewer, 'see', group)) return null;
    await this.factsOf(viewer, id);
    return group;
  }
}
