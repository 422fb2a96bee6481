import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { isId } from '../../platform/database/id.js';
import { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import type { Credential } from '../credentials/credential.entity.js';
import type { Correction } from './credential-change.entity.js';
import { differences, sameInBetterWords } from './reissue.rules.js';

/** A credential that says something otherwise than it is today. */
export interface Reissuable {
  readonly credential: Credential;
  readonly corrections: Correction[];
  /** Whose words its next edition takes. */
  readonly versionId: string;
}

export interface ReissuableFilter {
  readonly achievementId?: string | null;
  readonly personId?: string | null;
  readonly credentialIds?: readonly string[];
}

/** What one look shows; the rest is there when these are put right. */
const MOST = 500;

/** Finds what is signed and is said otherwise today: names of people, and words of badges. */
@Injectable()
export class ReissuableService {
  constructor(private readonly credentials: CredentialsService) {}

  /** One's own are not among them: nobody keeps their own. */
  async of(viewer: Viewer, { achievementId, personId, credentialIds }: ReissuableFilter): Promise<Reissuable[]> {
    const asked = [achievementId, personId].filter((id) => id !== null && id !== undefined);
    if (asked.some((id) => !isId(id)) || (asked.length === 0 && !credentialIds)) return [];
    const rows = await viewer.tx.query<SignedRow>(
      `SELECT it.id, it.achievement_version_id AS "versionId", person.display_name AS holder,
         it.document::jsonb #>> '{credentialSubject,identifier,0,identityHash}' AS "signedHolder",
         it.document::jsonb #>> '{credentialSubject,achievement,name}' AS "signedName",
         it.document::jsonb #>> '{credentialSubject,achievement,description}' AS "signedText"
       FROM credential it JOIN person ON person.id = it.person_id
       JOIN achievement_version version ON version.id = it.achievement_version_id
       WHERE it.document LIKE '{%' AND it.status = 'ACTIVE' AND it.superseded_by IS NULL AND (it.valid_until IS NULL OR it.valid_until > $1)
         AND ($2::uuid IS NULL OR version.achievement_id = $2) AND ($3::uuid IS NULL OR it.person_id = $3)
         AND ($4::uuid[] IS NULL OR it.id = ANY ($4)) AND it.person_id IS DISTINCT FROM $5::uuid
         AND NOT EXISTS (SELECT FROM credential_change open WHERE open.credential_id = it.id AND open.state IN ('PROPOSED', 'DECIDED'))
       ORDER BY lower(person.display_name), it.issued_at, it.id`,
      [viewer.now, achievementId ?? null, personId ?? null, credentialIds ?? null, viewer.personId],
    );
    const newest = await newestWords(viewer, [...new Set(rows.map(({ versionId }) => versionId))]);
    const otherwise = rows
      .map((row) => ({ row, corrections: differences({ ...row, badge: newest.get(row.versionId) ?? null }) }))
      .filter(({ corrections }) => corrections.length > 0)
      .slice(0, MOST);
    const found = await Promise.all(
      otherwise.map(async ({ row, corrections }) => {
        const credential = await this.credentials.byId(viewer, row.id);
        const versionId = newest.get(row.versionId)?.id ?? row.versionId;
        return credential ? [{ credential, corrections, versionId }] : [];
      }),
    );
    return found.flat();
  }
}

interface SignedRow {
  id: string;
  versionId: string;
  holder: string;
  signedHolder: string | null;
  signedName: string | null;
  signedText: string | null;
}

/** Per version the words of the newest one, where nothing more is asked since. */
async function newestWords(
  viewer: Viewer,
  versionIds: string[],
): Promise<Map<string, { id: string; name: string; text: string }>> {
  const held = await viewer.tx.manager.findBy(AchievementVersion, { id: In(versionIds) });
  const all = await viewer.tx.manager.findBy(AchievementVersion, {
    achievementId: In(held.map(({ achievementId }) => achievementId)),
    state: In(['PUBLISHED', 'SUPERSEDED', 'RETIRED']),
  });
  const byId = new Map(all.map((each) => [each.id, each]));
  const found = new Map<string, { id: string; name: string; text: string }>();
  for (const [id, newestId] of sameInBetterWords(all)) {
    const newest = byId.get(newestId);
    if (newest) found.set(id, { id: newestId, name: newest.name, text: newest.description });
  }
  return found;
}
