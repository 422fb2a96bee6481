import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Award } from './award.entity.js';
import { Credential } from './credential.entity.js';
import { CredentialsService } from './credentials.service.js';
import { ShareGrant } from './share-grant.entity.js';

/** Tells how awards and credentials are seen. */
@Injectable()
export class CredentialsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly credentials: CredentialsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Credential,
      name: 'Badge',
      subject: (row) => row.personId,
      aspects: [{ what: 'The badge', sees: async (viewer, id) => (await this.credentials.find(viewer, id)) !== null }],
      outside: (system, row) => linksTo(system, row.id),
    });
    this.kinds.register({
      entity: ShareGrant,
      name: 'Link to a badge',
      subject: async (row, system) => (await this.credentials.byId(system, row.credentialId))?.personId ?? null,
      aspects: [
        {
          what: 'What it shows, how often it was opened, until when',
          sees: async (viewer, id) => {
            const share = await viewer.tx.manager.findOneBy(ShareGrant, { id });
            if (!share) return false;
            await this.credentials.byId(viewer, share.credentialId);
            return can(viewer, 'see', share);
          },
        },
      ],
    });
    this.kinds.register({
      entity: Award,
      name: 'Award',
      subject: (row) => row.personId,
      aspects: [
        { what: 'The award', sees: async (viewer, id) => (await this.credentials.findAward(viewer, id)) !== null },
        {
          what: 'How signing goes',
          sees: async (viewer, id) => {
            const award = await this.credentials.findAward(viewer, id);
            return award !== null && can(viewer, 'seeIssuance', award);
          },
        },
      ],
    });
  }
}

async function linksTo(system: Viewer, credentialId: string): Promise<string | null> {
  const [row] = await system.tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM share_grant WHERE credential_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())`,
    [credentialId],
  );
  if (!row?.n) return null;
  return row.n === 1
    ? 'Whoever has the link that its holder made.'
    : `Whoever has one of the ${row.n} links that its holder made.`;
}
