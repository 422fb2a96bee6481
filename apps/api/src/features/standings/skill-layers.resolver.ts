import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { ProficiencyLevel } from '../skills/framework.entity.js';
import { ProficiencyLevelType } from '../skills/framework.type.js';
import type { SkillView } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsService } from '../skills/skills.service.js';
import { type Layers, LayersService } from './layers.service.js';
import type { SkillClaim } from './skill-claim.entity.js';
import { SkillClaimType, SkillLayersType, SkillObservationType, ObserverCapacityEnum } from './skill-layers.type.js';
import type { ObserverCapacity, SkillObservation } from './skill-observation.entity.js';
import { ClaimSkillInput, ObserveSkillInput } from './skill-statements.inputs.js';
import { SkillStatementsService } from './skill-statements.service.js';

const SkillClaimResult = resultOf('SkillClaimResult', SkillClaimType, [InvalidInput, NotFound]);
const SkillObservationResult = resultOf('SkillObservationResult', SkillObservationType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);

@Resolver(() => SkillLayersType)
export class SkillLayersResolver {
  constructor(
    private readonly statements: SkillStatementsService,
    private readonly skills: SkillsService,
  ) {}

  @Mutation(() => SkillClaimResult, {
    description: 'Says at which level the viewer holds a skill. What was said before stays readable as of its date.',
  })
  @Allow('submission.write')
  claimSkill(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ClaimSkillInput,
  ): Promise<SkillClaim | InvalidInput | NotFound> {
    return this.statements.claim(viewer, input);
  }

  @Mutation(() => SkillClaimResult, { description: 'Takes back what the viewer said of a skill.' })
  @Allow('submission.write')
  withdrawSkillClaim(
    @CurrentViewer() viewer: Viewer,
    @Args('skillId', { type: () => ID }) skillId: string,
  ): Promise<SkillClaim | NotFound> {
    return this.statements.takeBack(viewer, skillId);
  }

  @Mutation(() => SkillObservationResult, {
    description:
      'Says at which level the viewer saw somebody at work, as line manager or as somebody of the same team.',
  })
  @Allow('directory.read')
  observeSkill(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: ObserveSkillInput,
  ): Promise<SkillObservation | InvalidInput | NotAllowed | NotFound> {
    return this.statements.observe(viewer, input);
  }

  @Mutation(() => SkillObservationResult, { description: 'Takes back what the viewer said of the work of another.' })
  @Allow('directory.read')
  withdrawSkillObservation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SkillObservation | NotFound> {
    return this.statements.withdrawObservation(viewer, id);
  }

  @ResolveField(() => SkillType, { nullable: true, description: 'The skill.' })
  skill(@CurrentViewer() viewer: Viewer, @Parent() layers: Layers): Promise<SkillView | null> {
    return this.skills.skillById(viewer, layers.skillId);
  }
}

@Resolver(() => SkillClaimType)
export class SkillClaimResolver {
  constructor(private readonly skills: SkillsService) {}

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level; null when it is taken back.' })
  async level(@CurrentViewer() viewer: Viewer, @Parent() claim: SkillClaim): Promise<ProficiencyLevel | null> {
    return claim.ordinal ? this.skills.levelOf(viewer, claim.skillId, claim.ordinal) : null;
  }
}

@Resolver(() => SkillObservationType)
export class SkillObservationResolver {
  constructor(
    private readonly skills: SkillsService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => ProficiencyLevelType, { nullable: true, description: 'The level.' })
  level(@CurrentViewer() viewer: Viewer, @Parent() seen: SkillObservation): Promise<ProficiencyLevel | null> {
    return this.skills.levelOf(viewer, seen.skillId, seen.ordinal);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who saw it.' })
  observer(@CurrentViewer() viewer: Viewer, @Parent() seen: SkillObservation): Promise<Person | null> {
    return this.people.byId(viewer, seen.observerId);
  }
}

@Resolver(() => PersonType)
export class PersonLayersResolver {
  constructor(
    private readonly layers: LayersService,
    private readonly statements: SkillStatementsService,
  ) {}

  @ResolveField(() => [SkillLayersType], {
    description:
      'What is said, seen and verified of the skills of this person on a date; for the person and the line manager, empty for others.',
  })
  async skillLayers(
    @CurrentViewer() viewer: Viewer,
    @Parent() person: Person,
    @Args('asOf', { type: () => Date, nullable: true, description: 'Now where it is left out.' }) asOf?: Date | null,
  ): Promise<Layers[]> {
    return can(viewer, 'seeStandings', person) ? this.layers.of(viewer, person.id, asOf ?? viewer.now) : [];
  }

  @ResolveField(() => ObserverCapacityEnum, {
    nullable: true,
    description: 'As what the viewer could say at which level they saw this person at work; null: not at all.',
  })
  viewerObservesAs(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<ObserverCapacity | null> {
    return this.statements.capacityFor(viewer, person);
  }
}
