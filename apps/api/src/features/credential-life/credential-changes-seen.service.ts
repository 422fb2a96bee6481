import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Credential } from '../credentials/credential.entity.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { BulkCorrection } from './bulk-correction.entity.js';
import { BulkCorrectionsService } from './bulk-corrections.service.js';
import { ChangesService } from './changes.service.js';
import { CredentialChange } from './credential-change.entity.js';

/** Tells who sees what was done to a badge after it was signed. */
@Injectable()
export class CredentialChangesSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly changes: ChangesService,
    private readonly corrections: BulkCorrectionsService,
    private readonly credentials: CredentialsService,
  ) {}

  onModuleInit(): void {
    this.kinds.also(Credential, {
      what: 'Who asked for its suspension, withdrawal or correction, and who agreed',
      sees: async (viewer, id) => {
        const credential = await this.credentials.find(viewer, id);
        return credential !== null && (await this.changes.keeps(viewer, credential));
      },
    });
    this.kinds.register({
      entity: BulkCorrection,
      name: 'Many badges signed again',
      subject: () => null,
      aspects: [
        {
          what: 'Which badges, why, and how far it is',
          sees: async (viewer, id) => (await this.corrections.find(viewer, id)) !== null,
        },
      ],
    });
    this.kinds.register({
      entity: CredentialChange,
      name: 'Change of a badge',
      subject: (row) => row.personId,
      aspects: [
        {
          what: 'That it was asked for or done, and why',
          sees: async (viewer, id) => {
            const change = await this.changes.byId(viewer, id);
            if (!change) return false;
            await viewer.learn([change.personId]);
            return can(viewer, 'see', change);
          },
        },
      ],
    });
  }
}
