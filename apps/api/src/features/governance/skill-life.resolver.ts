import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { WouldGoRound } from '../skills/framework-draft.refusals.js';
import { ImpactType, SkillDraftResult } from '../skills/framework-draft.type.js';
import type { Impact } from '../skills/impact.type.js';
import { PublishingImpacts } from '../skills/publishing-impacts.service.js';
import { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { ConversionsService } from './conversions.service.js';
import type { AcceptedConversion, SkillRetirement } from './governance.entity.js';
import { MergeSkillsInput } from './governance.inputs.js';
import type { StillBuiltUpon } from './governance.refusals.js';
import { AcceptedConversionType, ConversionResult, RetirementResult, SkillRetirementType } from './governance.type.js';
import { RetirementsService } from './retirements.service.js';

const ID_ARG = { type: () => ID };

@Resolver(() => SkillType)
export class SkillLifeResolver {
  constructor(
    private readonly retirements: RetirementsService,
    private readonly conversions: ConversionsService,
    private readonly skills: SkillsService,
    private readonly impacts: PublishingImpacts,
  ) {}

  @Mutation(() => SkillDraftResult, {
    description:
      'Merges two skills that are the same, in a draft: what job roles ask goes to the one that stays. What people hold is not touched.',
  })
  @Allow('framework.manage')
  mergeSkills(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('input') input: MergeSkillsInput,
  ): Promise<SkillView | InvalidInput | NotAllowed | NotFound | WouldGoRound> {
    return this.conversions.merge(viewer, frameworkId, input);
  }

  @Mutation(() => RetirementResult, { description: 'Retires a skill: from that day nothing new is built on it.' })
  @Allow('framework.manage')
  retireSkill(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', ID_ARG) skillId: string,
    @Args('retiresOn', { type: () => CalendarDay }) retiresOn: string,
    @Args('reason') reason: string,
  ): Promise<SkillView | InvalidInput | NotFound | StillBuiltUpon> {
    return this.retirements.retire(viewer, skillId, { retiresOn, reason });
  }

  @Mutation(() => RetirementResult, { description: 'Takes the retirement of a skill back.' })
  @Allow('framework.manage')
  bringBackSkill(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', ID_ARG) skillId: string,
  ): Promise<SkillView | NotFound> {
    return this.retirements.bringBack(viewer, skillId);
  }

  @Mutation(() => ConversionResult, {
    description:
      "The viewer's own word that their verified level of a replaced skill counts for the one that replaces it.",
  })
  @Allow('credential.hold')
  acceptConversion(
    @CurrentViewer() viewer: Viewer,
    @Args('fromSkillId', ID_ARG) fromSkillId: string,
    @Args('fromOrdinal', { type: () => Int }) fromOrdinal: number,
  ): Promise<SkillView | InvalidInput | NotFound> {
    return this.conversions.accept(viewer, fromSkillId, fromOrdinal);
  }

  @ResolveField(() => SkillRetirementType, { nullable: true, description: 'From when nothing new is built on it.' })
  retirement(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<SkillRetirement | null> {
    return this.retirements.of(viewer, skill.id);
  }

  @ResolveField(() => SkillType, {
    nullable: true,
    description: 'The skill that replaces it, as a published version says.',
  })
  async replacement(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<SkillView | null> {
    const id = await this.retirements.replacementOf(viewer, skill.id);
    return id ? this.skills.skillById(viewer, id) : null;
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'The level that a level of it counts as for its replacement, where that was agreed: an offer.',
  })
  async offeredLevel(
    @CurrentViewer() viewer: Viewer,
    @Parent() skill: SkillView,
    @Args('ordinal', { type: () => Int }) ordinal: number,
  ): Promise<number | null> {
    return (await this.conversions.offered(viewer, skill.id, ordinal))?.ordinal ?? null;
  }

  @ResolveField(() => [AcceptedConversionType], { description: 'What the viewer accepted for their own standing.' })
  myConversions(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<AcceptedConversion[]> {
    return this.conversions.mine(viewer, skill.id);
  }

  @ResolveField(() => [ImpactType], { description: 'What is built on it; for designers.' })
  builtOn(@CurrentViewer() viewer: Viewer, @Parent() skill: SkillView): Promise<Impact[]> {
    return viewer.may('framework.manage') ? this.impacts.builtOn(viewer, [skill.id]) : Promise.resolve([]);
  }
}
