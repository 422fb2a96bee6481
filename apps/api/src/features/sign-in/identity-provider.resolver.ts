import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer, type GraphqlContext } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { Config } from '../../platform/config/config.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
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
import { ProviderUnreachable } from './sign-in.refusals.js';

const AddIdentityProviderResult = resultOf('AddIdentityProviderResult', IdentityProviderType, [InvalidInput]);
const ChangeIdentityProviderResult = resultOf('ChangeIdentityProviderResult', IdentityProviderType, [
  InvalidInput,
  NotAllowed,
  NotFound,
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

  @Mutation(() => AddIdentityProviderResult, { description: 'Trusts an identity provider.' })
  @Allow('access.configure')
  addIdentityProvider(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AddIdentityProviderInput,
  ): Promise<IdentityProvider | InvalidInput> {
    return this.service.add(viewer, input);
  }

  @Mutation(() => ChangeIdentityProviderResult, {
    description: 'Changes an identity provider. Switched off, it ends the sign-ins that came by it.',
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
