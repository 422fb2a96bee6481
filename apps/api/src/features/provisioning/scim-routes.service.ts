import { Injectable } from '@nestjs/common';
import type { FastifyRequest, HTTPMethods } from 'fastify';
import type { ResourceSchema } from './scim-attribute.rules.js';
import { type Answer, type ListQuery, namesVersion, type ScimCall } from './scim-call.js';
import { listResponse, resourceTypes, schemas, serviceProviderConfig } from './scim-discovery.rules.js';
import { badRequest, ScimError } from './scim-error.rules.js';
import { ScimGroupsService } from './scim-groups.service.js';
import { projected, readProjection } from './scim-projection.rules.js';
import { GROUP, USER } from './scim-schemas.rules.js';
import { ScimUsersService } from './scim-users.service.js';
import { isObject } from './scim-values.rules.js';

export interface ScimReply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface ScimRoute {
  methods: HTTPMethods[];
  path: string;
  answer(call: ScimCall, request: FastifyRequest): Promise<ScimReply>;
}

const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

type Handler = (call: ScimCall, request: FastifyRequest) => Promise<ScimReply>;

/** Every address of SCIM and what it answers. */
@Injectable()
export class ScimRoutesService {
  constructor(
    private readonly users: ScimUsersService,
    private readonly groups: ScimGroupsService,
  ) {}

  all(): ScimRoute[] {
    return [
      ...this.discovery(),
      ...this.resources(USER, this.users),
      ...this.resources(GROUP, this.groups),
      ...refused('/Me', METHODS, 501, 'A token belongs to a directory and not to a person: there is no “me”.'),
      ...refused('/Bulk', METHODS, 501, 'Several changes in one request are not supported.'),
      ...refused('/.search', METHODS, 501, 'Search in /Users or in /Groups.'),
      ...refused('/*', METHODS, 404, 'There is nothing at this address.'),
    ];
  }

  private discovery(): ScimRoute[] {
    const config: Handler = async ({ base }) => ({ status: 200, body: serviceProviderConfig(base) });
    const oneOf = (list: (base: string) => Record<string, unknown>[]): Handler => {
      return async ({ base }, request) => {
        const { id } = request.params as { id: string };
        const found = list(base).find((each) => String(each.id).toLowerCase() === id.toLowerCase());
        if (!found) throw new ScimError(404, null, 'There is nothing of this name.');
        return { status: 200, body: found };
      };
    };
    const allOf = (list: (base: string) => Record<string, unknown>[]): Handler => {
      return async ({ base }, request) => {
        // RFC 7644, 4: a filter here would only hide what exists.
        if ((request.query as ListQuery).filter !== undefined)
          throw new ScimError(403, null, 'This is not filtered: it is always whole.');
        return { status: 200, body: listResponse(list(base)) };
      };
    };
    return [
      ...only('/ServiceProviderConfig', { GET: config }),
      // The name of it in Microsoft's own server.
      ...only('/serviceConfiguration', { GET: config }),
      ...only('/ResourceTypes', { GET: allOf(resourceTypes) }),
      ...only('/ResourceTypes/:id', { GET: oneOf(resourceTypes) }),
      ...only('/Schemas', { GET: allOf(schemas) }),
      ...only('/Schemas/:id', { GET: oneOf(schemas) }),
    ];
  }

  private resources(schema: ResourceSchema, service: ScimUsersService | ScimGroupsService): ScimRoute[] {
    const list: Handler = async (call, request) => ({
      status: 200,
      body: await service.list(call, request.query as ListQuery),
    });
    const create: Handler = async (call, request) => {
      const answer = await service.create(call, request.body);
      return { ...shown(answer, schema, request), status: 201 };
    };
    const search: Handler = async (call, request) => {
      const { body } = request;
      if (!isObject(body) || !Array.isArray(body.schemas) || !body.schemas.includes(SEARCH))
        throw badRequest('invalidSyntax', 'The body must name the schema of a SearchRequest.');
      return { status: 200, body: await service.list(call, body) };
    };
    const paths = [schema.endpoint, `${schema.endpoint}/`, schema.endpoint.toLowerCase()];
    return [
      ...paths.flatMap((path) => only(path, { GET: list, POST: create })),
      ...only(`${schema.endpoint}/.search`, { POST: search }),
      ...this.one(schema, service, schema.endpoint),
      ...this.one(schema, service, schema.endpoint.toLowerCase()),
    ];
  }

  private one(schema: ResourceSchema, service: ScimUsersService | ScimGroupsService, path: string): ScimRoute[] {
    return only(`${path}/:id`, {
      GET: async (call, request) => {
        const answer = await service.get(call, idOf(request), projectionOf(schema, request));
        const known = request.headers['if-none-match'];
        if (known && namesVersion(known, answer.version)) return { status: 304, headers: { etag: answer.version } };
        return { status: 200, headers: headersOf(answer), body: answer.document };
      },
      PUT: async (call, request) => {
        const answer = await service.replace(call, idOf(request), request.body, request.headers['if-match']);
        return shown(answer, schema, request);
      },
      PATCH: async (call, request) => {
        const id = idOf(request);
        await service.patch(call, id, request.body, request.headers['if-match']);
        const answer = await service.get(call, id, projectionOf(schema, request));
        // A body only for whoever says what it should hold (RFC 7644, 3.5.2).
        const wanted = (request.query as ListQuery).attributes !== undefined;
        return wanted
          ? { status: 200, headers: headersOf(answer), body: answer.document }
          : { status: 204, headers: headersOf(answer) };
      },
      DELETE: async (call, request) => {
        await service.remove(call, idOf(request), request.headers['if-match']);
        return { status: 204 };
      },
    });
  }
}

/** These methods and no others: the rest is told which ones there are. */
function only(
  path: string,
  handlers: Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Handler>>,
): ScimRoute[] {
  const allowed = Object.keys(handlers);
  const others = METHODS.filter((method) => !allowed.includes(method));
  return [
    ...Object.entries(handlers).map(([method, answer]) => ({ methods: [method as HTTPMethods], path, answer })),
    {
      methods: others,
      path,
      answer: async () => ({
        status: 405,
        headers: { allow: allowed.join(', ') },
        body: new ScimError(405, null, `Here is only ${allowed.join(', ')}.`).body,
      }),
    },
  ].filter(({ methods }) => methods.length > 0);
}

function refused(path: string, methods: HTTPMethods[], status: number, detail: string): ScimRoute[] {
  return [
    {
      methods,
      path,
      answer: () => Promise.reject(new ScimError(status, null, detail)),
    },
  ];
}

function idOf(request: FastifyRequest): string {
  return (request.params as { id: string }).id;
}

function projectionOf(schema: ResourceSchema, request: FastifyRequest) {
  const { attributes, excludedAttributes } = request.query as ListQuery;
  return readProjection(schema, attributes, excludedAttributes);
}

function headersOf({ version, location }: Answer): Record<string, string> {
  return { etag: version, location };
}

function shown(answer: Answer, schema: ResourceSchema, request: FastifyRequest): ScimReply {
  return { status: 200, headers: headersOf(answer), body: projected(answer.document, projectionOf(schema, request)) };
}
