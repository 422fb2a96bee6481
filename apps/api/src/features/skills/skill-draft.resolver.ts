import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { ChangedMeanwhile, InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { MoveSkillInput, NewSkillInput, SkillDraftInput, SkillRelationInput } from './framework-draft.inputs.js';
import type { WouldGoRound } from './framework-draft.refusals.js';
import { FrameworkDraftResult, SkillDraftResult } from './framework-draft.type.js';
import type { SkillFramework } from './framework.entity.js';
import { SkillDraftService } from './skill-draft.service.js';
import { SkillView } from './skill.entity.js';
import { SkillRelationsService } from './skill-relations.service.js';

type Refused = ChangedMeanwhile | InvalidInput | NotAllowed | NotFound;
type Saved = Promise<SkillView | Refused | WouldGoRound>;
const ID_ARG = { type: () => ID };

@Resolver()
export class SkillDraftResolver {
  constructor(
    private readonly drafts: SkillDraftService,
    private readonly relations: SkillRelationsService,
  ) {}

  @Mutation(() => SkillDraftResult, { description: 'Saves what is given of the wording of a skill in a draft.' })
  @Allow('framework.manage')
  saveSkillDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('skillId', ID_ARG) skillId: string,
    @Args('expectedEdit', { type: () => Int }) expectedEdit: number,
    @Args('input') input: SkillDraftInput,
  ): Saved {
    return this.drafts.save(viewer, { frameworkId, skillId, expectedEdit }, input);
  }

  @Mutation(() => SkillDraftResult, { description: 'Adds a skill to a draft.' })
  @Allow('framework.manage')
  addSkillToDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('input') input: NewSkillInput,
  ): Saved {
    return this.drafts.add(viewer, frameworkId, input);
  }

  @Mutation(() => FrameworkDraftResult, {
    description: 'Takes a skill out of a draft, with its ties and with what job roles of the draft ask of it.',
  })
  @Allow('framework.manage')
  removeSkillFromDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('skillId', ID_ARG) skillId: string,
  ): Promise<SkillFramework | Refused> {
    return this.drafts.remove(viewer, frameworkId, skillId);
  }

  @Mutation(() => SkillDraftResult, { description: 'Puts a skill of a draft elsewhere in the tree.' })
  @Allow('framework.manage')
  moveSkillInDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('input') input: MoveSkillInput,
  ): Saved {
    return this.drafts.move(viewer, frameworkId, input);
  }

  @Mutation(() => SkillDraftResult, { description: 'Ties a skill of a draft to another, or to something elsewhere.' })
  @Allow('framework.manage')
  addSkillRelation(
    @CurrentViewer() viewer: Viewer,
    @Args('frameworkId', ID_ARG) frameworkId: string,
    @Args('input') input: SkillRelationInput,
  ): Saved {
    return this.relations.add(viewer, frameworkId, input);
  }

  @Mutation(() => SkillDraftResult, { description: 'Unties two skills of a draft; answers the one it began at.' })
  @Allow('framework.manage')
  removeSkillRelation(@CurrentViewer() viewer: Viewer, @Args('id', ID_ARG) id: string): Saved {
    return this.relations.remove(viewer, id);
  }
}
