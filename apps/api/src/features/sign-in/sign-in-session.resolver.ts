import { Args, Context, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../platform/access/allow.decorator.js';
import { CurrentViewer, type GraphqlContext } from '../../platform/access/current-viewer.js';
import { Viewer } from '../../platform/access/viewer.js';
import { NotFound } from '../../platform/graphql/refusal.js';
import { resultOf } from '../../platform/graphql/result-of.js';
import { SignInOptionsService } from './sign-in-options.service.js';
import type { SignInSession } from './sign-in-session.entity.js';
import { SignedOutEverywhere, SignInOptions, SignInSessionType } from './sign-in-session.type.js';
import { SignInSessionsService } from './sign-in-sessions.service.js';

const EndSessionResult = resultOf('EndSessionResult', SignInSessionType, [NotFound]);
const SignOutEverywhereResult = resultOf('SignOutEverywhereResult', SignedOutEverywhere, [NotFound]);

@Resolver(() => SignInSessionType)
export class SignInSessionResolver {
  constructor(
    private readonly service: SignInSessionsService,
    private readonly options: SignInOptionsService,
  ) {}

  @Query(() => SignInOptions, { description: 'How one can sign in here.' })
  @Public()
  signInOptions(@CurrentViewer() viewer: Viewer): Promise<SignInOptions> {
    return this.options.of(viewer);
  }

  @Query(() => [SignInSessionType], { description: 'Where the viewer is signed in, newest first.' })
  @Allow('signed-in')
  mySessions(@CurrentViewer() viewer: Viewer): Promise<SignInSession[]> {
    return this.service.open(viewer, viewer.personId ?? '');
  }

  @Query(() => [SignInSessionType], { description: 'Where a person is signed in, newest first.' })
  @Allow('access.configure')
  sessionsOf(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<SignInSession[]> {
    return this.service.open(viewer, personId);
  }

  @Mutation(() => EndSessionResult, {
    description: "Ends a sign-in at once: one's own, or by whoever keeps access anybody's.",
  })
  @Allow('signed-in')
  endSession(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<SignInSession | NotFound> {
    return this.service.end(viewer, id);
  }

  @Mutation(() => SignOutEverywhereResult, {
    description: 'Signs a person out in every browser at once, this one included where it is the viewer.',
  })
  @Allow('signed-in')
  signOutEverywhere(
    @CurrentViewer() viewer: Viewer,
    @Args('personId', { type: () => ID, nullable: true, description: 'Left out: the viewer.' })
    personId?: string | null,
  ): Promise<SignedOutEverywhere | NotFound> {
    return this.service.endAll(viewer, personId ?? null);
  }

  @ResolveField(() => Boolean, { description: 'Whether it is the one that asks.' })
  current(@Context() { request }: GraphqlContext, @Parent() session: SignInSession): boolean {
    return request.session.signInId === session.id;
  }
}
