import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { isId } from '../../platform/database/id.js';
import { GroupRolesService } from './group-roles.service.js';
import { type Answer, auditCall, type ListQuery, pageOf, refuseStale, type ScimCall } from './scim-call.js';
import { listResponse, MOST_RESULTS } from './scim-discovery.rules.js';
import { ScimError } from './scim-error.rules.js';
import { patched, readPatch } from './scim-patch.rules.js';
import { isSeen, type Projection, projected, readProjection } from './scim-projection.rules.js';
import { USER } from './scim-schemas.rules.js';
import { listSql, USER_COLUMNS, type UserRow, userRows } from './scim-user-rows.js';
import { normalised, type ScimDocument } from './scim-values.rules.js';
import { UserWriterService } from './user-writer.service.js';

/** Users as SCIM knows them: reads them, and takes what a client sends. */
@Injectable()
export class ScimUsersService {
  constructor(
    private readonly writer: UserWriterService,
    private readonly groupRoles: GroupRolesService,
  ) {}

  async list(call: ScimCall, query: ListQuery): Promise<ScimDocument> {
    const projection = readProjection(USER, query.attributes, query.excludedAttributes);
    const { where, order, parameters, looksAt } = listSql(call, USER, query);
    const { startIndex, count } = pageOf(query, MOST_RESULTS);
    const { tx } = call.viewer;
    const [counted] = await tx.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM (${userRows(looksAt('groups'))}) it WHERE ${where}`,
      parameters,
    );
    const withGroups = looksAt('groups') || isSeen(projection, 'groups');
    const rows =
      count === 0
        ? []
        : await tx.query<UserRow>(
            `SELECT ${USER_COLUMNS} FROM (${userRows(withGroups)}) it WHERE ${where} ORDER BY ${order} LIMIT ${count} OFFSET ${startIndex - 1}`,
            parameters,
          );
    const resources = rows.map((row) => projected(answerOf(call, row).document, projection));
    return listResponse(resources, counted?.total ?? 0, startIndex);
  }

  async get(call: ScimCall, id: string, projection?: Projection): Promise<Answer> {
    const answer = answerOf(call, await this.row(call, id));
    return projection ? { ...answer, document: projected(answer.document, projection) } : answer;
  }

  async create(call: ScimCall, body: unknown): Promise<Answer> {
    const id = await this.writer.create(call, normalised(USER, body));
    await auditCall(call, 'createUser', id);
    return this.get(call, id);
  }

  async replace(call: ScimCall, id: string, body: unknown, ifMatch?: string): Promise<Answer> {
    const row = await this.locked(call, id, ifMatch);
    const document = normalised(USER, body);
    // Left out of a replacement means unchanged here: nobody comes back by somebody forgetting a word.
    if (document.active === undefined) document.active = row.doc.active;
    await this.writer.change(call, row, document);
    await auditCall(call, 'replaceUser', id);
    return this.get(call, id);
  }

  async patch(call: ScimCall, id: string, body: unknown, ifMatch?: string): Promise<Answer> {
    const operations = readPatch(USER, body);
    const row = await this.locked(call, id, ifMatch);
    const before = normalised(USER, row.doc);
    if (!row.namesDisplay) delete before.displayName;
    const after = patched(USER, before, operations);
    if (!isDeepStrictEqual(before, after)) await this.writer.change(call, row, after);
    await auditCall(call, 'patchUser', id, { operations: operations.length });
    return this.get(call, id);
  }

  /** The person is shut out and the user is gone for the client; badges and everything else stay. */
  async remove(call: ScimCall, id: string, ifMatch?: string): Promise<void> {
    const row = await this.locked(call, id, ifMatch);
    await this.groupRoles.leaveAll(call.viewer, id);
    await this.writer.remove(call, row);
    await auditCall(call, 'deleteUser', id);
  }

  private async locked(call: ScimCall, id: string, ifMatch: string | undefined): Promise<UserRow> {
    // People are written one after another: addresses, numbers and reporting lines concern them all.
    await call.viewer.tx.aloneIn('people');
    const row = await this.row(call, id);
    refuseStale(ifMatch, versionOf(row));
    return row;
  }

  private async row(call: ScimCall, id: string): Promise<UserRow> {
    const [row] = isId(id)
      ? await call.viewer.tx.query<UserRow>(`SELECT ${USER_COLUMNS} FROM (${userRows(true)}) it WHERE person_id = $3`, [
          call.client.id,
          call.base,
          id,
        ])
      : [];
    if (!row) throw new ScimError(404, null, 'There is no such user.');
    return row;
  }
}

function versionOf(row: UserRow): string {
  return `W/"${row.version}-${row.state}"`;
}

function answerOf(call: ScimCall, row: UserRow): Answer {
  const location = `${call.base}/Users/${row.id}`;
  const version = versionOf(row);
  const { schemas, externalId, userName, ...rest } = row.doc;
  return {
    location,
    version,
    document: {
      schemas,
      id: row.id,
      ...(externalId === undefined ? {} : { externalId }),
      userName,
      ...rest,
      meta: {
        resourceType: 'User',
        created: row.createdAt.toISOString(),
        lastModified: row.modifiedAt.toISOString(),
        location,
        version,
      },
    },
  };
}
