import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { can } from '../../platform/access/policy.js';
import { GrantChecksService } from './grant-checks.service.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { dayOf } from '../../platform/access/day.js';
import type { Employment, EmploymentState } from './employment.entity.js';
import { EmploymentsService } from './employments.service.js';
import type { OrgUnit } from './org-unit.entity.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { AddSecondaryInput, ChangeEmploymentInput, CorrectEmploymentInput } from './person.inputs.js';
import { EmploymentStateEnum, EmploymentType, OrgUnitType, PersonType } from './person.type.js';

const EmploymentResult = resultOf('EmploymentResult', PersonType, [InvalidInput, NotAllowed, NotFound]);
type Changed = Promise<Person | InvalidInput | NotAllowed | NotFound>;

@Resolver(() => EmploymentType)
export class EmploymentResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly employments: EmploymentsService,
    private readonly grantChecks: GrantChecksService,
  ) {}

  @Mutation(() => EmploymentResult, {
    description:
      'From a day on somebody works elsewhere, as something else or for somebody else. What was before stays.',
  })
  @Allow('people.manage')
  changeEmployment(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeEmploymentInput): Changed {
    return this.employments.change(viewer, input);
  }

  @Mutation(() => EmploymentResult, { description: 'Mends what was recorded wrongly, from its first day.' })
  @Allow('people.manage')
  correctEmployment(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: CorrectEmploymentInput,
  ): Changed {
    return this.employments.correct(viewer, id, input);
  }

  @Mutation(() => EmploymentResult, {
    description: 'Takes back a change that has not begun; what was to end for it goes on.',
  })
  @Allow('people.manage')
  removePlannedEmployment(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string): Changed {
    return this.employments.removePlanned(viewer, id);
  }

  @Mutation(() => EmploymentResult, { description: 'Adds a job beside the main one.' })
  @Allow('people.manage')
  addSecondaryEmployment(@CurrentViewer() viewer: Viewer, @Args('input') input: AddSecondaryInput): Changed {
    return this.employments.addSecondary(viewer, input);
  }

  @Mutation(() => EmploymentResult, { description: 'Ends a job beside the main one.' })
  @Allow('people.manage')
  endSecondaryEmployment(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('lastDay', { type: () => CalendarDay, description: 'Its last day.' }) lastDay: string,
  ): Changed {
    return this.employments.endSecondary(viewer, id, lastDay);
  }

  @ResolveField(() => OrgUnitType, { nullable: true, description: 'The unit.' })
  async orgUnit(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<OrgUnit | null> {
    return employment.orgUnitId ? this.people.orgUnitById(viewer, employment.orgUnitId) : null;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The line manager.' })
  async manager(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<Person | null> {
    return employment.managerId ? this.people.byId(viewer, employment.managerId) : null;
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: correct.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): Promise<string[]> {
    await viewer.learn([employment.personId]);
    const corrects = can(viewer, 'correct', employment);
    return corrects && !(await this.grantChecks.seemsBeyond(viewer, employment.personId)) ? ['correct'] : [];
  }

  @ResolveField(() => EmploymentStateEnum, { description: 'Past, current or planned, by its dates.' })
  state(@CurrentViewer() viewer: Viewer, @Parent() employment: Employment): EmploymentState {
    return employment.stateOn(dayOf(viewer));
  }
}
