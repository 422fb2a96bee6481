import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import type { Completion } from './completion.entity.js';
import { CompletionType } from './completion.type.js';
import { CompletionsService } from './completions.service.js';

@Resolver(() => PersonType)
export class PersonCompletionsResolver {
  constructor(private readonly service: CompletionsService) {}

  @ResolveField(() => [CompletionType], {
    description:
      'Courses finished, newest first; for the person, the line manager and those who keep the catalogue, empty for others.',
  })
  async completions(
    @CurrentViewer() viewer: Viewer,
    @Parent() person: Person,
    @Args('first', { type: () => Int, description: 'How many, a hundred at most.' }) first: number,
  ): Promise<Completion[]> {
    if (!this.service.mayBeSeen(viewer, person)) return [];
    return (await this.service.of(viewer, person.id)).slice(0, Math.max(first, 0));
  }
}
