import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/access/allow.decorator.js';
import { CurrentViewer, type GraphqlContext } from '../../platform/access/current-viewer.js';
import { viewerCan } from '../../platform/access/policy.js';
import { Viewer } from '../../platform/access/viewer.js';
import { InvalidInput, NotAllowed, NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import type { LinkedAccount } from './linked-account.entity.js';
import { ForgottenAccount, LinkedAccountType } from './linked-account.type.js';
import { LinkedAccountsService } from './linked-accounts.service.js';

const ForgetAccountResult = resultOf('ForgetAccountResult', ForgottenAccount, [InvalidInput, NotAllowed, NotFound]);

@Resolver(() => LinkedAccountType)
export class LinkedAccountResolver {
  constructor(private readonly service: LinkedAccountsService) {}

  @Query(() => [LinkedAccountType], { description: 'The accounts by which the viewer signs in, newest first.' })
  @Allow('signed-in')
  myAccounts(@CurrentViewer() viewer: Viewer): Promise<LinkedAccount[]> {
    return this.service.of(viewer, viewer.personId ?? '');
  }

  @Query(() => [LinkedAccountType], { description: 'The accounts by which a person signs in, newest first.' })
  @Allow('access.configure')
  accountsOf(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<LinkedAccount[]> {
    return this.service.of(viewer, personId);
  }

  @Mutation(() => ForgetAccountResult, {
    description:
      "Makes an account nobody's and ends the sign-ins that came by it: one's own while there is another, or anybody's by whoever keeps access. Nothing else of the person changes.",
  })
  @Allow('signed-in')
  forgetAccount(
    @CurrentViewer() viewer: Viewer,
    @Context() { request }: GraphqlContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', {
      type: () => String,
      nullable: true,
      description: "Why; needed for somebody else's, who reads it.",
    })
    reason?: string | null,
  ): Promise<ForgottenAccount | InvalidInput | NotAllowed | NotFound> {
    return this.service.forget(viewer, id, { reason: reason ?? null, signInId: request.session.signInId ?? null });
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Its provider, as people know it; null for one that is not in use here any more.',
  })
  providerName(@CurrentViewer() viewer: Viewer, @Parent() account: LinkedAccount): Promise<string | null> {
    return this.service.providerName(viewer, account);
  }

  @ResolveField(() => [String], { description: 'What the viewer may do with it: forget.' })
  viewerCan(@CurrentViewer() viewer: Viewer, @Parent() account: LinkedAccount): string[] {
    return viewerCan(viewer, account);
  }
}
