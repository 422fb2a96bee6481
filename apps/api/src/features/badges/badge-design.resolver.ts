import type { BadgeFinding } from '@assay/credential';
import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { AchievementVersion } from '../achievements/achievement-version.entity.js';
import { AchievementVersionType } from '../achievements/achievement-version.type.js';
import { BadgeArtService } from './badge-art.service.js';
import { type BadgeLook, BadgeDesignsService } from './badge-designs.service.js';
import { BadgeDesignType } from './badge-design.type.js';
import { slotsOf } from './badge-inputs.rules.js';
import { BadgeChoicesInput } from './badge-look.type.js';
import { BadgeFindingType, BadgeTemplateType } from './badge-studio.type.js';
import type { BadgeTemplate } from './badge-template.entity.js';
import { BadgeTemplatesService } from './badge-templates.service.js';

const BadgeDesignResult = resultOf('BadgeDesignResult', BadgeDesignType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);

@Resolver(() => AchievementVersionType)
export class AchievementBadgeResolver {
  constructor(private readonly designs: BadgeDesignsService) {}

  @ResolveField(() => BadgeDesignType, {
    nullable: true,
    description: 'How its badge looks and what is found about it, for designers.',
  })
  async badgeDesign(@CurrentViewer() viewer: Viewer, @Parent() version: AchievementVersion): Promise<BadgeLook | null> {
    return viewer.may('achievement.design', { achievementId: version.achievementId })
      ? this.designs.lookOf(viewer, version)
      : null;
  }

  @Mutation(() => BadgeDesignResult, { description: 'Chooses how the badge of a draft looks.' })
  @Allow('achievement.design')
  saveBadgeDesign(
    @CurrentViewer() viewer: Viewer,
    @Args('achievementVersionId', { type: () => ID }) achievementVersionId: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('choices') choices: BadgeChoicesInput,
    @Args('templateId', { type: () => ID, nullable: true }) templateId?: string | null,
  ): Promise<BadgeLook | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    return this.designs.save(viewer, achievementVersionId, expectedRevision, templateId ?? null, slotsOf(choices));
  }
}

@Resolver(() => BadgeDesignType)
export class BadgeDesignResolver {
  constructor(
    private readonly templates: BadgeTemplatesService,
    private readonly art: BadgeArtService,
  ) {}

  @ResolveField(() => BadgeTemplateType, { nullable: true, description: 'Its template; null: the hallmark.' })
  template(@CurrentViewer() viewer: Viewer, @Parent() design: BadgeLook): Promise<BadgeTemplate | null> {
    return this.templates.byId(viewer, design.templateId);
  }

  @ResolveField(() => [BadgeFindingType], { description: 'What is found about it.' })
  findings(@CurrentViewer() viewer: Viewer, @Parent() design: BadgeLook): Promise<BadgeFinding[]> {
    return this.art.findings(viewer, design.achievementVersionId);
  }
}
