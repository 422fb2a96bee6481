import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { ErasureCountType, ErasurePartType, ErasureType } from './erasure.type.js';
import { type Erasure, ErasuresService } from './erasures.service.js';

const ErasureResult = resultOf('ErasureResult', ErasureType, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => ErasureType)
export class ErasureResolver {
  constructor(
    private readonly erasures: ErasuresService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => [ErasureType], { description: 'Whom it was asked to erase, newest first; at most 200.' })
  @Allow('people.manage')
  async allErasures(@CurrentViewer() viewer: Viewer): Promise<Erasure[]> {
    return viewer.mayEverywhere('people.manage') ? this.erasures.all(viewer) : [];
  }

  @Query(() => [ErasurePartType], {
    nullable: true,
    description: 'What there is of a person, and what of it would go and stay if they were erased.',
  })
  @Allow('people.manage')
  erasurePreview(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<ErasurePartType[] | null> {
    return this.erasures.preview(viewer, personId);
  }

  @Mutation(() => ErasureResult, {
    description: 'Asks that everything of somebody who left is erased. A second administrator decides.',
  })
  @Allow('people.manage')
  askErasure(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('reason') reason: string,
  ) {
    return this.erasures.ask(viewer, personId, reason);
  }

  @Mutation(() => ErasureResult, {
    description: 'Decides as the second administrator. Confirmed, it cannot be undone.',
  })
  @Allow('people.manage')
  decideErasure(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('confirmed') confirmed: boolean,
  ) {
    return this.erasures.decide(viewer, id, confirmed);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Whom it is about; nameless once it is done.' })
  person(@CurrentViewer() viewer: Viewer, @Parent() { personId }: Erasure): Promise<Person | null> {
    return this.people.visible(viewer, personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who asked for it.' })
  askedBy(@CurrentViewer() viewer: Viewer, @Parent() { askedBy }: Erasure): Promise<Person | null> {
    return this.people.visible(viewer, askedBy);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided.' })
  async decidedBy(@CurrentViewer() viewer: Viewer, @Parent() { decidedBy }: Erasure): Promise<Person | null> {
    return decidedBy ? this.people.visible(viewer, decidedBy) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may decide it.' })
  viewerDecides(@CurrentViewer() viewer: Viewer, @Parent() it: Erasure): boolean {
    return it.state === 'PROPOSED' && !viewer.isSelf(it.askedBy) && !viewer.isSelf(it.personId);
  }

  @ResolveField(() => [ErasureCountType], { description: 'How many rows of what went.' })
  went(@Parent() { counts }: Erasure): ErasureCountType[] {
    return Object.entries(counts).map(([place, count]) => ({ place, count }));
  }

  @ResolveField(() => [ErasureCountType], {
    description:
      'Where the name is left, in texts that are the organisation’s own and that nobody but people can change.',
  })
  leftIn(@Parent() { leftIn }: Erasure): ErasureCountType[] {
    return leftIn;
  }
}
