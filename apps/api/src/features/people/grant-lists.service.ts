import type { Role } from '@assay/access';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import { NodeFinders } from '../../platform/graphql/node.js';
import { coveredBy, limitsOf } from './limits.service.js';
import { RoleGrant } from './role-grant.entity.js';
import type { GrantState } from './role-grant.rules.js';

export interface GrantFilter {
  personId?: string | null;
  role?: Role | null;
  state?: GrantState | null;
  search?: string | null;
}

/** The states of `role-grant.rules.ts` as a database asks for them; `$1` is now. */
const STATES: Record<GrantState, string> = {
  PROPOSED: 'it.declined_at IS NULL AND it.starts_at IS NULL AND (it.ends_at IS NULL OR it.ends_at > $1)',
  PLANNED: 'it.starts_at > $1 AND (it.ends_at IS NULL OR it.ends_at > $1)',
  IN_FORCE: 'it.starts_at <= $1 AND (it.ends_at IS NULL OR it.ends_at > $1)',
  ENDED: 'it.declined_at IS NULL AND it.ends_at <= $1',
  DECLINED: 'it.declined_at IS NOT NULL',
};

/** Who was given what: for those who keep the directory, within their limits, and for everybody about themselves. */
@Injectable()
export class GrantListsService implements OnModuleInit {
  constructor(private readonly nodes: NodeFinders) {}

  onModuleInit(): void {
    this.nodes.register(RoleGrant, 'RoleGrant', (viewer, id) => this.find(viewer, id));
  }

  async find(viewer: Viewer, id: string): Promise<RoleGrant | null> {
    const grant = isId(id) ? await viewer.tx.manager.findOneBy(RoleGrant, { id }) : null;
    if (!grant) return null;
    await viewer.learn([grant.personId]);
    return can(viewer, 'see', grant) ? grant : null;
  }

  /** Newest first; what waits for a second person comes before everything else. */
  async page(viewer: Viewer, input: PageInput & GrantFilter): Promise<Page<RoleGrant>> {
    const from = readTimeCursor(input.after);
    const matching = `FROM role_grant it JOIN person ON person.id = it.person_id
      WHERE (it.person_id = $2 OR ${seenByKeepers(viewer)})
        AND ($4::uuid IS NULL OR it.person_id = $4) AND ($5::text IS NULL OR it.role = $5)
        AND ($6::text IS NULL OR person.display_name ILIKE $6) AND $1::timestamptz IS NOT NULL AND ${input.state ? STATES[input.state] : 'true'}`;
    const parameters = [
      viewer.now,
      viewer.personId,
      limitsOf(viewer, 'people.read'),
      asId(input.personId),
      input.role ?? null,
      searchPattern(input.search),
    ];
    const [all] = await viewer.tx.query<{ n: number }>(`SELECT count(*)::int AS n ${matching}`, parameters);
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT it.id ${matching} AND ($7::timestamptz IS NULL OR (date_trunc('milliseconds', it.granted_at), it.id) < ($7::timestamptz, $8::uuid))
       ORDER BY date_trunc('milliseconds', it.granted_at) DESC, it.id DESC LIMIT $9`,
      [...parameters, from?.at ?? null, from?.id ?? null, limitOf(input)],
    );
    const grants = await this.byIds(
      viewer,
      rows.map(({ id }) => id),
    );
    return pageOf(grants, input, all?.n ?? 0, (it) => [it.grantedAt.toISOString(), it.id]);
  }

  /** In force now, of one person, oldest first. Whether the viewer may know is asked before. */
  async inForceOf(viewer: Viewer, personId: string): Promise<RoleGrant[]> {
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT id FROM role_grant it WHERE it.person_id = $2 AND ${STATES.IN_FORCE} ORDER BY it.starts_at, it.id`,
      [viewer.now, personId],
    );
    return this.byIds(
      viewer,
      rows.map(({ id }) => id),
    );
  }

  /** In force now, by person, oldest first. Whether the viewer may know is asked before. */
  async inForce(viewer: Viewer, personIds: string[]): Promise<Map<string, RoleGrant[]>> {
    const grants = await viewer.tx.manager
      .createQueryBuilder(RoleGrant, 'it')
      .where('it.personId IN (:...personIds) AND it.startsAt <= :now', { personIds, now: viewer.now })
      .andWhere('(it.endsAt IS NULL OR it.endsAt > :now)', { now: viewer.now })
      .orderBy('it.startsAt')
      .addOrderBy('it.id')
      .getMany();
    const byPerson = new Map<string, RoleGrant[]>(personIds.map((id) => [id, []]));
    for (const grant of grants) byPerson.get(grant.personId)?.push(grant);
    return byPerson;
  }

  /** How many people of those the viewer sees have a role today, by role. */
  async holders(viewer: Viewer): Promise<Map<Role, number>> {
    const rows = await viewer.tx.query<{ role: Role; n: number }>(
      `SELECT it.role, count(DISTINCT it.person_id)::int AS n FROM role_grant it
       JOIN person ON person.id = it.person_id AND app_is_with_us(person.active, person.last_day)
       WHERE ${STATES.IN_FORCE} AND (it.person_id = $2 OR ${seenByKeepers(viewer)}) GROUP BY it.role`,
      [viewer.now, viewer.personId, limitsOf(viewer, 'people.read')],
    );
    return new Map(rows.map(({ role, n }) => [role, n]));
  }

  private async byIds(viewer: Viewer, ids: string[]): Promise<RoleGrant[]> {
    if (ids.length === 0) return [];
    const found = await viewer.tx.manager
      .createQueryBuilder(RoleGrant, 'it')
      .where('it.id IN (:...ids)', { ids })
      .getMany();
    const byId = new Map(found.map((grant) => [grant.id, grant]));
    return ids.map((id) => byId.get(id)).filter((grant) => grant !== undefined);
  }
}

/** `$3` carries the limits of whoever keeps the directory. */
function seenByKeepers(viewer: Viewer): string {
  return viewer.may('people.read') ? coveredBy('$3', { person: 'it.person_id' }) : '$3::jsonb IS NOT NULL AND false';
}

/** An id that is none finds nobody. */
function asId(id: string | null | undefined): string | null {
  if (!id) return null;
  return isId(id) ? id : '00000000-0000-0000-0000-000000000000';
}
