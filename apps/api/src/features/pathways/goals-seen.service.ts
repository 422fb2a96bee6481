import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { Goal } from './goal.entity.js';

/** Tells who sees what somebody aims at. */
@Injectable()
export class GoalsSeen implements OnModuleInit {
  constructor(private readonly kinds: WhoCanSee) {}

  onModuleInit(): void {
    this.kinds.register({
      entity: Goal,
      name: 'Goal',
      subject: (row) => row.personId,
      aspects: [{ what: 'The goal', sees: byRule(Goal, 'read') }],
    });
  }
}
