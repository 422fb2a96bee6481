import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import type { SkillFramework } from '../skills/framework.entity.js';
import { SkillFrameworkType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { StrategyNote } from './governance.entity.js';
import { StrategyNoteInput } from './governance.inputs.js';
import { StewardResult, StrategyNoteResult, StrategyNoteType } from './governance.type.js';
import { StewardsService } from './stewards.service.js';
import { StrategyNotesService } from './strategy-notes.service.js';

const ID_ARG = { type: () => ID };

@Resolver(() => SkillFrameworkType)
export class StewardsResolver {
  constructor(private readonly service: StewardsService) {}

  @Mutation(() => StewardResult, { description: 'Names somebody who looks after a framework in all its versions.' })
  @Allow('framework.manage')
  nameSteward(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('personId', ID_ARG) personId: string,
  ): Promise<SkillFramework | InvalidInput | NotFound> {
    return this.service.name(viewer, frameworkId, personId);
  }

  @Mutation(() => StewardResult, { description: 'Somebody looks after a framework no longer.' })
  @Allow('framework.manage')
  removeSteward(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('personId', ID_ARG) personId: string,
  ): Promise<SkillFramework | NotFound> {
    return this.service.remove(viewer, frameworkId, personId);
  }

  @ResolveField(() => [PersonType], { description: 'Who looks after it.' })
  stewards(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<Person[]> {
    return this.service.of(viewer, framework.seriesId);
  }
}

@Resolver(() => StrategyNoteType)
export class StrategyNotesResolver {
  constructor(
    private readonly service: StrategyNotesService,
    private readonly skillsService: SkillsService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [StrategyNoteType], { description: 'What the business expects to need; for who plans.' })
  @Allow('framework.read')
  strategyNotes(@CurrentViewer() viewer: Viewer): Promise<StrategyNote[]> {
    return this.service.all(viewer);
  }

  @Mutation(() => StrategyNoteResult, { description: 'Writes a note, or changes one.' })
  @Allow('achievement.design')
  saveStrategyNote(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: StrategyNoteInput,
  ): Promise<StrategyNote | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound> {
    return this.service.save(viewer, input);
  }

  @Mutation(() => StrategyNoteResult, { description: 'Removes a note; answers it as it was.' })
  @Allow('achievement.design')
  removeStrategyNote(
    @CurrentViewer() viewer: Viewer,
    @Args('id', ID_ARG) id: string,
  ): Promise<StrategyNote | NotFound> {
    return this.service.remove(viewer, id);
  }

  @ResolveField(() => [SkillType], { description: 'The skills that it concerns.' })
  async skills(@CurrentViewer() viewer: Viewer, @Parent() note: StrategyNote): Promise<SkillView[]> {
    const skills = await Promise.all(note.skillIds.map((id) => this.skillsService.skillById(viewer, id)));
    return skills.filter((skill) => skill !== null);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who began it.' })
  writtenBy(@CurrentViewer() viewer: Viewer, @Parent() note: StrategyNote): Promise<Person | null> {
    return this.people.byId(viewer, note.writtenBy);
  }
}
