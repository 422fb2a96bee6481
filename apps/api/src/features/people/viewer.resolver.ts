import type { Role } from '@assay/access';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import type { Organisation } from './organisation.entity.js';
import { OrganisationService } from './organisation.service.js';
import { PeopleService } from './people.service.js';
import type { Person } from './person.entity.js';
import { PersonType, RoleEnum } from './person.type.js';
import { OrganisationType, ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly people: PeopleService) {}

  @Query(() => ViewerType, { nullable: true, description: 'Who is signed in; null when nobody is.' })
  @Public()
  viewer(@CurrentViewer() viewer: Viewer): Viewer | null {
    return viewer.kind === 'person' ? viewer : null;
  }

  @ResolveField(() => PersonType, { description: 'The person.' })
  person(@Parent() viewer: Viewer): Promise<Person | null> {
    return this.people.byId(viewer, viewer.personId ?? '');
  }

  @ResolveField(() => [RoleEnum], { description: 'Roles of today.' })
  roles(@Parent() viewer: Viewer): Role[] {
    return [...viewer.roles];
  }

  @ResolveField(() => [String], {
    description: 'Permission names, e.g. submission.mark. The portal asks these and never re-derives a rule.',
  })
  permissions(@Parent() viewer: Viewer): string[] {
    return [...viewer.permissions];
  }

  @ResolveField(() => Boolean, { description: 'Whether somebody reports to this person today.' })
  isManager(@Parent() viewer: Viewer): boolean {
    return viewer.roles.has('MANAGER');
  }
}

@Resolver(() => OrganisationType)
export class OrganisationResolver {
  constructor(
    private readonly organisations: OrganisationService,
    private readonly config: Config,
  ) {}

  @Query(() => OrganisationType, { description: 'Whose installation this is.' })
  @Public()
  organisation(@CurrentViewer() viewer: Viewer): Promise<Organisation> {
    return this.organisations.current(viewer);
  }

  @ResolveField(() => String, { description: 'The address that people, badges and verifiers use.' })
  publicUrl(): string {
    return this.config.publicUrl;
  }
}
