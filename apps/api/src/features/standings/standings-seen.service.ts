import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { SkillClaim } from './skill-claim.entity.js';
import { SkillObservation } from './skill-observation.entity.js';

/** Tells who sees what somebody verifiably holds, what they say of it and what others saw. */
@Injectable()
export class StandingsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly people: PeopleService,
  ) {}

  onModuleInit(): void {
    this.kinds.also(Person, {
      what: 'Verified skills',
      sees: async (viewer, id) => {
        const person = await this.people.visible(viewer, id);
        return person !== null && can(viewer, 'seeStandings', person);
      },
    });
    this.kinds.register({
      entity: SkillClaim,
      name: 'What somebody says they can do',
      subject: (row) => row.personId,
      aspects: [{ what: 'The level and the words', sees: byRule(SkillClaim, 'read') }],
    });
    this.kinds.register({
      entity: SkillObservation,
      name: 'What somebody saw of a colleague’s skill',
      subject: (row) => row.personId,
      involved: (_system, row) => Promise.resolve([row.observerId]),
      aspects: [{ what: 'The level and the words', sees: byRule(SkillObservation, 'read') }],
    });
  }
}
