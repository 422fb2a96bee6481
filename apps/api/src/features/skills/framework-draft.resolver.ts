import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { progressOf } from '../../platform/jobs/progress.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { PeopleService } from '../people/people.service.js';
import { DraftSteps } from './draft-steps.service.js';
import { FrameworkChangesService } from './framework-changes.service.js';
import { FrameworkDraftInput } from './framework-draft.inputs.js';
import type { BuiltUpon } from './framework-draft.refusals.js';
import { FrameworkDraftService } from './framework-draft.service.js';
import { FrameworkDraftResult, FrameworkStepType, ImpactType, UndoStepResult } from './framework-draft.type.js';
import { FrameworkStep } from './framework-step.entity.js';
import { SkillFramework } from './framework.entity.js';
import { SkillFrameworkType } from './framework.type.js';
import { FrameworksService } from './frameworks.service.js';

type Saved = Promise<SkillFramework | ChangedMeanwhile | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => SkillFrameworkType)
export class FrameworkDraftResolver {
  constructor(
    private readonly drafts: FrameworkDraftService,
    private readonly draftSteps: DraftSteps,
    private readonly changes: FrameworkChangesService,
    private readonly frameworks: FrameworksService,
  ) {}

  @Mutation(() => FrameworkDraftResult, {
    description:
      'Begins the next version as a copy of the published one; gives back the draft when there is one. A large one is filled afterwards: `contentState` tells when it is whole.',
  })
  @Allow('framework.manage')
  startFrameworkVersion(@CurrentViewer() viewer: Viewer, @Args('frameworkId', { type: () => ID }) id: string): Saved {
    return this.drafts.startNext(viewer, id);
  }

  @Mutation(() => FrameworkDraftResult, { description: 'Saves what is given of what a draft says of itself.' })
  @Allow('framework.manage')
  saveFrameworkDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('expectedRevision', { type: () => Int }) expectedRevision: number,
    @Args('input') input: FrameworkDraftInput,
  ): Saved {
    return this.drafts.save(viewer, id, expectedRevision, input);
  }

  @Mutation(() => UndoStepResult, { description: 'Takes back one change of the structure of a draft.' })
  @Allow('framework.manage')
  undoFrameworkStep(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillFramework | BuiltUpon | NotAllowed | NotFound> {
    return this.draftSteps.undo(viewer, id);
  }

  @ResolveField(() => [SkillFrameworkType], { description: 'Its versions that the viewer may see, newest first.' })
  versions(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<SkillFramework[]> {
    return this.frameworks.versionsOf(viewer, framework.seriesId);
  }

  @ResolveField(() => SkillFrameworkType, { nullable: true, description: 'The version it began as a copy of.' })
  async basedOn(@CurrentViewer() viewer: Viewer, @Parent() framework: SkillFramework): Promise<SkillFramework | null> {
    return framework.basedOnId ? this.frameworks.byId(viewer, framework.basedOnId) : null;
  }

  @ResolveField(() => Int, { description: 'How much of it is there while it is being copied, in percent.' })
  copyProgress(@CurrentViewer() viewer: Viewer, @Parent() { id, contentState }: SkillFramework): Promise<number> {
    return contentState === 'COPYING' ? progressOf(viewer.tx, id) : Promise.resolve(contentState === 'WHOLE' ? 100 : 0);
  }

  @ResolveField(() => [FrameworkStepType], { description: 'The newest changes of its structure; for designers.' })
  steps(
    @CurrentViewer() viewer: Viewer,
    @Parent() framework: SkillFramework,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number | null,
  ): Promise<FrameworkStep[]> {
    return this.draftSteps.of(viewer, framework.id, first ?? 20);
  }

  @ResolveField(() => [ImpactType], { description: 'Who is affected when this draft is published; for designers.' })
  impact(
    @CurrentViewer() viewer: Viewer,
    @Parent() framework: SkillFramework,
  ): ReturnType<FrameworkChangesService['impactOf']> {
    return this.changes.impactOf(viewer, framework);
  }
}

@Resolver(() => FrameworkStepType)
export class FrameworkStepResolver {
  constructor(private readonly people: PeopleService) {}

  @ResolveField(() => PersonType, { nullable: true, description: 'Who did it.' })
  madeBy(@CurrentViewer() viewer: Viewer, @Parent() step: FrameworkStep): Promise<Person | null> {
    return this.people.byId(viewer, step.madeBy);
  }
}
