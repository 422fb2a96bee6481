import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { DirectoryService } from './directory.service.js';
import { LeavingService } from './leaving.service.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { AddPersonInput, ChangePersonInput, PeopleArgs, RehireInput } from './person.inputs.js';
import { PersonConnection, PersonType } from './person.type.js';
import { StaffService } from './staff.service.js';

const AddPersonResult = resultOf('AddPersonResult', PersonType, [InvalidInput, NotAllowed]);
const PersonResult = resultOf('PersonResult', PersonType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<Person | InvalidInput | NotAllowed | NotFound>;

@Resolver()
export class PeopleResolver {
  constructor(
    private readonly service: PeopleService,
    private readonly directory: DirectoryService,
    private readonly staff: StaffService,
    private readonly leaving: LeavingService,
  ) {}

  @Query(() => PersonConnection, { description: 'People by name.' })
  @Allow('directory.read')
  people(@CurrentViewer() viewer: Viewer, @Args() args: PeopleArgs): Promise<Page<Person>> {
    return this.directory.page(viewer, args);
  }

  @Query(() => PersonType, { nullable: true, description: 'One colleague; somebody who left, for keepers of people.' })
  @Allow('directory.read')
  person(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Promise<Person | null> {
    return this.service.visible(viewer, id);
  }

  @Mutation(() => AddPersonResult, { description: 'Takes a person on, with a first employment and roles.' })
  @Allow('people.manage')
  addPerson(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddPersonInput,
  ): Promise<Person | InvalidInput | NotAllowed> {
    return this.staff.addPerson(viewer, input);
  }

  @Mutation(() => PersonResult, { description: 'Changes the name, mail address or number of a person.' })
  @Allow('people.manage')
  changePerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangePersonInput,
  ): Changed {
    return this.staff.changePerson(viewer, id, input);
  }

  @Mutation(() => PersonResult, {
    description: 'Somebody leaves: employments and roles end with that day, and so does signing in. Badges stay.',
  })
  @Allow('people.manage')
  recordLeaving(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('lastDay', { type: () => CalendarDay, description: 'The last day with us; may lie ahead.' }) lastDay: string,
    @Args('reason', { description: 'Why, for keepers of people.' }) reason: string,
  ): Changed {
    return this.leaving.recordLeaving(viewer, personId, lastDay, reason);
  }

  @Mutation(() => PersonResult, {
    description: 'Somebody stays after all: employments that ended with the last day go on. Roles are granted anew.',
  })
  @Allow('people.manage')
  undoLeaving(@CurrentViewer() viewer: Viewer, @Args('personId', { type: () => ID }) personId: string): Changed {
    return this.leaving.undoLeaving(viewer, personId);
  }

  @Mutation(() => PersonResult, {
    description: 'Somebody who left comes back, with a new employment and the old badges.',
  })
  @Allow('people.manage')
  rehire(@CurrentViewer() viewer: Viewer, @Args('input') input: RehireInput): Changed {
    return this.leaving.rehire(viewer, input);
  }

  @Mutation(() => PersonResult, {
    description: 'Shuts somebody out at once, or lets them in again. Employments, roles and badges stay as they are.',
  })
  @Allow('people.manage')
  setActive(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('active', { description: 'Whether the person may sign in.' }) active: boolean,
    @Args('reason', { description: 'Why, for keepers of people.' }) reason: string,
  ): Changed {
    return active ? this.leaving.reactivate(viewer, personId) : this.leaving.deactivate(viewer, personId, reason);
  }
}
