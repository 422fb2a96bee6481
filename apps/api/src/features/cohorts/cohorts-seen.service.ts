import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WhoCanSee } from '../../platform/access/who-can-see.js';
import { Cohort } from './cohort.entity.js';
import { CohortsService } from './cohorts.service.js';
import { Programme } from './programme.entity.js';
import { ProgrammesService } from './programmes.service.js';

/** Tells who sees programmes and cohorts. */
@Injectable()
export class CohortsSeen implements OnModuleInit {
  constructor(
    private readonly kinds: WhoCanSee,
    private readonly cohorts: CohortsService,
    private readonly programmes: ProgrammesService,
  ) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Programme,
      name: 'Programme',
      subject: () => null,
      aspects: [
        { what: 'The programme', sees: async (viewer, id) => (await this.programmes.find(viewer, id)) !== null },
      ],
    });
    this.kinds.register({
      entity: Cohort,
      name: 'Cohort',
      subject: () => null,
      aspects: [
        { what: 'The cohort', sees: async (viewer, id) => (await this.cohorts.find(viewer, id)) !== null },
        { what: 'Who is in it and how far', sees: async (viewer) => viewer.mayEverywhere('programme.run') },
      ],
    });
  }
}
