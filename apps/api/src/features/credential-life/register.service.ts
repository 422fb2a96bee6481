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

  async page(viewer: Viewer, filter: RegisterFilter): Promise<Page<Credential>> {
    const from = readTimeCursor(filter.after);
    const where = [
      coveredBy('$1', { person: 'it.person_id' }),
      'it.superseded_by IS NULL',
      `($2::text IS NULL OR person.display_name ILIKE $2 OR version.name ILIKE $2)`,
      ...(filter.standing ? [STANDING[filter.standing]] : []),
    ].join(' AND ');
    const rows = await viewer.tx.query<{ id: string; total: number }>(
      `WITH matching AS MATERIALIZED (
         SELECT it.id, it.issued_at FROM credential it
         JOIN person ON person.id = it.person_id
         JOIN achievement_version version ON version.id = it.achievement_version_id
         WHERE ${where})
       SELECT id, (SELECT count(*)::int FROM matching) AS total FROM matching
       WHERE $3::timestamptz IS NULL OR (issued_at, id) < ($3::timestamptz, $4::uuid)
       ORDER BY issued_at DESC, id DESC LIMIT $5`,
      [
        limitsOf(viewer, 'credential.govern'),
        searchPattern(filter.search),
        from?.at ?? null,
        from?.id ?? null,
        limitOf(filter),
      ],
    );
    const found = await Promise.all(rows.map(({ id }) => this.credentials.byId(viewer, id)));
    const kept = found.filter((each) => each !== null);
    return pageOf(kept, filter, rows[0]?.total ?? 0, (it) => [it.issuedAt.toISOString(), it.id]);
  }
}
