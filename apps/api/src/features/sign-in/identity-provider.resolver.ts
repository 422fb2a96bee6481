import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer, type GraphqlContext } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { PeopleService } from '../people/people.service.js';
import type { Person } from '../people/person.entity.js';
import { PersonType } from '../people/person.type.js';
import { IdentityProvider } from './identity-provider.entity.js';
import { AddIdentityProviderInput, ChangeIdentityProviderInput } from './identity-provider.inputs.js';
import {
  DiscoveredProvider,
  IdentityProviderAddresses,
  IdentityProviderType,
  RemovedIdentityProvider,
} from './identity-provider.type.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { BACKCHANNEL_PATH, REDIRECT_PATH } from './openid.service.js';
import { ProviderLookService } from './provider-look.service.js';
import { ProviderChangedMeanwhile, ProviderUnreachable } from './sign-in.refusals.js';

const AddIdentityProviderResult = resultOf('AddIdentityProviderResult', IdentityProviderType, [InvalidInput]);
const ChangeIdentityProviderResult = resultOf('ChangeIdentityProviderResult', IdentityProviderType, [
  InvalidInput,
  NotAllowed,
  NotFound,
]);
const ApproveIdentityProviderResult = resultOf('ApproveIdentityProviderResult', IdentityProviderType, [
  NotAllowed,
  NotFound,
  ProviderChangedMeanwhile,
]);
const RemoveIdentityProviderResult = resultOf('RemoveIdentityProviderResult', RemovedIdentityProvider, [
  NotAllowed,
  NotFound,
]);
const TryIdentityProviderResult = resultOf('TryIdentityProviderResult', DiscoveredProvider, [
  InvalidInput,
  ProviderUnreachable,
]);

@Resolver(() => IdentityProviderType)
export class IdentityProviderResolver {
  constructor(
    private readonly service: IdentityProvidersService,
    private readonly looks: ProviderLookService,
    private readonly people: PeopleService,
    private readonly config: Config,
  ) {}

  @Query(() => [IdentityProviderType], { description: 'Identity providers, the one of the configuration first.' })
  @Allow('access.configure')
  identityProviders(@CurrentViewer() viewer: Viewer): Promise<IdentityProvider[]> {
    return this.service.all(viewer);
  }

  @Query(() => IdentityProviderAddresses, {
    description: 'What identity providers have to be told about this product.',
  })
  @Allow('access.configure')
  identityProviderAddresses(): IdentityProviderAddresses {
    const { publicUrl } = this.config;
    return {
      redirect: publicUrl + REDIRECT_PATH,
      afterLogout: `${publicUrl}/sign-in`,
      backchannelLogout: publicUrl + BACKCHANNEL_PATH,
    };
  }

  @Mutation(() => AddIdentityProviderResult, {
    description: 'Trusts an identity provider, once a second administrator agrees where there is one.',
  })
  @Allow('access.configure')
  addIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddIdentityProviderInput,
  ): Promise<IdentityProvider | InvalidInput> {
    return this.service.add(viewer, input);
  }

  @Mutation(() => ChangeIdentityProviderResult, {
    description:
      'Changes an identity provider. What it is trusted with waits for a second administrator where there is one, and ends the sign-ins that came by it, as switching it off does.',
  })
  @Allow('access.configure')
  changeIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Context() { request }: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeIdentityProviderInput,
  ): Promise<IdentityProvider | InvalidInput | NotAllowed | NotFound> {
    return this.service.change(viewer, id, input, request.session.signInId ?? null);
  }

  @Mutation(() => ApproveIdentityProviderResult, {
    description: 'Agrees, as the second administrator, to what an identity provider is trusted with.',
  })
  @Allow('access.configure')
  approveIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('askedAt', { type: () => Date, description: 'Its askedAt as it was looked at.' }) askedAt: Date,
  ): Promise<IdentityProvider | NotAllowed | NotFound | ProviderChangedMeanwhile> {
    return this.service.approve(viewer, id, askedAt);
  }

  @Mutation(() => RemoveIdentityProviderResult, {
    description: 'Trusts a provider no more: ends the sign-ins that came by it and forgets which accounts were whom.',
  })
  @Allow('access.configure')
  removeIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Context() { request }: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<RemovedIdentityProvider | NotAllowed | NotFound> {
    return this.service.remove(viewer, id, request.session.signInId ?? null);
  }

  @Mutation(() => TryIdentityProviderResult, { description: 'Asks a provider about itself, now. Changes nothing.' })
  @Allow('access.configure')
  tryIdentityProvider(
    @Args('issuer') issuer: string,
  ): Promise<DiscoveredProvider | InvalidInput | ProviderUnreachable> {
    return this.looks.look(issuer);
  }

  @ResolveField(() => Int, { description: 'How many people have signed in by it.' })
  async peopleCount(@CurrentViewer() viewer: Viewer, @Parent() provider: IdentityProvider): Promise<number> {
    return (await this.service.peopleLinked(viewer, provider)) ?? 0;
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who last decided on what it is trusted with.' })
  async askedBy(@CurrentViewer() viewer: Viewer, @Parent() provider: IdentityProvider): Promise<Person | null> {
    return provider.askedBy ? this.people.byId(viewer, provider.askedBy) : null;
  }

  @ResolveField(() => PersonType, {
    nullable: true,
    description: 'The second administrator who agreed; nobody where there was no other.',
  })
  async approvedBy(@CurrentViewer() viewer: Viewer, @Parent() provider: IdentityProvider): Promise<Person | null> {
    return provider.approvedBy ? this.people.byId(viewer, provider.approvedBy) : null;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What keeps people from signing in by it, where that is known.',
  })
  problem(@Parent() provider: IdentityProvider): string | null {
    return this.service.problemOf(provider);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do to it.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() provider: IdentityProvider): string[] {
    return viewerCan(viewer, provider);
  }
}
