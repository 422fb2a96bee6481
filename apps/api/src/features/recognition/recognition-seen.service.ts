import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { ExternalCredential } from './external-credential.entity.js';
import { ExternalCredentialsService } from './external-credentials.service.js';

/** Tells how badges from elsewhere are seen. */
@Injectable()
export class RecognitionSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly external: ExternalCredentialsService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: ExternalCredential,
      name: 'Badge from elsewhere',
      subject: (row) => row.personId,
      aspects: [{ what: 'The badge', sees: async (viewer, id) => (await this.external.find(viewer, id)) !== null }],
    });
  }
}
