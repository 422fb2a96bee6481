import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { can } from '../../platform/access/policy.js';
import { isId, newId } from '../../platform/database/id.js';
import { InvalidInput, NotAllowed, NotFound, Refusal } from '../../platform/graphql/refusal.js';
import { GroupRolesService } from './group-roles.service.js';
import './provisioning.policy.js';
import { ScimClient } from './scim-client.entity.js';
import { ScimGroup } from './scim-group.entity.js';
import { ScimRequest } from './scim-request.entity.js';
import { ScimToken } from './scim-token.entity.js';
import { ScimTokensService } from './scim-tokens.service.js';

const USUAL_DAYS = 365;
const MOST_DAYS = 730;
const MOST_TOKENS = 5;
const MOST_NAME_CHARACTERS = 100;
const MOST_REASON_CHARACTERS = 500;
const SHOWN_REQUESTS = 50;

/** A token with its words, for the one time they are told. */
export class IssuedToken {
  constructor(
    readonly client: ScimClient,
    readonly token: ScimToken,
    readonly secret: string,
  ) {}

  /** What it was done to, for the audit log. */
  get id(): string {
    return this.client.id;
  }
}

/** Directories that may provision, and what they get in with. */
@Injectable()
export class ScimClientsService {
  constructor(
    private readonly tokens: ScimTokensService,
    private readonly roles: GroupRolesService,
  ) {}

