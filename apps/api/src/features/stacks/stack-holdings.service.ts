import type { Holding } from '@assay/pathway';
import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementsService } from '../achievements/achievements.service.js';
import { CredentialsService } from '../credentials/credentials.service.js';

/** A credential as rules of stacks count it. */
export interface Held extends Holding {
  version: AchievementVersion;
  /** SHA-256 of the credential. */
  digest: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
}

const HELD = 'held-achievements';

/** What people hold, for rules that count it. */
@Injectable()
export class StackHoldingsService {
  constructor(
    private readonly achievements: AchievementsService,
    private readonly credentials: CredentialsService,
  ) {}

  /** Oldest first, so that of two the newer one says what it is worth. */
  async of(viewer: Viewer, personId: string): Promise<Held[]> {
    return (await viewer.load(HELD, personId, () => this.read(viewer, personId))) ?? [];
  }

  private async read(viewer: Viewer, personId: string): Promise<Map<string, Held[]>> {
    const credentials = await this.credentials.credentialsOf(viewer, [personId]);
    const held = await Promise.all(
      credentials.reverse().map(async (credential): Promise<Held[]> => {
        // A corrected edition was never more than the one that says it right.
        if (credential.supersededBy) return [];
        const version = await this.achievements.versionById(viewer, credential.achievementVersionId);
        if (!version) return [];
        const { validFrom: earnedOn, validUntil: until, status, digest } = credential;
        const { achievementId } = version;
        return [{ achievementId, earnedOn, until, withdrawn: status !== 'ACTIVE', version, digest, status }];
      }),
    );
    return new Map([[personId, held.flat()]]);
  }
}
