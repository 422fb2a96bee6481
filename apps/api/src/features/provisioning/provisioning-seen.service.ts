import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { ScimClient } from './scim-client.entity.js';
import { ScimGroup } from './scim-group.entity.js';

/** Tells how clients that provision people are seen, and their groups. */
@Injectable()
export class ProvisioningSeen implements OnModuleInit {
  constructor(private readonly kinds: WhoCanSee) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: ScimClient,
      name: 'Client that provisions people',
      subject: () => null,
      aspects: [
        { what: 'The client, its requests and its tokens without their secrets', sees: byRule(ScimClient, 'see') },
      ],
    });
    this.kinds.register({
      entity: ScimGroup,
      name: 'Provisioned group',
      subject: () => null,
      aspects: [{ what: 'The group and the role that it gives', sees: byRule(ScimGroup, 'see') }],
    });
  }
}
