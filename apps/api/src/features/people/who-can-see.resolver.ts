import { Args, Field, ID, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { PersonType } from './person.type.js';
import { type SeenBy, WhoCanSeeService, type WhoSees } from './who-can-see.service.js';

const FIRST_PEOPLE = 20;

@ObjectType('SeenBy', { description: 'People who see the same of something for the same reason.' })
export class SeenByType {
  @Field({ description: 'What of it they see, in words.' })
  what: string;

  @Field({ description: 'Why, in a sentence.' })
  reason: string;

  @Field({ description: 'Whether everybody with an account sees it; then nobody is listed.' })
  everybody: boolean;
}

@ObjectType('WhoCanSee', { description: 'Who can see something, without showing it.' })
export class WhoCanSeeType {
  @Field(() => ID, { description: 'The id that was asked for.' })
  id: string;

  @Field({ description: 'What it is, in words.' })
  kind: string;

  @Field(() => [SeenByType], { description: 'Who sees what of it, and why.' })
  groups: SeenByType[];
}

@Resolver(() => SeenByType)
export class WhoCanSeeResolver {
  constructor(
    private readonly service: WhoCanSeeService,
    private readonly people: PeopleService,
  ) {}

  @Query(() => WhoCanSeeType, {
    nullable: true,
    description:
      'Who can see the thing of this id. Null when there is none, or when it is about somebody whom the role does not cover.',
  })
  @Allow('people.manage')
  whoCanSee(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<WhoSees | null> {
    return this.service.of(viewer, id);
  }

  @ResolveField(() => Int, { description: 'How many people; 0 where everybody or somebody outside is meant.' })
  count(@Parent() group: SeenBy): number {
    return group.personIds.length;
  }

  @ResolveField(() => [PersonType], { description: 'The first twenty of them, by name.' })
  seers(@CurrentViewer() viewer: Viewer, @Parent() group: SeenBy): Promise<Person[]> {
    return this.people.byIds(viewer, group.personIds.slice(0, FIRST_PEOPLE));
  }
}
