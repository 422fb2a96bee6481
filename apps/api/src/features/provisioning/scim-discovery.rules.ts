import type { ResourceSchema } from './scim-attribute.rules.js';
import { GROUP, USER } from './scim-schemas.rules.js';

const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';
const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';
const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** No answer is longer than this; a client asks for the next page. */
export const MOST_RESULTS = 1_000;

export function listResponse(resources: unknown[], total = resources.length, startIndex = 1): Record<string, unknown> {
  return {
    schemas: [LIST],
    totalResults: total,
    startIndex,
    itemsPerPage: resources.length,
    Resources: resources,
  };
}

/** What this server can do (RFC 7643, 5). */
export function serviceProviderConfig(base: string): Record<string, unknown> {
  return {
    schemas: [CONFIG],
    patch: { supported: true },
    bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
    filter: { supported: true, maxResults: MOST_RESULTS },
    changePassword: { supported: false },
    sort: { supported: true },
    etag: { supported: true },
    authenticationSchemes: [
      {
        type: 'oauthbearertoken',
        name: 'Bearer token',
        description: 'A token that an administrator issues, sent as “Authorization: Bearer”.',
        specUri: 'https://www.rfc-editor.org/info/rfc6750',
        primary: true,
      },
    ],
    meta: { resourceType: 'ServiceProviderConfig', location: `${base}/ServiceProviderConfig` },
  };
}

export function resourceTypes(base: string): Record<string, unknown>[] {
  return [USER, GROUP].map((schema) => ({
    schemas: [RESOURCE_TYPE],
    id: schema.name,
    name: schema.name,
    endpoint: schema.endpoint,
    description: schema.description,
    schema: schema.id,
    ...(schema.extension ? { schemaExtensions: [{ schema: schema.extension.id, required: false }] } : {}),
    meta: { resourceType: 'ResourceType', location: `${base}/ResourceTypes/${schema.name}` },
  }));
}

export function schemas(base: string): Record<string, unknown>[] {
  const described = ({
    id,
    name,
    description,
    attributes,
  }: Omit<ResourceSchema, 'endpoint' | 'extension' | 'name'> & { name: string }) => ({
    schemas: [SCHEMA],
    id,
    name,
    description,
    attributes,
    meta: { resourceType: 'Schema', location: `${base}/Schemas/${id}` },
  });
  return [USER, GROUP].flatMap((schema) => [
    described(schema),
    ...(schema.extension ? [described(schema.extension)] : []),
  ]);
}
