import type { Role } from '@assay/access';
import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Page } from '../../platform/graphql/connection.js';
import { CalendarDay } from '../../platform/graphql/date.scalar.js';
import { dayOf } from '../../platform/access/day.js';
import { DirectoryService } from './directory.service.js';
import type { Employment } from './employment.entity.js';
import { GrantChecksService } from './grant-checks.service.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { OVER_POWER } from './person.policy.js';
import { EmploymentType, PersonConnection, PersonType, RoleEnum } from './person.type.js';

@Resolver(() => PersonType)
export class PersonResolver {
  constructor(
    private readonly people: PeopleService,
    private readonly directory: DirectoryService,
    private readonly grantChecks: GrantChecksService,
  ) {}

  @ResolveField(() => String, { description: 'First letters of the first and the last name.' })
  initials(@Parent() person: Person): string {
    return person.initials;
  }

  @ResolveField(() => Boolean, { description: 'Whether the person is with the organisation today.' })
  active(@CurrentViewer() viewer: Viewer, @Parent() person: Person): boolean {
    return person.isWithUs(dayOf(viewer));
  }

  @ResolveField(() => String, {
    nullable: true,
    description:
      'Mail address, for the person, the line manager and those who keep the directory; null where it was erased.',
  })
  async email(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<string | null> {
    return person.erasedAt ? null : this.shown(viewer, person, 'seeContact', person.email);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What other systems call this person, for the person and those who keep the directory.',
  })
  personNumber(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<string | null> {
    return this.shown(viewer, person, 'seeNumber', person.personNumber);
  }

  @ResolveField(() => CalendarDay, {
    nullable: true,
    description: 'The last day with us, for the person, the line manager and those who keep the directory.',
  })
  lastDay(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<string | null> {
    return this.shown(viewer, person, 'seeHistory', person.lastDay);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Why somebody leaves or was deactivated, for those who keep the directory.',
  })
  leavingReason(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<string | null> {
    return this.shown(viewer, person, 'change', person.leavingReason);
  }

  @ResolveField(() => EmploymentType, { nullable: true, description: "Today's main employment." })
  employment(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Employment | null> {
    return this.people.employmentOf(viewer, person.id);
  }

  @ResolveField(() => [EmploymentType], {
    description:
      'Employments, the first one first. Past and planned ones are for the person, the line manager and keepers.',
  })
  employments(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Employment[]> {
    return this.people.employmentsOf(viewer, person);
  }

  @ResolveField(() => [PersonType], { description: 'Managers upwards, nearest first.' })
  line(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Person[]> {
    return this.directory.lineOf(viewer, person.id);
  }

  @ResolveField(() => PersonConnection, { description: 'People whose line manager this is today, by name.' })
  reports(
    @CurrentViewer() viewer: Viewer,
    @Parent() person: Person,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string | null,
  ): Promise<Page<Person>> {
    return this.directory.page(viewer, { first, after, managerId: person.id });
  }

  @ResolveField(() => [RoleEnum], {
    description:
      'Roles of today, for the person and those who keep the directory; empty for others, and of whoever left.',
  })
  roles(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<Role[]> {
    return this.people.shownRolesOf(viewer, person);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to this person.' })
  async viewerCan(@CurrentViewer() viewer: Viewer, @Parent() person: Person): Promise<string[]> {
    await viewer.learn([person.id]);
    const found = viewerCan(viewer, person);
    if (!found.includes('change')) return found;
    const now = await this.people.employmentOf(viewer, person.id);
    const acts = now && !can(viewer, 'correct', now) ? found.filter((act) => act !== 'move') : found;
    return (await this.grantChecks.seemsBeyond(viewer, person.id))
      ? acts.filter((act) => !OVER_POWER.includes(act))
      : acts;
  }

  private async shown(viewer: Viewer, person: Person, action: string, value: string | null): Promise<string | null> {
    await viewer.learn([person.id]);
    return can(viewer, action, person) ? value : null;
  }
}
