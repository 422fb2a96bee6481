import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '../../platform/access/policy.js';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';

/** Tells who sees what somebody verifiably holds. */
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
  }
}