  all(viewer: Viewer): Promise<ScimClient[]> {
    return viewer.tx.manager.find(ScimClient, {
      where: { removedAt: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
  }

  async find(viewer: Viewer, id: string): Promise<ScimClient | null> {
    const client = isId(id) ? await viewer.tx.manager.findOneBy(ScimClient, { id, removedAt: IsNull() }) : null;
    return client && can(viewer, 'see', client) ? client : null;
  }

  async tokensOf(viewer: Viewer, client: ScimClient): Promise<ScimToken[]> {
    const found = await viewer.load('scim tokens', client.id, async (ids) => {
      const rows = await viewer.tx.manager.find(ScimToken, {
        where: { clientId: In([...ids]) },
        order: { createdAt: 'DESC', id: 'DESC' },
      });
      return new Map(ids.map((id) => [id, rows.filter((row) => row.clientId === id)]));
    });
    return found ?? [];
  }

  async userCountOf(viewer: Viewer, client: ScimClient): Promise<number> {
    const count = await viewer.load('scim users', client.id, async (ids) => {
      const rows = await viewer.tx.query<{ id: string; n: number }>(
        `SELECT client_id AS id, count(*)::int AS n FROM scim_user
         WHERE client_id = ANY ($1::uuid[]) AND deleted_at IS NULL GROUP BY client_id`,
        [[...ids]],
      );
      return new Map(rows.map(({ id, n }) => [id, n]));
    });
    return count ?? 0;
  }

  async requestsOf(viewer: Viewer, clientId: string): Promise<ScimRequest[]> {
    const client = await this.find(viewer, clientId);
    if (!client) return [];
    return viewer.tx.manager.find(ScimRequest, {
      where: { clientId: client.id },
      order: { id: 'DESC' },
      take: SHOWN_REQUESTS,
    });
  }

  async add(viewer: Viewer, name: string): Promise<IssuedToken | InvalidInput> {
    await viewer.tx.aloneIn('scim clients');
    const problem = await this.nameProblem(viewer, name, null);
    if (problem) return InvalidInput.of('name', problem);
    const client = viewer.tx.manager.create(ScimClient, {
      id: newId(),
      name: name.trim(),
      managesEmployment: false,
      createdAt: viewer.now,
      createdBy: viewer.personId,
      removedAt: null,
      removedBy: null,
      removeReason: null,
    });
    await viewer.tx.manager.insert(ScimClient, client);
    const { token, words } = await this.tokens.issue(viewer, client.id, USUAL_DAYS);
    return new IssuedToken(client, token, words);
  }

  /** Another token beside those in force: the directory changes over before the old one is revoked. */
  async issue(
    viewer: Viewer,
    clientId: string,
    days: number,
  ): Promise<IssuedToken | InvalidInput | NotAllowed | NotFound> {
    const client = await this.find(viewer, clientId);
    if (!client) return new NotFound('This client');
    if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
      return InvalidInput.of('days', `A token lasts between 1 and ${MOST_DAYS} days.`);
    await viewer.tx.aloneIn(`scim client ${client.id}`);
    const tokens = await viewer.tx.manager.findBy(ScimToken, { clientId: client.id });
    if (tokens.filter((each) => isInForce(each, viewer.now)).length >= MOST_TOKENS)
      return new NotAllowed(`A client has at most ${MOST_TOKENS} tokens in force. Revoke one that is not used.`);
    const { token, words } = await this.tokens.issue(viewer, client.id, days);
    viewer.forget('scim tokens', client.id);
    return new IssuedToken(client, token, words);
  }

  async revoke(viewer: Viewer, tokenId: string): Promise<ScimClient | NotFound> {
    const token = isId(tokenId) ? await viewer.tx.manager.findOneBy(ScimToken, { id: tokenId }) : null;
    const client = token ? await this.find(viewer, token.clientId) : null;
    if (!token || !client) return new NotFound('This token');
    if (!token.revokedAt)
      await viewer.tx.manager.update(
        ScimToken,
        { id: token.id, revokedAt: IsNull() },
        { revokedAt: viewer.now, revokedBy: viewer.personId },
      );
    viewer.forget('scim tokens', client.id);
    return client;
  }

  async change(
    viewer: Viewer,
    id: string,
    given: { name?: string | null; managesEmployment?: boolean | null },
  ): Promise<ScimClient | InvalidInput | NotFound> {
    const client = await this.find(viewer, id);
    if (!client) return new NotFound('This client');
    await viewer.tx.aloneIn('scim clients');
    const name = given.name ?? client.name;
    const problem = await this.nameProblem(viewer, name, client.id);
    if (problem) return InvalidInput.of('name', problem);
    const changes = { name: name.trim(), managesEmployment: given.managesEmployment ?? client.managesEmployment };
    await viewer.tx.manager.update(ScimClient, { id: client.id }, changes);
    return Object.assign(client, changes);
  }

  /** The directory is shut out. People stay as they are; what groups gave ends; what it had sent is erased. */
  async remove(viewer: Viewer, id: string, reason: string): Promise<ScimClient | InvalidInput | NotFound | Refusal> {
    const client = await this.find(viewer, id);
    if (!client) return new NotFound('This client');
    if (!reason.trim() || reason.length > MOST_REASON_CHARACTERS)
      return InvalidInput.of('reason', `Say why, in at most ${MOST_REASON_CHARACTERS} characters.`);
    const { tx } = viewer;
    await tx.aloneIn(`scim client ${client.id}`);
    const groups = await tx.manager.findBy(ScimGroup, { clientId: client.id });
    for (const group of groups) {
      const refusal = await this.roles.takeFromAll(viewer, group);
      if (refusal) return refusal;
    }
    await tx.manager.delete(ScimGroup, { clientId: client.id });
    await tx.query('DELETE FROM scim_user WHERE client_id = $1', [client.id]);
    await tx.manager.update(
      ScimToken,
      { clientId: client.id, revokedAt: IsNull() },
      { revokedAt: viewer.now, revokedBy: viewer.personId },
    );
    const removed = { removedAt: viewer.now, removedBy: viewer.personId, removeReason: reason.trim() };
    await tx.manager.update(ScimClient, { id: client.id }, removed);
    viewer.forget('scim tokens', client.id);
    viewer.forget('scim users', client.id);
    return Object.assign(client, removed);
  }

  private async nameProblem(viewer: Viewer, name: string, ownId: string | null): Promise<string | null> {
    const trimmed = name.trim();
    if (!trimmed) return 'A name is needed.';
    if (trimmed.length > MOST_NAME_CHARACTERS) return `A name has at most ${MOST_NAME_CHARACTERS} characters.`;
    const taken = (await this.all(viewer)).some(
      (each) => each.id !== ownId && each.name.toLowerCase() === trimmed.toLowerCase(),
    );
    return taken ? 'Another client has this name.' : null;
  }
}

function isInForce(token: ScimToken, now: Date): boolean {
  return token.revokedAt === null && token.expiresAt > now;
}
