import type { Viewer } from '../../platform/access/viewer.js';
import { audit } from '../../platform/audit/audit.js';
import { badRequest, ScimError } from './scim-error.rules.js';
import type { ScimDocument } from './scim-values.rules.js';

/** One request of a client: it acts as the product itself, in one transaction, and the audit log names the client. */
export interface ScimCall {
  viewer: Viewer;
  client: { id: string; name: string; managesEmployment: boolean };
  /** The address of `/scim/v2` as clients reach it. */
  base: string;
}

/** A resource as it goes out, with the version that stands in its ETag. */
export interface Answer {
  document: ScimDocument;
  version: string;
  location: string;
}

/** One row for each write, without what was written. */
export function auditCall(call: ScimCall, operation: string, target: string, detail: object = {}): Promise<void> {
  return audit(call.viewer, {
    operation: `scim.${operation}`,
    target,
    detail: { by: 'SCIM client', clientId: call.client.id, ...detail },
  });
}

/** What a list is asked for (RFC 7644, 3.4.2), as texts of an address or values of a search. */
export interface ListQuery {
  filter?: unknown;
  startIndex?: unknown;
  count?: unknown;
  sortBy?: unknown;
  sortOrder?: unknown;
  attributes?: unknown;
  excludedAttributes?: unknown;
}

const USUAL = 100;

/** First row and number of rows: below one is one, below none is none, and more than `most` is `most`. */
export function pageOf({ startIndex, count }: ListQuery, most: number): { startIndex: number; count: number } {
  const from = wholeNumber(startIndex, 'startIndex') ?? 1;
  const rows = wholeNumber(count, 'count') ?? USUAL;
  return { startIndex: Math.min(Math.max(from, 1), 2_147_483_647), count: Math.min(Math.max(rows, 0), most) };
}

function wholeNumber(sent: unknown, name: string): number | null {
  if (sent === undefined || sent === null || sent === '') return null;
  const number = Number(sent);
  if (!Number.isInteger(number)) throw badRequest('invalidValue', `“${name}” must be a whole number.`);
  return number;
}

/** Refuses a change to something that is no longer as the client last saw it. */
export function refuseStale(ifMatch: string | undefined, version: string): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  if (!namesVersion(ifMatch, version))
    throw new ScimError(412, null, `It was changed meanwhile; it is version ${version} now.`);
}

export function namesVersion(header: string, version: string): boolean {
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === bare(version));
}
