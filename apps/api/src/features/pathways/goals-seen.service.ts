import { Injectable, type OnModuleInit } from '@nestjs/common';
import { byRule, WhoCanSee } from '../../platform/access/who-can-see.js';
import { Goal } from './goal.entity.js';
import { PlanComment, PlanReview } from './plan-review.entity.js';
import { MentorOffer } from './mentor-offer.entity.js';

/** Tells who sees what somebody aims at, and what they plan and what help they offer. */
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
    this.kinds.register({
      entity: PlanReview,
      name: 'Plan that was proposed',
      subject: (row) => row.personId,
      aspects: [{ what: 'The steps, and what was said of them', sees: byRule(PlanReview, 'read') }],
    });
    this.kinds.register({
      entity: PlanComment,
      name: 'What was said of a plan',
      subject: (row) => row.personId,
      aspects: [{ what: 'The words', sees: byRule(PlanComment, 'read') }],
    });
    this.kinds.register({
      entity: MentorOffer,
      name: 'Offer to help others with a skill',
      subject: (row) => row.personId,
      aspects: [
        { what: 'When it was made and ended', sees: byRule(MentorOffer, 'read') },
        { what: 'Name and level, while it is offered', sees: offered },
      ],
    });
  }
}

/** As a page of a gap finds them: by the skill, and only while the offer stands and the level is held. */
async function offered(viewer: Parameters<ReturnType<typeof byRule>>[0], id: string): Promise<boolean> {
  const [row] = await viewer.tx.query<{ seen: boolean }>('SELECT app_sees_mentor_offer($1, $2) AS seen', [
    id,
    viewer.now,
  ]);
  return row?.seen ?? false;
}
