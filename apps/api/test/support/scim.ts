import { ScimTokensService } from '../../src/features/provisioning/scim-tokens.service.js';
import { newId } from '../../src/platform/database/id.js';
import type { TestApi } from './api.js';

export interface ScimResource {
  id: string;
  [name: string]: unknown;
}

export interface ScimAnswer<Body = ScimResource> {
  status: number;
  headers: Headers;
  body: Body;
}

export interface ScimList {
  totalResults: number;
  startIndex: number;
  itemsPerPage: number;
  Resources: ScimResource[];
}

export interface ScimFailure {
  schemas: string[];
  status: string;
  scimType?: string;
  detail: string;
}

/** A directory that speaks SCIM to the product. */
export class Directory {
  constructor(
    readonly api: TestApi,
    readonly clientId: string,
    readonly token: string,
  ) {}

  async send<Body = ScimResource>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ScimAnswer<Body>> {
    const response = await fetch(`${this.api.url}/scim/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as Body };
  }

  /** As `send`, where nothing but these answers is expected. */
  async done<Body = ScimResource>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.send<Body>(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  list(path: string): Promise<ScimList> {
    return this.done<ScimList>('GET', path);
  }

  addUser(userName: string, more: object = {}): Promise<ScimResource> {
    return this.done('POST', '/Users', { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName, ...more });
  }

  addGroup(displayName: string, members: string[] = []): Promise<ScimResource> {
    return this.done('POST', '/Groups', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
      displayName,
      members: members.map((value) => ({ value })),
    });
  }

  patch(path: string, ...Operations: object[]): Promise<ScimAnswer> {
    return this.send('PATCH', path, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations,
    });
  }
}

/** A client with a token, as an administrator would add them. */
export async function addDirectory(api: TestApi, name = 'Directory', managesEmployment = false): Promise<Directory> {
  const clientId = newId();
  await api.sql('INSERT INTO scim_client (id, name, manages_employment, created_at) VALUES ($1, $2, $3, now())', [
    clientId,
    `${name} ${clientId.slice(-6)}`,
    managesEmployment,
  ]);
  const { words } = await api.asSystem((system) => api.app.get(ScimTokensService).issue(system, clientId, 30));
  return new Directory(api, clientId, words);
}
