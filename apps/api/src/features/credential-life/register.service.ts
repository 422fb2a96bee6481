import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import {
  limitOf,
  type Page,
  type PageInput,
  pageOf,
  readTimeCursor,
  searchPattern,
} from '../../platform/graphql/connection.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { coveredBy, limitsOf } from '../people/limits.service.js';
import type { CredentialStanding } from './credential-change.type.js';

export interface RegisterFilter extends PageInput {
  search?: string | null;
  standing?: CredentialStanding | null;
}

/** Days before its end in which a credential is said to end soon. */
const SOON = 90;

const OPEN = `EXISTS (SELECT FROM credential_change asked WHERE asked.credential_id = it.id AND asked.state = 'PROPOSED')`;
const COUNTS = `it.status = 'ACTIVE' AND (it.valid_until IS NULL OR it.valid_until > now())`;
const STANDING: Record<CredentialStanding, string> = {
  IN_FORCE: COUNTS,
  ENDING: `${COUNTS} AND it.valid_until <= now() + interval '${SOON} days'`,
  ENDED: `it.status = 'ACTIVE' AND it.valid_until <= now()`,
  SUSPENDED: `it.status = 'SUSPENDED'`,
  REVOKED: `it.status = 'REVOKED'`,
  WAITING: OPEN,
};

/** Every credential that was issued, for those who keep them: newest first, of each the edition that is right. */
@Injectable()
export class RegisterService {
  constructor(private readonly credentials: CredentialsService) {}

  /** Their number only where it is asked for: to count is to read them all. */
  async page(viewer: Viewer, filter: RegisterFilter, counts = true): Promise<Page<Credential>> {
    const from = readTimeCursor(filter.after);
    const search = searchPattern(filter.search);
    // Who and what it is about is looked up where it is searched for: every credential has both.
    const named = `AND EXISTS (SELECT FROM person, achievement_version version
         WHERE person.id = it.person_id AND version.id = it.achievement_version_id
           AND (person.display_name ILIKE $2 OR version.name ILIKE $2))`;
    const matching = `FROM credential it WHERE it.superseded_by IS NULL AND ${coveredBy('$1', { person: 'it.person_id' })}
         ${search === null ? '' : named} ${filter.standing ? `AND ${STANDING[filter.standing]}` : ''}`;
    const asked = [limitsOf(viewer, 'credential.govern'), ...(search === null ? [] : [search])];
    const [at, id, most] = [1, 2, 3].map((nth) => `$${asked.length + nth}`);
    // Apart from their number: a page is read along the index and ends when it is full, however many there are.
    const rows = await viewer.tx.query<{ id: string }>(
      `SELECT it.id ${matching} AND (${at}::timestamptz IS NULL OR (it.issued_at, it.id) < (${at}::timestamptz, ${id}::uuid))
       ORDER BY it.issued_at DESC, it.id DESC LIMIT ${most}`,
      [...asked, from?.at ?? null, from?.id ?? null, limitOf(filter)],
    );
    const [counted] = counts
      ? await viewer.tx.query<{ total: number }>(`SELECT count(*)::int AS total ${matching}`, asked)
      : [];
    const found = await Promise.all(rows.map(({ id }) => this.credentials.byId(viewer, id)));
    const kept = found.filter((each) => each !== null);
    return pageOf(kept, filter, counted?.total ?? 0, (it) => [it.issuedAt.toISOString(), it.id]);
  }
}
