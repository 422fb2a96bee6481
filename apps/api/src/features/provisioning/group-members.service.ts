import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/database/id.js';
import { GroupRolesService } from './group-roles.service.js';
import type { ScimCall } from './scim-call.js';
import { badRequest } from './scim-error.rules.js';
import type { ScimGroup } from './scim-group.entity.js';
import { describedBy, isMeant } from './scim-path.rules.js';
import type { PatchOperation } from './scim-patch.rules.js';
import { isObject } from './scim-values.rules.js';

const MOST_MEMBERS = 50_000;

/** Who is in a group. Every change is counted once at its end, and the role of the group follows it. */
@Injectable()
export class GroupMembersService {
  constructor(private readonly roles: GroupRolesService) {}

  /** The ids that a whole group names as its members. */
  idsIn(body: unknown): string[] {
    const members = isObject(body)
      ? Object.entries(body).find(([key]) => key.toLowerCase() === 'members')?.[1]
      : undefined;
    return idsOf(members);
  }

  /** Makes these the members and nobody else. Says whether that changed anything. */
  async replace(call: ScimCall, group: ScimGroup, ids: string[]): Promise<boolean> {
    const change = new Map<string, number>();
    await this.set(call, group, ids, change);
    return this.follow(call, group, change);
  }

  async patch(call: ScimCall, group: ScimGroup, operations: PatchOperation[]): Promise<boolean> {
    const change = new Map<string, number>();
    for (const operation of operations) await this.apply(call, group, operation, change);
    return this.follow(call, group, change);
  }

  private async apply(
    call: ScimCall,
    group: ScimGroup,
    { op, path, value }: PatchOperation,
    change: Map<string, number>,
  ): Promise<void> {
    if (path.kind !== 'attribute') return;
    if (path.found.sub || (path.filter && op !== 'remove'))
      throw badRequest('mutability', 'A member is added or removed, never changed.');
    if (op === 'add') return this.add(call, group, idsOf(value), change);
    if (op === 'replace') return this.set(call, group, idsOf(value), change);
    const ids = path.filter ? await this.meantBy(call, group, path.filter.filter) : idsOf(value);
    if (!path.filter && (value === undefined || value === null)) return this.set(call, group, [], change);
    return this.drop(call, group, ids, change);
  }

  /** `value eq "…"` names a member by itself; any other filter has to look at them. */
  private async meantBy(
    call: ScimCall,
    group: ScimGroup,
    filter: NonNullable<Extract<PatchOperation['path'], { kind: 'attribute' }>['filter']>['filter'],
  ): Promise<string[]> {
    const described = describedBy(filter);
    if (described && typeof described.value === 'string' && Object.keys(described).length === 1)
      return [described.value];
    const rows = await call.viewer.tx.query<{ value: string; display: string }>(
      `SELECT m.person_id AS value, p.display_name AS display
       FROM scim_group_member m JOIN person p ON p.id = m.person_id WHERE m.group_id = $1`,
      [group.id],
    );
    return rows
      .filter((row) => isMeant(filter, { ...row, type: 'User', $ref: `${call.base}/Users/${row.value}` }))
      .map(({ value }) => value);
  }

  private async set(call: ScimCall, group: ScimGroup, ids: string[], change: Map<string, number>): Promise<void> {
    await this.refuseUnknown(call, ids);
    const gone = await call.viewer.tx.query<{ id: string }>(
      'SELECT person_id AS id FROM scim_group_member WHERE group_id = $1 AND NOT person_id = ANY ($2::uuid[])',
      [group.id, ids],
    );
    await this.drop(
      call,
      group,
      gone.map(({ id }) => id),
      change,
    );
    await this.add(call, group, ids, change);
  }

  private async add(call: ScimCall, group: ScimGroup, ids: string[], change: Map<string, number>): Promise<void> {
    await this.refuseUnknown(call, ids);
    const rows = await call.viewer.tx.query<{ id: string }>(
      `INSERT INTO scim_group_member (group_id, person_id, added_at) SELECT $1, it, $3 FROM unnest($2::uuid[]) it
       ON CONFLICT DO NOTHING RETURNING person_id AS id`,
      [group.id, ids, call.viewer.now],
    );
    for (const { id } of rows) change.set(id, (change.get(id) ?? 0) + 1);
  }

  private async drop(call: ScimCall, group: ScimGroup, ids: string[], change: Map<string, number>): Promise<void> {
    const known = ids.filter(isId);
    if (known.length === 0) return;
    const gone = await call.viewer.tx.query<{ id: string }>(
      `WITH gone AS (DELETE FROM scim_group_member WHERE group_id = $1 AND person_id = ANY ($2::uuid[]) RETURNING person_id AS id)
       SELECT id FROM gone`,
      [group.id, known],
    );
    for (const { id } of gone) change.set(id, (change.get(id) ?? 0) - 1);
  }

  private async follow(call: ScimCall, group: ScimGroup, change: Map<string, number>): Promise<boolean> {
    const net = (wanted: number) => [...change].filter(([, by]) => Math.sign(by) === wanted).map(([id]) => id);
    const [come, gone] = [net(1), net(-1)];
    await this.roles.takeOrFail(call.viewer, group, gone);
    await this.roles.give(call.viewer, group, come);
    return come.length + gone.length > 0;
  }

  private async refuseUnknown(call: ScimCall, ids: string[]): Promise<void> {
    const odd = ids.find((id) => !isId(id));
    const [unknown] = odd
      ? [{ id: odd }]
      : await call.viewer.tx.query<{ id: string }>(
          `SELECT it AS id FROM unnest($1::uuid[]) it WHERE NOT EXISTS (
             SELECT FROM scim_user WHERE person_id = it AND client_id = $2 AND deleted_at IS NULL) LIMIT 1`,
          [ids, call.client.id],
        );
    if (unknown) throw badRequest('invalidValue', `There is no user “${unknown.id.slice(0, 100)}” to be a member.`);
  }
}

/** Members as they are sent: objects with the id as their value, or the ids alone. */
function idsOf(sent: unknown): string[] {
  if (sent === undefined || sent === null) return [];
  const list = Array.isArray(sent) ? sent : [sent];
  if (list.length > MOST_MEMBERS) throw badRequest('tooMany', `A request names at most ${MOST_MEMBERS} members.`);
  const ids = list.map((each: unknown) => {
    const value = isObject(each) ? Object.entries(each).find(([key]) => key.toLowerCase() === 'value')?.[1] : each;
    if (typeof value !== 'string') throw badRequest('invalidValue', 'A member has the id of a user as its value.');
    return value;
  });
  return [...new Set(ids.map((id) => (isId(id) ? id.toLowerCase() : id)))];
}
