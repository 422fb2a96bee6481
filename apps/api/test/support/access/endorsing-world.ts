import { createHash } from 'node:crypto';
import { newId } from '../../../src/platform/database/id.js';
import type { TestApi } from '../api.js';

/** What a colleague was asked to say for Cleo's credential, what one from outside has said, and a link that waits. */
export async function makeEndorsements(api: TestApi, ids: Record<string, string>): Promise<void> {
  const hash = createHash('sha256').update('canary-token-of-an-endorser-0123456789-abcd').digest('hex');
  for (const [word, endorser, state, token] of [
    ['endorsement', ids.colleague, 'ASKED', null],
    ['givenEndorsement', null, 'GIVEN', null],
    ['linkedEndorsement', null, 'ASKED', hash],
  ] as const) {
    ids[word] = newId();
    await api.sql(
      `INSERT INTO endorsement (id, credential_id, award_id, holder_id, asked_by, endorser_id, endorser_name, endorser_email, message,
         asked_at, expires_at, token_hash, state, capacity, words)
       VALUES ($1, $2, $3, $4, $4, $5, 'Wil', $6, '', now(), now() + interval '9 days', $7, $8, 'Peer', 'Good')`,
      [ids[word], ids.credential, ids.award, ids.cleo, endorser, `${word}@example.org`, token, state],
    );
  }
}
