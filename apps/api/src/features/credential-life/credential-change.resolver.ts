import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { can, viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import type { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { CredentialsService } from '../credentials/credentials.service.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { ImpactType } from '../skills/framework-draft.type.js';
import type { Impact } from '../skills/impact.type.js';
import type { CredentialChange } from './credential-change.entity.js';
import { CredentialChangeType, CredentialKeepingType } from './credential-change.type.js';
import { ImpactsService } from './impacts.service.js';

@Resolver(() => CredentialChangeType)
export class CredentialChangeResolver {
  constructor(
    private readonly credentials: CredentialsService,
    private readonly people: PeopleService,
  ) {}

  @ResolveField(() => CredentialType, { nullable: true, description: 'The credential.' })
  credential(@CurrentViewer() viewer: Viewer, @Parent() change: CredentialChange): Promise<Credential | null> {
    return this.credentials.find(viewer, change.credentialId);
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'Who asked for it; its holder is told the reason, not the name.',
  })
  askedBy(@CurrentViewer() viewer: Viewer, @Parent() change: CredentialChange): Promise<Person | null> {
    return this.named(viewer, change, change.askedBy);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who decided it, for those who keep credentials.' })
  decidedBy(@CurrentViewer() viewer: Viewer, @Parent() change: CredentialChange): Promise<Person | null> {
    return this.named(viewer, change, change.decidedBy);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: confirm, decline.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() change: CredentialChange): string[] {
    return viewerCan(viewer, change);
  }

  private named(viewer: Viewer, change: CredentialChange, id: string | null): Promise<Person | null> {
    if (id === null || viewer.isSelf(change.personId) || !can(viewer, 'see', change)) return Promise.resolve(null);
    return this.people.byId(viewer, id);
  }
}

@Resolver(() => CredentialKeepingType)
export class CredentialKeepingResolver {
  constructor(private readonly impacts: ImpactsService) {}

  @ResolveField(() => [ImpactType], {
    description: 'Who loses what when it is suspended or withdrawn; empty when it does not count any more.',
  })
  losses(@CurrentViewer() viewer: Viewer, @Parent() { credential }: { credential: Credential }): Promise<Impact[]> {
    return this.impacts.ofEnding(viewer, credential);
  }
}
