import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { ProficiencyScale } from '../skills/framework.entity.js';
import { ProficiencyScaleType } from '../skills/framework.type.js';
import { FrameworksService } from '../skills/frameworks.service.js';
import { SkillsService } from '../skills/skills.service.js';
import { CrosswalksService, type LevelMeanings } from './crosswalks.service.js';
import { ScaleCrosswalk } from './governance.entity.js';
import { ScaleCrosswalkInput } from './governance.inputs.js';
import { CrosswalkResult, LevelMeaningsType, ScaleCrosswalkType, ScaleInUseType } from './governance.type.js';

type Saved = Promise<ScaleCrosswalk | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound>;
const ID_ARG = { type: () => ID };

@Resolver(() => ScaleCrosswalkType)
export class CrosswalksResolver {
  constructor(
    private readonly service: CrosswalksService,
    private readonly skills: SkillsService,
    private readonly frameworks: FrameworksService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [ScaleCrosswalkType], { description: 'Cross-walks in use and those that wait for a second person.' })
  @Allow('framework.read')
  scaleCrosswalks(@CurrentViewer() viewer: Viewer): Promise<ScaleCrosswalk[]> {
    return this.service.all(viewer);
  }

  @Query(() => [ScaleInUseType], { description: 'The scales of the frameworks that the viewer may see.' })
  @Allow('framework.read')
  scalesInUse(@CurrentViewer() viewer: Viewer): Promise<{ scale: ProficiencyScale; frameworks: string[] }[]> {
    return this.skills.scalesInUse(viewer);
  }

  @Query(() => LevelMeaningsType, {
    nullable: true,
    description: 'What the levels of one skill mean on the scale of another: a suggestion, never applied by itself.',
  })
  @Allow('framework.read')
  async levelMeanings(
    @CurrentViewer() viewer: Viewer,
    @Args('fromSkillId', ID_ARG) fromSkillId: string,
    @Args('toSkillId', ID_ARG) toSkillId: string,
    @Args('frameworkId', { type: () => ID, nullable: true, description: 'A draft that they may be in.' })
    frameworkId?: string | null,
  ): Promise<LevelMeanings | null> {
    const draft = frameworkId ? await this.frameworks.find(viewer, frameworkId) : null;
    return this.service.between(viewer, fromSkillId, toSkillId, draft?.id ?? null);
  }

  @Mutation(() => CrosswalkResult, { description: 'Writes a cross-walk; it is a draft until a second person agrees.' })
  @Allow('framework.manage')
  saveScaleCrosswalk(@CurrentViewer() viewer: Viewer, @Args('input') input: ScaleCrosswalkInput): Saved {
    return this.service.save(viewer, input);
  }

  @Mutation(() => CrosswalkResult, {
    description: 'Agrees to a cross-walk that somebody else wrote; from then on it is what levels suggest.',
  })
  @Allow('framework.manage')
  agreeScaleCrosswalk(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
  ): Saved {
    return this.service.agree(viewer, id, expectedRevision);
  }

  @ResolveField(() => ProficiencyScaleType, { description: 'The one scale.' })
  fromScale(@CurrentViewer() viewer: Viewer, @Parent() it: ScaleCrosswalk): Promise<ProficiencyScale | null> {
    return this.skills.scaleById(viewer, it.fromScaleId);
  }

  @ResolveField(() => ProficiencyScaleType, { description: 'The other scale.' })
  toScale(@CurrentViewer() viewer: Viewer, @Parent() it: ScaleCrosswalk): Promise<ProficiencyScale | null> {
    return this.skills.scaleById(viewer, it.toScaleId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who wrote it last.' })
  writtenBy(@CurrentViewer() viewer: Viewer, @Parent() it: ScaleCrosswalk): Promise<Person | null> {
    return this.people.byId(viewer, it.writtenBy);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who agreed.' })
  async agreedBy(@CurrentViewer() viewer: Viewer, @Parent() it: ScaleCrosswalk): Promise<Person | null> {
    return it.agreedBy ? this.people.byId(viewer, it.agreedBy) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() it: ScaleCrosswalk): string[] {
    return viewerCan(viewer, it);
  }
}
