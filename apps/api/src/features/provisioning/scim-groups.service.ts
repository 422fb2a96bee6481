import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { isId, newId } from '../../platform/database/id.js';
import { GroupMembersService } from './group-members.service.js';
import { GroupRolesService } from './group-roles.service.js';
import { type Answer, auditCall, type ListQuery, pageOf, refuseStale, type ScimCall } from './scim-call.js';
import { listResponse, MOST_RESULTS } from './scim-discovery.rules.js';
import { badRequest, ScimError } from './scim-error.rules.js';
import { ScimGroup } from './scim-group.entity.js';
import { patched, type PatchOperation, readPatch } from './scim-patch.rules.js';
import { isSeen, type Projection, projected, readProjection } from './scim-projection.rules.js';
import { GROUP } from './scim-schemas.rules.js';
import { GROUP_COLUMNS, type GroupRow, groupRows, listSql } from './scim-user-rows.js';
import { normalised, type ScimDocument } from './scim-values.rules.js';

/** Groups as SCIM knows them. Their members are rows and never a document that would be read to add one. */
@Injectable()
export class ScimGroupsService {
  constructor(
    private readonly members: GroupMembersService,
    private readonly roles: GroupRolesService,
  ) {}

  async list(call: ScimCall, query: ListQuery): Promise<ScimDocument> {
    const projection = readProjection(GROUP, query.attributes, query.excludedAttributes);
    const { where, order, parameters, looksAt } = listSql(call, GROUP, query);
    const { startIndex, count } = pageOf(query, MOST_RESULTS);
    const { tx } = call.viewer;
    const [counted] = await tx.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (${groupRows(looksAt('members'))}) it WHERE ${where}`,
      parameters,
    );
    const withMembers = looksAt('members') || isSeen(projection, 'members');
    const rows =
      count === 0
        ? []
        : await tx.query<GroupRow>(
            `SELECT ${GROUP_COLUMNS} FROM (${groupRows(withMembers)}) it WHERE ${where} ORDER BY ${order} LIMIT ${count} OFFSET ${startIndex - 1}`,
            parameters,
          );
    const resources = rows.map((row) => projected(answerOf(call, row).document, projection));
    return listResponse(resources, counted?.total ?? 0, startIndex);
  }

  async get(call: ScimCall, id: string, projection?: Projection): Promise<Answer> {
    const withMembers = !projection || isSeen(projection, 'members');
    const [row] = isId(id)
      ? await call.viewer.tx.query<GroupRow>(
          `SELECT ${GROUP_COLUMNS} FROM (${groupRows(withMembers)}) it WHERE id = $3`,
          [call.client.id, call.base, id],
        )
      : [];
    if (!row) throw nothing();
    const answer = answerOf(call, row);
    return projection ? { ...answer, document: projected(answer.document, projection) } : answer;
  }

  async create(call: ScimCall, body: unknown): Promise<Answer> {
    const { viewer } = call;
    const document = normalised(GROUP, withoutMembers(body));
    const group = viewer.tx.manager.create(ScimGroup, {
      id: newId(),
      clientId: call.client.id,
      ...factsOf(document),
      version: 1,
      createdAt: viewer.now,
      modifiedAt: viewer.now,
    });
    await viewer.tx.manager.insert(ScimGroup, group);
    await this.members.replace(call, group, this.members.idsIn(body));
    await auditCall(call, 'createGroup', group.id);
    return this.get(call, group.id);
  }

  async replace(call: ScimCall, id: string, body: unknown, ifMatch?: string): Promise<Answer> {
    const group = await this.locked(call, id, ifMatch);
    const facts = factsOf(normalised(GROUP, withoutMembers(body)));
    const change = await this.members.replace(call, group, this.members.idsIn(body));
    await this.save(call, group, facts, change);
    await auditCall(call, 'replaceGroup', id);
    return this.get(call, id);
  }

  async patch(call: ScimCall, id: string, body: unknown, ifMatch?: string): Promise<string> {
    const operations = readPatch(GROUP, body);
    const group = await this.locked(call, id, ifMatch);
    const before = documentOf(group);
    const about = (operation: PatchOperation) =>
      operation.path.kind === 'attribute' && operation.path.found.attribute.name === 'members';
    const after = patched(
      GROUP,
      before,
      operations.filter((each) => !about(each)),
    );
    const change = await this.members.patch(call, group, operations.filter(about));
    await this.save(call, group, factsOf(after), change);
    await auditCall(call, 'patchGroup', id, { operations: operations.length });
    return versionOf(group);
  }

  async remove(call: ScimCall, id: string, ifMatch?: string): Promise<void> {
    const group = await this.locked(call, id, ifMatch);
    await this.members.replace(call, group, []);
    await call.viewer.tx.manager.delete(ScimGroup, { id: group.id });
    await auditCall(call, 'deleteGroup', id);
  }

  private async save(
    call: ScimCall,
    group: ScimGroup,
    facts: { displayName: string; externalId: string | null },
    membersChanged: boolean,
  ): Promise<void> {
    const { displayName, externalId } = group;
    if (!membersChanged && isDeepStrictEqual(facts, { displayName, externalId })) return;
    Object.assign(group, facts, { version: group.version + 1, modifiedAt: call.viewer.now });
    await call.viewer.tx.manager.update(
      ScimGroup,
      { id: group.id },
      { ...facts, version: group.version, modifiedAt: group.modifiedAt },
    );
  }

  private async locked(call: ScimCall, id: string, ifMatch: string | undefined): Promise<ScimGroup> {
    const group = isId(id)
      ? await call.viewer.tx.manager.findOne(ScimGroup, {
          where: { id, clientId: call.client.id },
          lock: { mode: 'pessimistic_write' },
        })
      : null;
    if (!group) throw nothing();
    refuseStale(ifMatch, versionOf(group));
    return group;
  }
}

const nothing = () => new ScimError(404, null, 'There is no such group.');

/** Members may be many; they have their own way in. */
function withoutMembers(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([key]) => key.toLowerCase() !== 'members'));
}

function factsOf(document: ScimDocument): { displayName: string; externalId: string | null } {
  const { displayName, externalId } = document;
  if (typeof displayName !== 'string' || !displayName.trim())
    throw badRequest('invalidValue', '“displayName” is required.');
  return { displayName: displayName.trim(), externalId: typeof externalId === 'string' ? externalId : null };
}

function documentOf({ displayName, externalId }: ScimGroup): ScimDocument {
  return { displayName, ...(externalId === null ? {} : { externalId }) };
}

function versionOf(group: { version: number }): string {
  return `W/"${group.version}"`;
}

function answerOf(call: ScimCall, row: GroupRow): Answer {
  const location = `${call.base}/Groups/${row.id}`;
  const version = versionOf(row);
  const { schemas, externalId, ...rest } = row.doc;
  return {
    location,
    version,
    document: {
      schemas,
      id: row.id,
      ...(externalId === undefined ? {} : { externalId }),
      ...rest,
      meta: {
        resourceType: 'Group',
        created: row.createdAt.toISOString(),
        lastModified: row.modifiedAt.toISOString(),
        location,
        version,
      },
    },
  };
}
