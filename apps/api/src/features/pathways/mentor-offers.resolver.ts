import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import type { MentorOffer } from './mentor-offer.entity.js';
import { MentorOfferType } from './mentor-offer.type.js';
import { MentorOffersService } from './mentor-offers.service.js';

const MentorOfferResult = resultOf('MentorOfferResult', MentorOfferType, [NotAllowed, NotFound]);

@Resolver(() => MentorOfferType)
export class MentorOffersResolver {
  constructor(
    private readonly offers: MentorOffersService,
    private readonly skills: SkillsService,
  ) {}

  @Mutation(() => MentorOfferResult, {
    description:
      'Offers colleagues help with a skill that the viewer holds verified. While it is offered they see that level.',
  })
  @Allow('submission.write')
  offerToMentor(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', { type: () => ID }) skillId: string,
  ): Promise<MentorOffer | NotAllowed | NotFound> {
    return this.offers.offer(viewer, skillId);
  }

  @Mutation(() => MentorOfferResult, { description: 'Takes back the offer; nobody finds it any more.' })
  @Allow('submission.write')
  stopOfferingToMentor(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', { type: () => ID }) skillId: string,
  ): Promise<MentorOffer | NotFound> {
    return this.offers.stop(viewer, skillId);
  }

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() offer: MentorOffer): Promise<SkillView | null> {
    return this.skills.skillById(viewer, offer.skillId);
  }
}

@Resolver(() => SkillType)
export class SkillMentorOfferResolver {
  constructor(private readonly offers: MentorOffersService) {}

  @ResolveField(() => MentorOfferType, {
    nullable: true,
    description: "The viewer's own offer to help others with it; null where there is none.",
  })
  myMentorOffer(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<MentorOffer | null> {
    return this.offers.mine(viewer, skill.id);
  }
}
