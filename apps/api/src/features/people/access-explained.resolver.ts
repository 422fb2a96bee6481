import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { type AccessExplanation, AccessExplainedService } from './access-explained.service.js';
import { AccessExplanationType } from './access-explained.type.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { PersonType } from './person.type.js';

@Resolver(() => AccessExplanationType)
export class AccessExplainedResolver {
  constructor(
    private readonly explained: AccessExplainedService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => AccessExplanationType, {
    nullable: true,
    description:
      'What somebody may do and why: oneself, and others for those who keep their roles. Null for anybody else.',
  })
  @Allow('signed-in')
  accessOf(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, nullable: true, description: 'Of whom; oneself when left out.' })
    personId?: string | null,
  ): Promise<AccessExplanation | null> {
    return this.explained.of(viewer, personId ?? null);
  }

  @ResolveField(() => PersonType, { description: 'Of whom.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() explanation: AccessExplanation): Promise<Person | null> {
    return this.people.byId(viewer, explanation.personId);
  }
}
