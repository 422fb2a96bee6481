import type { BadgeSlots } from '@assay/credential';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { slotsOf } from './badge-inputs.rules.js';
import { BadgeSlotsInput } from './badge-look.type.js';
import { BadgeTemplateType } from './badge-studio.type.js';
import type { BadgeTemplate } from './badge-template.entity.js';
import { BadgeTemplatesService } from './badge-templates.service.js';

const BadgeTemplateResult = resultOf('BadgeTemplateResult', BadgeTemplateType, [
  InvalidInput,
  NotAllowed,
  NotFound,
  ChangedMeanwhile,
]);

@Resolver(() => BadgeTemplateType)
export class BadgeTemplateResolver {
  constructor(private readonly templates: BadgeTemplatesService) {}

  @Query(() => [BadgeTemplateType], {
    description: 'Templates by name, at most a hundred: those that can be chosen, or those that were taken out.',
  })
  @Allow('achievement.design')
  badgeTemplates(
    @CurrentViewer() viewer: Viewer,
    @Args('takenOut', {
      type: () => Boolean,
      nullable: true,
      description: 'True: those that were taken out of the choice, the last one first.',
    })
    takenOut?: boolean | null,
  ): Promise<BadgeTemplate[]> {
    return takenOut ? this.templates.takenOut(viewer) : this.templates.all(viewer);
  }

  @Mutation(() => BadgeTemplateResult, { description: 'Saves a template; without an id, makes a new one.' })
  @Allow('achievement.design')
  saveBadgeTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args('name') name: string,
    @Args('slots') slots: BadgeSlotsInput,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('id', { type: () => ID, nullable: true }) id?: string | null,
  ): Promise<BadgeTemplate | InvalidInput | NotAllowed | NotFound | ChangedMeanwhile> {
    return this.templates.save(viewer, id ?? null, expectedRevision, name, slotsOf(slots) as BadgeSlots);
  }

  @Mutation(() => BadgeTemplateResult, {
    description: 'Puts a template that was taken out of the choice back into it.',
  })
  @Allow('achievement.design')
  restoreBadgeTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BadgeTemplate | InvalidInput | NotAllowed | NotFound> {
    return this.templates.restore(viewer, id);
  }

  @Mutation(() => BadgeTemplateResult, {
    description: 'Takes a template out of the choice. Badges that have it keep it.',
  })
  @Allow('achievement.design')
  archiveBadgeTemplate(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<BadgeTemplate | NotAllowed | NotFound> {
    return this.templates.archive(viewer, id);
  }
}
