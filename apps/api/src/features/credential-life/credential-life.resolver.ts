import { Args, ID, Info, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { askedFields } from '../../platform/graphql/asked-fields.js';
import type { Page } from '../../platform/graphql/connection.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { Credential } from '../credentials/credential.entity.js';
import { CredentialType } from '../credentials/credential.type.js';
import { ChangesService } from './changes.service.js';
import type { CredentialChange } from './credential-change.entity.js';
import {
  CredentialChangeType,
  CredentialConnection,
  CredentialKeepingType,
  type CredentialStanding,
  CredentialStandingEnum,
} from './credential-change.type.js';
import { ChangeCredentialInput, CorrectCredentialInput } from './credential-life.inputs.js';
import { RegisterService } from './register.service.js';

const CredentialChangeResult = resultOf('CredentialChangeResult', CredentialChangeType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);

@Resolver(() => CredentialType)
export class CredentialLifeResolver {
  constructor(
    private readonly changes: ChangesService,
    private readonly register: RegisterService,
  ) {}

  @Query(() => CredentialConnection, {
    description:
      'Every credential that was issued to people whom the viewer keeps, newest first; not those corrected since.',
  })
  @Allow('credential.govern')
  issuedCredentials(
    @CurrentViewer() viewer: Viewer,
    @Args('search', { type: () => String, nullable: true, description: 'Part of a name: of the holder or the badge.' })
    search: string | null,
    @Args('standing', { type: () => CredentialStandingEnum, nullable: true, description: 'Only those that stand so.' })
    standing: CredentialStanding | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<Credential>> {
    return this.register.page(viewer, { search, standing, first, after }, askedFields(info).includes('totalCount'));
  }

  @Mutation(() => CredentialChangeResult, {
    description: 'Suspends a credential, takes it up again or withdraws it, with the reason that its holder reads.',
  })
  @Allow('credential.govern')
  changeCredential(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeCredentialInput) {
    return this.changes.change(viewer, input);
  }

  @Mutation(() => CredentialChangeResult, {
    description: 'Has a next edition signed that says something right. The former one is withdrawn and leads to it.',
  })
  @Allow('credential.govern')
  correctCredential(@CurrentViewer() viewer: Viewer, @Args('input') input: CorrectCredentialInput) {
    return this.changes.correct(viewer, input);
  }

  @Mutation(() => CredentialChangeResult, {
    description: 'The second person confirms what was proposed about a credential, or declines it.',
  })
  @Allow('credential.govern')
  decideCredentialChange(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('confirmed') confirmed: boolean,
  ) {
    return this.changes.decide(viewer, id, confirmed);
  }

  @ResolveField(() => [CredentialChangeType], {
    description: 'What was done to it and to its other editions, oldest first; for its holder and those who keep it.',
  })
  statusChanges(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential): Promise<CredentialChange[]> {
    return this.changes.of(viewer, credential);
  }

  @ResolveField(() => CredentialKeepingType, {
    nullable: true,
    description: 'For those who keep credentials: what can be done to it.',
  })
  async keeping(@CurrentViewer() viewer: Viewer, @Parent() credential: Credential) {
    if (!(await this.changes.keeps(viewer, credential))) return null;
    return { credential, acts: await this.changes.actsOn(viewer, credential) };
  }
}
