import { newId } from '../../../src/platform/database/id.js';
import type { TestApi } from '../api.js';

/** Badges that Cleo earned elsewhere: one that nobody was asked about, one that waits, one that counts. */
export async function makeRecognition(api: TestApi, ids: Record<string, string>): Promise<void> {
  const skill = await api.sql<{ id: string }>('SELECT skill_id AS id FROM achievement_version WHERE id = $1', [
    ids.otherVersion,
  ]);
  const [{ id: skillId } = { id: '' }] = skill;
  const [{ name } = { name: '' }] = await api.sql<{ name: string }>(
    'SELECT name FROM skill_revision WHERE skill_id = $1',
    [skillId],
  );
  ids.mappedSkill = skillId;
  const document = {
    issuer: { id: 'https://guild.example/issuer', name: 'Guild' },
    credentialSubject: { achievement: { name, criteria: {}, alignment: [] } },
  };
  for (const [word, state] of Object.entries({
    broughtBadge: 'CHECKED',
    sentBadge: 'SENT',
    recognisedBadge: 'DECIDED',
  })) {
    ids[word] = newId();
    const decided = state === 'DECIDED';
    await api.sql(
      `INSERT INTO external_credential (id, person_id, state, source, digest, brought_at, checked_at, verdict, document, recipient, sent_at,
         outcome, recognised, decided_by, decided_at)
       VALUES ($1::text::uuid, $2, $3, 'FILE', $1::text, now(), now(), 'unknown-issuer', $4, 'MATCHED', now(), $5, $6, $7, $8)`,
      [
        ...[ids[word], ids.cleo, state, JSON.stringify(document), decided ? 'RECOGNISED' : null],
        ...[
          JSON.stringify(decided ? [{ skillId, ordinal: 1 }] : []),
          decided ? ids.designer : null,
          decided ? new Date() : null,
        ],
      ],
    );
  }
}
